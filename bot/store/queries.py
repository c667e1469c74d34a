"""Every query but those of the ledger, named. What they mean is said in `bot.ports.Store`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Delete,
    Insert,
    Select,
    Table,
    Update,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.model import AlertState
from bot.store.tables import alerts, articles, holds, notes, numbers, seen, sources, stories, watches

_OWED = (AlertState.PROMISED.value, AlertState.SENDING.value, AlertState.UNKNOWN.value)


def upsert(table: Table, dialect: str) -> sqlite.Insert | postgresql.Insert:
    """An insert that says what to do on a conflict, in the database's own dialect."""
    # the two share the methods, but each is only understood by its own database
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


# sources

ALL_SOURCES = select(sources).order_by(sources.c.id)
NEW_SOURCE = insert(sources).returning(sources)


def source_with(key: str) -> Select[*tuple[Any, ...]]:
    """The source of a kind and target."""
    return select(sources).where(sources.c.key == key)


def source_exists(source: int) -> Select[int]:
    """One row when a source is there."""
    return select(sources.c.id).where(sources.c.id == source)


def save_source(source: int, row: dict[str, Any]) -> Update:
    """All of a source."""
    return update(sources).where(sources.c.id == source).values(row)


def remove_source(source: int) -> Delete:
    """A source, and by cascade what was seen in it."""
    return delete(sources).where(sources.c.id == source)


def seen_keys(source: int, keys: Collection[str]) -> Select[str, int | None]:
    """What a source has shown of these, each with its article, where that is still kept."""
    return select(seen.c.key, seen.c.article).where(seen.c.source == source, seen.c.key.in_(keys))


def mark_seen(dialect: str) -> Insert:
    """What a source has shown; a row that is there stays."""
    return upsert(seen, dialect).on_conflict_do_nothing()


# stories

NEW_STORY = insert(stories).returning(stories.c.id)
NEW_ARTICLE = insert(articles).returning(articles.c.id)


def existing_story(story: int | None) -> Any:
    """A story's id as a value to write, NULL when the story is not (or no longer) there."""
    return select(stories.c.id).where(stories.c.id == story).scalar_subquery()


def save_story(story: int, row: dict[str, Any], follows: int | None) -> Update:
    """A story as it now stands. It never seems seen earlier than it was, and what it follows stays."""
    later = literal(row["last_seen"], stories.c.last_seen.type)
    return (
        update(stories)
        .where(stories.c.id == story)
        .values(
            row
            | {
                "last_seen": case((stories.c.last_seen < later, later), else_=stories.c.last_seen),
                "follows": func.coalesce(existing_story(follows), stories.c.follows),
            }
        )
        .returning(stories.c.id)
    )


def retell(story: int, row: dict[str, Any]) -> Update:
    """What a story says anew."""
    return update(stories).where(stories.c.id == story).values(row)


def retext(article: int, text: str, origin: str) -> Update:
    """An article's text, now known in full, and whom it credits."""
    return update(articles).where(articles.c.id == article).values(text=text, origin=origin)


def article_story(article: int) -> Select[int]:
    """The story of an article."""
    return select(articles.c.story).where(articles.c.id == article)


def stories_since(since: datetime, limit: int | None) -> Select[*tuple[Any, ...]]:
    """Stories by their latest article, newest first."""
    newest = stories.c.last_seen.desc(), stories.c.id.desc()
    return select(stories).where(stories.c.last_seen >= since).order_by(*newest).limit(limit)


def one_story(story: int) -> Select[*tuple[Any, ...]]:
    """One story."""
    return select(stories).where(stories.c.id == story)


def story_with(link_key: str) -> Select[*tuple[Any, ...]]:
    """The latest story with an article at a link."""
    return (
        select(stories)
        .join(articles, articles.c.story == stories.c.id)
        .where(articles.c.link_key == link_key)
        .order_by(stories.c.last_seen.desc(), stories.c.id.desc())
        .limit(1)
    )


def articles_of(chosen: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """The articles of chosen stories, in the order in which they came."""
    ids = chosen.with_only_columns(stories.c.id, maintain_column_froms=True).subquery()
    return select(articles).where(articles.c.story.in_(select(ids.c.id))).order_by(articles.c.id)


# watches


def watches_of(channel: str | None) -> Select[*tuple[Any, ...]]:
    """The watches of a channel, or all."""
    found = select(watches).order_by(watches.c.channel, watches.c.number)
    return found if channel is None else found.where(watches.c.channel == channel)


def next_number(channel: str, dialect: str) -> Insert:
    """Count a channel's watches on by one; gives the new number."""
    first = upsert(numbers, dialect).values(channel=channel, last=1)
    return first.on_conflict_do_update(
        index_elements=[numbers.c.channel], set_={"last": numbers.c.last + 1}
    ).returning(numbers.c.last)


NEW_WATCH = insert(watches).returning(watches)


def edit_watch(watch: int, query: str, now: datetime) -> Update:
    """Another query; what was read before doesn't count for it."""
    return update(watches).where(watches.c.id == watch).values(query=query, made_at=now)


def pause_watch(watch: int, paused: str) -> Update:
    """Why a watch doesn't ring."""
    return update(watches).where(watches.c.id == watch).values(paused=paused)


def pause_channel(channel: str, paused: str) -> Update:
    """Pause what rings in a channel."""
    return update(watches).where(watches.c.channel == channel, watches.c.paused == "").values(paused=paused)


def remove_watch(watch: int) -> Delete:
    """A watch; its number stays used."""
    return delete(watches).where(watches.c.id == watch)


# notes


def note(key: str) -> Select[str]:
    """A remembered value."""
    return select(notes.c.value).where(notes.c.key == key)


def put_note(key: str, value: str, dialect: str) -> Insert:
    """Remember a value."""
    new = upsert(notes, dialect).values(key=key, value=value)
    return new.on_conflict_do_update(index_elements=[notes.c.key], set_={"value": value})


# housekeeping


def _old_stories(before: datetime) -> Select[int]:
    owed = exists().where(alerts.c.story == stories.c.id, alerts.c.state.in_(_OWED))
    return select(stories.c.id).where(stories.c.last_seen < before, ~owed)


def prune_alerts(before: datetime) -> Delete:
    """The settled alerts of stories that are to go."""
    return delete(alerts).where(alerts.c.story.in_(_old_stories(before)))


def prune_stories(before: datetime) -> Delete:
    """Stories of which nothing was seen since then and nothing is owed, and by cascade their articles."""
    return delete(stories).where(stories.c.id.in_(_old_stories(before)))


def prune_holds(before: datetime) -> Delete:
    """Holds that are long over."""
    return delete(holds).where(holds.c.until < before)


def serialise(space: int, number: int) -> Select[*tuple[Any, ...]]:
    """PostgreSQL: wait until no other transaction holds this lock, and hold it to the end of ours."""
    return select(func.pg_advisory_xact_lock(space, number))


def claim(space: int, number: int) -> Select[*tuple[Any, ...]]:
    """PostgreSQL: take a lock for as long as this connection lives; false when another has it."""
    return select(func.pg_try_advisory_lock(space, number))
