"""Rows to nouns, and nouns to rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Row

from bot.core.model import (
    Alert,
    AlertId,
    AlertState,
    Article,
    ArticleId,
    Channel,
    Reason,
    Source,
    SourceId,
    Story,
    StoryId,
    Validators,
    Verdict,
    Watch,
    WatchId,
)
from bot.ports import Arrival

_VALIDATORS = tuple(field.name for field in fields(Validators))
_SOURCE = tuple(field.name for field in fields(Source) if field.name != "validators")


def key(*parts: str) -> str:
    """A short name for an address or an identity of any length: 32 hex characters."""
    text = "\n".join(parts).encode("utf-8", "replace")
    return blake2b(text, digest_size=16).hexdigest()


def source(row: Row[*tuple[Any, ...]]) -> Source:
    """A source, with its state."""
    held = {name: row._mapping[name] for name in _SOURCE}
    held["id"] = SourceId(row.id)
    held["verdict"] = Verdict(row.verdict) if row.verdict is not None else None
    held["validators"] = Validators(**{name: row._mapping[name] for name in _VALIDATORS})
    return Source(**held)


def source_row(source: Source) -> dict[str, Any]:
    """All of a source but its id."""
    row = {name: getattr(source, name) for name in _SOURCE if name != "id"}
    row |= {name: getattr(source.validators, name) for name in _VALIDATORS}
    row["verdict"] = source.verdict.value if source.verdict is not None else None
    row["key"] = key(source.kind, source.target)
    return row


def article(row: Row[*tuple[Any, ...]]) -> Article:
    """An article."""
    return Article(
        id=ArticleId(row.id),
        source=row.source,
        publisher=row.publisher,
        link=row.link,
        title=row.title,
        text=row.text,
        published=row.published,
        first_seen=row.first_seen,
        language=row.language,
        origin=row.origin,
        rings=row.rings,
        placed=row.placed,
    )


def article_row(article: Article, story: int) -> dict[str, Any]:
    """An article of a story."""
    return {
        "story": story,
        "source": article.source,
        "publisher": article.publisher,
        "link": article.link,
        "link_key": key(article.link),
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "first_seen": article.first_seen,
        "language": article.language,
        "origin": article.origin,
        "rings": article.rings,
        "placed": article.placed,
    }


def story(row: Row[*tuple[Any, ...]], articles: Sequence[Article]) -> Story:
    """A story with its articles."""
    return Story(
        id=StoryId(row.id),
        title=row.title,
        link=row.link,
        language=row.language,
        company=row.company,
        facts=row.facts,
        headline=row.facts[row.headline] if row.headline is not None else None,
        summary=row.summary,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        articles=tuple(articles),
        follows=StoryId(row.follows) if row.follows is not None else None,
    )


def story_row(arrival: Arrival) -> dict[str, Any]:
    """A story as it stands with an arrival."""
    return {
        "title": arrival.title,
        "link": arrival.link,
        "company": arrival.company,
        "facts": arrival.facts,
        "headline": arrival.headline,
        "summary": arrival.summary,
        "last_seen": arrival.article.first_seen,
    }


def watch(row: Row[*tuple[Any, ...]]) -> Watch:
    """A watch."""
    return Watch(
        id=WatchId(row.id),
        number=row.number,
        channel=Channel.parse(row.channel),
        query=row.query,
        made_by=row.made_by,
        made_at=row.made_at,
        paused=row.paused,
        maker=row.maker,
    )


def alert(row: Row[*tuple[Any, ...]]) -> Alert:
    """An alert."""
    return Alert(
        id=AlertId(row.id),
        story=StoryId(row.story),
        channel=Channel.parse(row.channel),
        reasons=row.reasons,
        state=AlertState(row.state),
        made_at=row.made_at,
        next_try=row.next_try,
        attempts=row.attempts,
        post_key=row.post_key,
        message_id=row.message_id,
        cause=row.cause,
        repeated=row.repeated,
    )


def retold_row(story: Story) -> dict[str, Any]:
    """What a story says anew."""
    return {
        "company": story.company,
        "facts": story.facts,
        "headline": story.facts.index(story.headline) if story.headline else None,
        "summary": story.summary,
    }


def promise_rows(
    alerts: Mapping[Channel, tuple[Reason, ...]], story: int, now: datetime
) -> list[dict[str, Any]]:
    """A promise for each channel, due at once."""
    return [
        {
            "story": story,
            "channel": str(channel),
            "platform": channel.platform,
            "reasons": reasons,
            "state": AlertState.PROMISED.value,
            "made_at": now,
            "next_try": now,
            "attempts": 0,
            "post_key": "",
            "message_id": "",
            "cause": "",
            "unanswered": 0,
            "repeated": False,
        }
        for channel, reasons in alerts.items()
    ]


def alias_key(name: str) -> str:
    """What names share that differ in case or blanks alone."""
    return key(" ".join(name.casefold().split()))
