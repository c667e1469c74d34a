"""What flows: the nouns, in the order in which news passes through them.

All times are aware and in UTC. Money is `Decimal`, in units of its currency (never in millions).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

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


class Verdict(StrEnum):
    """How a poll ended, in the words that `/newsbell sources` shows."""

    OK = "ok"
    UNCHANGED = "unchanged"
    TIMEOUT = "timeout"
    DNS = "name not found"
    TLS = "certificate problem"
    CONNECTION = "connection failed"
    STATUS = "refused by the server"
    RATE_LIMITED = "asked to wait"
    GONE = "gone"
    NOT_A_FEED = "not a feed"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    REFUSED_ADDRESS = "refused address"


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


class Status(StrEnum):
    """How far a fact is from done."""

    REPORTED = "reported"
    TALKS = "talks"
    TARGET = "target"
    DENIED = "denied"
    PREVIOUS = "previous"


class Bound(StrEnum):
    """Whether an amount is exact or one end: "at least $10B", "up to $2B"."""

    EXACT = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement with a money amount (or a named event), and the words that carry it.

    `kind` is the name of a file in `core/facts`. `amount` is in `currency` units; a range gives its lower
    end there and the upper one in `amount_max`. `usd` and `usd_max` are the same at the article's date,
    None when no rate is known.
    """

    kind: str
    # canonical name, "" when the text doesn't say whose it is
    company: str
    status: Status
    quote: str
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str = ""
    usd: Decimal | None = None
    usd_max: Decimal | None = None
    bound: Bound = Bound.EXACT
    # "first round", "Series B", "seed", … as a reader would say it; "" when not named
    round: str = ""
    investors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reader makes of one text."""

    # whose news it is, canonical; "" when nobody's
    company: str
    facts: tuple[Fact, ...]
    # the one fact whose amount a threshold alert uses, one of `facts`
    headline: Fact | None
    # every company that the text names, canonical, in order of first mention
    companies: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one style. `text` is data: every platform escapes it."""

    text: str
    # "plain", "bold", "code", "quiet" or "link"
    style: str = "plain"
    link: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story inside a message: an alert is a message with one entry, a batch has several."""

    title: str
    link: str
    summary: str = ""
    company: str = ""
    # ("Valuation", "$45B · reported · first round"), …
    rows: tuple[tuple[str, str], ...] = ()
    # "3 outlets, all citing TechCrunch"
    outlets: str = ""
    # "12 min ago"
    age: str = ""
    # "was: in talks at $40B, 3 May", "" when it follows nothing
    follows: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What we say in a channel unasked, before any platform's markup."""

    entries: tuple[Entry, ...]
    # one plain line for notifications, screen readers and phones: "DeepSeek valued at $45B, first round"
    headline: str
    # "" or a mark such as "Sample alert"
    label: str = ""
    # a notice in words (entries is then empty): "This channel's watches are paused because …"
    notice: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a command, shown to the person who typed it alone."""

    lines: tuple[Line, ...]
    # True: nothing was changed, and the lines say what to type instead
    failed: bool = False
    # an alert to show below the lines, for that person alone
    sample: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who typed a command. `may_change` is the platform's verdict, taken at the moment of acting."""

    id: str
    name: str
    may_change: bool
    # what the person lacks, to be told when refused: "Manage Channels in #deals"
    lacks: str = ""
