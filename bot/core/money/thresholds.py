"""Amounts as people type them in a watch: "10B", "€40bn", "10 billion", "US$1.2bn", "5k", "₹500 cr"."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from bot.core.money import currencies, numerals, scales

_PLACES = 18
_TYPED = re.compile(
    r"(?P<before>[^\d\s.,+-][^\d\s+-]{0,3})?\s*(?P<number>\d[\d.,'’]{0,24})[\s-]*(?P<after>\D{0,24})"
)


def parse_threshold(text: str) -> tuple[Decimal, str] | None:
    """The amount and currency code that a person typed, dollars without one; None when it is no amount.

    A scale (k, M, B, T, bn, million, crore, …) and a currency (sign, code or word; before or after) count
    in any case. Digits are read the English way.
    """
    match = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    value = numerals.number(match["number"], "en")
    before, after = match["before"] or "", match["after"].strip()
    currency = _currency(before) if before else ""
    if value is None or currency is None:
        return None
    return _scaled(value, after, currency)


def _scaled(value: Decimal, after: str, currency: str) -> tuple[Decimal, str] | None:
    scale, rest = _scale(after)
    if rest:
        behind = _currency(rest)
        if behind is None or currency not in {"", behind}:
            return None
        currency = behind
    if scale in {scales.LAKH, scales.CRORE} and not currency:
        currency = "INR"
    return value * scale, currency or "USD"


def _scale(after: str) -> tuple[Decimal, str]:
    """The scale at the start of what follows the digits, and what stands behind it."""
    signs = scales.SIGN_RUN.match(after)
    if signs is not None:
        return scales.sign_scale(signs.group()), after[signs.end() :].strip()
    word = re.match(r"[^\W\d_]+", after)
    found = scales.scale(word.group(), "en") if word else None
    if word is not None and found is not None:
        return found, after[word.end() :].strip(" .-")
    # "10Busd", "5mEUR": a letter with a code glued to it
    if len(after) == 4 and after[1:].upper() in currencies.CODES:
        glued = scales.scale(after[0], "en")
        if glued is not None:
            return glued, after[1:]
    return Decimal(1), after


def _currency(mark: str) -> str | None:
    """The code of a sign, code or word in any case; None when it is none."""
    mark = mark.strip().rstrip(".")
    known = {key.upper(): code for key, code in currencies.BEFORE.items()}
    return known.get(mark.upper()) or currencies.WORDS.get(mark.lower()) or currencies.CJK.get(mark)
