"""Joins facts that say the same thing, from one text or from many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.core.model import Bound, Fact, Status

# two figures within this share of each other are roundings of one sum
_ROUNDING = Decimal("0.02")
# a figure with fewer digits may be off by this share: "$1B" for $1.03B
_SHORTENED = Decimal("0.05")
# across currencies the rates of the day blur it further
_EXCHANGE = Decimal("0.06")
_ALIKE = {"market_cap": "valuation", "valuation": "valuation"}


def close(one: Fact, other: Fact) -> bool:
    """Whether two facts carry the same sum, whatever the rounding and the currency."""
    if one.amount is None or other.amount is None:
        return one.amount is other.amount
    if one.currency == other.currency:
        if one.amount == other.amount:
            return True
        if abs(one.amount - other.amount) > _SHORTENED * max(one.amount, other.amount):
            return False
        return _rounds(one.amount, other.amount) or abs(one.amount - other.amount) <= _ROUNDING * max(
            one.amount, other.amount
        )
    if one.usd is None or other.usd is None:
        return False
    return abs(one.usd - other.usd) <= _EXCHANGE * max(one.usd, other.usd)


def _rounds(one: Decimal, other: Decimal) -> bool:
    """Whether one is the other with fewer figures: $1B and $1.03B."""
    short, full = sorted((one.normalize(), other.normalize()), key=lambda sum_: len(sum_.as_tuple().digits))
    if abs(full - short) > _SHORTENED * full or not full:
        return False
    return full.quantize(Decimal((0, (1,), _exponent(short)))) == short


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts are one claim: kind, company and sum; not the words, nor the status."""
    if one.company and other.company and one.company != other.company:
        return False
    return _same_sum(one, other)


def _same_sum(one: Fact, other: Fact) -> bool:
    return _ALIKE.get(one.kind, one.kind) == _ALIKE.get(other.kind, other.kind) and close(one, other)


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


def join(facts: Sequence[Fact], subject: str = "", known: Callable[[str], object] = bool) -> tuple[Fact, ...]:
    """The facts of one article, each claim once; what stands first (the title) leads.

    In one article the same sum of the same kind is the same claim, unless two `known` companies claim it.
    A title's plain word yields to the talks that its text tells of.
    """
    kept: list[Fact] = []
    for fact in facts:
        for place, first in enumerate(kept):
            if (
                _same_sum(first, fact)
                and not _apart(first.company, fact.company, known)
                and not _succeeds(first, fact)
            ):
                kept[place] = _told(first, fact, subject)
                break
        else:
            kept.append(fact)
    return tuple(kept)


def _succeeds(first: Fact, fact: Fact) -> bool:
    """Whether one is the former value of the other, which it is close to: "$7B", "up from $6.8B"."""
    former = (first.status is Status.PREVIOUS) != (fact.status is Status.PREVIOUS)
    return former and first.amount != fact.amount


def _apart(one: str, other: str, known: Callable[[str], object]) -> bool:
    return bool(one and other and one != other and known(one) and known(other))


def _told(first: Fact, later: Fact, subject: str) -> Fact:
    company = subject if subject in (first.company, later.company) else first.company or later.company
    hedged = first.status is Status.REPORTED and later.status is Status.TALKS
    return replace(_richer(first, later), company=company, status=later.status if hedged else first.status)


def merge(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a story with those of one more article: the same claim once, the richer words kept.

    A claim that was in talks and is now reported is reported.
    """
    kept = list(old)
    for fact in new:
        for place, known in enumerate(kept):
            if same(known, fact):
                settled = (
                    Status.REPORTED in (known.status, fact.status) and known.status is not Status.PREVIOUS
                )
                status = Status.REPORTED if settled else known.status
                kept[place] = replace(_richer(known, fact), status=status)
                break
        else:
            kept.append(fact)
    return tuple(kept)
