"""How far a sum is from done: the words of denial, memory, talk and intent around it."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from bot.core.facts import dates, standing
from bot.core.model import Status
from bot.core.sought import Sought

_LEFT_FROM = Sought(
    r"(?i)\bfrom (?:just |about |around |a |an |its |under |only )*$|(?:von|desde)"
    r" (?:rund |unos )?$|(?:从|由|高于|远超|超过此前的|自)$"
)
_RIGHT_TO = re.compile(r"^[^.;。；]{0,60}?\b(?:to|auf|a|à)\b|^[^。；]{0,20}(?:到|至|升|增|涨)", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:up|down|leap|jump|rise|rose|tripl\w+|doubl\w+|gestiegen|hausse) [^,]{0,20}$")
# "to $11B from $4B"
_TO_FROM = re.compile(
    r"\b(?:to|auf|a|à)\b[^,;]{0,24}\d[^,;]{0,30}\s(?:from|von|desde|de)(?: just| about| rund)?\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    # the sign that one starts with comes first: `re` skips fast to the next of a set
    r"[;:。；()（）!?！？—–.,\s](?:(?<![.,\s])|(?<=\.)\s"
    r"|(?<=\s)and\s(?=(?:has|is|will|says|said|now|expects|plans|posted)\b)|(?<=\s)(?:while"
    r"|although|though|but|whereas|as(?= (?:it|they|he|she|the company)\b)|während"
    r"|mientras|tandis)\s|(?<=,)\s(?=(?:which|up|down|after|having|compared|is|has|will|plans|plots|said|posted"
    r"|targets|aims"
    r"|announced|hopes|expects"
    r"|double|triple|quadruple|twice|nearly|roughly|almost|including"
    r"|more than (?:double|doubling|triple|tripling|twice|quadruple)|contre|frente|gegenüber|statt)\b))"
)
# what follows the next sum dates that one: "at $8 billion, up from $2 billion a year ago"
_NEXT_SUM = re.compile(
    r"(?:,|\bfrom\b)[^,]{0,30}(?:[$€£¥₹]\s?\d|\d[\d.,]*\s(?:M[ir]|[mb]illi?on|mil\b|mill))"
)
# "Marlin, which is seeking $3 billion, posted revenue of"
_RESUMES = re.compile(
    r",\s(?:which|who)\s[^,]{0,90},\s(?=(?:posted|reported|raised|has|had|made|generated)\b)"
)
# "said it had raised" tells of now
_TOLD = re.compile(
    r"(?i)\bsaid (?:(?:on )?\w+day |\w+ ){0,2}(?:that )?(?:it|they|the company|the startup|the firm) had\b"
)
# what was reported before may still be so
_RUMOUR = re.compile("(?:此前|之前|早前|先前)[^，。]{0,4}(?:报道|消息|传闻|传出|媒体|市场|外界)")
# a Chinese clause under "earlier,"
_EARLIER = re.compile(
    r"(?:^|[，。])\s*(?:此前|之前|早前|先前)，[^，]{0,30}$"
    # so is all that is told after "three months ago", until the sentence comes back to today
    r"|(?:^|[，。])\s*(?:就在|早在)?(?:不到|约|近|仅|大约)?(?:[一二两三四五六七八九十半几]|\d{1,2})"
    r"(?:个(?:多)?月|个(?:多)?星期|周|年|天)(?:多)?(?:之)?前(?!的|所)(?![^。]*(?:目前|如今|现在|现已|本次|此次|本轮|最新|新一轮|今日|近日))[^。]{0,80}$"
)
# "in July it closed a round, which valued it at"
_THAT_ROUND = re.compile("[，,](?=该轮|该笔|那轮|这轮融资)")
# "raises $500M, denies sale rumours" denies something else
_ELSE_DENIED = re.compile(
    r"(?i),\s+(?:but |and |while )?(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|rejects?)\s"
    r"(?!(?:it|this|that|the|them|reports?|rais\w+|seeking|being|valuation|funding|talks)\b)"
)
# "Oakhurst, valued at $8 billion, said it would"
_APPOSED = re.compile(r"(?i),\s+(?:\w+ ){0,3}(?:valued|worth)(?: at)?\b[^,]{0,20}$")
# "Oakhurst, last valued at $8 billion, plots a round at": that value is told by the way
_BESIDE = re.compile(
    r"(?i),\s(?:\w+ ){0,3}(?:valued|worth|founded|launched|started|formed"
    r"|created)\b[^,]{0,60},\s"
)
# "Two years ago Oakhurst was worth"
_LONG_AGO = re.compile(
    r"(?i)^\W*(?:just |only |about |less than |more than )?(?:an?|one|two|three|four|five|six|\d+)"
    r" (?:year|month|week)s? ago\b"
)
# "raises $350M after a deal falls apart": what came before is another matter
_THEN = re.compile(r"(?i)\b(?:after|following|despite|since)\b[^,;]*,?")
# "files for an IPO after $10 billion valuation"
_AFTER = re.compile(r"(?i)\bafter $")
_A_VALUE = re.compile(r"(?i)\s(?:post-money |pre-money )?valuation\b")
# "its $15 billion target"
_A_GOAL = re.compile(r"(?i)\s(?:target|goal)\b")
# what is raised beyond a target is no target any more
_BEATEN = re.compile(
    r"(?i)\b(?:exceed|surpass|beat|top|above|past|over)\w* (?:its |the |an? |initial |original ){0,3}"
    r"[$€£¥₹]?\d\S* ?(?:\w*illion )?(?:target|goal)\b"
)
# right before the sum these outweigh any talk
_AIMED = re.compile(
    r"(?i)\b(?:target(?:s|ing|ed)?|aim(?:s|ing)? (?:for|at))\b[^,.;]{0,14}$|(?:目标|瞄准"
    r"|冲刺)[^，。]{0,6}$"
)
# an offer that is taken is no longer talk
_OFFER = re.compile(r"(?i)offer|bid")
_AGREED = re.compile(r"(?i)\b(?:agree[sd]|accept(?:s|ed)|approved|completed|finali[sz]ed|signed|sealed)\b")
# where verbs come last, words of intent stand behind the sum
_BEHIND_REACH = {"ja": 40, "ko": 40, "de": 40, "zh": 12}
_SMALL = re.compile(r"[,，、]\s*")


@lru_cache(maxsize=64)
def _pattern(table: str, language: str) -> Sought:
    tables: dict[str, dict[str, str]] = {
        "denied": standing.DENIED,
        "talks": standing.TALKS,
        "target": standing.TARGET,
        "before": standing.BEFORE,
        "behind": standing.BEHIND,
    }
    expression = tables[table].get(language) or tables[table]["en"]
    return Sought(f"(?i){expression}" if language in ("en", "") else expression)


def _clause(sentence: str, start: int, end: int) -> tuple[str, str]:
    """What stands left and right of the amount in its own clause, 140 characters at most each way."""
    left, right = sentence[max(0, start - 140) : start], sentence[end : end + 140]
    ends = [match.end() for match in _CLAUSE.finditer(left)]
    if ends:
        left = left[ends[-1] :]
    if match := _CLAUSE.search(right):
        right = right[: match.start()]
    return left, right


def _former(left: str, right: str, language: str, published: datetime | None, grace: int) -> bool:
    if _LEFT_FROM.search(left) and (
        _RIGHT_TO.match(right) or _CHANGED.search(left[: left.rfind("from")] if "from" in left else left)
    ):
        return True
    left = _THAT_ROUND.sub("", _RUMOUR.sub("", left))
    if language == "zh" and _EARLIER.search(left):
        return True
    if _LONG_AGO.match(left) or (_AFTER.search(left) and _A_VALUE.match(right)):
        return True
    left = _BESIDE.sub(" ", _TOLD.sub(" has ", left))
    near_left = _SMALL.split(left)[-1] if language in ("zh", "ja") else left[-90:]
    if _pattern("before", language).search(near_left):
        return True
    if language in ("zh", "ja"):
        right = _SMALL.split(right)[0]
    if _TO_FROM.search(left[-70:]) or _pattern("behind", language).search(_NEXT_SUM.split(right[:70])[0]):
        return True
    return dates.before(left, right, published, grace=grace)


def of(
    sentence: str,
    start: int,
    end: int,
    *,
    language: str,
    published: datetime | None = None,
    grace: int = 0,
    offer: bool = False,
) -> Status:
    """The status of the sum at `start` to `end`.

    A sum of an earlier month or year is a former one; with `grace`, only of a year that many before the last.
    `offer`: words of offering count as talks (they don't where a share offering is meant).
    """
    left, right = _clause(sentence, start, end)
    if _former(left, right, language, published, grace):
        return Status.PREVIOUS
    before, right = _around(sentence[max(0, start - 220) : start], right, language, grace)
    if _pattern("denied", language).search(_THEN.sub(" ", before) + "¤" + _THEN.sub(" ", right)):
        return Status.DENIED
    return _intended(before, right, language, offer=offer)


def _around(before: str, right: str, language: str, grace: int) -> tuple[str, str]:
    """The words on both sides that speak of the sum, without those that speak of something else."""
    right = _ELSE_DENIED.split(right)[0]
    if resumed := _RESUMES.search(before):
        before = before[resumed.end() :]
    if grace and language in ("zh", "ja"):
        before = _SMALL.split(before)[-1]
    if (apposed := _APPOSED.search(before)) and right.startswith(","):
        before, right = apposed.group(), ""
    return before, right


def _intended(before: str, right: str, language: str, *, offer: bool) -> Status:
    if language in ("ja", "ko") and _pattern("target", language).search(right[:8]):
        return Status.TARGET
    if _AIMED.search(before[-28:]) or _A_GOAL.match(right):
        return Status.TARGET
    if _talked(before + "¤" + right[:60], language, offers=offer and not _AGREED.search(before + right)):
        return Status.TALKS
    behind = right[: _BEHIND_REACH.get(language, 0)]
    if language == "zh":
        behind = _SMALL.split(behind)[0]
    aimed = _pattern("target", language)
    if aimed.search(before + "¤" + behind) and aimed.search(_BEATEN.sub(" ", before) + "¤" + behind):
        return Status.TARGET
    return Status.REPORTED


def _talked(around: str, language: str, *, offers: bool) -> bool:
    """Whether the words around a sum speak of talks; with `offers`, also of an offer that nobody took."""
    for _ in range(3):
        talks = _pattern("talks", language).search(around)
        if not talks:
            return False
        if offers or not _OFFER.match(talks.group()):
            return True
        around = around[talks.end() :]
    return False
