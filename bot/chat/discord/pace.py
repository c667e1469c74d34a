"""Whose limit a wait was: one channel's, or that of all that we send."""

from __future__ import annotations

from types import SimpleNamespace

import aiohttp

from bot.chat.discord.budget import Budget
from bot.errors import TryLater


class Pace:
    """Notes Discord's global limit as it's answered: discord.py's RateLimited doesn't say which it was."""

    def __init__(self, budget: Budget) -> None:
        """`budget` hears of every answer."""
        self._budget = budget
        self._global = False
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_end.append(self._note)

    def judge(self, error: TryLater) -> TryLater:
        """The error, `everywhere` when the last limit that Discord named was the global one."""
        return TryLater(error.seconds, everywhere=error.everywhere or self._global)

    async def _note(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        self._budget.note(params.response.status, params.response.headers)
        if params.response.status == 429:
            headers = params.response.headers
            self._global = bool(headers.get("X-RateLimit-Global")) or (
                headers.get("X-RateLimit-Scope") == "global"
            )
        elif params.response.status < 400:
            self._global = False
