"""Moments as answers show them."""

from __future__ import annotations

from datetime import datetime

from bot.core.message.time import ago


def when(then: datetime, now: datetime) -> str:
    """A moment in UTC with its age: "12 May 09:00 UTC, 3 h ago"."""
    year = "" if then.year == now.year else f" {then.year}"
    return f"{then.day} {then:%B}{year} {then:%H:%M} UTC, {ago(then, now)}"
