"""Whose limit a 429 was: one channel's, or the whole workspace's."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.errors import TryLater

# so many other channels that wait at the same moment can't be chance
_OTHERS = 2


class Pace:
    """Remembers which channels wait.

    Slack answers the same 429 for its limit on a channel (about one post a second) and for the one on the
    workspace (several hundred a minute); when a third channel is told to wait, it's the workspace's.
    """

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}

    def judge(self, channel: str, error: TryLater, now: datetime) -> TryLater:
        """The error, `everywhere` when it can't be this channel's limit alone; its seconds stay as told."""
        self._until = {name: until for name, until in self._until.items() if until > now and name != channel}
        everywhere = error.everywhere or len(self._until) >= _OTHERS
        self._until[channel] = now + timedelta(seconds=error.seconds)
        return TryLater(error.seconds, everywhere=everywhere)
