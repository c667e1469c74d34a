"""How a word or a phrase is met in a text that was cut into words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from bot.core.query.words import ALONE, Text

# the effort for one pattern in one text: no writer's words come near it, and a text that is made for it costs
# no more. Letters that are found where no word begins take little, a word that is compared takes more
_MOST_EFFORT = 20_000
_LETTERS, _STEP = 1, 10


def endings(word: str) -> tuple[str, ...]:
    """The word and its plain plurals, one way: "layoff" gives "layoffs", "layoffs" nothing more."""
    last = word[-1:]
    if last.isdigit():
        # "H100s" are several H100; "4s" is no plural of 4
        return (word, word + "s") if word[0].isalpha() else (word,)
    if not last.isascii() or not last.isalpha():
        return (word,)
    forms = [word, word + "s"]
    if len(word) > 2 and word.casefold().endswith(("s", "x", "z", "ch", "sh")):
        forms.append(word + "es")
    if len(word) > 2 and last.casefold() == "y" and word[-2].casefold() not in "aeiou":
        forms.append(word[:-1] + "ies")
    return tuple(forms)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or phrase to look for: its words, what stands between them, symbols glued to its ends.

    `exact` asks for the case as written, `prefix` lets the last word go on.
    """

    words: tuple[str, ...]
    # gaps[i] stands before words[i]; the first is empty
    gaps: tuple[str, ...]
    exact: bool = False
    prefix: bool = False
    # "." of ".NET"
    before: str = ""
    # "++" of "C++", "#" of "C#"
    after: str = ""

    @classmethod
    def read(cls, typed: str, *, exact: bool = False, prefix: bool = False) -> Self | None:
        """The pattern that a person typed; None when there is no letter or digit in it."""
        cut = Text(typed)
        words = cut.written if exact else cut.words
        if not words:
            return None
        gaps = ["", *(gap.replace('"', "") for gap in cut.gaps[1:-1])]
        after = re.match(r"[+#]*", cut.gaps[-1])
        return cls(
            words=tuple(words),
            gaps=tuple(gaps),
            exact=exact,
            prefix=prefix,
            before="." if cut.gaps[0].endswith(".") and words[0][0].isalpha() else "",
            after=after[0] if after else "",
        )

    def within(self, text: Text) -> bool:
        """Whether the text has it, in time that grows with the text's length alone."""
        left = _MOST_EFFORT
        for place in self._starts(text) if len(self.words) == 1 else self._runs(text):
            left -= _LETTERS
            if place is None:
                continue
            met, steps = self._fits(text, place)
            left -= steps * _STEP
            if met or left < 0:
                return met
        return False

    def found_in(self, name: str) -> bool:
        """Whether a short text, such as a name, has it."""
        return self.within(Text(name))

    def _starts(self, text: Text) -> Iterator[int]:
        """Where the one word stands."""
        places = text.written_places if self.exact else text.places
        if self.prefix:
            for word in _going_on(self.words[0], text.written_order if self.exact else text.order):
                yield from places[word]
        else:
            for form in endings(self.words[0]):
                yield from places.get(form, ())

    def _runs(self, text: Text) -> Iterator[int | None]:
        """The words at which the letters of several begin, whatever stands between; None within a word."""
        letters = "".join(self.words).casefold()
        if letters.endswith("y"):
            # a plural ends otherwise
            letters = letters[:-1]
        found = text.run.find(letters)
        while found >= 0:
            yield text.beginnings.get(found)
            found = text.run.find(letters, found + 1)

    def _joined(self, first: int) -> Iterator[tuple[str, int]]:
        """The words from `first` on, closed up as far as they may be, each with the index behind it."""
        joined = self.words[first]
        yield joined, first + 1
        for index in range(first + 1, len(self.words)):
            if not _closes(self.words[index - 1], self.gaps[index], self.words[index]):
                return
            joined += self.words[index]
            yield joined, index + 1

    def _fits(self, text: Text, first: int) -> tuple[bool, int]:
        """Whether it stands at this word of the text, and how many words that was found out from."""
        words = text.written if self.exact else text.words
        if self.before and not text.gaps[first].endswith(self.before):
            return False, 1
        index, place = 0, first
        while True:
            taken = self._taken(words[place], index)
            place += 1
            steps = place - first
            if taken is None:
                return False, steps
            index = taken
            if index == len(self.words):
                return text.gaps[place].startswith(self.after), steps
            if place == len(words) or not _meets(
                self.gaps[index], text.gaps[place], words[place - 1 : place + 1]
            ):
                return False, steps

    def _taken(self, word: str, first: int) -> int | None:
        """The index behind the words that this one word of the text stands for."""
        for joined, index in self._joined(first):
            if len(joined) > len(word):
                return None
            if index < len(self.words):
                met = word == joined
            else:
                met = word.startswith(joined) if self.prefix else word in endings(joined)
            if met:
                return index
        return None


def _closes(left: str, gap: str, right: str) -> bool:
    """Whether two words may be written as one: "Hugging Face", "GPT-5", but not "Model S" or "10-20"."""
    if gap not in {" ", "-"} or ALONE.match(left) or ALONE.match(right):
        return False
    if left[-1].isdigit() and right[0].isdigit():
        return False
    return not any(len(word) == 1 and word.isalpha() for word in (left, right))


def _meets(asked: str, gap: str, sides: list[str]) -> bool:
    """Whether what stands between two words of the text is what the pattern has there."""
    if asked in {" ", "-"}:
        return gap in {" ", "-", ""}
    if asked == "":
        # Chinese writers put a space between Latin words and their own, or don't
        mixed = bool(ALONE.match(sides[0])) != bool(ALONE.match(sides[1]))
        return gap == "" or (gap == " " and mixed)
    return gap == asked or (asked.strip() != "." and gap.strip() == asked.strip())


def _going_on(start: str, order: list[str]) -> Iterator[str]:
    """The words that begin so, out of all in their order."""
    for index in range(bisect_left(order, start), len(order)):
        if not order[index].startswith(start):
            return
        yield order[index]
