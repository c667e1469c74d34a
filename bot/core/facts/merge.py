"""Joins facts that say the same thing, from one text or from many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.core.model import Bound, Fact, Status

# two figures within this share of each other are roundings of one sum
_ROUNDING = Decimal("0.02")
# across currencies the rates of the day blur it further
_EXCHANGE = Decimal("0.06")
_ALIKE = {"market_cap": "valuation", "valuation": "valuation"}


def close(one: Fact, other: Fact) -> bool:
    """Whether two facts carry the same sum, whatever the rounding and the currency."""
    if one.amount is None or other.amount is None:
        return one.amount is other.amount
    if one.currency == other.currency:
        return abs(one.amount - other.amount) <= _ROUNDING * max(one.amount, other.amount)
    if one.usd is None or other.usd is None:
        return False
    return abs(one.usd - other.usd) <= _EXCHANGE * max(one.usd, other.usd)


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts are one claim: kind, company and sum; not the words, nor the status."""
    if _ALIKE.get(one.kind, one.kind) != _ALIKE.get(other.kind, other.kind):
        return False
    if one.company and other.company and one.company != other.company:
        return False
    return close(one, other)


def _richer(one: Fact, other: Fact) -> Fact:
    exact = one if one.bound is Bound.EXACT or other.bound is not Bound.EXACT else other
    return replace(
        one,
        company=one.company or other.company,
        amount=exact.amount,
        amount_max=exact.amount_max or one.amount_max,
        currency=exact.currency,
        usd=exact.usd,
        usd_max=exact.usd_max or one.usd_max,
        bound=exact.bound,
        round=one.round or other.round,
        investors=one.investors or other.investors,
    )


def join(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one article, each claim once; what stands first (the title) leads, and its status holds."""
    kept: list[Fact] = []
    for fact in facts:
        for place, known in enumerate(kept):
            if same(known, fact):
                kept[place] = _richer(known, fact)
                break
        else:
            kept.append(fact)
    return tuple(kept)


def merge(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a story with those of one more article: the same claim once, the richer words kept.

    A claim that was in talks and is now reported is reported.
    """
    kept = list(old)
    for fact in new:
        for place, known in enumerate(kept):
            if same(known, fact):
                settled = Status.REPORTED in (known.status, fact.status) and known.status is not Status.PREVIOUS
                status = Status.REPORTED if settled else known.status
                kept[place] = replace(_richer(known, fact), status=status)
                break
        else:
            kept.append(fact)
    return tuple(kept)
