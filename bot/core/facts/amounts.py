"""The amounts of a sentence, without those that only say another one again in a second currency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.money import Amount, find

# a sentence without any of these holds no amount worth the grammar
_HINT = re.compile(
    r"[\d０-９]|[一二三四五六七八九十百千万亿億兆几数两半]|(?:illion|illard|billon|billón|millón|millones|milliard"
    r"|crore|lakh|억|조|만)",
    re.IGNORECASE,
)
# a sentence with more sums than this is a table
_MOST = 16
_AGAIN = re.compile(
    r"^\s*(?:[(（\[/][^)）\]]{0,40}|[,，]?\s*(?:or|oder|ou|o|约合|折合|相当于)\s*(?:about"
    r"|around|roughly|approximately|rund|etwa|environ|unos)?)\s*$",
    re.IGNORECASE,
)


def in_sentence(sentence: str, language: str) -> list[Amount]:
    """Each sum once: of "$1.4 billion (approx. ₹9100 Cr)" the first."""
    if not _HINT.search(sentence):
        return []
    return _without_conversions(sentence, find(sentence, language))[:_MOST]


def _without_conversions(sentence: str, amounts: Sequence[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in amounts:
        if kept and kept[-1].currency != amount.currency:
            between = sentence[kept[-1].end : amount.start]
            if len(between) <= 60 and _AGAIN.match(between):
                continue
        kept.append(amount)
    return kept
