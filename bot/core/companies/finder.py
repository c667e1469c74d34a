"""Finds known names in a text: a dictionary of token sequences, and one of signs for names in CJK."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.core.companies.context import Context
from bot.core.companies.names import TOKEN, Care, Mention, Name, latin, tokens

# what may stand between two tokens of one name: "Hugging Face", "Hugging-Face", "C3.ai", "AT&T"
_LINKS = frozenset({" ", "-", ".", "&", "\u00a0", "'", "’", " & ", "‑", "·"})
_KATAKANA = re.compile("[ァ-ヺー]")
_HANGUL = re.compile("[가-힣]")


class Finder:
    """An index over names: building it takes time in their number, finding in the length of the text."""

    def __init__(self, names: Iterable[Name], words: Mapping[str, Any]) -> None:
        self._context = Context(words)
        self._first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        self._signs: dict[str, list[tuple[str, Name]]] = {}
        for name in names:
            if latin(name.written):
                self._add_latin(name)
            else:
                self._signs.setdefault(name.written[0], []).append((name.written, name))
        for row in self._first.values():
            row.sort(key=lambda entry: -len(entry[0]))
        for signs in self._signs.values():
            signs.sort(key=lambda entry: -len(entry[0]))
        self._sign = re.compile(f"[{re.escape(''.join(sorted(self._signs)))}]") if self._signs else None

    def _add_latin(self, name: Name) -> None:
        words = tokens(name.written)
        if not words:
            return
        forms = {words}
        closed = "".join(words)
        if len(words) == 2 and len(closed) >= 7 and name.care is not Care.EVIDENCE:
            # "HuggingFace"; a capital name closed up is no other word
            forms.add((closed,))
        for form in forms:
            self._first.setdefault(form[0], []).append((form, name))

    def find(self, text: str) -> list[Mention]:
        """Every name that the text means as a company, in order; the longest where several start together."""
        found = self._latin(text)
        if self._sign is not None and not text.isascii():
            found = _apart(found + self._in_signs(text))
        sure = {name.company for _, _, name in found if name.care is not Care.EVIDENCE}
        return [
            Mention(start, end, name.company)
            for start, end, name in found
            if name.care is not Care.EVIDENCE
            or name.company in sure
            or self._context.evidence(text, start, end)
        ]

    def _latin(self, text: str) -> list[tuple[int, int, Name]]:
        found: list[tuple[int, int, Name]] = []
        done = 0
        for start, word in self._starts(text):
            if start < done:
                continue
            hit = self._longest(text, start, start + len(word), self._first[word])
            if hit is not None:
                found.append(hit)
                done = hit[1]
        return found

    def _starts(self, text: str) -> list[tuple[int, str]]:
        """The places in the text where a name may start, in order, each with its first word."""
        lowered = text.lower()
        if len(lowered) != len(text):
            # a few capitals grow; then the places would be off
            lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        words = set(TOKEN.findall(lowered))
        places = [
            (start, word)
            for word in self._first.keys() & words
            if any(words.issuperset(form) for form, _ in self._first[word])
            for start in _whole_words(lowered, word)
        ]
        places.sort()
        return places

    def _longest(
        self, text: str, start: int, first_end: int, row: list[tuple[tuple[str, ...], Name]]
    ) -> tuple[int, int, Name] | None:
        for form, name in row:
            end = _follow(text, first_end, form)
            if end is not None and name.tail:
                end = end + len(name.tail) if text.startswith(name.tail, end) else None
            if end is not None and self._context.allows(text, start, end, name):
                return start, end, name
        return None

    def _in_signs(self, text: str) -> list[tuple[int, int, Name]]:
        found = []
        done = 0
        pattern = self._sign
        for match in pattern.finditer(text) if pattern is not None else ():
            start = match.start()
            if start < done:
                continue
            for written, name in self._signs[match.group()]:
                end = start + len(written)
                if (
                    text.startswith(written, start)
                    and _whole(text, start, end)
                    and self._allowed(text, start, end, name)
                ):
                    found.append((start, end, name))
                    done = end
                    break
        return found

    def _allowed(self, text: str, start: int, end: int, name: Name) -> bool:
        return not any(text.startswith(word, end) for word in name.not_before) and not any(
            text.endswith(word, 0, start) for word in name.not_after
        )


def _whole_words(text: str, word: str) -> Iterator[int]:
    """Every place where the word stands by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (TOKEN.match(text, end) or (start and TOKEN.match(text, start - 1))):
            yield start
        start = text.find(word, end)


def _follow(text: str, end: int, form: tuple[str, ...]) -> int | None:
    """The end of the name whose first token ends at `end`; None when the text goes on otherwise."""
    for word in form[1:]:
        match = TOKEN.search(text, end, end + len(word) + 4)
        if match is None or match.group().lower() != word or text[end : match.start()] not in _LINKS:
            return None
        end = match.end()
        if TOKEN.match(text, end):
            return None
    return end


def _apart(found: list[tuple[int, int, Name]]) -> list[tuple[int, int, Name]]:
    """The hits in order; of two that overlap ("LG", "LG전자") the first and longest."""
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, Name]] = []
    for hit in found:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a name in signs stands by itself: katakana is not cut out of a word, hangul starts one."""
    if _KATAKANA.match(text, start) and start and _KATAKANA.match(text, start - 1):
        return False
    if _KATAKANA.match(text, end - 1) and _KATAKANA.match(text, end):
        return False
    return not (_HANGUL.match(text, start) and start and _HANGUL.match(text, start - 1))
