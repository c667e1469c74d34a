"""Sources, what was seen in them, articles and stories."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import Article, ArticleId, Channel, Reason, Source, SourceId, Story, StoryId
from bot.ports import Arrival, Recorded
from bot.store import owed, queries, rows

# keys in one query: well under the 999 values that the oldest SQLite takes
_MOST_KEYS = 500


async def add_source(link: AsyncConnection, source: Source) -> Source:
    """Keep a new source; one with the same kind and target stays as it is."""
    known = (await link.execute(queries.source_with(rows.key(source.kind, source.target)))).first()
    if known is not None:
        return rows.source(known)
    taken = {row.name for row in await link.execute(queries.ALL_SOURCES)}
    row = rows.source_row(replace(source, name=free_name(source.name, taken)))
    return rows.source((await link.execute(queries.NEW_SOURCE, row)).one())


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it when another has it, in whatever case."""
    folded = {one.casefold() for one in taken}
    free, number = name, 1
    while free.casefold() in folded:
        number += 1
        free = f"{name} {number}"
    return free


async def save_source(link: AsyncConnection, source: Source) -> None:
    """Write a source, if it's still there. It keeps its address when another source has the new one."""
    row = rows.source_row(source)
    other = (await link.execute(queries.source_with(row["key"]))).first()
    if other is not None and other.id != source.id:
        del row["key"], row["kind"], row["target"]
    await link.execute(queries.save_source(source.id, row))


async def seen(link: AsyncConnection, source: SourceId, identities: Collection[str]) -> set[str]:
    """The identities that a source has shown."""
    named = {rows.key(identity): identity for identity in identities}
    return {named[key] for key in await _known(link, source, named)}


async def mark_seen(link: AsyncConnection, source: SourceId, identities: Collection[str]) -> None:
    """Remember identities, with the article of those that are known; not for a source that is gone."""
    keys = [rows.key(identity) for identity in identities]
    known = await _known(link, source, keys)
    await _mark(link, source, keys, next((one for one in known.values() if one is not None), None))


async def _known(link: AsyncConnection, source: SourceId, keys: Collection[str]) -> dict[str, int | None]:
    known: dict[str, int | None] = {}
    for part in _parts(keys):
        found = await link.execute(queries.seen_keys(source, part))
        known |= {row.key: row.article for row in found}
    return known


def _parts(keys: Collection[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while part := list(islice(rest, _MOST_KEYS)):
        yield part


async def _mark(link: AsyncConnection, source: SourceId, keys: Collection[str], article: int | None) -> None:
    if not keys or await link.scalar(queries.source_exists(source)) is None:
        return
    new = [{"source": source, "key": key, "article": article} for key in dict.fromkeys(keys)]
    await link.execute(queries.mark_seen(link.dialect.name), new)


async def record(link: AsyncConnection, arrival: Arrival, now: datetime) -> Recorded:
    """Write an arrival, unless its source's item is an article already: then that one's promises hold."""
    keys = [rows.key(identity) for identity in arrival.identities]
    known = (one for one in (await _known(link, arrival.source, keys)).values() if one is not None)
    if (earlier := next(known, None)) is not None:
        story = (await link.execute(queries.article_story(earlier))).scalar_one()
        await _mark(link, arrival.source, keys, earlier)
        return Recorded(story=StoryId(story), article=ArticleId(earlier), promised=())
    story = await _tell(link, arrival)
    row = rows.article_row(arrival.article, story)
    article = (await link.execute(queries.NEW_ARTICLE, row)).scalar_one()
    await _mark(link, arrival.source, keys, article)
    promised = await _promise(link, arrival.alerts, story, now)
    return Recorded(story=StoryId(story), article=ArticleId(article), promised=promised)


async def _tell(link: AsyncConnection, arrival: Arrival) -> int:
    row = rows.story_row(arrival)
    if arrival.story is not None:
        kept = await link.scalar(queries.save_story(arrival.story, row, arrival.follows))
        if kept is not None:
            return int(kept)
    # a story that was pruned meanwhile begins anew: no news is lost for it
    row |= {"language": arrival.article.language, "first_seen": arrival.article.first_seen}
    begun = queries.NEW_STORY.values(follows=queries.existing_story(arrival.follows), **row)
    return int((await link.execute(begun)).scalar_one())


async def retell(
    link: AsyncConnection,
    story: Story,
    article: Article | None,
    alerts: Mapping[Channel, tuple[Reason, ...]],
    now: datetime,
) -> tuple[Channel, ...]:
    """Write what a story says anew, if it's still there; the channels that are promised it now."""
    if not (await link.execute(queries.retell(story.id, rows.retold_row(story)))).rowcount:
        return ()
    if article is not None and article.id is not None:
        await link.execute(queries.retext(article.id, article.text, article.origin))
    return await _promise(link, alerts, story.id, now)


async def _promise(
    link: AsyncConnection, alerts: Mapping[Channel, tuple[Reason, ...]], story: int, now: datetime
) -> tuple[Channel, ...]:
    promises = rows.promise_rows(alerts, story, now)
    if not promises:
        return ()
    made = set((await link.execute(owed.promise(link.dialect.name), promises)).scalars())
    return tuple(channel for channel in alerts if str(channel) in made)


async def stories(link: AsyncConnection, chosen: Select[*tuple[Any, ...]]) -> list[Story]:
    """The chosen stories in their order, each with its articles."""
    found = (await link.execute(chosen)).all()
    if not found:
        return []
    by_story = {
        story: [rows.article(row) for row in told]
        for story, told in groupby(
            sorted(await link.execute(queries.articles_of(chosen)), key=lambda row: int(row.story)),
            key=lambda row: int(row.story),
        )
    }
    return [rows.story(row, by_story.get(row.id, [])) for row in found]


async def story(link: AsyncConnection, chosen: Select[*tuple[Any, ...]]) -> Story | None:
    """The one chosen story."""
    return next(iter(await stories(link, chosen)), None)


async def prune(link: AsyncConnection, before: datetime) -> int:
    """Delete old stories with all that hangs on them; how many."""
    await link.execute(queries.prune_alerts(before))
    pruned = await link.execute(queries.prune_stories(before))
    await link.execute(queries.prune_holds(before))
    return pruned.rowcount
