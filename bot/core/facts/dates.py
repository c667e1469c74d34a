"""Tells by a month or year beside a sum whether it lies before the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_NUMBERS = {name: number for names in _NAMES.values() for number, name in enumerate(names.split(), 1)}
_MONTH = "|".join(f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in _NUMBERS if name != "may")
# a small "may" is a verb
_WRITTEN = f"May|{_MONTH}"
_IN_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ii]m|[Ee]n|(?:el )?pasado) (?:early |late |mid-|de )?({_WRITTEN})\b"
    r"(?:,?(?: de| del)? (20\d\d))?"
)
# the day of the telegram is the article's own, and what is to come has its month too
_NUMBERED = re.compile(
    r"(?<![\d.将于至到])(?<!截至)(?<!预计)(?<!最快)(?<!最早)(1[0-2]|[1-9])\s?[月월](?!\s?\d{1,2}\s?日?(?:消息|讯|电|，))"
)
# a year in which a company was founded dates nothing else
_IN_YEAR = re.compile(
    r"(?<!founded )(?<!launched )(?<!started )(?<!created )\b(?:[Ii]n|[Ee]n|[Ii]m Jahr) (19\d\d|20[0-4]\d)\b"
    r"|((?:19|20)\d\d)\s?[年년]"
)
_HEAD = re.compile(
    rf"^\W*(?:[IiEe][nm] (?:early |late |mid-)?(?:{_WRITTEN})\b[^,]{{0,12}},"
    r"|(?:早在|今年|去年|在)?\s?(?:(?:19|20)\d\d\s?年|\d{1,2}\s?月)[^，。成创]{0,6}，)"
)
# the head of a clause doesn't date what holds by now
_SINCE = re.compile(r"成立|创立|创办|如今|目前|现在|现已|至今")
_LAST_PIECE = re.compile(r"[,，]\s*")


def before(left: str, right: str, published: datetime | None, *, grace: int = 0) -> bool:
    """Whether a month or year beside the sum, or at the head of its clause, lies before the article's own.

    With `grace` months don't count, and years only from that many before the last.
    """
    if published is None:
        return False
    head = None if _SINCE.search(left) else _HEAD.match(left)
    ahead = f"{head.group() if head else ''}|{_LAST_PIECE.split(left)[-1][-80:]}"
    near = f"{ahead}|{right[:60]}"
    if not grace and any(_earlier(*found, published) for found in _months(ahead, near)):
        return True
    years = (int(match.group(1) or match.group(2)) for match in _IN_YEAR.finditer(near))
    return any(year < published.year - grace for year in years)


def _months(ahead: str, near: str) -> Iterator[tuple[int, int | None]]:
    for match in _IN_MONTH.finditer(near):
        yield _NUMBERS[match.group(1).lower()], int(match.group(2)) if match.group(2) else None
    for match in _NUMBERED.finditer(ahead):
        yield int(match.group(1)), None


def _earlier(month: int, year: int | None, published: datetime) -> bool:
    return month != published.month or (year is not None and year < published.year)
