"""Context: whether an ordinary word such as "Meta" or "Figure" means the company here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.core.companies.names import TOKEN, Care, Name

_REACH = 40
_POSSESSIVE = frozenset({"'", "’"})
_WORD_BEHIND = re.compile(r"(?:['’]s?)?[\s\-‑]?[\s(]*([^\W_]+)")
_WORD_BEFORE = re.compile(r"([^\W_]+)(?:['’]s)?[\s\-‑]?[\s(]*$")


class Context:
    """The words beside a name that speak for or against the company, from the table's [words]."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._behind = frozenset(words["behind"])
        self._before = frozenset(words["before"])
        self._signs = tuple(words["signs"])
        nouns = "|".join(re.escape(noun) for noun in words["nouns"])
        # as in: Figure, the robotics startup; Magic is a lab
        self._apposition = re.compile(
            rf"(?:,|\s+is|\s+are|\s+\(|\s+—|\s+–)\s*(?:an?|the|which|one|whose)\s[^.!?\n]{{0,60}}?\b(?:{nouns})\b"
        )

    def allows(self, text: str, start: int, end: int, name: Name) -> bool:
        """Whether the writing and the neighbours leave the name standing."""
        if name.care is not Care.NONE and not _capitals(text, start, end, name.written):
            return False
        if (
            name.not_before
            and text[end : end + 1] not in _POSSESSIVE
            and _behind(text, end) in name.not_before
        ):
            return False
        return not (name.not_after and _before(text, start) in name.not_after)

    def evidence(self, text: str, start: int, end: int) -> bool:
        """Whether a word of business beside the name shows a company."""
        return (
            _behind(text, end) in self._behind
            or _before(text, start) in self._before
            or text.startswith(self._signs, end)
            or self._apposition.match(text, end, end + 2 * _REACH) is not None
        )


def _capitals(text: str, start: int, end: int, written: str) -> bool:
    """Whether each word is capitalised where the table has it so; all capitals will do as well."""
    shown = [match.group() for match in TOKEN.finditer(text, start, end)]
    wanted = [match.group() for match in TOKEN.finditer(written)]
    if len(shown) != len(wanted):
        # closed up ("huggingface") it is no ordinary words
        return True
    return all(word[0].isupper() or not model[0].isupper() for word, model in zip(shown, wanted, strict=True))


def _behind(text: str, end: int) -> str:
    match = _WORD_BEHIND.match(text, end, end + _REACH)
    return match[1].lower() if match else ""


def _before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return match[1].lower() if match else ""
