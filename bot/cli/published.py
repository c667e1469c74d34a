"""Reads the date of publication in whatever form a script hands it over."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# seconds of the years 1990 to 2100; above, a stamp is in milliseconds
_EARLIEST, _LATEST = 631_152_000, 4_102_444_800
_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?")
_ISO = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def parse(value: object) -> datetime | None:
    """The moment in UTC; None for what can't be read, which is no error. A time without zone is UTC."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        if isinstance(value, int | float):
            return _stamp(float(value))
        text = str(value).strip()[:80]
        if _NUMBER.fullmatch(text):
            return _stamp(float(text))
        return _iso(text) or _german(text) or _mail(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _stamp(seconds: float) -> datetime | None:
    if seconds > _LATEST:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC) if _EARLIEST <= seconds <= _LATEST else None


def _iso(text: str) -> datetime | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = (match.group(7) or "Z").replace("Z", "+0000").replace("UTC", "+0000").replace("GMT", "+0000")
    moment = datetime.strptime(
        f"{year:04d}-{month:02d}-{day:02d} {hour:02d}:{minute:02d}:{second:02d} {zone}",
        "%Y-%m-%d %H:%M:%S %z",
    )
    return moment.astimezone(UTC)


def _german(text: str) -> datetime | None:
    match = _GERMAN.match(text)
    return (
        datetime(int(match.group(3)), int(match.group(2)), int(match.group(1)), tzinfo=UTC) if match else None
    )


def _mail(text: str) -> datetime | None:
    moment = parsedate_to_datetime(text)
    return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(UTC)
