"""How often Discord has turned us away lately: it bans an address that goes on and on.

10,000 requests within ten minutes that are answered 401, 403 or 429 end in a ban of the address for all
that is behind it: https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.ports import Clock

WINDOW = timedelta(minutes=10)

# a tenth of what Discord bears: other programs may share our address
MOST = 1_000

# Discord doesn't count 404; who asks for what isn't there is at fault all the same
_TURNED_AWAY = frozenset({401, 403, 404, 429})


class Budget:
    """Counts such answers, and says for how long nothing more should be sent."""

    def __init__(self, clock: Clock, spent: Callable[[float], None], *, most: int = MOST) -> None:
        """`spent` hears of each rest as it begins, with its seconds."""
        self._clock = clock
        self._spent = spent
        self._most = most
        self._times: deque[datetime] = deque(maxlen=most)
        self._until: datetime | None = None

    def note(self, status: int, headers: Mapping[str, str]) -> None:
        """An answer has come."""
        # a limit that others have used up with us is no fault of ours, and Discord doesn't count it
        if status not in _TURNED_AWAY or headers.get("X-RateLimit-Scope") == "shared":
            return
        now = self._clock.now()
        # those from the future were noted before the clock was set back
        self._times = deque((at for at in self._times if now - WINDOW < at <= now), maxlen=self._most)
        self._times.append(now)
        if len(self._times) == self._most and not self.rest():
            # until half of them are over, lest the next one begins the next rest
            self._until = self._times[self._most // 2] + WINDOW
            self._spent(self.rest())

    def rest(self) -> float:
        """Seconds for which nothing should be sent; 0.0 when there is room."""
        now = self._clock.now()
        if self._until is None or not self._until - WINDOW <= now < self._until:
            return 0.0
        return (self._until - now).total_seconds()
