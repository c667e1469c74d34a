"""What flows: the nouns, in the order in which news passes through them.

All times are aware and in UTC. Money is `Decimal`, in units of its currency (never in millions).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.core.fared import Change, Verdict
from bot.core.reading import Bound, Fact, Reading, Status
from bot.core.said import Entry, Line, Message, Person, Reply, Span

__all__ = [
    "AddedName",
    "Alert",
    "AlertId",
    "AlertState",
    "Article",
    "ArticleId",
    "Bound",
    "Change",
    "Channel",
    "Entry",
    "Fact",
    "FetchFailed",
    "FetchResult",
    "Fetched",
    "Item",
    "Line",
    "Message",
    "NotModified",
    "Person",
    "Reading",
    "Reason",
    "Reply",
    "Source",
    "SourceId",
    "Span",
    "Standing",
    "Status",
    "Step",
    "Story",
    "StoryId",
    "Validators",
    "Verdict",
    "Watch",
    "WatchId",
]

SourceId = NewType("SourceId", int)
ArticleId = NewType("ArticleId", int)
StoryId = NewType("StoryId", int)
WatchId = NewType("WatchId", int)
AlertId = NewType("AlertId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What lets a server, or us, say "unchanged": its ETag and Last-Modified, and the hash of the body."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something polled: a kind (`feed`, …), a target (its address) and the state of following it."""

    id: SourceId
    kind: str
    target: str
    name: str
    topic: str = ""
    language: str = ""
    # where it came from: the name of a pack, or "" for one that a person followed
    pack: str = ""
    enabled: bool = True
    # False until the first successful poll, which is silent
    primed: bool = False
    validators: Validators = field(default_factory=Validators)
    next_poll: datetime
    last_poll: datetime | None = None
    last_success: datetime | None = None
    verdict: Verdict | None = None
    # the cause of the last failure in plain words, "" when healthy
    cause: str = ""
    failures: int = 0
    # how it fared before, the latest last; of these, all up to `told` have been told
    history: tuple[Change, ...] = ()
    told: datetime | None = None
    # the channel in which somebody followed it, as text; "" for a pack's
    followed_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a source as it came, its text already plain (no markup, no entities)."""

    # the guid or id that the feed gives, "" when it gives none
    id: str
    link: str
    title: str
    text: str
    # None when missing or unreadable
    published: datetime | None = None
    language: str = ""
    author: str = ""
    # the outlet to whose report its first sentences link, "" when to none
    linked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A body that changed and could be read."""

    items: tuple[Item, ...]
    validators: Validators
    title: str = ""
    # the new address after a permanent redirect
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server, or the hash of the body, says that nothing changed."""

    validators: Validators
    # the new address after a permanent redirect
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFailed:
    """A poll that brought nothing. `retry_after` is in seconds, when the server named it."""

    verdict: Verdict
    reason: str
    permanent: bool = False
    retry_after: float | None = None


FetchResult = Fetched | NotModified | FetchFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One outlet's page, cleaned: title and text without padding."""

    source: str
    # the outlet: registered domain ("techcrunch.com") or, failing that, the source's name
    publisher: str
    link: str
    title: str
    text: str
    published: datetime
    first_seen: datetime
    language: str
    # the outlet that it credits ("TechCrunch"), "" when it reports by itself
    origin: str = ""
    # False for what was set aside (first poll, too old): readable, but it never rings
    rings: bool = True
    id: ArticleId | None = None
    # why it stands in its story, in the grouper's words ("the same claim: DeepSeek")
    placed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event in the world, told by many articles, the first of which comes first."""

    id: StoryId
    title: str
    link: str
    language: str
    company: str
    facts: tuple[Fact, ...]
    headline: Fact | None
    summary: str
    first_seen: datetime
    last_seen: datetime
    articles: tuple[Article, ...] = ()
    follows: StoryId | None = None


@dataclass(frozen=True, slots=True, order=True)
class Channel:
    """A place to post. As text: `slack:C0123`, `discord:1234`, `terminal:here`."""

    platform: str
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Channel:
        """Read the text form. Raises ValueError when there is no colon or a side is empty."""
        platform, colon, ident = text.strip().partition(":")
        if not colon or not platform or not ident:
            raise ValueError(f"{text!r} is no channel: write slack:C0123 or discord:1234")
        return cls(platform, ident)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What a channel asked for: the query as typed."""

    id: WatchId
    # counts from 1 in its channel, never reused
    number: int
    channel: Channel
    query: str
    made_by: str
    made_at: datetime
    # "" while it rings; else why it doesn't ("paused by …", "the channel is gone")
    paused: str = ""
    # the platform and the id of who made it, "slack:U1"; "" where that isn't known
    maker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedName:
    """A further name of a company, as somebody added it for every channel."""

    name: str
    company: str
    # the person, as people call them, and the channel in which they typed it; "" where that isn't known
    made_by: str = ""
    made_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an alert rings: the watch that was met and what met it ("valuation $45B ≥ $10B")."""

    watch: int
    query: str
    why: tuple[str, ...]


class AlertState(StrEnum):
    """Where an alert stands; each state has one meaning.

    PROMISED owed, nothing sent. SENDING a post has been started. SENT the platform answered with the
    message's id. REFUSED it will never be sent, for the stored cause. UNKNOWN the answer was lost.
    """

    PROMISED = "promised"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """The promise to tell one channel of one story, unique per (story, channel)."""

    id: AlertId
    story: StoryId
    channel: Channel
    reasons: tuple[Reason, ...]
    state: AlertState
    made_at: datetime
    next_try: datetime
    attempts: int = 0
    # the key of the post that carries it (several alerts may share one), "" before the first try
    post_key: str = ""
    message_id: str = ""
    cause: str = ""
    # sent once more without knowing whether it stood there already
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move of an alert: when it came into a state, and the cause where there was one."""

    at: datetime
    state: AlertState
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How delivery stands: the promise that is owed longest, and when a post was last sent."""

    oldest_owed: datetime | None
    last_sent: datetime | None
    # channels and platforms for which nothing may leave just now
    holds: int = 0
