"""Amounts said: "$45B", "€300M", "CN¥20B", "$1.5B–$2B"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal

# short and never two meanings; other currencies are said by their code
_MARKS: Mapping[str, str] = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "CNY": "CN¥",
    "INR": "₹",
    "KRW": "₩",
    "HKD": "HK$",
}
_UNITS = ((Decimal(10**12), "T"), (Decimal(10**9), "B"), (Decimal(10**6), "M"), (Decimal(10**3), "K"))
_WIDE = Context(prec=60)


def say(amount: Decimal, currency: str, *, high: Decimal | None = None) -> str:
    """An amount in `currency` units as a reader says it, with at most three significant decimals.

    A range gets an en dash; its ends are both said in full. "999.96 million" stays "$999.9M" rather than
    becoming the wrong "$1,000M". An empty currency is left out.
    """
    said = _one(amount, currency)
    if high is None or high == amount:
        return said
    return f"{said}–{_one(high, currency)}"


def _one(amount: Decimal, currency: str) -> str:
    mark = _MARKS.get(currency) or (f"{currency} " if currency else "")
    sign = "-" if amount < 0 else ""
    return f"{sign}{mark}{_short(abs(amount))}"


def _short(amount: Decimal) -> str:
    for unit, letter in _UNITS:
        if amount >= unit:
            return f"{_digits(_WIDE.divide(amount, unit))}{letter}"
    return _digits(amount)


def _digits(scaled: Decimal) -> str:
    """Three significant digits behind a small whole part, one behind hundreds; never over the next unit."""
    places = Decimal("0.01") if scaled < 10 else Decimal("0.1")
    rounded = scaled.quantize(places, rounding=ROUND_HALF_EVEN, context=_WIDE)
    if rounded >= 1000 > scaled:
        rounded = scaled.quantize(places, rounding=ROUND_DOWN, context=_WIDE)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
