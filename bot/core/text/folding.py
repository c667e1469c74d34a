"""Spelling variants brought to one form, for comparing only, never for showing."""

from __future__ import annotations

import re
import unicodedata

# unicodedata sorts a run of combining marks in quadratic time; no script stacks more than a few
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u0730-\u074a"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
_PILE = re.compile(f"([{_MARKS}]{{6}})[{_MARKS}]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_QUOTES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼʹ´＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        # letters with a stroke have no decomposition in Unicode
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
)


def compose(text: str) -> str:
    """NFC in linear time: piled-up combining marks are cut to six."""
    return text if text.isascii() else unicodedata.normalize("NFC", _PILE.sub(r"\1", text))


def fold(text: str) -> str:
    """One form for comparing: NFKC, casefold, Latin accents off, curly quotes and dashes straight."""
    if text.isascii():
        return text.lower()
    text = _PILE.sub(r"\1", text).translate(_QUOTES)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_QUOTES)
    return unicodedata.normalize("NFKC", text)
