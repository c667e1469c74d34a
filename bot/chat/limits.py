"""Sizes as the platforms count them, and cuts that leave no half character behind."""

from __future__ import annotations

import unicodedata

# how much of one run of words an answer shows; a feed's title may be as long as it likes
MOST_SPAN = 1_000
MOST_LINK = 300

_ELLIPSIS = "…"
_JOINER = "\u200d"
# how far back, in characters, a cut looks for the end of a word
_WORD = 16


def size(text: str) -> int:
    """The length in UTF-16 code units.

    No platform says what it counts; UTF-16 is what their clients are built on, and it's never less than the
    count of characters, so that a text within the limit here is within it however they count.
    """
    return len(text) + sum(character > "\uffff" for character in text)


def clip(text: str, most: int) -> str:
    """The text, cut to at most `most` UTF-16 units, between graphemes, with an ellipsis where it's cut.

    A cut falls at the end of a word where one is near. `most` below 1 gives "".
    """
    if size(text) <= most:
        return text
    if most < 1:
        return ""
    end = _boundary(text, _index(text, most - 1))
    space = max(text.rfind(" ", max(0, end - _WORD), end), text.rfind("\n", max(0, end - _WORD), end))
    if space > 0 and end < len(text) and not text[end].isspace():
        end = space
    return text[:end].rstrip() + _ELLIPSIS


def _index(text: str, units: int) -> int:
    """How many characters fit into so many UTF-16 units."""
    for index, character in enumerate(text):
        units -= 2 if character > "\uffff" else 1
        if units < 0:
            return index
    return len(text)


def _boundary(text: str, index: int) -> int:
    """The last place at or before `index` where no grapheme is torn apart."""
    while index > 0 and index < len(text) and _joined(text, index):
        index -= 1
    return index


def _joined(text: str, index: int) -> bool:
    """Whether the characters around a place belong together (Unicode's TR29, as far as headlines need it)."""
    before, after = text[index - 1], text[index]
    if _JOINER in (before, after) or unicodedata.category(after) in ("Mn", "Me", "Mc"):
        return True
    if _is_flag(before) and _is_flag(after):
        run = 0
        while index - run > 0 and _is_flag(text[index - run - 1]):
            run += 1
        return run % 2 == 1
    # skin tones, the tags of regional flags, Hangul vowels and finals; CR LF
    return (
        "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
        or "\u1160" <= after <= "\u11ff"
        or (before == "\r" and after == "\n")
    )


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
