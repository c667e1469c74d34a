"""A name as it may be written, and a mention of it in a text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

TOKEN = re.compile("[0-9A-Za-z\u00c0-\u024f]+")
_LEGAL = frozenset(
    {"inc", "ltd", "llc", "corp", "corporation", "plc", "gmbh", "ag", "sa", "se", "co", "limited", "pbc"}
)
_LEGAL_SIGNS = ("股份有限公司", "有限公司", "公司", "株式会社", "주식회사")


class Care(StrEnum):
    """How much a name needs before it is believed to mean the company."""

    # means nothing else in any spelling: OpenAI
    NONE = "none"
    # must be capitalised as in the data: Meta, Apple
    CAPITAL = "capital"
    # an ordinary word besides: Figure, Together; needs its full name or a word of business beside it
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One spelling of a company's name."""

    written: str
    company: str
    care: Care = Care.NONE
    # words that, right before or behind it, show that it means something else
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()

    @property
    def tail(self) -> str:
        """Signs that end the name and must stand there: the "&" of "Humans&"."""
        return "&" if self.written.endswith("&") else ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A known company named in text[start:end], by its canonical name."""

    start: int
    end: int
    company: str


def latin(written: str) -> bool:
    """Whether the name is written in Latin letters and digits alone."""
    return all(not letter.isalnum() or TOKEN.match(letter) for letter in written)


def tokens(written: str) -> tuple[str, ...]:
    """The name's words, folded: "Character.AI" is ("character", "ai")."""
    return tuple(match.group().lower() for match in TOKEN.finditer(written))


def usual_care(written: str) -> Care:
    """One word means nothing else in any case; several may be ordinary words: "essential AI tools"."""
    return Care.CAPITAL if len(tokens(written)) > 1 else Care.NONE


# an article asks for the same few names over and over
@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case, accents, width variants, punctuation, blanks and legal form, to look it up by."""
    words = re.findall(r"[^\W_]+", name.lower() if name.isascii() else _unaccented(name))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    whole = "".join(words)
    for sign in _LEGAL_SIGNS:
        if whole.endswith(sign) and len(whole) > len(sign) + 1:
            return whole[: -len(sign)]
    return whole


def _unaccented(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.strip()).casefold()
    return unicodedata.normalize(
        "NFC", "".join(c for c in plain if not unicodedata.combining(c) or c > "\u3000")
    )
