"""Ingest: an item becomes an article, the article joins a story, the story meets watches."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.core import matching, polling
from bot.core.companies import Companies
from bot.core.model import (
    Article,
    ArticleId,
    Channel,
    Item,
    Reading,
    Reason,
    Source,
    Story,
    StoryId,
    Watch,
    WatchId,
)
from bot.core.money import Rates
from bot.core.query import Query
from bot.core.query import compile as compile_query
from bot.core.stories import Stories
from bot.errors import QueryError
from bot.pipeline import judge
from bot.pipeline.editions import Editions, edition
from bot.ports import RESTORED, Arrival, Clock, Recorded, Restored, Store

log = structlog.get_logger()

# how many watches are asked before other work gets its turn
_AT_ONCE = 8

# how far back stories are held against new articles, a day more than the grouper looks
WINDOW = timedelta(days=6)

# how far back a story's figures are remembered, for what follows it
_MEMORY = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a source's items. `alerts` counts the promises made."""

    new: int = 0
    set_aside: int = 0
    stories: int = 0
    alerts: int = 0


class Ingest:
    """Turns items into articles, stories and promises, one article at a time."""

    def __init__(
        self, *, store: Store, clock: Clock, companies: Companies, rates: Rates, max_age: timedelta
    ) -> None:
        self._store = store
        self._clock = clock
        self._judge = judge.Judge(companies=companies, rates=rates)
        self._max_age = max_age
        self._stories = Stories(companies=companies)
        # the grouper sees one article after the other, whatever polls are under way
        self._turn = asyncio.Lock()
        self._queries: dict[WatchId, Query] = {}
        self._editions = Editions()
        # when a backup took the database's place, if ever
        self._restored: datetime | None = None

    async def open(self) -> None:
        """Learn the stories of the last days again, after a start."""
        now = self._clock.now()
        if restored := Restored.read(await self._store.get(RESTORED)):
            self._restored = restored.at
        told: list[tuple[Article, Story, Reading]] = []
        for story in await self._store.stories(since=now - _MEMORY):
            if story.last_seen > now - WINDOW:
                told += [(article, story, self._judge.read(article)) for article in story.articles]
            elif story.facts and story.articles:
                # old enough to be joined by nobody, young enough to be followed
                told.append((story.articles[0], story, judge.remembered(story)))
        for article, story, reading in sorted(told, key=lambda one: one[0].first_seen):
            self._editions.note(article.source, article.link, article.title)
            self._stories.add(story.id, self._judge.telling(article, reading), follows=story.follows)

    def know(self, companies: Companies) -> None:
        """Go by other names of companies from the next article on, in watches too."""
        self._judge.companies = companies
        self._stories.know(companies)
        self._queries.clear()

    async def take(self, source: Source, items: Sequence[Item]) -> Taken:
        """Bring in what is new among a source's items, oldest first."""
        now = self._clock.now()
        named = polling.named(items)
        known = await self._store.seen(source.id, {name for _, names in named for name in names})
        fresh = []
        for item, names in named:
            if known.isdisjoint(names):
                fresh.append((item, names))
                # the same item may stand twice in one body
                known.update(names)
            elif not known.issuperset(names):
                await self._store.mark_seen(source.id, names)
        retitled = {id(item) for item in self._editions.edited(source, items)} - {id(one) for one, _ in fresh}
        silent = polling.silent(source, [item for item, _ in fresh], of=len(items), now=now)
        taken = Taken()
        fresh += [
            (item, edition(item))
            for item in items
            if id(item) in retitled and await self._changed(source, item, now)
        ]
        # feeds show the newest first, and dates may be equal or missing
        fresh.reverse()
        for item, names in sorted(fresh, key=lambda pair: pair[0].published or now):
            rings = (
                not silent
                and polling.fresh(item.published, now, self._max_age)
                and not polling.retold(source, item.published, now=now, restored=self._restored)
            )
            recorded, started = await self._bring(source, item, names, now, rings=rings)
            taken = replace(
                taken,
                new=taken.new + rings,
                set_aside=taken.set_aside + (not rings),
                stories=taken.stories + started,
                alerts=taken.alerts + len(recorded.promised),
            )
        return taken

    async def _changed(self, source: Source, item: Item, now: datetime) -> bool:
        """Whether a page's new headline tells another figure than its story, or that it isn't so."""
        if await self._store.seen(source.id, edition(item)):
            return False
        article = judge.article(item, now, source=source)
        async with self._turn:
            placement = self._stories.place(self._judge.telling(article, self._judge.read(article)))
        # other words for the same news, or for news of long ago, are none
        return placement.story is None and placement.follows is not None

    async def _bring(
        self, source: Source, item: Item, names: tuple[str, ...], now: datetime, *, rings: bool
    ) -> tuple[Recorded, bool]:
        article = judge.article(item, now, source=source, rings=rings)
        async with self._turn:
            began = asyncio.get_running_loop().time()
            reading = self._judge.read(article)
            took = asyncio.get_running_loop().time() - began
            told = self._judge.telling(article, reading)
            placement = self._stories.place(told)
            known = await self._store.story(StoryId(placement.story)) if placement.story is not None else None
            article = replace(article, placed=placement.why)
            follows = StoryId(placement.follows) if placement.follows is not None else None
            story = (
                judge.joined(known, article, reading) if known else judge.started(article, reading, follows)
            )
            alerts = await self._met(story, article, changed=known is not None and story.facts != known.facts)
            recorded = await self._store.record(
                Arrival(
                    source=source.id,
                    identities=names,
                    article=article,
                    story=known.id if known else None,
                    follows=story.follows,
                    title=story.title,
                    link=story.link,
                    company=story.company,
                    facts=story.facts,
                    headline=story.facts.index(story.headline) if story.headline else None,
                    summary=story.summary,
                    alerts=alerts,
                ),
                now,
            )
            self._stories.add(recorded.story, told, follows=follows)
        how = "joined" if known else "followed" if follows else "started"
        _tell(source, replace(article, id=recorded.article), recorded.story, how, len(reading.facts), took)
        await self._announce(recorded.story, recorded.promised, article.link)
        return recorded, known is None

    async def _announce(self, story: StoryId, promised: Sequence[Channel], link: str) -> None:
        """Log each new promise under its own id, by which it can be followed from here on."""
        for alert in await self._store.alerts_for(story) if promised else ():
            if alert.channel in promised:
                log.info(
                    "alert.promised",
                    alert=alert.id,
                    story=story,
                    channel=str(alert.channel),
                    watches=[reason.watch for reason in alert.reasons],
                    link=link,
                )

    async def complete(self, story: StoryId, article: ArticleId, page: str) -> Story | None:
        """Read the page of a story's article in place of its teaser; the story then, None if nothing changed.

        A figure that only the page gives may ring in further channels.
        """
        async with self._turn:
            known = await self._store.story(story)
            teaser = next((one for one in known.articles if one.id == article), None) if known else None
            whole = judge.whole(teaser, page) if teaser else None
            if known is None or whole is None:
                return None
            began = asyncio.get_running_loop().time()
            reading = self._judge.read(whole)
            took = asyncio.get_running_loop().time() - began
            told = judge.completed(known, whole, reading)
            alerts = await self._met(told, whole, changed=True)
            promised = await self._store.retell(told, whole, alerts, self._clock.now())
            self._stories.add(story, self._judge.telling(whole, reading), follows=told.follows)
        log.debug("story.completed", story=story, article=article, link=whole.link, seconds=round(took, 4))
        await self._announce(story, promised, whole.link)
        return told

    async def reword(self, story: StoryId, summary: str) -> None:
        """Give a story another summary."""
        async with self._turn:
            if known := await self._store.story(story):
                await self._store.retell(replace(known, summary=summary), None, {}, self._clock.now())

    async def _met(
        self, story: Story, article: Article, *, changed: bool
    ) -> dict[Channel, tuple[Reason, ...]]:
        """The channels whose watches the story meets now, each with every watch that it met."""
        met: dict[Channel, list[Reason]] = {}
        for place, watch in enumerate(await self._store.watches()):
            if place % _AT_ONCE == 0:
                # costly watches hold up this article, and nothing else
                await asyncio.sleep(0)
            # words are tested per article; a figure that came later may complete what an earlier one said
            candidates = story.articles if changed else (article,)
            heard = [one for one in candidates if one.rings and one.first_seen >= watch.made_at]
            if watch.paused or not heard:
                continue
            query = self._query(watch)
            why = matching.meets(query, story, heard) if query else None
            if why is not None:
                met.setdefault(watch.channel, []).append(
                    Reason(watch=watch.number, query=watch.query, why=why)
                )
        return {channel: tuple(reasons) for channel, reasons in met.items()}

    def names(self, watch: Watch, name: str, publisher: str) -> bool:
        """Whether a watch asks for the source of this name by `source:`."""
        query = self._query(watch)
        return query is not None and query.names_source(name, publisher)

    def _query(self, watch: Watch) -> Query | None:
        held = self._queries.get(watch.id)
        if held is None or held.text != watch.query:
            try:
                held = compile_query(watch.query, companies=self._judge.companies, rates=self._judge.rates)
            except QueryError as error:
                # saved by a version whose language was wider
                log.error(
                    "watch.unreadable", watch=watch.number, channel=str(watch.channel), cause=str(error)
                )
                return None
            self._queries[watch.id] = held
        return held


def _tell(source: Source, article: Article, story: StoryId, how: str, facts: int, took: float) -> None:
    log.debug(
        "article.read",
        article=article.id,
        story=story,
        link=article.link,
        source=source.name,
        how=how,
        why=article.placed,
        facts=facts,
        rings=article.rings,
        age=(article.first_seen - article.published).total_seconds(),
        seconds=round(took, 4),
    )
