"""The names that may stand before a colon or an operator, and the words for them.

Every kind of fact in `core/facts` can be compared, under its name and the words that it gives itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import process

from bot.core.facts import KINDS
from bot.core.model import Status


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of fact that can be compared: what it is called alone, and as "a valuation of …"."""

    name: str
    noun: str


# the short name and the noun, where the title of a kind doesn't do
_SAID = {
    "raised": Measure("raise", "raise"),
    "market_cap": Measure("market cap", "market value"),
    "ipo": Measure("IPO", "stock market listing"),
}
# what the reader sets aside: loans, fines, prices
_ASIDE = frozenset({"other"})

MEASURES: dict[str, Measure] = {
    name: _SAID.get(name) or Measure(kind.title.lower(), kind.title.lower())
    for name, kind in KINDS.items()
    if name not in _ASIDE
}


def _plain(typed: str) -> str:
    return "_".join(re.split(r"[\s_-]+", typed.strip().casefold()))


# what people type for them, beside what the kinds name themselves
_MEASURE_ALIASES: dict[str, str] = {
    _plain(word): name for name, kind in KINDS.items() if name in MEASURES for word in kind.words
} | {
    "value": "valuation",
    "valuations": "valuation",
    "估值": "valuation",
    "raise": "raised",
    "raises": "raised",
    "funding": "raised",
    "acquired": "acquisition",
    "acquisitions": "acquisition",
    "takeover": "acquisition",
    "marketcap": "market_cap",
    "cap": "market_cap",
    "market_capitalization": "market_cap",
    "market_capitalisation": "market_cap",
    "arr": "revenue",
    "revenues": "revenue",
    "funds": "fund",
    "invested": "investment",
    "investments": "investment",
    "capex": "investment",
}

FIELDS: tuple[str, ...] = ("company", "source", "title", "lang", "status", "origin", "case")

_FIELD_ALIASES: dict[str, str] = {
    "companies": "company",
    "from": "source",
    "feed": "source",
    "site": "source",
    "outlet": "source",
    "sources": "source",
    "headline": "title",
    "language": "lang",
    "via": "origin",
}

STATUSES: dict[str, Status] = {status.value: status for status in Status} | {
    "closed": Status.REPORTED,
    "done": Status.REPORTED,
    "confirmed": Status.REPORTED,
    "talk": Status.TALKS,
    "plan": Status.TARGET,
    "planned": Status.TARGET,
    "targets": Status.TARGET,
    "denial": Status.DENIED,
    "former": Status.PREVIOUS,
}

STATUS_WORDS: dict[Status, str] = {
    Status.REPORTED: "reported as done",
    Status.TALKS: "in talks",
    Status.TARGET: "a target",
    Status.DENIED: "denied",
    Status.PREVIOUS: "previous",
}

LANGUAGES: dict[str, str] = {
    "en": "English",
    "zh": "Chinese",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "ja": "Japanese",
    "ko": "Korean",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "ru": "Russian",
    "pl": "Polish",
    "tr": "Turkish",
    "ar": "Arabic",
    "hi": "Hindi",
    "sv": "Swedish",
    "vi": "Vietnamese",
    "id": "Indonesian",
}


MEASURE_NAMES: tuple[str, ...] = (*MEASURES, *_MEASURE_ALIASES)


def measure(typed: str) -> str | None:
    """The kind of fact that a typed name means, None when there is none of that name."""
    name = _plain(typed)
    return name if name in MEASURES else _MEASURE_ALIASES.get(name)


def field(typed: str) -> str | None:
    """The field that a typed name means, None when there is none of that name."""
    name = typed.casefold()
    return name if name in FIELDS else _FIELD_ALIASES.get(name)


def language(typed: str) -> str | None:
    """The two-letter code of a language that is typed as its code or its English name."""
    name = typed.casefold()
    for code, title in LANGUAGES.items():
        if name in {code, title.casefold()}:
            return code
    head = name.split("-")[0].split("_")[0]
    return head if len(head) in {2, 3} and head.isascii() and head.isalpha() else None


def nearest(typed: str, names: list[str]) -> str | None:
    """The name that was probably meant."""
    found = process.extractOne(typed.casefold(), names, score_cutoff=70)
    return found[0] if found else None
