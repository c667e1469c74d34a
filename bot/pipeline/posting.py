"""One post: sent, settled by what came of it, and looked for when its answer was lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import structlog

from bot.core import delivery, message
from bot.core.delivery import Hold
from bot.core.model import Alert, AlertState, Channel, Message
from bot.errors import ChannelGone, ChatDown, DeliveryError, StoreDown, TryLater, Unknown
from bot.ports import Chat, Clock, Store

log = structlog.get_logger()

T = TypeVar("T")


class Posting:
    """Moves posts through the ledger. Every method leaves something that the next tick can go on from."""

    def __init__(
        self,
        *,
        store: Store,
        chats: Mapping[str, Chat],
        clock: Clock,
        notify: Callable[[str], Awaitable[None]],
        repeat: bool,
        patience: float,
    ) -> None:
        """`repeat`: whether a lost post is sent once more where we may not look for it.

        `patience`: seconds for one post or look, whatever the platform's own code allows itself."""
        self._store = store
        self._chats = chats
        self._clock = clock
        self._notify = notify
        self._repeat = repeat
        self._patience = patience
        # keys of posts that are being sent by us
        self.under_way: set[str] = set()
        # notices on their way, which no queue waits for
        self.notices: set[asyncio.Task[None]] = set()
        # what came of posts while the database was down, by their key
        self._unwritten: dict[str, Callable[[], Awaitable[None]]] = {}

    async def catch_up(self) -> None:
        """Write down what the database could not take when it was known. Raises StoreDown."""
        for key, write in list(self._unwritten.items()):
            # nobody holds the key: it was written after all, or never begun
            with suppress(ValueError):
                await write()
            self._unwritten.pop(key, None)

    async def post(self, channel: Channel, key: str, alerts: Sequence[Alert]) -> bool:
        """Send one message. True when the channel's queue may go on."""
        said = await self._compose(alerts)
        if not await self._begin(key, alerts):
            log.info("deliver.taken", channel=str(channel))
            return False
        self.under_way.add(key)
        try:
            sent = await self._send(channel, said, key)
        except DeliveryError as error:
            return await self._failed(channel, key, alerts, error)
        finally:
            self.under_way.discard(key)
        cause = "possibly repeated" if any(alert.repeated for alert in alerts) else ""
        await self._settle(key, AlertState.SENT, message_id=sent, cause=cause)
        waited = self._clock.now() - min(alert.made_at for alert in alerts)
        log.info("deliver.sent", channel=str(channel), message=sent, waited=waited.total_seconds())
        return True

    async def look(self, channel: Channel, key: str, alerts: Sequence[Alert]) -> bool:
        """Settle a post whose answer was lost. True when the channel's queue may go on."""
        try:
            found = await self._find(channel, key, alerts)
        except (TryLater, ChatDown) as error:
            await self._wait(channel, key, AlertState.UNKNOWN, error, alerts)
            return False
        except DeliveryError as error:
            return await self._unseen(channel, key, alerts, error)
        if found is not None:
            await self._settle(key, AlertState.SENT, message_id=found)
            log.info("deliver.found", channel=str(channel), message=found)
            return True
        await self._settle(key, AlertState.PROMISED, next_try=self._clock.now())
        return await self.post(channel, key, alerts)

    async def set_aside(self, channel: Channel, key: str, alerts: Sequence[Alert], error: Exception) -> None:
        """Let alerts rest whose words can't be written, so that the others go on."""
        rest = delivery.retry_after(max(alert.attempts for alert in alerts) + 1)
        later = self._clock.now() + timedelta(seconds=rest)
        log.error("deliver.not_written", channel=str(channel), exc_info=error)
        if await self._begin(key, alerts):
            await self._settle(key, AlertState.PROMISED, cause=f"not written: {error!r}", next_try=later)

    async def _begin(self, key: str, alerts: Sequence[Alert]) -> bool:
        now = self._clock.now()
        try:
            return await self._store.begin(alerts, key, now)
        except StoreDown:
            # it may have been written, and is surely not sent
            self._unwritten[key] = partial(self._store.settle, key, AlertState.PROMISED, next_try=now)
            raise

    async def _settle(self, key: str, state: AlertState, **more: Any) -> None:
        write = partial(self._store.settle, key, state, **more)
        try:
            await write()
        except StoreDown:
            self._unwritten[key] = write
            raise

    async def _send(self, channel: Channel, said: Message, key: str) -> str:
        """Post. Raises DeliveryError alone: whatever else happens, the message may stand there."""
        try:
            return await self._in_time(self._chats[channel.platform].post(channel, said, key))
        except DeliveryError:
            raise
        except TimeoutError as error:
            raise Unknown(f"no answer within {self._patience:g} s") from error
        except Exception as error:
            log.exception("deliver.post_crashed", channel=str(channel))
            raise Unknown(f"posting failed: {error!r}") from error

    async def _find(self, channel: Channel, key: str, alerts: Sequence[Alert]) -> str | None:
        """Look. Raises DeliveryError alone: a look that broke is taken again, and rests this channel."""
        since = delivery.look_since(alerts, self._clock.now())
        try:
            return await self._in_time(self._chats[channel.platform].find(channel, key, since))
        except DeliveryError:
            raise
        except Exception as error:
            log.exception("deliver.look_crashed", channel=str(channel))
            raise TryLater(delivery.retry_after(max(alert.attempts for alert in alerts))) from error

    async def _in_time(self, work: Awaitable[T]) -> T:
        async with asyncio.timeout(self._patience):
            return await work

    async def _failed(
        self, channel: Channel, key: str, alerts: Sequence[Alert], error: DeliveryError
    ) -> bool:
        match error:
            case Unknown(limit=TryLater() as limit):
                await self._wait(channel, key, AlertState.UNKNOWN, limit, alerts)
                return False
            case Unknown():
                later = self._clock.now() + delivery.SETTLE_AFTER
                await self._settle(key, AlertState.UNKNOWN, cause=str(error), next_try=later)
                log.warning("deliver.unknown", channel=str(channel), cause=str(error))
                return False
            case TryLater() | ChatDown():
                await self._wait(channel, key, AlertState.PROMISED, error, alerts)
                return False
            case ChannelGone():
                await self._settle(key, AlertState.REFUSED, cause=str(error))
                await self._give_up(channel, error)
                return False
        await self._settle(key, AlertState.REFUSED, cause=str(error))
        log.error("deliver.refused", channel=str(channel), cause=str(error))
        self._tell(f"{channel} refused an alert: {error}")
        return True

    async def _unseen(
        self, channel: Channel, key: str, alerts: Sequence[Alert], error: DeliveryError
    ) -> bool:
        """Where we may not look: sent once more after a while unless told otherwise, a third time never."""
        twice = any(alert.repeated for alert in alerts)
        if twice or not self._repeat:
            said = "Two posts" if twice else "A post"
            cause = f"{said.lower()} went unanswered; it may stand there"
            await self._settle(key, AlertState.REFUSED, cause=cause)
            log.error("deliver.unconfirmed", channel=str(channel), cause=cause)
            self._tell(f"{said} in {channel} went unanswered, and Newsbell can't look there: {error}")
            return True
        now = self._clock.now()
        later = now + delivery.REPEAT_AFTER
        await self._settle(
            key,
            AlertState.PROMISED,
            next_try=later,
            cause="possibly repeated",
            repeated=True,
            # what comes later waits, so that the order is kept
            hold=Hold(target=str(channel), since=now, until=later),
        )
        log.warning(
            "deliver.repeating",
            channel=str(channel),
            cause=str(error),
            say="The answer was lost; it will be sent once more: possibly repeated.",
        )
        return False

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
        now = self._clock.now()
        until = now + timedelta(seconds=seconds)
        everywhere = isinstance(error, ChatDown) or error.everywhere
        target = channel.platform if everywhere else str(channel)
        hold = Hold(target=target, since=now, until=until)
        await self._settle(key, state, cause=str(error), next_try=until, hold=hold)
        log.warning("deliver.waiting", channel=str(channel), seconds=round(seconds, 1), cause=str(error))

    async def _give_up(self, channel: Channel, error: ChannelGone) -> None:
        """Nothing can be posted here any more: its watches rest, and its other alerts are closed."""
        paused = await self._store.pause_channel(channel, f"nothing can be posted here: {error}")
        closed = await self._store.refuse(channel, str(error))
        log.error(
            "deliver.channel_gone", channel=str(channel), watches=paused, closed=closed, cause=str(error)
        )
        self._tell(
            f"{channel}: {error} Its {paused} watches are paused; type /newsbell resume there when it's back."
        )

    def _tell(self, words: str) -> None:
        async def notify() -> None:
            await self._notify(words)

        # the operators' channel may be the one that hangs
        task = asyncio.create_task(notify(), name="notice")
        self.notices.add(task)
        task.add_done_callback(self.notices.discard)

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


def ready(alerts: Sequence[Alert], now: datetime) -> bool:
    """Whether a post may be looked for: unanswered, and not only a moment ago."""
    return all(
        alert.state is AlertState.UNKNOWN and not now < alert.next_try <= now + delivery.LONGEST_REST
        for alert in alerts
    )
