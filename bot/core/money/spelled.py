"""Figures in words: "half a billion dollars", "eine Milliarde Euro", "mil millones", "百亿美元"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.core.money import numerals, scales
from bot.core.money.figures import Figure, currency_behind

# what every long scale word has inside, found by a search for a literal, which is several times faster
# than one for the words: million, Milliarde, billón, miliardi, milhões, miljard
_HEART = re.compile(r"il[lihj]\w{1,7}")
_INDIAN = re.compile(r"(?<=[ \-])(?:crore|lakh)s?(?!\w)", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"(?:[A-Za-zÀ-ſ]{1,12}[ \-]){1,6}$")
_CHINESE = re.compile(
    "(?<![数几幾多上成无無数百千十])(?:"
    "[一二两兩三四五六七八九十百千半][一二两兩三四五六七八九十百千点]{0,5}[万亿萬億兆]{1,2}"
    # a trillion without a number: 万亿美元; a hundred million only beside what makes it a sum: 超亿元
    r"|(?:(?<!\d)[万萬]|(?<=[超近过過破逾]))[亿億](?=\s?(?:美|元|港|欧|歐|日|韩|韓)))"
)


def read(text: str, language: str) -> list[Figure]:
    """Every number in words with its scale word, in order of kinds."""
    figures = []
    for start, end in _scale_words(text):
        figure = _words(text, start, end, language)
        if figure is not None:
            figures.append(figure)
    if any(sign in text for sign in "万亿萬億兆"):
        for match in _CHINESE.finditer(text):
            figure = _signs(text, match, language)
            if figure is not None:
                figures.append(figure)
    return figures


def _scale_words(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what may be scale words with a word before them; digits before them are read elsewhere."""
    for match in _HEART.finditer(text):
        start = match.start() - 1
        if start > 0 and text[start] in "rR":
            start -= 1
        if start > 1 and text[start - 1] in " -" and text[start - 2].isalpha():
            yield start, match.end()
    if "rore" in text or "akh" in text:
        for match in _INDIAN.finditer(text):
            yield match.span()


def _words(text: str, start: int, end: int, language: str) -> Figure | None:
    found = scales.scale(text[start:end], language)
    if found is None:
        return None
    low = max(0, start - 48)
    before = _WORDS_BEFORE.search(text, low, start)
    if before is None:
        return None
    words = re.split(r"[ \-]", text[before.start() : start - 1])
    value, taken = _longest(words)
    the = value is None and language == "fr" and words[-1].lower() == "le"
    if the:
        # "dépasse le milliard d'euros"
        value, taken = Decimal(1), 1
    if value is None:
        return None
    first = start - len(" ".join(words[-taken:])) - 1
    if first > 0 and text[first - 1] == "-":
        return None
    figure = Figure(start=first, end=end, number=value, scale=found, words=True)
    currency_behind(text, figure, language)
    return figure if figure.currency or not the else None


def _longest(words: list[str]) -> tuple[Decimal | None, int]:
    """The value of the number words that end the list, and how many they are."""
    lowered = [word.lower() for word in words]
    best: tuple[Decimal | None, int] = (None, 0)
    for taken in range(1, len(lowered) + 1):
        word = lowered[-taken]
        if word not in numerals.NUMBER_WORDS and word not in {"and", "of", "et", "y", "de", "und"}:
            break
        value = numerals.spelled(lowered[-taken:])
        if value is not None and word in numerals.NUMBER_WORDS:
            best = (value, taken)
    return best


def _signs(text: str, match: re.Match[str], language: str) -> Figure | None:
    run = match.group()
    numerals_only = run.rstrip("万亿萬億兆")
    value = numerals.chinese(numerals_only) if numerals_only else Decimal(1)
    if value is None or (match.start() and text[match.start() - 1].isdecimal()):
        return None
    scale = scales.sign_scale(run[len(numerals_only) :])
    figure = Figure(start=match.start(), end=match.end(), number=value, scale=scale, words=True)
    currency_behind(text, figure, language)
    return figure
