"""Deliver: keep every promise once, channel by channel, and settle what went wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from functools import partial
from itertools import groupby

import structlog

from bot.core import delivery, message
from bot.core.model import Alert, AlertState, Channel, Message, StoryId
from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, StoreDown, TryLater, Unknown
from bot.ports import Chat, Clock, Store

log = structlog.get_logger()

# how long before its first attempt a lost post may have appeared, by the platform's clock
_CLOCK_SKEW = timedelta(minutes=2)

# how long after an unanswered post we look for it: the platform may still be applying it
_SETTLE_AFTER = timedelta(seconds=3)


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
    ) -> None:
        self._store = store
        self._chats = chats
        self._clock = clock
        self._installation = installation
        self._notify = notify
        self._complete = complete
        self._under_way: dict[Channel, asyncio.Task[None]] = {}

    async def open(self) -> None:
        """After a start: what was being sent when the last run ended may have arrived or not."""
        for key in {
            alert.post_key for alert in await self._store.unsettled() if alert.state is AlertState.SENDING
        }:
            await self._store.settle(
                key, AlertState.UNKNOWN, cause="the program ended while this was being sent"
            )

    async def tick(self) -> None:
        """Start the deliveries of every channel that has something waiting, and return."""
        now = self._clock.now()
        lost = [
            alert
            for alert in await self._store.unsettled()
            if alert.state is AlertState.UNKNOWN and alert.next_try <= now
        ]
        waiting = await self._store.waiting(now)
        for channel in dict.fromkeys(alert.channel for alert in (*lost, *waiting)):
            if channel in self._under_way or not self._reachable(channel):
                continue
            task = asyncio.create_task(
                self._serve(
                    channel,
                    [alert for alert in lost if alert.channel == channel],
                    [alert for alert in waiting if alert.channel == channel],
                ),
                name=f"deliver {channel}",
            )
            self._under_way[channel] = task
            task.add_done_callback(partial(self._done, channel))

    async def drain(self, seconds: float) -> None:
        """Let the posts under way finish for a while; the rest is settled after the next start."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=seconds)
        for task in list(self._under_way.values()):
            task.cancel()

    async def finish(self) -> None:
        """Deliver until nothing more can leave right now."""
        await self.tick()
        while self._under_way:
            await asyncio.gather(*self._under_way.values(), return_exceptions=True)
            await self.tick()

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

    async def _serve(self, channel: Channel, lost: Sequence[Alert], waiting: Sequence[Alert]) -> None:
        for key, together in groupby(lost, key=lambda alert: alert.post_key):
            unsure = list(together)
            with _about(unsure):
                on = await self._look(channel, key, unsure)
            if not on:
                # what comes later waits, so that the order is kept
                return
        if waiting and self._complete:
            # all of them at once, so that their pages delay the last alert no longer than the first
            await self._complete([alert.story for alert in waiting])
        for alerts in delivery.batches(waiting):
            with _about(alerts):
                on = await self._post(channel, alerts)
            if not on:
                return

    async def _look(self, channel: Channel, key: str, alerts: Sequence[Alert]) -> bool:
        """Settle a post whose answer was lost. True when the channel's queue may go on."""
        now = self._clock.now()
        since = min(alert.made_at for alert in alerts) - _CLOCK_SKEW
        cause = ""
        try:
            found = await self._chats[channel.platform].find(channel, key, since)
        except Unknown:
            if max(alert.attempts for alert in alerts) > 1:
                # sent twice without an answer, and no right to look: a third try would risk a third copy
                await self._store.settle(
                    key, AlertState.REFUSED, cause="two posts went unanswered; it may stand there"
                )
                log.error("deliver.unconfirmed", channel=str(channel))
                return True
            found, cause = None, "possibly repeated"
        except (TryLater, ChatDown) as error:
            await self._wait(channel, key, AlertState.UNKNOWN, error, alerts)
            return False
        except DeliveryError as error:
            await self._store.settle(key, AlertState.REFUSED, cause=str(error))
            return True
        if found is not None:
            await self._store.settle(key, AlertState.SENT, message_id=found)
            log.info("deliver.found", channel=str(channel), message=found)
            return True
        if cause:
            log.warning("deliver.repeating", channel=str(channel), say="The answer was lost; sent once more.")
        await self._store.settle(key, AlertState.PROMISED, next_try=now, cause=cause)
        return await self._post(channel, alerts, cause)

    async def _post(self, channel: Channel, alerts: Sequence[Alert], cause: str = "") -> bool:
        """Send one message, keeping `cause` with it. True when the channel's queue may go on."""
        key = delivery.post_key(self._installation, alerts[0].id)
        said = await self._compose(alerts)
        await self._store.begin(alerts, key, self._clock.now())
        try:
            sent = await self._chats[channel.platform].post(channel, said, key)
        except Unknown as error:
            later = self._clock.now() + _SETTLE_AFTER
            await self._store.settle(key, AlertState.UNKNOWN, cause=str(error), next_try=later)
            log.warning("deliver.unknown", channel=str(channel), cause=str(error))
            return False
        except (TryLater, ChatDown) as error:
            await self._wait(channel, key, AlertState.PROMISED, error, alerts)
            return False
        except ChannelGone as error:
            await self._store.settle(key, AlertState.REFUSED, cause=str(error))
            await self._give_up(channel, error)
            return False
        except Refused as error:
            await self._store.settle(key, AlertState.REFUSED, cause=str(error))
            log.error("deliver.refused", channel=str(channel), cause=str(error))
            await self._notify(f"{channel} refused an alert: {error}")
            return True
        await self._store.settle(key, AlertState.SENT, message_id=sent, cause=cause)
        waited = self._clock.now() - min(alert.made_at for alert in alerts)
        log.info("deliver.sent", channel=str(channel), message=sent, waited=waited.total_seconds())
        return True

    async def _wait(
        self,
        channel: Channel,
        key: str,
        state: AlertState,
        error: TryLater | ChatDown,
        alerts: Sequence[Alert],
    ) -> None:
        """Nothing was sent: try again exactly when the platform said, else after a growing rest."""
        tries = max(alert.attempts for alert in alerts)
        seconds = error.seconds if isinstance(error, TryLater) else delivery.retry_after(tries)
        until = self._clock.now() + timedelta(seconds=seconds)
        await self._store.settle(key, state, cause=str(error), next_try=until)
        everywhere = isinstance(error, ChatDown) or error.everywhere
        await self._store.hold(channel.platform if everywhere else str(channel), until)
        log.warning("deliver.waiting", channel=str(channel), seconds=round(seconds, 1), cause=str(error))

    async def _give_up(self, channel: Channel, error: ChannelGone) -> None:
        """Nothing can be posted here any more: its watches rest, and its other alerts are closed."""
        paused = await self._store.pause_channel(channel, f"nothing can be posted here: {error}")
        # far enough in the future to see all that is waiting, whatever it was told to wait
        horizon = self._clock.now() + timedelta(days=2)
        for alert in await self._store.waiting(horizon):
            if alert.channel == channel:
                key = delivery.post_key(self._installation, alert.id)
                await self._store.begin([alert], key, self._clock.now())
                await self._store.settle(key, AlertState.REFUSED, cause=str(error))
        log.error("deliver.channel_gone", channel=str(channel), watches=paused, cause=str(error))
        await self._notify(
            f"{channel}: {error} Its {paused} watches are paused; type /newsbell resume there when it's back."
        )

    async def _compose(self, alerts: Sequence[Alert]) -> Message:
        """The words, written as the message leaves, so that every outlet so far is credited."""
        now = self._clock.now()
        tellings = []
        for alert in alerts:
            story = await self._store.story(alert.story)
            if story is None:
                # pruned or deleted by hand; the promise still names its reasons
                continue
            earlier = await self._store.story(story.follows) if story.follows is not None else None
            tellings.append(message.Telling(story=story, reasons=alert.reasons, earlier=earlier))
        if len(tellings) == 1:
            return message.alert(tellings[0], now)
        return message.batch(tellings, now)
