"""Figures in words: "half a billion dollars", "eine Milliarde Euro", "mil millones de dólares", "百亿美元"."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.core.money import numerals, scales
from bot.core.money.figures import Figure, currency_behind

# every scale word long enough to follow a number word shares one of these; the search for them is fast
_SCALE_WORD = re.compile(
    r"(?:[BbMmTt](?:r?ill?i?[oó]n|ill?iard|ilion|iliard|ilh[aãoõ]|iljard|iljoen)|[Cc]rore|[Ll]akh)\w{0,4}"
)
_WORDS_BEFORE = re.compile(r"(?:[A-Za-zÀ-ſ]{1,12}[ \-]){1,6}$")
_CHINESE = re.compile(
    "(?<![数几幾多上成无無数百千十])[一二两兩三四五六七八九十百千半][一二两兩三四五六七八九十百千点]{0,5}[万亿萬億兆]{1,2}"
)
_VAGUE = frozenset("few several couple many multi".split())


def read(text: str, language: str) -> list[Figure]:
    """Every number in words with its scale word, in order."""
    figures = []
    for match in _SCALE_WORD.finditer(text):
        figure = _words(text, match, language)
        if figure is not None:
            figures.append(figure)
    if any(sign in text for sign in "万亿萬億兆"):
        for match in _CHINESE.finditer(text):
            figure = _signs(text, match, language)
            if figure is not None:
                figures.append(figure)
        figures.sort(key=lambda figure: figure.start)
    return figures


def _words(text: str, match: re.Match[str], language: str) -> Figure | None:
    start = match.start()
    if start < 2 or text[start - 1] not in " -":
        return None
    low = max(0, start - 48)
    before = _WORDS_BEFORE.search(text, low, start)
    found = scales.scale(match.group(), language)
    if before is None or found is None:
        return None
    words = re.split(r"[ \-]", text[before.start() : start - 1])
    value, taken = _longest(words)
    if value is None:
        return None
    first = start - len(" ".join(words[-taken:])) - 1
    if first > 0 and text[first - 1] == "-":
        return None
    figure = Figure(start=first, end=match.end(), number=value, scale=found, words=True)
    currency_behind(text, figure, language)
    return figure


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
    value = numerals.chinese(numerals_only)
    if value is None or (match.start() and text[match.start() - 1].isdecimal()):
        return None
    scale = scales.sign_scale(run[len(numerals_only) :])
    figure = Figure(start=match.start(), end=match.end(), number=value, scale=scale, words=True)
    currency_behind(text, figure, language)
    return figure
