"""Whole words in any writing: how text is cut into words; `patterns` says how these are met.

The rules are those of `docs/watching.md`: any case, accents and width folded; hyphens, slashes and
punctuation end a word; a Latin word ends at a Chinese, Japanese or Korean letter, and words of those
scripts are found inside a run.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import accumulate

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
# a letter that is a word by itself
ALONE = re.compile(f"[{_RUN}]")
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
    def run(self) -> str:
        """All words in one, in any case."""
        return "".join(self.words)

    @cached_property
    def beginnings(self) -> dict[int, int]:
        """Where in the run each word begins: the place of its first letter → its own place."""
        ends = accumulate(map(len, self.words), initial=0)
        return {end: place for place, end in zip(range(len(self.words)), ends, strict=False)}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, in any case."""
        return _places(self.words)

    @cached_property
    def order(self) -> list[str]:
        """Every word once, in any case, in their order."""
        return sorted(self.places)

    @cached_property
    def written_order(self) -> list[str]:
        """Every word once, in its exact case, in their order."""
        return sorted(self.written_places)

    @cached_property
    def written_places(self) -> dict[str, list[int]]:
        """Where each word stands, in its exact case."""
        return _places(self.written)


def _places(words: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found
