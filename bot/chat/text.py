"""Text that others wrote, made harmless before any platform's markup: what is shared by all platforms."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, urlsplit

# embeddings, overrides, isolates and marks (Unicode's TR9): they can reorder what follows them
_DIRECTIONS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)))
# invisible and without use in a sentence; joiners stay, emoji and Persian need them
_INVISIBLE = frozenset("\u200b\u2060\ufeff\u00ad\u180e")
_BREAKS = frozenset("\u2028\u2029\x0b\x0c\x85")

_ISOLATE, _END = "\u2068", "\u2069"


def neutral(text: str) -> str:
    """Text without controls, lone surrogates, directional or invisible characters; newlines stay."""
    kept = []
    for character in text:
        if character == "\n" or character in _BREAKS:
            kept.append("\n")
        elif character == "\t":
            kept.append(" ")
        elif character not in _DIRECTIONS and character not in _INVISIBLE and not _is_control(character):
            kept.append(character)
    return "".join(kept)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def line(text: str) -> str:
    """The same on one line: every run of white space is one space."""
    return " ".join(neutral(text).split())


def isolated(text: str) -> str:
    """Text that leaves what stands beside it in its order, also when it runs from right to left.

    Left-to-right text comes back as it is. The marks are Unicode's first strong isolate and its end.
    """
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def web(link: str, most: int = 2_000) -> str:
    """The address, safe to put in markup, or "" when it isn't a plain http(s) address.

    An address with a name and password is refused (it can look like another site), and so is one longer than
    `most` characters. Characters that end a link in somebody's markup are percent-encoded.
    """
    trimmed = neutral(link).strip()
    try:
        parts = urlsplit(trimmed)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    encoded = quote(trimmed, safe="%/:?#[]@!$&'()*+,;=~-._", encoding="utf-8", errors="ignore")
    return encoded if len(encoded) <= most else ""
