"""The store: what `bot.ports.Store` asks for, each method one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.delivery import Hold
from bot.core.model import (
    AddedName,
    Alert,
    AlertId,
    AlertState,
    Article,
    Channel,
    Reason,
    Source,
    SourceId,
    Standing,
    Step,
    Story,
    StoryId,
    Watch,
    WatchId,
)
from bot.errors import StoreDown
from bot.ports import Arrival, Clock, Recorded
from bot.store import history, ledger, names, news, owed, queries, rows
from bot.store.database import Database


class SqlStore:
    """Implements `bot.ports.Store`. Every method raises StoreDown when the database can't be used."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        # when a post was settled, for whoever asks later
        self._clock = clock

    @property
    def trouble(self) -> StoreDown | None:
        """Why the last transaction failed; None since one was committed."""
        return self._database.trouble

    async def close(self) -> None:
        """Let go of the database."""
        await self._database.close()

    async def sources(self) -> list[Source]:
        """Every source, by id."""
        return [rows.source(row) for row in await self._database.fetch(queries.ALL_SOURCES)]

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
        followed_in: str = "",
    ) -> Source:
        """Follow an address, or give the source that follows it already."""
        source = Source(
            id=SourceId(0),
            kind=kind,
            target=target,
            name=name,
            topic=topic,
            language=language,
            pack=pack,
            followed_in=followed_in,
            next_poll=now,
        )
        return await self._database.write(lambda link: news.add_source(link, source), alone=True)

    async def save_source(self, source: Source) -> None:
        """Write a source, if it's still there. It keeps its address when another source has the new one."""
        await self._database.write(lambda link: news.save_source(link, source), alone=True)

    async def remove_source(self, source: SourceId) -> None:
        """Forget a source and what was seen in it."""

        async def work(link: AsyncConnection) -> None:
            await link.execute(queries.remove_source(source))

        await self._database.write(work, alone=True)

    async def seen(self, source: SourceId, identities: Collection[str]) -> set[str]:
        """Those of the identities that this source has shown before."""
        return await self._database.read(lambda link: news.seen(link, source, identities))

    async def mark_seen(self, source: SourceId, identities: Collection[str]) -> None:
        """Remember further identities of a known item; does nothing for a source that was removed."""
        await self._database.write(lambda link: news.mark_seen(link, source, identities), alone=True)

    async def record(self, arrival: Arrival, now: datetime) -> Recorded:
        """Write an article, its story and its promises.

        An item that is an article of this source already changes nothing, and promises nothing again. A
        story that is no longer there begins anew.
        """
        return await self._database.write(lambda link: news.record(link, arrival, now), alone=True)

    async def retell(
        self,
        story: Story,
        article: Article | None,
        alerts: Mapping[Channel, tuple[Reason, ...]],
        now: datetime,
    ) -> tuple[Channel, ...]:
        """Write what a story says anew, with the text of one of its articles and further promises."""
        return await self._database.write(
            lambda link: news.retell(link, story, article, alerts, now), alone=True
        )

    async def stories(self, *, since: datetime, limit: int | None = None) -> list[Story]:
        """Stories with an article seen since then, newest last."""
        chosen = queries.stories_since(since, limit)
        return (await self._database.read(lambda link: news.stories(link, chosen)))[::-1]

    async def story(self, story: StoryId) -> Story | None:
        """One story with its articles."""
        return await self._database.read(lambda link: news.story(link, queries.one_story(story)))

    async def story_of(self, link: str) -> Story | None:
        """The latest story with an article at a canonical link."""
        return await self._database.read(lambda door: news.story(door, queries.story_with(rows.key(link))))

    async def watches(self, channel: Channel | None = None) -> list[Watch]:
        """The watches of one channel, by number, or all."""
        chosen = queries.watches_of(str(channel) if channel is not None else None)
        return [rows.watch(row) for row in await self._database.fetch(chosen)]

    async def add_watch(
        self, *, channel: Channel, query: str, made_by: str, now: datetime, maker: str = ""
    ) -> Watch:
        """A new watch with the channel's next number."""

        async def work(link: AsyncConnection) -> Watch:
            number = (await link.execute(queries.next_number(str(channel), link.dialect.name))).scalar_one()
            row = {
                "channel": str(channel),
                "number": number,
                "query": query,
                "made_by": made_by,
                "made_at": now,
                "paused": "",
                "maker": maker,
            }
            return rows.watch((await link.execute(queries.NEW_WATCH, row)).one())

        return await self._database.write(work)

    async def edit_watch(self, watch: WatchId, query: str, now: datetime) -> None:
        """Another query under the same number, made now."""
        await self._database.run(queries.edit_watch(watch, query, now))

    async def pause_watch(self, watch: WatchId, paused: str) -> None:
        """Set why a watch doesn't ring; "" lets it ring again."""
        await self._database.run(queries.pause_watch(watch, paused))

    async def pause_channel(self, channel: Channel, paused: str) -> int:
        """Pause every ringing watch of a channel; how many there were."""
        return await self._database.run(queries.pause_channel(str(channel), paused))

    async def remove_watch(self, watch: WatchId) -> None:
        """Delete a watch."""
        await self._database.run(queries.remove_watch(watch))

    async def owing(self, now: datetime) -> list[Channel]:
        """The channels for which something is to be posted or looked for now."""
        return [Channel.parse(row.channel) for row in await self._database.fetch(owed.owing(now))]

    async def waiting(
        self, now: datetime, channel: Channel | None = None, limit: int | None = None
    ) -> list[Alert]:
        """Promised alerts whose time has come, oldest first, without those on hold."""
        return [rows.alert(row) for row in await self._database.fetch(owed.waiting(now, channel, limit))]

    async def begin(self, alerts: Sequence[Alert], key: str, now: datetime) -> bool:
        """Move promised alerts to SENDING; their `next_try` is then the moment at which the post began.

        False, and nothing changed, unless each of them is promised and no other alert has the key.
        """
        return await self._database.write(lambda link: ledger.begin(link, alerts, key, now))

    async def settle(
        self,
        key: str,
        state: AlertState,
        *,
        message_id: str = "",
        cause: str = "",
        next_try: datetime | None = None,
        repeated: bool = False,
        hold: Hold | None = None,
    ) -> None:
        """Move every alert under a post key. Raises ValueError where nobody began, or the move is illegal."""

        async def work(link: AsyncConnection) -> None:
            await ledger.settle(
                link,
                key,
                state,
                message_id=message_id,
                cause=cause,
                next_try=next_try,
                repeated=repeated,
                now=self._clock.now(),
            )
            if hold is not None:
                await ledger.hold(link, hold)

        await self._database.write(work)

    async def lapse(
        self, now: datetime, *, lease: timedelta, but: Collection[str], cause: str, next_try: datetime
    ) -> int:
        """Move attempts that began longer ago than the lease, or after now, to UNKNOWN; how many alerts."""
        return await self._database.write(lambda link: ledger.lapse(link, now, lease, but, cause, next_try))

    async def refuse(self, channel: Channel, cause: str) -> int:
        """Close every promise to a channel that nobody has begun; how many."""
        return await self._database.write(
            lambda link: ledger.refuse(link, str(channel), cause, self._clock.now())
        )

    async def unsettled(self, channel: Channel | None = None) -> list[Alert]:
        """Alerts in SENDING or UNKNOWN, oldest first."""
        return [rows.alert(row) for row in await self._database.fetch(owed.unsettled(channel))]

    async def alert_counts(self) -> dict[AlertState, int]:
        """How many alerts stand in each state, also in those where none does."""
        counted = {AlertState(state): count for state, count in await self._database.fetch(owed.COUNTS)}
        return {state: counted.get(state, 0) for state in AlertState}

    async def repeated(self) -> int:
        """How many alerts were sent once more without a look."""
        return int((await self._database.fetch(owed.REPEATED))[0][0])

    async def alerts_for(self, story: StoryId) -> list[Alert]:
        """Every alert of a story."""
        return [rows.alert(row) for row in await self._database.fetch(owed.alerts_for(story))]

    async def alerts_called(self, name: str) -> list[Alert]:
        """The alert with this id, else those of a message or a post."""
        return await history.alerts_called(self._database, name)

    async def steps(self, alert: AlertId) -> list[Step]:
        """What became of an alert, the first step first."""
        return await history.steps_of(self._database, alert)

    async def standing(self, now: datetime) -> Standing:
        """What is owed, when something was last sent, and what is on hold."""
        return await history.standing(self._database, now)

    async def hold(self, hold: Hold) -> None:
        """Let nothing leave for a channel or a platform for a while; an existing later hold stays."""
        await self._database.write(lambda link: ledger.hold(link, hold))

    async def aliases(self) -> dict[str, str]:
        """The names that people added, oldest first: name → company."""
        return {each.name: each.company for each in await self.added_names()}

    async def added_names(self) -> list[AddedName]:
        """The same, with who added each where."""
        return await names.added(self._database)

    async def add_alias(self, name: AddedName, now: datetime) -> None:
        """Another name of a company, in place of one that differs in case or blanks alone."""
        await names.add(self._database, name, now)

    async def remove_alias(self, name: str) -> None:
        """Forget a name that was added."""
        await names.remove(self._database, name)

    async def get(self, key: str) -> str | None:
        """A small remembered value."""
        found = await self._database.fetch(queries.note(key))
        return str(found[0].value) if found else None

    async def put(self, key: str, value: str) -> None:
        """Remember a small value."""

        async def work(link: AsyncConnection) -> None:
            await link.execute(queries.put_note(key, value, link.dialect.name))

        await self._database.write(work)

    async def prune(self, before: datetime) -> int:
        """Delete the stories of which nothing was seen since then and nothing is owed; how many.

        Their articles and settled alerts go with them. What each source has shown stays known.
        """
        return await self._database.write(lambda link: news.prune(link, before), alone=True)
