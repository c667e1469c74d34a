"""Checks: whether the bot does its work. `status`, `/healthz` and `/readyz` all say what stands here."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.health import Check, Survey
from bot.core.message.time import ago
from bot.core.model import Source
from bot.core.spans import counted
from bot.errors import StoreDown
from bot.pipeline.poll import Polling
from bot.pipeline.pulse import Pulse
from bot.ports import Chat, Clock, Store

# a tick comes every second; a database in trouble may hold one up for some
_STUCK = 60.0

# platforms give up on us after three seconds
_MOST_LAG = 3.0

# how long the database may take for one small write
_WRITE = 5.0

# an answer is given again for so long: asking often must cost little
_FRESH = 5.0

# what is owed longer than this is held up by something: a channel's limits end sooner
_OVERDUE = timedelta(minutes=15)

# sources may miss some polls before anybody is alarmed, and a poll takes a while itself
_MISSED_POLLS = 3
_GRACE = timedelta(minutes=2)

_WRITTEN = "checked"


class Checks:
    """Looks at every part; cheap to ask often. `interval` is how long a source rests between two polls."""

    def __init__(
        self,
        *,
        store: Store,
        chats: Mapping[str, Chat],
        clock: Clock,
        polling: Polling,
        interval: timedelta,
        pulse: Pulse | None = None,
    ) -> None:
        self._store = store
        self._chats = chats
        self._clock = clock
        self.polling = polling
        self.pulse = pulse or Pulse()
        self._late = interval * _MISSED_POLLS + _GRACE
        self._turn = asyncio.Lock()
        self._write: asyncio.Task[None] | None = None
        self._looked: tuple[float, Check] | None = None

    async def alive(self) -> tuple[Check, ...]:
        """What a restart may cure. That there is an answer at all shows that the event loop moves."""
        stuck = [
            Check(
                name=name,
                well=still < _STUCK,
                said=f"The tick of {name} ended {still:.0f} s ago."
                if still < _STUCK
                else f"The tick of {name} has been stuck for {still:.0f} s; restart Newsbell.",
            )
            for name, still in self.pulse.still().items()
        ]
        # a stall that is over is no reason to restart: a loop that still stands gives no answer at all
        return (replace(self._loop(), well=True), *stuck)

    async def ready(self) -> tuple[Check, ...]:
        """Whether news is read and people are told; the database is tried every few seconds at most."""
        database = await self._fresh_database()
        rest: list[Check] = []
        if database.well:
            try:
                async with asyncio.timeout(_WRITE):
                    rest = [await self._sources(), await self._delivery()]
            except StoreDown as error:
                database = _database(str(error))
            except TimeoutError:
                database = _database(f"it gave no answer within {_WRITE:g} s.")
        return (self._loop(), database, *self._chat_checks(), *rest)

    async def survey(self) -> Survey:
        """What can be counted just now. Raises StoreDown."""
        now = self._clock.now()
        standing = await self._store.standing(now)
        sources = [source for source in await self._store.sources() if source.enabled]
        return Survey(
            alerts=await self._store.alert_counts(),
            oldest_owed=(now - standing.oldest_owed).total_seconds() if standing.oldest_owed else 0.0,
            holds=standing.holds,
            chats={name: chat.connected for name, chat in self._chats.items()},
            followed=len(sources),
            failing=sum(source.failures > 0 for source in sources),
            watches=len(await self._store.watches()),
            lag=self.pulse.lag,
        )

    async def _fresh_database(self) -> Check:
        async with self._turn:
            now = asyncio.get_running_loop().time()
            if self._looked is None or now - self._looked[0] > _FRESH:
                self._looked = now, await self._database()
            return self._looked[1]

    def _loop(self) -> Check:
        lag = self.pulse.lag
        said = f"The event loop was held up for {lag:.2f} s at most in the last minute"
        well = lag < _MOST_LAG
        return Check(
            name="loop", well=well, said=f"{said}." if well else f"{said}; is the machine overloaded?"
        )

    async def _database(self) -> Check:
        """One small real write. One that hangs is waited for, and not started a second time."""
        if self._write is None:
            moment = self._clock.now().isoformat()
            self._write = asyncio.create_task(self._store.put(_WRITTEN, moment), name="check database")
        await asyncio.wait([self._write], timeout=_WRITE)
        if not self._write.done():
            return _database(f"it has not taken a write within {_WRITE:g} s.")
        written, self._write = self._write, None
        error = written.exception()
        if error is not None and not isinstance(error, StoreDown):
            raise error
        return _database(str(error) if error else "")

    def _chat_checks(self) -> list[Check]:
        if not self._chats:
            said = "No chat is set up, so nobody will be told; .env.example says which tokens to set."
            return [Check(name="chats", well=False, said=said)]
        return [
            Check(
                name=name,
                well=chat.connected,
                said=f"The chat {name} is connected."
                if chat.connected
                else f"The chat {name} is not connected; the log says why (chat.down). Trying on.",
            )
            for name, chat in self._chats.items()
        ]

    async def _sources(self) -> Check:
        sources = [source for source in await self._store.sources() if source.enabled]
        now = self._clock.now()
        latest = max((source.last_success for source in sources if source.last_success), default=None)
        well = not sources or (latest is not None and now - latest < self._late and not self.polling.offline)
        return Check(name="sources", well=well, said=_read(sources, latest, now, self.polling.offline))

    async def _delivery(self) -> Check:
        now = self._clock.now()
        standing = await self._store.standing(now)
        sent = standing.last_sent
        last = f"the last post was {ago(sent, now)}" if sent else "nothing was posted yet"
        if standing.oldest_owed is None:
            return Check(name="delivery", well=True, said=f"No alert waits; {last}.")
        said = f"The alert that has waited longest was promised {ago(standing.oldest_owed, now)}; {last}"
        well = now - standing.oldest_owed < _OVERDUE
        return Check(name="delivery", well=well, said=f"{said}." if well else f"{said}. The log says why.")


def _database(trouble: str) -> Check:
    said = f"The database can't be written: {trouble}" if trouble else "The database can be written."
    return Check(name="database", well=not trouble, said=said)


def _read(sources: list[Source], latest: datetime | None, now: datetime, offline: bool) -> str:
    if not sources:
        return "No sources are followed."
    if offline:
        return "No source can be reached: the network seems to be down; trying on."
    if latest is None:
        return f"None of {counted(len(sources), 'source')} has been read yet."
    return f"The last successful poll was {ago(latest, now)}."
