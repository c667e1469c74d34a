"""Who put the money in, where the text says it."""

from __future__ import annotations

import re
from functools import lru_cache

_ONE = r"[A-Z][\w&.’'-]*(?:\s+(?:[A-Z][\w&.’'-]*|of|de|&))*"
_LIST = rf"{_ONE}(?:(?:,\s+(?:and\s+)?|\s+(?:and|und|y|et)\s+){_ONE}){{0,5}}"
_LATIN = re.compile(
    rf"\b(?:co-led by|led by|backed by|from investors including|investors including"
    rf"|angeführt von|liderada por|"
    rf"liderado por|menée par|mené par|participation from"
    rf"|joined by)\s+(?:the\s+)?({_LIST})"
)
_SPLIT = re.compile(r",\s+(?:and\s+)?|\s+(?:and|und|y|et)\s+")
_CHINESE = re.compile(r"由([^，。；]{2,40}?)(?:联合)?(?:领投|独家投资|投资)|([^，。；、由]{2,20})领投")
_AT_MOST = 6


@lru_cache(maxsize=8)
def names(sentence: str) -> tuple[str, ...]:
    """The investors that a sentence names, in its order, at most six."""
    found: list[str] = []
    for match in _LATIN.finditer(sentence):
        found += [part.strip(" .’'") for part in _SPLIT.split(match.group(1))]
    for match in _CHINESE.finditer(sentence) if "投" in sentence else ():
        found += re.split(r"[、和及与]", match.group(1) or match.group(2))
    return tuple(dict.fromkeys(name.strip() for name in found if name.strip()))[:_AT_MOST]
