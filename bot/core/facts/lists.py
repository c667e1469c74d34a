"""Sums told one after another: "Larch raised $3 billion at $9 billion, Marlin AI $1 billion, Tarnwell …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.facts.names import Name
from bot.core.money import Amount

_NEXT = re.compile(r"(?:,|;|\band)\s$")


def named(sentence: str, amount: Amount, found: Sequence[Name]) -> str:
    """The next company of a list, whose name stands right before its sum; "" where none does.

    What its sum is, the first sum of the list says.
    """
    for name in found:
        if name.end + 1 == amount.start and _NEXT.search(sentence[max(0, name.start - 6) : name.start]):
            return name.company
    return ""
