"""Whose limit a wait was: one channel's, or that of all that we send."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import SimpleNamespace

import aiohttp

from bot.chat.discord.budget import Budget
from bot.errors import DeliveryError, TryLater, Unknown


@dataclass(slots=True)
class Tries:
    """The requests of one post: discord.py sends it again after a 5xx, and tells of the last answer alone."""

    # what came before the last answer and leaves open whether the post was made
    doubt: str = ""
    _last: str = ""

    def note(self, outcome: str) -> None:
        """One more try has ended; `outcome` says why nobody knows what came of it, "" where all is clear."""
        self.doubt = self.doubt or self._last
        self._last = outcome

    def judge(self, error: DeliveryError) -> DeliveryError:
        """The error; after a doubtful try, "not sent" is true of the last one alone."""
        if not self.doubt or isinstance(error, Unknown):
            return error
        limit = error if isinstance(error, TryLater) else None
        return Unknown(f"{self.doubt} before this answer: {error}", limit=limit)


_TRIES: ContextVar[Tries | None] = ContextVar("tries", default=None)


class Pace:
    """Notes Discord's global limit as it's answered: discord.py's RateLimited doesn't say which it was."""

    def __init__(self, budget: Budget) -> None:
        """`budget` hears of every answer."""
        self._budget = budget
        self._global = False
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_end.append(self._note)
        self.trace.on_request_exception.append(self._broken)

    @contextmanager
    def watch(self) -> Iterator[Tries]:
        """The tries of the requests that are made within."""
        tries = Tries()
        token = _TRIES.set(tries)
        try:
            yield tries
        finally:
            _TRIES.reset(token)

    def judge(self, error: TryLater) -> TryLater:
        """The error, `everywhere` when the last limit that Discord named was the global one."""
        return TryLater(error.seconds, everywhere=error.everywhere or self._global)

    async def _note(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        status = params.response.status
        if tries := _TRIES.get():
            tries.note(f"Discord answered {status}" if status >= 500 else "")
        self._budget.note(status, params.response.headers)
        if status == 429:
            headers = params.response.headers
            self._global = bool(headers.get("X-RateLimit-Global")) or (
                headers.get("X-RateLimit-Scope") == "global"
            )
        elif status < 400:
            self._global = False

    async def _broken(
        self,
        session: aiohttp.ClientSession,
        context: SimpleNamespace,
        params: aiohttp.TraceRequestExceptionParams,
    ) -> None:
        if tries := _TRIES.get():
            tries.note("the connection broke")
