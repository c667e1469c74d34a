"""Every amount of money in a text: figures read, ranges joined, bounds named, other counts left out."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.core.model import Bound
from bot.core.money import counted, currencies, figures, scales, spelled
from bot.core.money.amount import Amount
from bot.core.money.bounds import bound
from bot.core.money.figures import Figure

# between the two ends of a range
_TO = re.compile(r"\s?(?:-|‐|‑|–|—|~|～|〜|至|到|から|에서|to|bis|auf|à|a|até|tot)\s?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|und|et|y|e|en)\s(?:\w+\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|zwischen|entre|tra|tussen)\s(?:\w+\s){0,2}$", re.IGNORECASE)
# "rose from $14 billion to $45 billion" are two amounts; "ranging from" is a range
_FROM = re.compile(
    r"(?<!ranging )(?<!anywhere )(?<!range )(?<!\w)(?:from|von|desde|depuis|従来の)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_CJK_FROM = re.compile("[从從由自]\\s?$")
_LONGEST_LINK = 12


def find(text: str, language: str = "en") -> list[Amount]:
    """Every amount of money in the text, in order, in time linear in its length.

    The language (a code such as "de") decides what scale words, decimal signs and a bare "¥" mean; words of
    other languages inside the text are understood where they can't be mistaken. Never raises.
    """
    joined = _joined(text, _figures(text, language))
    written = {(high or low).currency for low, high in joined} - {""}
    silent = currencies.usual(language)
    if len(written) == 1 and silent in {"USD", "EUR"}:
        # Western texts leave out the currency that they have named; a Chinese one beside dollars means yuan
        silent = written.pop()
    return [_amount(text, low, high, silent) for low, high in joined]


def _figures(text: str, language: str) -> list[Figure]:
    """Figures in digits and in words, in order, none over another, compounds ("4兆5000億円") made one."""
    found = figures.read(text, language)
    for figure in spelled.read(text, language):
        found.append(figure)
    found.sort(key=lambda figure: (figure.start, -figure.end))
    merged: list[Figure] = []
    for figure in found:
        last = merged[-1] if merged else None
        if last is not None and figure.start < last.end:
            continue
        if last is not None and _continues(text, last, figure):
            merged[-1] = _sum(last, figure, last.scale or Decimal(1))
        else:
            merged.append(figure)
    return merged


def _continues(text: str, last: Figure, figure: Figure) -> bool:
    """Whether the figure is the smaller part of the last one: 4兆 and 5000億."""
    if last.scale is None or figure.start - last.end > 1 or text[last.end : figure.start].strip():
        return False
    if not _is_sign(text[last.end - 1]):
        return False
    return figure.value < last.scale and (figure.scale is not None or figure.currency != "")


def _is_sign(letter: str) -> bool:
    return letter in "万萬만亿億억兆조"


def _sum(last: Figure, figure: Figure, scale: Decimal) -> Figure:
    return Figure(
        start=last.start,
        end=figure.end,
        number=(last.value + figure.value) / scale,
        scale=scale,
        currency=last.currency or figure.currency,
        more=figure.more,
    )


def _joined(text: str, found: list[Figure]) -> list[tuple[Figure, Figure | None]]:
    """The figures that are money, each with the upper end of its range or None."""
    amounts: list[tuple[Figure, Figure | None]] = []
    at = 0
    while at < len(found):
        low = found[at]
        high = found[at + 1] if at + 1 < len(found) else None
        at += 1
        if high is not None and _links(text, low, high):
            _share(low, high)
            if _is_range(text, low, high):
                if _kept(text, low, high.end, high):
                    amounts.append((low, high))
                at += 1
                continue
        if _kept(text, low, low.end, low):
            amounts.append((low, None))
    return amounts


def _links(text: str, low: Figure, high: Figure) -> bool:
    if not 0 < high.start - low.end <= _LONGEST_LINK or (high.scale is None and not high.currency):
        return False
    if low.currency and high.currency and low.currency != high.currency:
        return False
    if _TO.fullmatch(text, low.end, high.start):
        return True
    if not _AND.fullmatch(text, low.end, high.start):
        return False
    return _BETWEEN.search(text, max(0, low.start - 24), low.start) is not None


def _share(low: Figure, high: Figure) -> None:
    """Give each end what only the other one says: the scale to the lower, the currency to both."""
    if low.scale is None and high.scale is not None and low.number < 1000 and low.number <= high.number:
        low.scale, low.short = high.scale, high.short
    currency = low.currency or high.currency
    low.currency, high.currency = currency, currency


def _is_range(text: str, low: Figure, high: Figure) -> bool:
    if not 0 < low.value < high.value or "auf" in text[low.end : high.start]:
        # "von 2 auf 5" rises; what begins at nothing has one figure
        return False
    before = text[max(0, low.start - 32) : low.start]
    return not (_FROM.search(before) or _CJK_FROM.search(before))


def _kept(text: str, low: Figure, end: int, high: Figure) -> bool:
    """Whether it is money: a currency and a plain number, or a scale and a context of money."""
    if high.value <= 0:
        return False
    if high.currency:
        return True
    return high.scale is not None and high.scale >= scales.LAKH and counted.is_money(text, low.start, end)


def _amount(text: str, low: Figure, high: Figure | None, silent: str) -> Amount:
    last = high or low
    # crores and lakhs are counted in rupees, said or not
    indian = last.scale in {scales.LAKH, scales.CRORE} and text[last.end - 1].isascii()
    if indian:
        silent = "INR"
    limits = bound(text, low.start, last.end)
    if limits is Bound.EXACT and last.more:
        limits = Bound.AT_LEAST
    return Amount(
        start=low.start,
        end=last.end,
        low=low.value,
        high=high.value if high else None,
        currency=last.currency or silent,
        bound=limits,
        explicit=last.currency != "" or indian,
    )
