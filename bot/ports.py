"""What the use cases need from the outside: the seams between the core and the edges."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.handed import Arrival, FoundFeed, Matter, Recorded, Request
from bot.core.model import (
    Alert,
    AlertState,
    Article,
    Channel,
    FetchResult,
    Message,
    Reason,
    Reply,
    Source,
    SourceId,
    Story,
    StoryId,
    Watch,
    WatchId,
)

__all__ = [
    "Answer",
    "Arrival",
    "Chat",
    "Clock",
    "Fetcher",
    "FoundFeed",
    "Matter",
    "Recorded",
    "Request",
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


class Store(Protocol):
    """What is remembered. Each method is one transaction; after it returns, it survives a crash."""

    async def close(self) -> None:
        """Let go of the database."""
        ...

    async def sources(self) -> list[Source]:
        """Every source, also disabled ones, by id."""
        ...

    async def add_source(
        self,
        *,
        kind: str,
        target: str,
        name: str,
        now: datetime,
        topic: str = "",
        language: str = "",
        pack: str = "",
    ) -> Source:
        """Follow an address, due at once. The same kind and target again gives the one that is there.

        A name that another source has gets a number behind it.
        """
        ...

    async def save_source(self, source: Source) -> None:
        """Write the whole state of a source."""
        ...

    async def remove_source(self, source: SourceId) -> None:
        """Forget a source and what was seen in it; its articles and stories stay."""
        ...

    async def seen(self, source: SourceId, identities: Collection[str]) -> set[str]:
        """Those of the identities that this source has shown before."""
        ...

    async def mark_seen(self, source: SourceId, identities: Collection[str]) -> None:
        """Remember further identities of an item that is known already."""
        ...

    async def record(self, arrival: Arrival, now: datetime) -> Recorded:
        """Write the article, its story and the promises that follow from it.

        A channel that has an alert for the story keeps it; its reasons do not change.
        """
        ...

    async def retell(
        self,
        story: Story,
        article: Article | None,
        alerts: Mapping[Channel, tuple[Reason, ...]],
        now: datetime,
    ) -> tuple[Channel, ...]:
        """Write a story's company, facts, headline and summary anew, and the text of one of its articles.

        Gives the channels that now have a promise that they had not before; none for a story that is gone.
        """
        ...

    async def stories(self, *, since: datetime, limit: int | None = None) -> list[Story]:
        """Stories with an article seen since then, newest last, each with its articles.

        With a limit, the newest ones.
        """
        ...

    async def story(self, story: StoryId) -> Story | None:
        """One story with its articles."""
        ...

    async def story_of(self, link: str) -> Story | None:
        """The story that an article's canonical link belongs to, the latest where there are several."""
        ...

    async def watches(self, channel: Channel | None = None) -> list[Watch]:
        """The watches of one channel, by number, or all."""
        ...

    async def add_watch(self, *, channel: Channel, query: str, made_by: str, now: datetime) -> Watch:
        """A new watch with the channel's next number, which no earlier watch of it ever had."""
        ...

    async def edit_watch(self, watch: WatchId, query: str, now: datetime) -> None:
        """Another query under the same number; it rings only for what is read from now on."""
        ...

    async def pause_watch(self, watch: WatchId, paused: str) -> None:
        """Set why a watch doesn't ring; "" lets it ring again."""
        ...

    async def pause_channel(self, channel: Channel, paused: str) -> int:
        """Pause every ringing watch of a channel; how many there were."""
        ...

    async def remove_watch(self, watch: WatchId) -> None:
        """Delete a watch; alerts that it has caused stay."""
        ...

    async def waiting(self, now: datetime) -> list[Alert]:
        """Promised alerts whose time has come, oldest first, without those of channels on hold."""
        ...

    async def begin(self, alerts: Sequence[Alert], key: str, now: datetime) -> None:
        """Move promised alerts to SENDING under one post key, one attempt more."""
        ...

    async def settle(
        self,
        key: str,
        state: AlertState,
        *,
        message_id: str = "",
        cause: str = "",
        next_try: datetime | None = None,
    ) -> None:
        """Move every alert under a post key to a state; PROMISED needs `next_try` and clears the key."""
        ...

    async def unsettled(self) -> list[Alert]:
        """Alerts in SENDING or UNKNOWN, oldest first."""
        ...

    async def alert_counts(self) -> dict[AlertState, int]:
        """How many alerts stand in each state."""
        ...

    async def alerts_for(self, story: StoryId) -> list[Alert]:
        """Every alert of a story."""
        ...

    async def hold(self, target: str, until: datetime) -> None:
        """Let nothing leave for a channel ("slack:C1") or a whole platform ("slack") before then."""
        ...

    async def prune(self, before: datetime) -> int:
        """Delete stories last seen before then that owe no alert; how many. What was seen stays known."""
        ...

    async def get(self, key: str) -> str | None:
        """A small remembered value, such as the installation's id."""
        ...

    async def put(self, key: str, value: str) -> None:
        """Remember a small value."""
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
