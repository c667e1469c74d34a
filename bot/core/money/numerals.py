"""Numbers as written: digits with either decimal sign, and numbers spelled in words or Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from bot.core.money.scales import listed

# possessive: a megabyte of digits is read once; the first apart, for `re` skips fast to the next of a set
DIGITS = re.compile(r"\d\d*+(?:[.,'’\u00a0\u202f]\d++)*+")
# in these languages a plain space groups thousands too: "1 500 millions"
SPACED_DIGITS = re.compile(r"\d{1,3}(?: \d{3})++(?!\d)(?:,\d++)?|\d++(?:[.,'’\u00a0\u202f]\d++)*+")
SPACED = listed("fr ru sv nb no pl cs fi uk")
COMMA_DECIMAL = listed("de fr es it pt nl sv nb no da pl cs fi ru uk tr id ro hu")

# no amount needs more: 10²⁴ with two decimals and signs between its groups
_LONGEST = 40
_GROUPING = str.maketrans("", "", "'’\u00a0\u202f ")


def number(written: str, language: str) -> Decimal | None:
    """The value of a run of digits and signs; None for what is no number ("1.2.3", a date, 41 digits)."""
    if len(written) > _LONGEST:
        return None
    if written.isdecimal():
        return Decimal(written)
    plain = written.translate(_GROUPING)
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        return _both(plain, dots, commas)
    if not dots and not commas:
        return Decimal(plain)
    return _one_sign(plain, "." if dots else ",", dots + commas, language)


def _both(plain: str, dots: int, commas: int) -> Decimal | None:
    point = "." if plain.rfind(".") > plain.rfind(",") else ","
    group = "," if point == "." else "."
    if (dots if point == "." else commas) > 1:
        return None
    whole, _, part = plain.rpartition(point)
    if not _grouped(whole.split(group)):
        return None
    return Decimal(f"{whole.replace(group, '')}.{part}")


def _one_sign(plain: str, sign: str, count: int, language: str) -> Decimal | None:
    parts = plain.split(sign)
    if count > 1:
        return Decimal("".join(parts)) if _grouped(parts) else None
    whole, part = parts
    if len(part) == 3 and len(whole) <= 3 and whole != "0" and (sign == ".") == (language in COMMA_DECIMAL):
        return Decimal(whole + part)
    return Decimal(f"{whole}.{part}")


def grouped_millions(written: str) -> bool:
    """Whether a comma before three digits groups thousands although it is the language's decimal sign.

    Latin America writes "1,500 millones" for fifteen hundred; nobody writes one and a half like that.
    """
    return len(written) <= 7 and written[-4:-3] == "," and written.endswith("0") and written[0] != "0"


def _grouped(parts: list[str]) -> bool:
    """Thousands, or the Indian way: the last group three digits, those before two or three."""
    return (
        1 <= len(parts[0]) <= 3
        and all(2 <= len(part) <= 3 for part in parts[1:-1])
        and all(len(part) == 3 for part in parts[-1:] if len(parts) > 1)
    )


_WORDS: Mapping[str, str] = {
    "0.5": "half demi medio media halbe halben halber mezzo meio",
    "0.25": "quarter",
    "1": "a an one un une una uno eine einer einen ein um",
    "1.5": "anderthalb eineinhalb",
    "2": "two deux dos zwei due dois",
    "3": "three trois tres drei tre três",
    "4": "four quatre cuatro vier quattro quatro",
    "5": "five cinq cinco fünf cinque",
    "6": "six seis sechs sei",
    "7": "seven sept siete sieben sette sete",
    "8": "eight huit ocho acht otto oito",
    "9": "nine neuf nueve neun nove",
    "10": "ten dix diez zehn dieci dez",
    "11": "eleven onze once elf",
    "12": "twelve douze doce zwölf",
    "13": "thirteen",
    "14": "fourteen",
    "15": "fifteen quinze quince fünfzehn",
    "16": "sixteen",
    "17": "seventeen",
    "18": "eighteen",
    "19": "nineteen",
    "20": "twenty vingt veinte zwanzig venti vinte",
    "30": "thirty trente treinta dreißig trenta trinta",
    "40": "forty quarante cuarenta vierzig",
    "50": "fifty cinquante cincuenta fünfzig",
    "60": "sixty soixante sesenta sechzig",
    "70": "seventy",
    "80": "eighty",
    "90": "ninety",
    "100": "hundred cent cien hundert cento cem",
    "1000": "thousand mille mil tausend",
}
NUMBER_WORDS: Mapping[str, Decimal] = {
    word: Decimal(value) for value, row in _WORDS.items() for word in row.split()
}
_AND = frozenset({"and", "et", "y", "und"})
_GLUE = _AND | {"of", "de", "a", "an"}
_HALF = Decimal("0.5")


def spelled(words: list[str]) -> Decimal | None:
    """The value of number words: "one and a half" is 1.5, "twenty five" 25, "half a" 0.5."""
    total = Decimal(0)
    last = ""
    for word in words:
        value = NUMBER_WORDS.get(word)
        if value is None and word not in _GLUE:
            return None
        if value is not None and total and (value >= 100 or (value < 1 and last not in _AND)):
            # "two hundred", "eine halbe", "a quarter of"
            total *= value
        elif value is not None and not (total and word in _GLUE):
            total += value
        last = "and" if last in _AND and word in _GLUE else word
    return total or None


_CJK_DIGITS = {sign: Decimal(at) for at, sign in enumerate("零一二三四五六七八九")} | {
    "两": Decimal(2),
    "兩": Decimal(2),
}
_CJK_UNITS = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}


def chinese(run: str) -> Decimal | None:
    """The value of Chinese numerals below ten thousand: "十五" 15, "百" 100, "半" 0.5, "三点五" 3.5."""
    if run == "半":
        return _HALF
    whole, point, part = run.partition("点")
    total = digit = Decimal(0)
    for sign in whole:
        if sign in _CJK_UNITS:
            total += (digit or Decimal(1)) * _CJK_UNITS[sign]
            digit = Decimal(0)
        elif sign in _CJK_DIGITS:
            digit = _CJK_DIGITS[sign]
        else:
            return None
    total += digit
    if point:
        if not part or any(sign not in _CJK_DIGITS for sign in part):
            return None
        total += Decimal("0." + "".join(str(_CJK_DIGITS[sign]) for sign in part))
    return total or None
