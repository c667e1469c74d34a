"""Notices: what the operators must know, posted in their channel when they have named one."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.core.model import Channel, Message
from bot.core.spans import text
from bot.errors import DeliveryError
from bot.ports import Chat, Clock

log = structlog.get_logger()


class Notices:
    """Posts notices to the admin channel, as far as possible; the log has them anyway."""

    def __init__(self, channel: Channel | None, chats: Mapping[str, Chat], clock: Clock) -> None:
        self._channel = channel
        self._chats = chats
        self._clock = clock

    async def __call__(self, words: str) -> None:
        """Post one notice. Never raises for what a platform does."""
        log.warning("notice", say=words)
        chat = self._chats.get(self._channel.platform) if self._channel else None
        if chat is None or self._channel is None:
            return
        key = f"nb-note-{self._clock.now().timestamp():.0f}"
        try:
            await chat.post(
                self._channel,
                Message(entries=(), headline=words, label="Notice", notice=((text(words),),)),
                key,
            )
        except DeliveryError as error:
            log.warning("notice.not_posted", channel=str(self._channel), cause=str(error))
