"""A chat that remembers what stands in each channel, and fails when told to."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from bot.core.model import Channel, Message
from bot.errors import Unknown


class RecordingChat:
    """Stands in for a platform. `faults` holds what the next posts do instead of succeeding."""

    def __init__(self, name: str = "slack", *, may_look: bool = True) -> None:
        self.name = name
        self.connected = True
        self.stands: dict[Channel, list[tuple[str, Message]]] = defaultdict(list)
        self.faults: list[Callable[[], Exception] | Exception] = []
        # what the next looks do instead of succeeding
        self.look_faults: list[Exception] = []
        # True: the failing post is applied all the same, as with a connection cut behind it
        self.applies = False
        self.may_look = may_look
        self.closed_channels: dict[Channel, str] = {}

    def said(self, channel: Channel) -> list[str]:
        return [message.headline for _, message in self.stands[channel]]

    async def serve(self) -> None:
        await asyncio.Event().wait()

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        if self.faults:
            fault = self.faults.pop(0)
            if self.applies:
                self.stands[channel].append((key, message))
            raise fault if isinstance(fault, Exception) else fault()
        self.stands[channel].append((key, message))
        return f"m{len(self.stands[channel])}"

    async def find(self, channel: Channel, key: str, since: datetime) -> str | None:
        if self.look_faults:
            raise self.look_faults.pop(0)
        if not self.may_look:
            raise Unknown("the app may not read this channel's history")
        found = [place for place, (known, _) in enumerate(self.stands[channel], start=1) if known == key]
        return f"m{found[0]}" if found else None

    async def check(self, channel: Channel) -> str:
        return self.closed_channels.get(channel, "")

    async def close(self) -> None:
        self.connected = False
