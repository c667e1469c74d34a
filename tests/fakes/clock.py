"""A clock that a test sets and moves by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Implements `bot.ports.Clock`: stands still until it's told to move."""

    def __init__(self, now: datetime = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)) -> None:
        if now.tzinfo is None:
            raise ValueError("a clock's time is aware: give it tzinfo=UTC")
        self._now = now.astimezone(UTC)

    def now(self) -> datetime:
        """The moment at which the clock stands."""
        return self._now

    def advance(self, seconds: float) -> datetime:
        """Move on by so many seconds (backwards when negative) and give the new moment."""
        self._now += timedelta(seconds=seconds)
        return self._now
