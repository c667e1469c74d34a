"""The currency mark before a figure: a sign, a code, or a name in Chinese, Japanese or Korean."""

from __future__ import annotations

import re

from bot.core.money import currencies

LETTERS = "A-Za-zÀ-ÖØ-öø-ſ"
# how far away a word may stand that says whose yen, yuan or pesos these are
NEARBY = 200
_SIGNS = "$＄€£￡¥￥₹₩￦₽₺₪₫฿₱₦"
_BEFORE = re.compile(
    rf"(?:(?<![{LETTERS}\d])(?:(?:US|AU|CA|HK|NT|NZ|SG|MX|CN|JP|RMB|[ACSR])[$¥￥]"
    rf"|[A-Z]{{3}}(?: ?[$€£¥])?|Rs\.?|RM|Rp)|[{_SIGNS}])[ \u00a0\u202f]?$"
)
# the longest mark with the blanks around it
_REACH = 8


def glued(text: str, start: int) -> bool:
    """Whether the digits at `start` continue a name: a letter before them, or a letter and a hyphen."""
    if start == 0:
        return False
    before = text[start - 1]
    if before in "-." and start > 1:
        # "GPT-5" but "$5M-10M"
        return text[start - 2].isalpha() and not (start > 2 and text[start - 3].isdecimal())
    return before.isascii() and (before.isalpha() or before in "_#")


def before(text: str, start: int, language: str) -> tuple[int, str]:
    """Where a figure starts with its mark, and the currency; (start, "") without one."""
    last = text[start - 1] if start else ""
    if last in " \u00a0\u202f" and start > 1:
        last = text[start - 2]
    if last.isalpha() and last > "\u2e80":
        names = currencies.CJK_BEFORE.get(text[start - 1], ())
        name = next((name for name in names if text.endswith(name, 0, start)), "")
        return start - len(name), currencies.CJK.get(name, "")
    if last and (last.isalpha() or last in _SIGNS or last == "."):
        return _sign(text, start, language)
    return start, ""


def _sign(text: str, start: int, language: str) -> tuple[int, str]:
    low = max(0, start - _REACH)
    match = _BEFORE.search(text[low:start])
    if match is None:
        return start, ""
    mark = match.group().strip(" \u00a0\u202f.")
    first = low + match.start()
    # "AUD$5" and "CAD $5": the code says whose dollars
    currency = currencies.BEFORE.get(mark) or currencies.BEFORE.get(mark[:3], "")
    if not currency and mark[-1] in currencies.SIGNS:
        # "IBM $5 billion"
        first, mark = first + len(mark) - 1, mark[-1]
        currency = currencies.SIGNS[mark]
    if mark in "¥￥":
        currency = currencies.yen_sign(text[max(0, start - NEARBY) : start + NEARBY], language)
    return (first, currency) if currency else (start, "")
