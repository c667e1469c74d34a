"""Figures in digits, with the currency mark before them, and the scale word and the currency behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.core.money import currencies, marks, numerals, scales
from bot.core.money.marks import LETTERS, NEARBY

# a word or a run of scale signs right behind the digits, with at most one blank or hyphen between
_TAIL = re.compile(
    rf"(?P<gap>[ \u00a0\u202f\-‑]?)(?:(?P<word>[{LETTERS}]{{1,14}}+)(?P<dot>\.?)"
    r"|(?P<signs>[十百千천백십]{0,2}[万萬만亿億억兆조]{1,2}))"
)
_SECOND_WORD = re.compile(rf"[ \u00a0\u202f]([{LETTERS}]{{3,14}}+)")
# "more than", said inside the figure: 20多亿美元, 20亿余元
_ODD = re.compile("[多余餘来來]")
# from a scale word, or the digits, to the currency behind it: "of", "de", "d'"
_AFTER = re.compile(
    rf"(?:[ \u00a0\u202f\-‑](?:(?:of|in|de|di|en)[ \u00a0])?)?(?:d['’][ \u00a0]?)?"
    rf"(?P<word>[{LETTERS}]{{2,10}}+)"
)
_ADJECTIVE = re.compile(
    rf"[ \-](?P<adjective>US|U\.S\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[ \-](?P<word>[{LETTERS}]{{2,7}}+)"
)
_SIGN_AFTER = re.compile(r"(?: de)?[ \u00a0\u202f]?([$€£¥￥₹₩₽₺₪₫])(?![ \u00a0]?\d)")
_CODE_AFTER = re.compile(rf" (?:{'|'.join(sorted(currencies.CODES))})\b")
_YEAR = range(1900, 2100)


@dataclass(slots=True, kw_only=True)
class Figure:
    """One number in the text: `number` times `scale`, with what stands around it.

    `scale` and `currency` are None and "" where none is written; `short` marks a scale of letters that need
    a currency beside them; `more` a figure that says "more than" in itself; `words` one that is spelled out.
    """

    start: int
    end: int
    number: Decimal
    scale: Decimal | None = None
    currency: str = ""
    short: bool = False
    more: bool = False
    words: bool = False

    @property
    def value(self) -> Decimal:
        """The number in units of its currency."""
        return self.number if self.scale is None else self.number * self.scale


def read(text: str, language: str) -> list[Figure]:
    """Every number in digits, also without scale and currency: the first end of a range looks like that."""
    pattern = numerals.SPACED_DIGITS if language in numerals.SPACED else numerals.DIGITS
    figures = []
    for match in pattern.finditer(text):
        figure = _figure(text, match.start(), match.end(), language)
        if figure is not None:
            figures.append(figure)
    return figures


def _figure(text: str, start: int, end: int, language: str) -> Figure | None:
    """Read around one run of digits; None where it belongs to a name ("H100", "GPT-5") or is no number."""
    first, currency = marks.before(text, start, language)
    if first == start and marks.glued(text, start):
        return None
    value = numerals.number(text[start:end], language)
    if value is None:
        return None
    figure = Figure(start=first, end=end, number=value, currency=currency)
    _scale(text, figure, language)
    if not figure.currency:
        currency_behind(text, figure, language)
    elif currency == "CNY" and text.startswith("元", figure.end):
        figure.end += 1
    if figure.short and not figure.currency and text[end : figure.end].islower() and _spaced(text, end):
        # "5 m" is a length, "15-20 Cr" is money
        figure.scale, figure.end = None, end
    comma = figure.scale == scales.MILLION and language in numerals.COMMA_DECIMAL
    if comma and numerals.grouped_millions(text[start:end]):
        figure.number *= 1000
    return figure


def _spaced(text: str, end: int) -> bool:
    return text[end : end + 1] == " "


def _scale(text: str, figure: Figure, language: str) -> None:
    """Read the scale behind the digits into the figure."""
    end = figure.end
    odd = _ODD.match(text, end)
    tail = _TAIL.match(text, odd.end() if odd else end)
    if tail is None:
        return
    if tail["signs"]:
        figure.scale, figure.end, figure.more = scales.sign_scale(tail["signs"]), tail.end(), odd is not None
        return
    if odd is None:
        _word_scale(text, figure, tail, language)


def _word_scale(text: str, figure: Figure, tail: re.Match[str], language: str) -> None:
    word = tail["word"]
    found = scales.scale(word, language)
    if found is None or (text.startswith("-", tail.end("word")) and tail["gap"] == " " and _is_year(figure)):
        # "in 2025 billion-dollar rounds"
        return
    after = text[tail.end("word") : tail.end("word") + 1]
    short = word.lower() in scales.SHORT
    if (after.isalnum() and after.isascii()) or after == "_":
        return
    if len(word) == 1 and ((after in "-&/'" and after) or tail["gap"]) and not _lone(text, figure, tail):
        return
    figure.scale, figure.short, figure.end = found, short, tail.end("word")
    figure.currency = figure.currency or scales.WITH_CURRENCY.get(word.lower(), "")
    if word.lower() in scales.THOUSANDS:
        second = _SECOND_WORD.match(text, figure.end)
        more = scales.scale(second[1], language) if second else None
        if second is not None and more is not None:
            figure.scale, figure.short, figure.end = found * more, False, second.end()
    elif tail["dot"] and word.lower() in {"mio", "mrd", "mill", "mia", "tsd", "bio", "bn", "mn"}:
        figure.end += 1


def _is_year(figure: Figure) -> bool:
    return not figure.currency and figure.number in _YEAR


def _lone(text: str, figure: Figure, tail: re.Match[str]) -> bool:
    """Whether one letter apart from its digits is a scale: "US$ 45 B", not "$5 B-52" nor "$3 a"."""
    end = tail.end("word")
    if not figure.currency and not _SIGN_AFTER.match(text, end) and not _CODE_AFTER.match(text, end):
        return False
    after = text[tail.end("word") : tail.end("word") + 1]
    if after == "-":
        # "$10B-$20B" and "$45B-plus" glue the letter to its digits
        return not tail["gap"]
    return after not in "&" if after else True


def currency_behind(text: str, figure: Figure, language: str) -> None:
    """Read the currency behind the figure, if it has none in front."""
    end = figure.end
    sign = _SIGN_AFTER.match(text, end)
    if sign is not None:
        figure.currency, figure.end = _sign(text, sign, language), sign.end()
        return
    at = end
    odd = _ODD.match(text, at) if figure.scale is not None else None
    if odd is not None:
        at = odd.end()
    if text[at : at + 1] in " \u00a0":
        at += 1
    name = currencies.CJK_AFTER.match(text, at)
    if name is not None:
        figure.currency, figure.end = currencies.CJK[name.group()], name.end()
        figure.more = figure.more or odd is not None
        return
    word = _AFTER.match(text, end)
    known = word is not None and _word_currency(text, figure, word)
    if not known and figure.scale is not None:
        _adjective_currency(text, figure)


def _sign(text: str, sign: re.Match[str], language: str) -> str:
    if sign[1] in "¥￥":
        return currencies.yen_sign(text[max(0, sign.start() - NEARBY) : sign.end() + NEARBY], language)
    return currencies.SIGNS[sign[1]]


def _word_currency(text: str, figure: Figure, match: re.Match[str]) -> bool:
    word = match["word"]
    currency = word if word in currencies.CODES else currencies.WORDS.get(word.lower(), "")
    if not currency or (figure.scale is None and word.lower() in currencies.NEEDS_SCALE):
        return False
    if currency == "MXN" and word not in currencies.CODES:
        currency = currencies.peso(text[max(0, figure.start - NEARBY) : figure.start + NEARBY])
    figure.currency, figure.end = currency, match.end()
    return True


def _adjective_currency(text: str, figure: Figure) -> None:
    """Read "Hong Kong dollars" and the like."""
    match = _ADJECTIVE.match(text, figure.end)
    if match is not None and match["word"].lower() in currencies.WORDS:
        currency = currencies.ADJECTIVES.get(match["adjective"].lower(), "")
        if currency:
            figure.currency, figure.end = currency, match.end()
