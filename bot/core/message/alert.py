"""Alerts, batches and samples: a story made into what a channel reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.message.claim import claim, rows, was
from bot.core.message.time import ago
from bot.core.model import Article, Entry, Message, Reason, Story
from bot.core.stories import independent
from bot.core.text.outlets import named


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story with what one channel needs to be told of it."""

    story: Story
    reasons: tuple[Reason, ...] = ()
    # the story that this one follows
    earlier: Story | None = None


def entry(telling: Telling, now: datetime) -> Entry:
    """One story, whole: title, summary, facts, outlets, what it follows, and why it rings."""
    story = telling.story
    return Entry(
        title=story.title,
        link=story.link,
        summary=story.summary,
        company=story.company,
        rows=rows(story),
        outlets=_outlets(story.articles),
        age=_age(story, now),
        follows=was(telling.earlier, now) if telling.earlier else "",
        why=_why(telling.reasons),
    )


def _age(story: Story, now: datetime) -> str:
    return ago(min((article.published for article in story.articles), default=story.first_seen), now)


def alert(telling: Telling, now: datetime, *, label: str = "") -> Message:
    """The message for one story."""
    return Message(entries=(entry(telling, now),), headline=headline(telling.story), label=label)


def batch(tellings: Sequence[Telling], now: datetime) -> Message:
    """One message for many stories, a line each: what it is, where from, and why."""
    entries = tuple(
        Entry(
            title=claim(telling.story),
            link=telling.story.link,
            outlets=_outlets(telling.story.articles),
            age=_age(telling.story, now),
            follows=was(telling.earlier, now) if telling.earlier else "",
            why=_why(telling.reasons),
        )
        for telling in tellings
    )
    return Message(
        entries=entries, headline=f"{len(entries)} stories for this channel: {entries[0].title}, …"
    )


def headline(story: Story) -> str:
    """The line that a notification shows: the claim, and who reported it first."""
    said = claim(story)
    credit = _credit(story.articles)
    return f"{said}, per {credit}" if credit and said != story.title else said


def _credit(articles: Sequence[Article]) -> str:
    if not articles:
        return ""
    _, origin = independent(articles)
    return origin or _name(articles[0])


def _name(article: Article) -> str:
    """The outlet as people write it; its domain when we don't know it."""
    return named(article.publisher) or article.publisher


def _outlets(articles: Sequence[Article]) -> str:
    """Who reports it: "TechCrunch", "3 outlets, all citing TechCrunch", "4 outlets, 3 independent"."""
    names = list(dict.fromkeys(_name(article) for article in articles))
    if not names:
        return ""
    sources, origin = independent(articles)
    if len(names) == 1:
        return f"{names[0]}, citing {origin}" if origin and origin != names[0] else names[0]
    shown = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    if origin:
        citing = "all citing" if origin not in names else "origin"
        return f"{len(names)} outlets, {citing} {origin} ({shown})"
    if sources == 1:
        return f"{len(names)} outlets, one source ({shown})"
    return f"{len(names)} outlets, {sources} independent ({shown})"


def _why(reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(_reason(reason) for reason in reasons)


def _reason(reason: Reason) -> str:
    met = ", ".join(reason.why) or "every item"
    # number 0 belongs to a watch that nobody has made yet
    return (
        f"{met} (watch {reason.watch}: {reason.query})"
        if reason.watch
        else f"{met} (would ring for: {reason.query})"
    )


def sample(now: datetime, made: Story) -> Message:
    """The message that `/newsbell test` posts: a made-up story, marked as such."""
    reason = Reason(watch=0, query="valuation >= 10B", why=("valuation $45B ≥ $10B",))
    return alert(Telling(story=made, reasons=(reason,)), now, label="Sample alert: nothing happened")
