"""Moments as answers show them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.message.time import ago


def when(then: datetime, now: datetime) -> str:
    """A moment in UTC with its age: "12 May 09:00 UTC, 3 h ago"."""
    year = "" if then.year == now.year else f" {then.year}"
    moment = f"{then.day} {then:%B}{year} {then:%H:%M} UTC"
    # beyond that the age is a date, which stands there already
    return moment if now - then > timedelta(days=30) else f"{moment}, {ago(then, now)}"
