"""The month's tokens: how many may be spent, and how many were, over restarts."""

from __future__ import annotations

import asyncio

from bot.ports import Clock, Store

# "2026-05 12345": the month in UTC and what was spent in it
_KEY = "summariser.tokens"


class Budget:
    """Counts tokens by calendar month (UTC) in the store."""

    def __init__(self, *, store: Store, clock: Clock, monthly: int) -> None:
        self._store = store
        self._clock = clock
        self._turn = asyncio.Lock()
        self.monthly = monthly

    async def spent(self) -> int:
        """What was spent this month."""
        month, _, count = (await self._store.get(_KEY) or "").partition(" ")
        return int(count) if month == self._month() and count.isdecimal() else 0

    async def take(self, tokens: int) -> bool:
        """Spend so many, unless that is more than is left."""
        async with self._turn:
            spent = await self.spent()
            if spent + tokens > self.monthly:
                return False
            await self._store.put(_KEY, f"{self._month()} {spent + tokens}")
            return True

    async def correct(self, tokens: int) -> None:
        """Add so many to what was spent (fewer, when negative): the estimate was off."""
        async with self._turn:
            await self._store.put(_KEY, f"{self._month()} {max(0, await self.spent() + tokens)}")

    def _month(self) -> str:
        return f"{self._clock.now():%Y-%m}"
