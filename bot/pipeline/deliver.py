"""Deliver: keep every promise once, channel by channel, and settle what went wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from functools import partial

import structlog

from bot.core import delivery
from bot.core.model import Alert, Channel, StoryId
from bot.errors import StoreDown
from bot.pipeline.posting import Posting, ready
from bot.ports import Chat, Clock, Store

log = structlog.get_logger()

# what one round of one channel loads at most: a post that was begun before, and a full new one
_AT_ONCE = 2 * delivery.MOST_IN_ONE

# seconds for a post or a look with all that a platform's library does by itself; far less than a lease
_PATIENCE = 120.0


def _about(alerts: Sequence[Alert]) -> AbstractContextManager[None]:
    """Every line logged meanwhile, also by a platform's edge, names these alerts and their stories."""
    return structlog.contextvars.bound_contextvars(
        alerts=[alert.id for alert in alerts], stories=[alert.story for alert in alerts]
    )


class Delivery:
    """Posts what is promised, one channel independent of the other, in order within a channel."""

    def __init__(
        self,
        *,
        store: Store,
        chats: Mapping[str, Chat],
        clock: Clock,
        installation: str,
        notify: Callable[[str], Awaitable[None]],
        complete: Callable[[Sequence[StoryId]], Awaitable[None]] | None = None,
        repeat: bool = True,
        patience: float = _PATIENCE,
    ) -> None:
        """`repeat`: whether a lost post is sent once more where we may not look for it."""
        self._store = store
        self._chats = chats
        self._clock = clock
        self._installation = installation
        self._complete = complete
        self._posting = Posting(
            store=store, chats=chats, clock=clock, notify=notify, repeat=repeat, patience=patience
        )
        self._under_way: dict[Channel, asyncio.Task[None]] = {}

    async def open(self) -> None:
        """After a start: what was being sent when the last run ended may have arrived or not."""
        await self._lapse(timedelta(0), (), "the program ended while this was being sent")

    async def tick(self) -> None:
        """Start the deliveries of every channel that has something to be done, and return."""
        await self._posting.catch_up()
        await self._lapse(
            delivery.LEASE, self._posting.under_way, "whoever was sending this did not come back"
        )
        for channel in await self._store.owing(self._clock.now()):
            if channel in self._under_way or not self._reachable(channel):
                continue
            task = asyncio.create_task(self._serve(channel), name=f"deliver {channel}")
            self._under_way[channel] = task
            task.add_done_callback(partial(self._done, channel))

    async def drain(self, seconds: float) -> None:
        """Let the posts under way finish for a while; the rest is settled after the next start."""
        tasks = [*self._under_way.values(), *self._posting.notices]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def finish(self) -> None:
        """Deliver until nothing more can leave right now."""
        await self.tick()
        while under_way := [*self._under_way.values(), *self._posting.notices]:
            await asyncio.gather(*under_way, return_exceptions=True)
            await self.tick()

    async def _lapse(self, lease: timedelta, but: Collection[str], cause: str) -> None:
        now = self._clock.now()
        lapsed = await self._store.lapse(
            now, lease=lease, but=but, cause=cause, next_try=now + delivery.SETTLE_AFTER
        )
        if lapsed:
            log.warning("deliver.lapsed", lapsed=lapsed, cause=cause)

    def _reachable(self, channel: Channel) -> bool:
        chat = self._chats.get(channel.platform)
        return chat is not None and chat.connected

    def _done(self, channel: Channel, task: asyncio.Task[None]) -> None:
        del self._under_way[channel]
        error = None if task.cancelled() else task.exception()
        if isinstance(error, StoreDown):
            # told once for all, by whoever watches the database; it's taken up again when that is back
            log.debug("deliver.store_down", channel=str(channel), cause=str(error))
        elif error:
            log.error("deliver.crashed", channel=str(channel), exc_info=error)

    async def _serve(self, channel: Channel) -> None:
        """One round of a channel: what was lost first, then a message's worth of what waits."""
        unsettled: dict[str, list[Alert]] = {}
        for alert in await self._store.unsettled(channel):
            unsettled.setdefault(alert.post_key, []).append(alert)
        for key, alerts in unsettled.items():
            # what comes later waits, so that the order is kept
            if not ready(alerts, self._clock.now()):
                return
            with _about(alerts):
                on = await self._posting.look(channel, key, alerts)
            if not on:
                return
        waiting = await self._store.waiting(self._clock.now(), channel, _AT_ONCE)
        await self._completed(waiting)
        for key, carried in delivery.posts(self._installation, waiting):
            if not await self._sent(channel, key, carried):
                return

    async def _sent(self, channel: Channel, key: str, alerts: Sequence[Alert]) -> bool:
        try:
            with _about(alerts):
                return await self._posting.post(channel, key, alerts)
        except StoreDown:
            raise
        except Exception as error:
            # our own mistake, before anything left: it must not keep the channel's other alerts waiting
            if len(alerts) > 1 and not alerts[0].post_key:
                for single, carried in delivery.singles(self._installation, alerts):
                    if not await self._sent(channel, single, carried):
                        return False
            else:
                await self._posting.set_aside(channel, key, alerts, error)
            return True

    async def _completed(self, waiting: Sequence[Alert]) -> None:
        """Read what their stories lack, all at once; alerts leave without it where that fails."""
        if not waiting or self._complete is None:
            return
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._complete([alert.story for alert in waiting])
        except Exception as error:
            log.error("deliver.not_completed", exc_info=error)
