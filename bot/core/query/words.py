"""Whole words in any writing: how text is cut into words, and how a word or a phrase is met in it.

The rules are those of `docs/watching.md`: any case, accents and width folded; hyphens, slashes and
punctuation end a word; a Latin word ends at a Chinese, Japanese or Korean letter, and words of those
scripts are found inside a run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

# scripts that are written without spaces (or, Korean, with endings glued on): each letter stands alone
_RUN = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U000323af"
    # Thai, Lao, Myanmar, Khmer
    "\u0e01-\u0e4e\u0e50-\u0e59\u0e80-\u0eff\u1000-\u1049\u1050-\u109f\u1780-\u17d3"
)
# vowel signs of the Indic scripts are marks, yet belong to their word
_MARKS = "\u0900-\u0963\u0966-\u0dff"
_LETTER = f"(?:[^\\W_{_RUN}]|[{_MARKS}])"
# "5.6" and "10,000" are one word, so that 5 is never met in 5.6
_WORD = re.compile(f"[{_RUN}]|{_LETTER}+(?:(?<=\\d)[.,](?=\\d){_LETTER}+)*")
_ALONE = re.compile(f"[{_RUN}]")
_INITIAL = f"[^\\W\\d_{_RUN}]"
_ACRONYM = re.compile(f"(?<!{_LETTER})(?:{_INITIAL}\\.)+{_INITIAL}(?!{_LETTER})(?:\\.(?!{_LETTER}))?")
_PLAIN = re.compile(r"[\x00-\x7f]*")
# combining accents; points of Hebrew and Arabic; invisible characters
_DROPPED = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
_SPACE = re.compile(r"\s+")
_BEFORE = str.maketrans({"´": "'", "™": " ", "℠": " ", "®": " ", "©": " "})
_QUOTES = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼʹ′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63", "-"),
    }
)
_ALIKE = _QUOTES | str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
    }
)


def plain(text: str) -> str:
    """Text in its plainest letters: width, accents, quotes and dashes folded, the case kept."""
    if _PLAIN.fullmatch(text):
        return text.translate(_ALIKE)
    wide = unicodedata.normalize("NFKC", text.translate(_BEFORE)).translate(_ALIKE)
    return unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFD", wide)))


def plain_signs(text: str) -> str:
    """What a person typed, with curly quotes, dashes, spaces and wide letters as their plain forms."""
    wide = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return "".join(
        " " if letter.isspace() else letter for letter in wide if letter.isprintable() or letter.isspace()
    )


def fold(text: str) -> str:
    """The words of a name, comparable: "TechCrunch – A.I." and "techcrunch-ai" are one."""
    return " ".join(Text(text).words)


class Text:
    """A text cut into words once, to be searched by many patterns."""

    def __init__(self, text: str) -> None:
        letters = _ACRONYM.sub(lambda found: found[0].replace(".", ""), plain(text))
        words: list[str] = []
        gaps: list[str] = []
        end = 0
        for found in _WORD.finditer(letters):
            gaps.append(_SPACE.sub(" ", letters[end : found.start()]))
            words.append(found[0])
            end = found.end()
        gaps.append(_SPACE.sub(" ", letters[end:]))
        # as written, but for width and accents
        self.written = words
        # in any case
        self.words = [word.casefold() for word in words]
        # what stands before each word, and after the last
        self.gaps = gaps

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, in any case."""
        return _places(self.words)

    @cached_property
    def written_places(self) -> dict[str, list[int]]:
        """Where each word stands, in its exact case."""
        return _places(self.written)


def _places(words: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


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
        """Whether the text has it."""
        return any(self._fits(text, place) for place in self._starts(text))

    def found_in(self, name: str) -> bool:
        """Whether a short text, such as a name, has it."""
        return self.within(Text(name))

    def _starts(self, text: Text) -> Iterator[int]:
        places = text.written_places if self.exact else text.places
        for joined, used in self._joined(0):
            if used < len(self.words):
                yield from places.get(joined, ())
            elif self.prefix:
                yield from (
                    place for word, all_ in places.items() if word.startswith(joined) for place in all_
                )
            else:
                for form in endings(joined):
                    yield from places.get(form, ())

    def _joined(self, first: int) -> Iterator[tuple[str, int]]:
        """The words from `first` on, closed up as far as they may be, each with the index behind it."""
        joined = self.words[first]
        yield joined, first + 1
        for index in range(first + 1, len(self.words)):
            if not _closes(self.words[index - 1], self.gaps[index], self.words[index]):
                return
            joined += self.words[index]
            yield joined, index + 1

    def _fits(self, text: Text, place: int) -> bool:
        words = text.written if self.exact else text.words
        if self.before and not text.gaps[place].endswith(self.before):
            return False
        index = 0
        while True:
            taken = self._taken(words[place], index)
            if taken is None:
                return False
            index, place = taken, place + 1
            if index == len(self.words):
                return text.gaps[place].startswith(self.after)
            if place == len(words) or not _meets(
                self.gaps[index], text.gaps[place], words[place - 1 : place + 1]
            ):
                return False

    def _taken(self, word: str, first: int) -> int | None:
        """The index behind the words that this one word of the text stands for."""
        for joined, index in self._joined(first):
            if index < len(self.words):
                met = word == joined
            else:
                met = word.startswith(joined) if self.prefix else word in endings(joined)
            if met:
                return index
        return None


def _closes(left: str, gap: str, right: str) -> bool:
    """Whether two words may be written as one: "Hugging Face", "GPT-5", but not "Model S" or "10-20"."""
    if gap not in {" ", "-"} or _ALONE.match(left) or _ALONE.match(right):
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
        mixed = bool(_ALONE.match(sides[0])) != bool(_ALONE.match(sides[1]))
        return gap == "" or (gap == " " and mixed)
    return gap == asked or (asked.strip() != "." and gap.strip() == asked.strip())
