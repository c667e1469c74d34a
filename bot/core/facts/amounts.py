"""The amounts of a sentence, without those that only say another one again in a second currency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.facts.cues import UNSPACED
from bot.core.money import Amount, find

# a sentence without any of these holds no amount worth the grammar
_DIGIT = re.compile(r"\d")
_SIGN = re.compile("[一二三四五六七八九十百千万亿億兆几数两半억조만]")
_SCALES = ("illion", "illard", "illiard", "billon", "billón", "millón", "millones", "crore", "lakh")
# a sentence with more sums than this is a table
_MOST = 16
_AGAIN = re.compile(
    r"^\s*(?:[(（\[/][^)）\]]{0,40}|[,，]?\s*(?:or|oder|ou|o|约合|折合|相当于)\s*(?:about"
    r"|around|roughly|approximately|rund|etwa|environ|unos)?)\s*$",
    re.IGNORECASE,
)


def in_sentence(sentence: str, language: str, title: str = "", lead: str = "") -> list[Amount]:
    """Each sum once: of "$1.4 billion (approx. ₹9100 Cr)" the first.

    A sum without a currency has that of its neighbour, else of the sums in the title; in a title, that
    of the same figure in the `lead`.
    """
    if not _may_hold(sentence):
        return []
    found = find(sentence, language)
    if language not in UNSPACED and not all(amount.explicit for amount in found):
        found = _with_currency(_as_in(lead, found, language), find(title, language))
    return _without_conversions(sentence, found)[:_MOST]


def _as_in(lead: str, found: Sequence[Amount], language: str) -> list[Amount]:
    """The sums with the currency that the lead gives to the same figures."""
    said = {amount.low: amount.currency for amount in find(lead, language) if amount.explicit} if lead else {}
    return [
        amount
        if amount.explicit or amount.low not in said
        else replace(amount, currency=said[amount.low], explicit=True)
        for amount in found
    ]


def _may_hold(sentence: str) -> bool:
    if _DIGIT.search(sentence) or (not sentence.isascii() and _SIGN.search(sentence)):
        return True
    lowered = sentence.lower()
    return any(word in lowered for word in _SCALES)


def _with_currency(found: Sequence[Amount], titled: Sequence[Amount]) -> list[Amount]:
    said = [amount.currency for amount in (*found, *titled) if amount.explicit]
    if not said:
        return list(found)
    last, kept = said[0], []
    for amount in found:
        if amount.explicit:
            last = amount.currency
        kept.append(amount if amount.explicit else replace(amount, currency=last))
    return kept


def _without_conversions(sentence: str, amounts: Sequence[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in amounts:
        if kept and kept[-1].currency != amount.currency:
            between = sentence[kept[-1].end : amount.start]
            if len(between) <= 60 and _AGAIN.match(between):
                continue
        kept.append(amount)
    return kept
