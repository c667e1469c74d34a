"""What the use cases need from the outside: the seams between the core and the edges."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from bot.core.handed import Arrival, FoundFeed, Matter, Recorded, Request
from bot.core.model import (
    Channel,
    FetchResult,
    Message,
    Reply,
    Source,
)
from bot.memory import RESTORED, Backups, Restored, Store

__all__ = [
    "RESTORED",
    "Answer",
    "Arrival",
    "Backups",
    "Chat",
    "Clock",
    "Fetcher",
    "FoundFeed",
    "Matter",
    "Recorded",
    "Request",
    "Restored",
    "Store",
    "Suggest",
    "Summariser",
]


class Clock(Protocol):
    """Tells the time; nothing else in the program may."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Fetcher(Protocol):
    """Everything that goes out to an address that a user or a feed gave."""

    async def poll(self, source: Source) -> FetchResult:
        """Ask one source what is new. Never raises for what a server may do."""
        ...

    async def discover(self, address: str) -> tuple[FoundFeed, ...]:
        """The feeds behind an address: itself, or those that its page links to.

        Raises UserError, with what to type instead, for a refused address and where no feed is found.
        """
        ...

    async def page(self, address: str) -> tuple[str, str]:
        """The title and the plain text of an article's page. Raises UserError with the cause."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...


class Summariser(Protocol):
    """Phrases an article's news. What it says is checked against the article before anybody sees it."""

    async def phrase(self, matter: Matter) -> str:
        """Two or three sentences in the article's language. Raises NoSummary; may be cancelled when slow."""
        ...

    async def state(self) -> str:
        """What people should know of it, such as its budget, in a few words; may be empty."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...


Answer = Callable[[Request], Awaitable[Reply]]

# the command's name, the parameter's name, the channel, what is typed so far → (shown, value) pairs
Suggest = Callable[[str, str, Channel, str], Awaitable[list[tuple[str, str]]]]


class Chat(Protocol):
    """A platform on which people type and are told."""

    @property
    def name(self) -> str:
        """The platform in a Channel: "slack", "discord", "terminal"."""
        ...

    @property
    def connected(self) -> bool:
        """Whether people can be told right now."""
        ...

    async def serve(self) -> None:
        """Connect and answer commands until cancelled; raises when the connection can't be made or is lost.

        May be called again afterwards: each call uses a fresh client.
        """
        ...

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        """Post a message and give the platform's id of it.

        The same key posts the same message at most once where the platform can do that.
        Raises TryLater, Refused, ChannelGone, ChatDown or Unknown.
        """
        ...

    async def find(self, channel: Channel, key: str, since: datetime) -> str | None:
        """Look whether the post with this key stands in the channel: its id, or None when it surely doesn't.

        Raises Unknown where the platform doesn't let us look, or TryLater or ChatDown.
        """
        ...

    async def check(self, channel: Channel) -> str:
        """ "" when we can post there, else a sentence that says what to do about it."""
        ...

    async def close(self) -> None:
        """Let go of every connection; nothing is posted afterwards."""
        ...
