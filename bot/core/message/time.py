"""Ages and dates as people say them."""

from __future__ import annotations

from datetime import datetime, timedelta

_STEPS = ((60, 1, "s"), (3600, 60, "min"), (86400, 3600, "h"))


def ago(then: datetime, now: datetime) -> str:
    """How long ago something was: "just now", "12 min ago", "3 h ago", "2 days ago", then the date.

    A moment in the future (a feed's clock is off) is "just now".
    """
    seconds = (now - then).total_seconds()
    if seconds < 60:
        return "just now"
    for limit, unit, name in _STEPS:
        if seconds < limit:
            return f"{int(seconds // unit)} {name} ago"
    days = int(seconds // 86400)
    if days > 30:
        return day(then, now)
    return "1 day ago" if days == 1 else f"{days} days ago"


def until(then: datetime, now: datetime) -> str:
    """How long until something: "now", "in 40 s", "in 3 min", "in 5 h"."""
    seconds = (then - now).total_seconds()
    if seconds < 1:
        return "now"
    for limit, unit, name in _STEPS:
        if seconds < limit:
            return f"in {int(seconds // unit)} {name}"
    return f"in {int(seconds // 86400)} days"


def day(then: datetime, now: datetime) -> str:
    """A date without what is clear anyway: "3 May", with the year when it's long ago."""
    near = abs(now - then) < timedelta(days=300)
    return f"{then.day} {then:%B}" if near else f"{then.day} {then:%B %Y}"
