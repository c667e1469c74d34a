"""An amount of money as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.core.model import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount, or one range, with the half-open span of the text that says it.

    `low` and `high` are in units of the currency, never in millions; `high` is None without a range.
    `explicit` is False where the text names no currency and the language's usual one was taken.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    currency: str
    bound: Bound = Bound.EXACT
    explicit: bool = True
