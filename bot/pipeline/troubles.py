"""Troubles: whoever reads a source is told once that it's gone, has moved or shows something else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import structlog

from bot.core import text as words
from bot.core import troubles
from bot.core.model import Channel, Message, Source
from bot.core.spans import text
from bot.errors import ChatDown, DeliveryError, TryLater
from bot.pipeline.ingest import Ingest
from bot.ports import Chat, Store

log = structlog.get_logger()


class Troubles:
    """Tells the channels that follow a source or whose watches name it; the operators where there is none."""

    def __init__(
        self,
        *,
        store: Store,
        chats: Mapping[str, Chat],
        ingest: Ingest,
        notify: Callable[[str], Awaitable[None]],
    ) -> None:
        self._store = store
        self._chats = chats
        self._ingest = ingest
        self._notify = notify
        # the posts that have arrived where another of the same change has yet to
        self._arrived: set[tuple[str, Channel]] = set()

    async def __call__(self, source: Source) -> Source:
        """Tell what is to be told of a source; gives the source as it's then to be remembered."""
        change = troubles.untold(source)
        if change is None:
            return source
        key = f"nb-src-{source.id}-{change.at.timestamp():.0f}"
        channels = await self._channels(source)
        if not channels:
            await self._notify(troubles.sentence(source, change, *_commands(source, "")))
        told = [
            await self._tell(
                channel, troubles.sentence(source, change, *_commands(source, channel.platform)), key
            )
            for channel in channels
        ]
        if not all(told):
            # those that can't be reached now are told after the next poll
            return source
        self._arrived -= {(key, channel) for channel in channels}
        return replace(source, told=change.at)

    async def _channels(self, source: Source) -> list[Channel]:
        naming = {
            watch.channel
            for watch in await self._store.watches()
            if self._ingest.names(watch, source.name, words.publisher(source.target, ""))
        }
        followed = {Channel.parse(source.followed_in)} if source.followed_in else set()
        return sorted(channel for channel in naming | followed if channel.platform in self._chats)

    async def _tell(self, channel: Channel, said: str, key: str) -> bool:
        """Post in one channel. False when it's to be tried again."""
        chat = self._chats[channel.platform]
        if (key, channel) in self._arrived:
            return True
        if not chat.connected:
            return False
        try:
            await chat.post(
                channel, Message(entries=(), headline=said, label="Source", notice=((text(said),),)), key
            )
        except (TryLater, ChatDown):
            return False
        except DeliveryError as error:
            # it can't be told here, or stands there already: asking again each poll would be worse
            log.warning("source.not_told", channel=str(channel), cause=str(error))
        self._arrived.add((key, channel))
        return True


def _commands(source: Source, platform: str) -> tuple[str, str]:
    if platform == "discord":
        return f"/newsbell unfollow name:{source.name}", "/newsbell follow address:ADDRESS"
    return f"/newsbell unfollow {source.name}", "/newsbell follow ADDRESS"
