"""How far each kind of sum is from done: what a status means for a listing, for sales, for a title."""

from __future__ import annotations

import re
from datetime import datetime

from bot.core.facts import refuted, status
from bot.core.facts.roles import Role
from bot.core.model import Status
from bot.core.money import Amount
from bot.core.sought import Sought

_AFTER_NOW = re.compile(
    r"(?<!s )(?<!year )(?<!month )(?<!week )"
    r"\bafter(?= (?:raising|closing|securing|landing|topping|nabbing)\b)"
)
_FILED = re.compile(
    r"\b(?:files?|filed|filing) (?:\w+ ){0,4}(?:for|to|with)\b|\bDRHP\b|\b[Pp]rospectus\b|递表|招股书|递交"
)
_LISTED = Sought("IPO|上市|挂牌|公开募股|新規上場|기업공개")
_NEGOTIATED = Sought(r"(?i)\btalks\b|discuss|negotiat|\brounds?\b|raise|融资|洽谈|谈判|磋商|资金|調達|투자")
# what sales may come to
_AHEAD = Sought(r"(?i)\b(?:could|might|könnte\w*|pourrai\w*|podría\w*)\b|或[将达超可]|有望|可能|将达")


def of(
    sentence: str, amount: Amount, role: Role, *, title: bool, language: str, published: datetime | None
) -> Status:
    """The status of a sum whose kind is known; `title` says that the sentence is the article's title."""
    state = status.of(
        # "hits $2B after raising $300M" tells both as news
        # (before a listing, though, it is over)
        _AFTER_NOW.sub("while", sentence) if title and not _FILED.search(sentence) else sentence,
        amount.start,
        amount.end,
        language=language,
        published=published,
        grace=1 if role.kind in ("revenue", "fund") else 0,
        offer=role.kind == "acquisition",
    )
    if state is Status.TALKS and (role.kind in ("ipo", "market_cap") or _by_listing(sentence, role)):
        # a listing is planned, not negotiated
        state = Status.TARGET
    if state is Status.TALKS and role.kind == "revenue":
        # nor are sales
        state = Status.TARGET if _AHEAD.search(sentence[: amount.start][-24:]) else Status.REPORTED
    if title and state is not Status.PREVIOUS and refuted.after(sentence, amount.end, language):
        return Status.DENIED
    if state is Status.REPORTED and role.kind == "ipo" and _FILED.search(sentence[: amount.end + 40]):
        # a prospectus tells what is sought
        state = Status.TARGET
    return state


def _by_listing(sentence: str, role: Role) -> bool:
    """Whether a value is the one at which shares are to be sold to the public."""
    return role.kind == "valuation" and bool(_LISTED.search(sentence)) and not _NEGOTIATED.search(sentence)
