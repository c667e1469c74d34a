"""Dates in all the forms that feeds use, well beyond those that their formats allow."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import cache

# ISO 8601 and RFC 3339, with a space or nothing before the zone, and down to a bare year
_ISO = re.compile(
    r"(\d{4})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?"
    r"(?:[T\s_]+(\d{1,2}):?(\d{2})?(?::?(\d{2})(?:[.,](\d+))?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{0,2}))?",
    re.I,
)
# 2026/5/3, 2026.05.03 and 2026年5月3日 with an optional time and anything behind it
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일]?\.?(?:\D*?(\d{1,2})[:时時시]\s*(\d{2})(?:[:分분]\s*(\d{2}))?)?"
)
# 3.5.2026, 3/5/2026: day first, as everywhere but in the United States
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:\D+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\b)?", re.I)
_WORDS = re.compile(r"[^\W\d_]+")
# behind a time or a zone's name, never the dashes of a date
_OFFSET = re.compile(r"(?:(?<=:\d\d)|(?<=\s)|GMT|UTC)\s*([+-])(\d{1,2}):?(\d{2})\b", re.I)
_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?")

# zones by the names that RFC 822 and its careless writers use; hours from UTC
_ZONES: dict[str, float] = {
    **dict.fromkeys(("ut", "utc", "gmt", "z", "wet"), 0),
    **dict.fromkeys(("west", "bst", "cet", "met"), 1),
    **dict.fromkeys(("cest", "mest", "eet"), 2),
    **dict.fromkeys(("eest", "msk"), 3),
    "ist": 5.5,
    **dict.fromkeys(("hkt", "sgt", "awst"), 8),
    **dict.fromkeys(("jst", "kst"), 9),
    "acst": 9.5,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
    **dict.fromkeys(("est", "cdt"), -5),
    "edt": -4,
    **dict.fromkeys(("cst", "mdt"), -6),
    **dict.fromkeys(("mst", "pdt"), -7),
    **dict.fromkeys(("pst", "akdt"), -8),
    "akst": -9,
    "hst": -10,
}

# the languages whose month names are looked for where English ones don't fit
_LANGUAGES = (
    *("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl"),
    *("cs", "hu", "ro", "ru", "uk", "tr", "el", "id", "vi", "ca", "hr"),
)


def moment(text: str) -> datetime | None:
    """The moment in UTC, None for what can't be read. A date without zone is taken for UTC."""
    text = " ".join(text.split())[:120]
    if not text:
        return None
    for form in (_number, _iso, _rfc822, _year_first, _day_first, _spelled):
        try:
            found = form(text)
        except (ValueError, OverflowError, OSError):
            # 31 February, the year 0, an hour of 25
            continue
        if found is not None:
            return found
    return None


def _number(text: str) -> datetime | None:
    """Seconds, or milliseconds, since 1970."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)


def _iso(text: str) -> datetime | None:
    found = _ISO.fullmatch(text)
    if not found or (found[2] is None and found[4]):
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    return _utc(
        (int(year), int(month or 1), int(day or 1)),
        (int(hour or 0), int(minute or 0), int(second or 0), micro),
        _offset(zone or ""),
    )


def _rfc822(text: str) -> datetime | None:
    parts = parsedate_tz(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))
    if parts is None:
        return None
    year, month, day, hour, minute, second = parts[:6]
    offset = parts[9] if parts[9] else _named_offset(text)
    if re.search(r"\d\s*p\.?m\b", text, re.I) and hour < 12:
        hour += 12
    return _utc((year, month, day), (hour, minute, second, 0), offset)


def _year_first(text: str) -> datetime | None:
    found = _YEAR_FIRST.search(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    if hour < 12 and re.search(r"下午|오후|午後|PM\b", text, re.I):
        hour += 12
    return _utc((year, month, day), (hour, minute, second, 0), _named_offset(text))


def _day_first(text: str) -> datetime | None:
    found = _DAY_FIRST.search(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    hour, minute, seconds = (int(found[index] or 0) for index in (5, 6, 7))
    if re.search(r"\dp\.?m\b|\d p\.?m\b", text, re.I) and hour < 12:
        hour += 12
    # 5/23/2026 can only be the American order
    day, month = (second, first) if second > 12 else (first, second)
    return _utc((year, month, day), (hour, minute, seconds, 0), _named_offset(text))


def _spelled(text: str) -> datetime | None:
    """A month's name in one of many languages, a day, a year and perhaps a time."""
    clock = _CLOCK.search(text)
    rest = _OFFSET.sub(" ", text.replace(clock[0], " ") if clock else text)
    # the last one: a weekday in front may look like a month ("mar, 12 août")
    month = next((_months()[word] for word in reversed(_words(rest)) if word in _months()), 0)
    year = re.search(r"\b(\d{4})\b", rest)
    day = re.search(r"(?<!\d)(\d{1,2})(?!\d)", rest.replace(year[0], " ") if year else rest)
    if not (month and year and day):
        return None
    hour, minute, second = (int(clock[index] or 0) for index in (1, 2, 3)) if clock else (0, 0, 0)
    if clock and clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() == "p" else 0)
    return _utc((int(year[1]), month, int(day[1])), (hour, minute, second, 0), _named_offset(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text)]


@cache
def _months() -> dict[str, int]:
    """Month names and their short forms, casefolded, from the Unicode locale data."""
    from babel import Locale  # noqa: PLC0415 - read for the rare feed that spells months in its language

    names: dict[str, int] = {"sept": 9}
    for language in ("en", *_LANGUAGES):
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    word = _WORDS.match(name)
                    if word and len(word[0]) > 2:
                        names.setdefault(word[0].casefold(), number)
    return names


def _named_offset(text: str) -> int:
    """Seconds east of UTC by a numeric offset or a zone's name; 0 without one."""
    if found := _OFFSET.search(text):
        return _offset(f"{found[1]}{found[2]}:{found[3]}")
    named = next((_ZONES[word] for word in reversed(_words(text)) if word in _ZONES), 0)
    return int(named * 3600)


def _offset(zone: str) -> int:
    """Seconds east of UTC for "+02:00", "+0200", "+2" and the cut "+02:0"; 0 for a name."""
    if not zone or zone[0] not in "+-":
        return 0
    digits = zone[1:]
    if ":" in digits:
        hours, _, minutes = digits.partition(":")
    else:
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    seconds = int(hours) * 3600 + int(minutes or 0) * 60
    return -seconds if zone[0] == "-" else seconds


def _utc(day: tuple[int, int, int], clock: tuple[int, int, int, int], offset: int) -> datetime:
    hour, minute, second, micro = clock
    # midnight at the end of a day, and a leap second
    extra = timedelta(days=1) if (hour, minute, second) == (24, 0, 0) else timedelta()
    zone = timezone(timedelta(seconds=offset))
    at = datetime(day[0], day[1], day[2], 0 if extra else hour, minute, min(second, 59), micro, zone)
    return (at + extra).astimezone(UTC)
