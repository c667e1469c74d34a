"""Poll: ask each source that is due what is new, and remember how it went."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog

from bot.core import polling
from bot.core.model import Fetched, FetchFailed, FetchResult, Source, SourceId
from bot.core.reach import Reach
from bot.errors import StoreDown
from bot.pipeline.ingest import Ingest, Taken
from bot.pipeline.troubles import Troubles
from bot.ports import Clock, Fetcher, Store

log = structlog.get_logger()

# how soon sources are tried again in an outage of our own
_OUTAGE_REST = timedelta(seconds=30)

# polls under way at once: enough for a pack in a few seconds, few enough for a small machine
_MOST_AT_ONCE = 8


# how long somebody who follows a source waits for its first poll, in seconds
_PATIENCE = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """One poll: the source as it stands now, and what came of it."""

    source: Source
    taken: Taken
    failed: bool


class Polling:
    """Polls sources when they are due, each by itself, a few at a time."""

    def __init__(
        self,
        *,
        store: Store,
        fetcher: Fetcher,
        ingest: Ingest,
        clock: Clock,
        interval: timedelta,
        troubles: Troubles | None = None,
    ) -> None:
        self._troubles = troubles
        self._store = store
        self._fetcher = fetcher
        self._ingest = ingest
        self._clock = clock
        self._interval = interval
        self._slots = asyncio.Semaphore(_MOST_AT_ONCE)
        self._under_way: dict[SourceId, asyncio.Task[Polled]] = {}
        self._reach = Reach()

    @property
    def offline(self) -> bool:
        """Whether it looks as if our own network is down."""
        return self._reach.lost

    async def tick(self) -> None:
        """Start a poll of every source that is due, and return without waiting for them."""
        now = self._clock.now()
        self._start(
            source for source in await self._store.sources() if source.enabled and polling.due(source, now)
        )

    async def everything(self) -> list[Polled]:
        """Poll every source once, due or not, and wait for all of them."""
        tasks = self._start(source for source in await self._store.sources() if source.enabled)
        return list(await asyncio.gather(*tasks))

    async def soon(self, source: SourceId) -> int | None:
        """Poll one source at once: how many items were set aside, None when that fails or takes long."""
        tasks = self._start(known for known in await self._store.sources() if known.id == source)
        # whoever asks waits for an answer; a poll that takes longer goes on, and one that breaks is logged
        done = (await asyncio.wait(tasks, timeout=_PATIENCE))[0] if tasks else set()
        for task in done:
            if not task.cancelled() and task.exception() is None and not task.result().failed:
                return task.result().taken.set_aside
        return None

    async def settle(self) -> None:
        """Wait for the polls under way."""
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    async def drain(self) -> None:
        """Stop the polls under way; what they have not yet written is fetched again next time."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, sources: Iterable[Source]) -> list[asyncio.Task[Polled]]:
        started = []
        for source in sources:
            if source.id not in self._under_way:
                task = asyncio.create_task(self._poll(source), name=f"poll {source.name}")
                self._under_way[source.id] = task
                task.add_done_callback(partial(self._done, source.id))
            started.append(self._under_way[source.id])
        return started

    def _done(self, source: SourceId, task: asyncio.Task[Polled]) -> None:
        del self._under_way[source]
        error = None if task.cancelled() else task.exception()
        if isinstance(error, StoreDown):
            # told once for all, by whoever watches the database; it's taken up again when that is back
            log.debug("poll.store_down", source=source, cause=str(error))
        elif error:
            log.error("poll.crashed", source=source, exc_info=error)

    async def _poll(self, source: Source) -> Polled:
        async with self._slots:
            began = asyncio.get_running_loop().time()
            result = await self._fetcher.poll(source)
            took = asyncio.get_running_loop().time() - began
        now = self._clock.now()
        after = polling.after(source, result, now=now, interval=self._interval)
        taken = Taken()
        if isinstance(result, Fetched):
            taken = await self._ingest.take(source, result.items)
        after = await self._save(source, after)
        if self._troubles:
            told = await self._troubles(after)
            if told != after:
                await self._store.save_source(told)
        self._tell(after, result, taken, round(took, 2))
        return Polled(source=after, taken=taken, failed=isinstance(result, FetchFailed))

    async def _save(self, before: Source, after: Source) -> Source:
        """Write the source, and others where this poll shows that the fault is ours; gives the source."""
        was_lost = self.offline
        now, rest = self._clock.now(), min(_OUTAGE_REST, self._interval)
        for each in self._reach.note(before, after, now=now, rest=rest):
            await self._store.save_source(each)
            after = each if each.id == after.id else after
        if self.offline and not was_lost:
            log.warning("poll.offline", say="No source can be reached; is the network down? Trying on.")
        return after

    def _tell(self, source: Source, result: FetchResult, taken: Taken, took: float) -> None:
        known = {"source_id": source.id, "source": source.name, "verdict": source.verdict, "seconds": took}
        if isinstance(result, FetchFailed):
            # in an outage of our own, the one line above says it for all of them
            tell = log.debug if self.offline else log.warning
            tell("poll.failed", **known, cause=result.reason)
        else:
            tell = log.info if taken.new or taken.set_aside else log.debug
            tell("poll.done", **known, new=taken.new, set_aside=taken.set_aside, alerts=taken.alerts)
