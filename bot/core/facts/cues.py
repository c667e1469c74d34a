"""Finds the cues of all kinds in a sentence: one pass over its words, whatever the number of cues.

Heads are filed under their first letters, and where they have one under their first word, so each place
in a sentence tries only the few that can start there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.core.facts.kind import EVERY, Cue
from bot.core.facts.kinds import KINDS

# languages whose words run together: a cue in their own script may start anywhere
UNSPACED = frozenset({"zh", "ja", "ko"})
_WORD = re.compile(r"[^\W_]+")
# in those, a Latin word starts and ends at a letter of the other script
_LATIN_WORD = re.compile(r"[A-Za-z0-9]+")
_LETTERS = re.compile(r"\w+")
_LETTERS_ALONE = re.compile(r"[^\W\d_]+")
# a first word that no letter can follow
_WHOLE = re.compile(r"[^\W\d_]+(?=$|[ -](?![?*{]))")
# a head may say what must not stand before it
_LOOKBEHIND = re.compile(r"^(?:\(\?<!.*?\))+")
_KEY = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a sentence."""

    start: int
    end: int
    kind: str
    cue: Cue


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    word: str
    kind: str
    cue: Cue


def alternatives(expression: str) -> list[str]:
    """Split a regular expression at the bars that stand outside brackets."""
    parts, depth, last = [], 0, 0
    for place, char in enumerate(expression):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "|" and not depth:
            parts.append(expression[last:place])
            last = place + 1
    return [*parts, expression[last:]]


def _key(expression: str) -> str:
    letters = _LETTERS.match(_LOOKBEHIND.sub("", expression))
    if not letters:
        raise ValueError(f"a cue starts with a letter: {expression!r}")
    word = letters.group()
    # a letter before a quantifier is optional or repeated
    rest = _LOOKBEHIND.sub("", expression)[len(word) :]
    if rest[:1] in ("?", "*", "{"):
        word = word[:-1]
    return word[:_KEY].casefold()


def _first_word(head: str) -> str:
    """The word that the head starts with, "" where its letters may go on."""
    word = _WHOLE.match(_LOOKBEHIND.sub("", head))
    return word.group().lower() if word else ""


class _Index:
    """The cues of one language, by first letters."""

    def __init__(self, language: str) -> None:
        self.anywhere = language in UNSPACED
        self.words: dict[str, list[_Entry]] = defaultdict(list)
        self.inside: dict[str, list[_Entry]] = defaultdict(list)
        for kind in KINDS.values():
            for cue in (*kind.cues.get(language, ()), *kind.cues.get(EVERY, ())):
                self._file(kind.name, cue)
        # every text says the same words over and over
        self.starting = lru_cache(maxsize=4096)(self._starting)
        firsts = "".join(sorted({key[0] for key in self.inside}))
        self.places = re.compile(f"[{re.escape(firsts)}]") if firsts else None

    def _file(self, kind: str, cue: Cue) -> None:
        for head in alternatives(cue.head):
            runs = self.anywhere and not _key(head)[0].isascii()
            end = "" if runs else r"(?![A-Za-z])" if self.anywhere else r"(?![^\W\d_])"
            pattern = re.compile(f"(?:{head}){end}", re.IGNORECASE)
            entry = _Entry(pattern, "" if self.anywhere else _first_word(head), kind, cue)
            shelf = self.inside if cue.inside or runs else self.words
            shelf[_key(head)].append(entry)

    def _starting(self, word: str) -> tuple[_Entry, ...]:
        """The entries of `words` that may start with the word."""
        letters = _LETTERS_ALONE.match(word)
        first = letters.group().lower() if letters else ""
        return tuple(
            entry
            for length in range(min(_KEY, len(word)), 0, -1)
            for entry in self.words.get(word[:length], ())
            if entry.word in ("", first)
        )

    def find(self, sentence: str, folded: str) -> list[Hit]:
        hits: list[Hit] = []
        for word in (_LATIN_WORD if self.anywhere else _WORD).finditer(folded):
            if entries := self.starting(word.group()):
                _try(entries, sentence, word.start(), hits)
        for match in self.places.finditer(folded) if self.places else ():
            place = match.start()
            for length in range(_KEY, 0, -1):
                _try(self.inside.get(folded[place : place + length], ()), sentence, place, hits)
        return hits


def _try(entries: Iterable[_Entry], sentence: str, place: int, hits: list[Hit]) -> None:
    for entry in entries:
        if match := entry.pattern.match(sentence, place):
            hits.append(Hit(place, match.end(), entry.kind, entry.cue))


@lru_cache(maxsize=32)
def _index(language: str) -> _Index:
    known = any(language in kind.cues for kind in KINDS.values())
    return _Index(language if known else "en")


def find(sentence: str, language: str) -> list[Hit]:
    """Every cue in the sentence, in the order of where it starts (those inside words last)."""
    folded = sentence.lower()
    # lower() may change the length of a few capitals; then the places would be off
    return _index(language).find(sentence, folded if len(folded) == len(sentence) else sentence)
