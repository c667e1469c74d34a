"""A database that can't be used: everything waits, people are told once, and it goes on by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.errors import StoreDamaged, StoreDown
from bot.ports import Clock, Store

log = structlog.get_logger()

Job = Callable[[], Awaitable[None]]

# the rest between two tries; doubled each time that the database only seemed to be back
_REST = timedelta(seconds=5)
_LONGEST_REST = timedelta(minutes=5)

# how long it must work before it's called back: a disk that is all but full takes small writes
_CALM = timedelta(seconds=30)

# an outage this long is worth telling the operators
_WORTH_TELLING = timedelta(minutes=1)


class Outage:
    """Keeps the regular work from a database that can't be written, and looks for its return."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        probe: Job,
        notify: Callable[[str], Awaitable[None]],
        damaged: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        # writes something small
        self._probe = probe
        self._notify = notify
        self._damaged = damaged
        self._turn = asyncio.Lock()
        # since when it is down; None while all is well
        self._since: datetime | None = None
        # since when it works again, in an outage that isn't called over yet
        self._works: datetime | None = None
        self._rest = _REST
        self._next_probe: datetime | None = None
        self._told = False
        self._given_up = False

    def guard(self, job: Job) -> Job:
        """The job, left out while the database is down. Only mistakes of ours come through."""

        async def guarded() -> None:
            if self._turn.locked():
                # another job is trying the database just now
                return
            async with self._turn:
                await self._look()
            if self._store.trouble is not None:
                return
            try:
                await job()
            except asyncio.CancelledError:
                # the scheduler ends, and would tell it as an error
                log.debug("tick.cut_short")
            except StoreDamaged as error:
                self._give_up(error)
            except StoreDown as error:
                log.debug("store.failed", cause=str(error))

        return guarded

    async def _look(self) -> None:
        now = self._clock.now()
        trouble = self._store.trouble
        if trouble is None:
            await self._up(now)
            return
        if isinstance(trouble, StoreDamaged):
            self._give_up(trouble)
            return
        await self._down(trouble, now)
        if self._next_probe is None or now >= self._next_probe:
            try:
                await self._probe()
                self._works = self._clock.now()
            except StoreDown:
                self._next_probe = self._clock.now() + self._rest

    async def _up(self, now: datetime) -> None:
        if self._since is None:
            return
        self._works = self._works or now
        if now - self._works < _CALM:
            return
        lasted = f"{(self._works - self._since).total_seconds():.0f} s"
        log.warning("store.back", lasted=lasted)
        if self._told:
            await self._notify("The database can be used again; Newsbell goes on where it stood.")
        self._since, self._works, self._told = None, None, False
        self._rest, self._next_probe = _REST, None

    async def _down(self, trouble: StoreDown, now: datetime) -> None:
        if self._since is None:
            self._since, self._next_probe = now, None
            log.error("store.down", cause=str(trouble), say="Nothing is polled or sent until it's back.")
        elif self._works is not None:
            # it took the small write and not the next one
            self._works = None
            self._rest = min(self._rest * 2, _LONGEST_REST)
            self._next_probe = now + self._rest
        if not self._told and now - self._since >= _WORTH_TELLING:
            self._told = True
            await self._notify(
                f"The database can't be used: {trouble} Nothing is polled or sent until it's back; "
                "Newsbell goes on by itself then."
            )

    def _give_up(self, error: StoreDamaged) -> None:
        if not self._given_up:
            self._given_up = True
            log.error("store.damaged", cause=str(error))
            self._damaged()
