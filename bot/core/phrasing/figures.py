"""Every number and currency of a text, in a form in which two spellings of one are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from bot.core import money
from bot.core.text import fold

_SCALES = {
    "k": 3, "thousand": 3, "tsd": 3, "mille": 3, "mil": 3, "m": 6, "mn": 6, "mm": 6, "mio": 6,
    "million": 6, "millions": 6, "millionen": 6, "millones": 6, "b": 9, "bn": 9, "billion": 9,
    "billions": 9, "milliard": 9, "milliards": 9, "milliarde": 9, "milliarden": 9, "mrd": 9, "md": 9,
    "t": 12, "tn": 12, "trillion": 12, "trillions": 12, "lakh": 5, "crore": 7,
    "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12, "만": 4, "억": 8, "조": 12,
}  # fmt: skip
_PERCENT = {"%", "percent", "per cent", "prozent", "por ciento", "pour cent"}
_NUMBER = re.compile(
    r"(?<![\d.,])(\d{1,30}(?:[.,]\d{1,30}){0,9})[ -]?("
    + "|".join(sorted((re.escape(word) for word in (*_SCALES, *_PERCENT)), key=len, reverse=True))
    + r")?(?![a-z])|(?<![\d.,])(\d{1,30}(?:[.,]\d{1,30}){0,9})"
)
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_SPELLED = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "hundreds": 100,
    "thousands": 1000, "thousand": 1000, "million": 10**6, "millions": 10**6, "billion": 10**9,
    "billions": 10**9, "trillion": 10**12, "trillions": 10**12, "dozen": 12, "dozens": 12, "twice": 2,
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3,
    "thrice": 3, "quadruple": 4, "quadrupled": 4, "half": -2, "quarter": -4, "third": -3,
    "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "elf": 11, "zwolf": 12, "hundert": 100, "tausend": 1000, "millionen": 10**6, "milliarden": 10**9,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
    "cent": 100, "mille": 1000, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "cien": 100, "mil": 1000, "doble": 2, "mitad": -2,
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# 一 alone is the article of Chinese
_CJK_NUMERAL = re.compile("[〇零一二三四五六七八九十百千两兩]{2,}|[二三四五六七八九十百千两兩]")
_CURRENCIES = {
    "USD": r"\$|\bdollars?\b|\busd\b|美元|美金|米ドル|ドル|달러|dolares",
    "EUR": r"€|\beuros?\b|\beur\b|欧元|ユーロ|유로",
    "GBP": r"£|\bpounds?\b|\bsterling\b|\bgbp\b|英镑|ポンド|파운드",
    "CNY": r"\byuan\b|\brenminbi\b|\brmb\b|\bcny\b|cn¥|人民币|人民元|위안",
    "JPY": r"\byen\b|\bjpy\b|日元|日圆|円|엔화",
    "INR": r"₹|\brupees?\b|\binr\b|\brs\b|卢比",
    "KRW": r"₩|\bkrw\b|韩元|ウォン|원화",
    "CHF": r"\bfrancs?\b|\bchf\b|\bfranken\b|瑞士法郎",
    "coin": r"₿|\bbitcoins?\b|\bbtc\b|比特币",
}
_CURRENCY = {code: re.compile(pattern) for code, pattern in _CURRENCIES.items()}

Amount = tuple[Decimal, Decimal | None, str, str]


class Figures:
    """What a text holds of amounts, other numbers and currencies."""

    def __init__(self, text: str, language: str) -> None:
        found = money.find(text, language)
        self.amounts: dict[Amount, str] = {
            (one.low, one.high, one.currency, one.bound.value): text[one.start : one.end] for one in found
        }
        rest = text
        for one in reversed(found):
            rest = rest[: one.start] + " ¤ " + rest[one.end :]
        # numbers that stand in no amount, each with its words
        self.numbers = dict(_numbers(fold(rest)))
        # numbers wherever they stand
        self.all_numbers = self.numbers.keys() | dict(_numbers(fold(text))).keys()
        self.currencies = {one.currency for one in found if one.explicit} | {
            code for code, pattern in _CURRENCY.items() if pattern.search(fold(text))
        }

    def beyond(self, other: Figures) -> str:
        """A figure that stands here and not there, as it is written; "" when there is none."""
        for amount, words in self.amounts.items():
            if amount not in other.amounts:
                return words
        for number, words in self.numbers.items():
            if number not in other.all_numbers:
                return words
        return next(iter(sorted(self.currencies - other.currencies)), "")


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for match in _NUMBER.finditer(text):
        digits, scale = match[1] or match[3], match[2] or ""
        for value in _values(digits):
            if scale in _PERCENT:
                yield f"{value:f}%", match[0]
            else:
                yield f"{(value.scaleb(_SCALES.get(scale, 0))).normalize():f}", match[0]
    # "671 billion" is one number, not also a billion
    for word in _WORD.findall(_NUMBER.sub(" ", text)):
        if word in _SPELLED:
            yield str(_SPELLED[word]), word
    for match in _CJK_NUMERAL.finditer(text):
        yield match[0], match[0]


def _values(digits: str) -> Iterator[Decimal]:
    """What a run of digits may mean: "1,500" in groups, else with a decimal mark of either kind."""
    plain = unicodedata.normalize("NFKC", digits)
    try:
        if _GROUPED.fullmatch(plain):
            yield Decimal(plain.replace(",", "").replace(".", ""))
        elif plain.count(".") + plain.count(",") > 1:
            *groups, last = re.split("[.,]", plain)
            yield Decimal(f"{''.join(groups)}.{last}").normalize()
        else:
            yield Decimal(plain.replace(",", ".")).normalize()
    except InvalidOperation:
        # digits of a script that Decimal doesn't know
        return
