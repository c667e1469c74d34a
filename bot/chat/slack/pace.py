"""Slack's limits on posts: kept before we meet them, and told apart when we do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.errors import TryLater

# so many other channels that wait at the same moment can't be chance
_OTHERS = 2

# Slack lets an app post about once a second in a channel; short bursts above that are at its pleasure:
# https://docs.slack.dev/apis/web-api/rate-limits
GAP = 1.0


class Turns:
    """Lets posts to one channel leave `gap` seconds apart; no other channel waits."""

    def __init__(
        self,
        gap: float,
        *,
        now: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`now` tells seconds from any beginning; the event loop's, by default, are never set back."""
        self._gap = gap
        self._now = now or _now
        self._sleep = sleep
        # when the next post may leave, of the channels that were posted to a moment ago
        self._next: dict[str, float] = {}

    async def take(self, channel: str) -> None:
        """Wait for the channel's next turn, which is then taken."""
        now = self._now()
        self._next = {name: at for name, at in self._next.items() if at > now}
        turn = self._next.get(channel, now)
        self._next[channel] = turn + self._gap
        if turn > now:
            await self._sleep(turn - now)


class Pace:
    """Remembers which channels wait.

    Slack answers the same 429 for its limit on a channel (about one post a second) and for the one on the
    workspace (several hundred a minute); when a third channel is told to wait, it's the workspace's.
    """

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def judge(self, channel: str, error: TryLater, now: float | None = None) -> TryLater:
        """The error, `everywhere` when it can't be this channel's limit alone; its seconds stay as told.

        `now`: seconds from any beginning; the event loop's, by default, are never set back.
        """
        now = _now() if now is None else now
        self._until = {name: until for name, until in self._until.items() if until > now and name != channel}
        everywhere = error.everywhere or len(self._until) >= _OTHERS
        self._until[channel] = now + error.seconds
        return TryLater(error.seconds, everywhere=everywhere)


def _now() -> float:
    return asyncio.get_running_loop().time()
