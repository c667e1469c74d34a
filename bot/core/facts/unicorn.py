"""Reads "became a unicorn", which names no figure, as a bound."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.core.model import Bound, Fact, Status
from bot.core.sought import Sought

_UNICORN = Sought(
    r"(?i)\b(?:becom(?:e|es|ing)|became|mint(?:s|ed)|join(?:s|ed)|reach(?:es|ed)?"
    r"|turns?|enter(?:s|ed)|hits?|is now|newest|latest|new|born|wird zum|zum|nuevo|se convierte en)"
    r"\s+(?:[\w’'-]+\s+){0,5}?(?P<what>unicorn|decacorn|unicornio|einhorn|licorne)\b"
    r"|(?:晋升|成为|跻身|新晋)[^，。]{0,8}(?P<zh>独角兽|十角兽)"
)


def bound(title: str, facts: Sequence[Fact], company: str) -> Fact | None:
    """What a text without a value says by calling its company a unicorn: a billion dollars at least."""
    if not company or any(fact.kind == "valuation" for fact in facts):
        return None
    for quote in (title, *(fact.quote for fact in facts[:6])):
        if match := _UNICORN.search(quote):
            what = (match.group("what") or match.group("zh")).casefold()
            least = Decimal(10_000_000_000 if what in ("decacorn", "十角兽") else 1_000_000_000)
            return Fact(
                kind="valuation",
                company=company,
                status=Status.REPORTED,
                quote=quote,
                amount=least,
                currency="USD",
                usd=least,
                bound=Bound.AT_LEAST,
            )
    return None
