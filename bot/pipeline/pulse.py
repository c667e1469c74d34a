"""Pulse: whether the bot's ticks still come to their end, and how long the event loop is held up."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()

# how often the loop is felt, in seconds
_BEAT = 0.25

# how long a lag is remembered, in seconds
_REMEMBERED = 60.0

# platforms want an answer within three seconds; from here on people notice, and so the log should
_NOTICED = 1.0

Job = Callable[[], Awaitable[None]]


class Pulse:
    """Feels each named tick, and the event loop itself. Times are the loop's own, in seconds."""

    def __init__(self, now: Callable[[], float] | None = None) -> None:
        self._now = now or _now
        self._moved: dict[str, float] = {}
        # (when, how long) of the last minute
        self._lags: deque[tuple[float, float]] = deque()

    def of(self, name: str, job: Job) -> Job:
        """The job, felt each time that it ends; also when it fails, for then it isn't stuck."""

        async def felt() -> None:
            try:
                await job()
            finally:
                self._moved[name] = self._now()

        self._moved[name] = self._now()
        return felt

    def still(self) -> dict[str, float]:
        """For how long each tick hasn't come to its end."""
        now = self._now()
        return {name: now - moved for name, moved in self._moved.items()}

    @property
    def lag(self) -> float:
        """The longest that the loop was held up in the last minute."""
        self._forget()
        return max((lag for _, lag in self._lags), default=0.0)

    async def feel(self) -> None:
        """Feel the loop until cancelled: whatever holds it up makes this wake late."""
        while True:
            due = self._now() + _BEAT
            await asyncio.sleep(_BEAT)
            lag = max(0.0, self._now() - due)
            self._lags.append((self._now(), lag))
            self._forget()
            if lag >= _NOTICED:
                log.warning(
                    "loop.held_up", seconds=round(lag, 2), say="Nothing else could happen during that time."
                )

    def _forget(self) -> None:
        while self._lags and self._lags[0][0] < self._now() - _REMEMBERED:
            self._lags.popleft()


def _now() -> float:
    return asyncio.get_running_loop().time()
