"""What is handed through the seams to the edges: feeds found, arrivals, requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Article, ArticleId, Channel, Fact, Person, Reason, SourceId, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that was found behind an address."""

    address: str
    title: str
    kind: str = "feed"
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One article with all that it changes: written in one transaction, or not at all."""

    source: SourceId
    # every name under which the item is known in its source (id, canonical link, hash of its words)
    identities: tuple[str, ...]
    article: Article
    # None starts a new story
    story: StoryId | None
    follows: StoryId | None
    # the story as it stands with this article
    title: str
    link: str
    company: str
    facts: tuple[Fact, ...]
    # the index of the headline fact in `facts`, None without one
    headline: int | None
    summary: str
    # one promise a channel; a channel that was promised this story before keeps its first alert
    alerts: Mapping[Channel, tuple[Reason, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the store made of an arrival."""

    story: StoryId
    article: ArticleId
    # the channels that now have a promise that they had not before
    promised: tuple[Channel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a summary is to be phrased from: an article's own words, and in how many characters at most."""

    title: str
    text: str
    language: str
    limit: int = 350


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command as typed on any platform: the verb, and its arguments by parameter name."""

    verb: str
    arguments: Mapping[str, str]
    # where it was typed; a `channel` argument names another one
    channel: Channel
    person: Person
    # the channel for which the person's rights were found out; None: the one where it was typed
    vouched: Channel | None = None
