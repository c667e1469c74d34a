"""Notices: what the operators must know, posted in their channel when they have named one."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b

import structlog

from bot.core.model import Channel, Message
from bot.core.spans import text
from bot.errors import ChatDown, DeliveryError, TryLater
from bot.ports import Chat, Clock

log = structlog.get_logger()

# notices that wait for the platform at most; the log has those beyond
_MOST = 20

# the rest after a platform that couldn't be reached, in seconds
_REST = 30.0


class Notices:
    """Posts notices to the admin channel, as far as possible; the log has them anyway."""

    def __init__(self, channel: Channel | None, chats: Mapping[str, Chat], clock: Clock) -> None:
        self._channel = channel
        self._chats = chats
        self._clock = clock
        self._waiting: deque[str] = deque(maxlen=_MOST)
        self._not_before: datetime | None = None
        self._turn = asyncio.Lock()

    async def __call__(self, words: str) -> None:
        """Post one notice, now or when the platform is there. Never raises for what a platform does."""
        log.warning("notice.given", say=words)
        if self._channel is not None:
            self._waiting.append(words)
            await self.tick()

    async def tick(self) -> None:
        """Post what still waits for the platform."""
        chat = self._chats.get(self._channel.platform) if self._channel else None
        if not self._waiting or chat is None or not chat.connected or self._turn.locked():
            return
        if self._not_before and self._clock.now() < self._not_before:
            return
        async with self._turn:
            while self._waiting and await self._post(chat, self._waiting[0]):
                self._waiting.popleft()

    async def _post(self, chat: Chat, words: str) -> bool:
        """Post one; False when it must wait."""
        if self._channel is None:
            return True
        # the same words twice are two notices, unless at the same moment
        now = self._clock.now()
        key = "nb-note-" + blake2b(f"{now.isoformat()} {words}".encode(), digest_size=8).hexdigest()
        said = Message(entries=(), headline=words, label="Notice", notice=((text(words),),))
        try:
            await chat.post(self._channel, said, key)
        except (TryLater, ChatDown) as error:
            log.warning("notice.waiting", channel=str(self._channel), cause=str(error))
            rest = error.seconds if isinstance(error, TryLater) else _REST
            self._not_before = now + timedelta(seconds=rest)
            return False
        except DeliveryError as error:
            log.warning("notice.not_posted", channel=str(self._channel), cause=str(error))
        return True
