"""A desk to type commands at: a real store, chats that remember, a fetcher that is told what it finds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from bot import shipped
from bot.commands import Context, handle, parse
from bot.commands.limits import Limits
from bot.core.companies import Known
from bot.core.model import Article, Channel, Fact, Line, Person, Reason, Reply, SourceId, Status, StoryId
from bot.core.pace import Pace
from bot.core.spans import line, read
from bot.ports import Arrival, FoundFeed, Recorded, Request, Store
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import FakeClock
from tests.fakes.fetcher import ScriptedFetcher

HERE = Channel("slack", "C0DEALS000")
ELSEWHERE = Channel("slack", "C0OTHER000")
ANN = Person(id="U1", name="ann", may_change=True)
BOSS = Person(id="U3", name="boss", may_change=True, may_run=True)
GUEST = Person(id="U2", name="guest", may_change=False, lacks="Manage Channels in #deals")


@dataclass
class Desk:
    store: Store
    clock: FakeClock = field(default_factory=FakeClock)
    fetcher: ScriptedFetcher = field(default_factory=ScriptedFetcher)
    slack: RecordingChat = field(default_factory=RecordingChat)
    discord: RecordingChat = field(default_factory=lambda: RecordingChat("discord"))
    companies: Known = field(default_factory=lambda: Known(shipped.companies()))
    polled: list[SourceId] = field(default_factory=list)
    # what the first poll of a new source sets aside
    aside: int | None = None
    limits: Limits = field(default_factory=Limits)
    pace: Pace = field(default_factory=Pace)
    admin: Channel | None = None

    @property
    def context(self) -> Context:
        async def status() -> tuple[Line, ...]:
            return (line("All is well."),)

        return Context(
            store=self.store,
            fetcher=self.fetcher,
            chats={"slack": self.slack, "discord": self.discord},
            clock=self.clock,
            companies=self.companies,
            rates=shipped.rates(),
            poll_soon=self._poll,
            status_lines=status,
            admin=self.admin,
            limits=self.limits,
            pace=self.pace,
        )

    async def _poll(self, source: SourceId) -> int | None:
        self.polled.append(source)
        return self.aside

    async def ask(self, typed: str, channel: Channel = HERE, person: Person = ANN) -> Reply:
        return await handle(self.context, vouched(parse(typed, channel=channel, person=person)))

    async def type(self, typed: str, channel: Channel = HERE, person: Person = ANN) -> str:
        return read((await self.ask(typed, channel, person)).lines)

    async def fails(self, typed: str, channel: Channel = HERE, person: Person = ANN) -> str:
        """The answer to what can't be done; nothing is changed by it."""
        before = await self._kept()
        reply = await self.ask(typed, channel, person)
        assert reply.failed
        assert await self._kept() == before
        return read(reply.lines)

    async def _kept(self) -> tuple[object, ...]:
        return await self.store.watches(), await self.store.sources(), await self.store.aliases()

    async def follows(
        self, name: str, address: str = "https://wire.example/feed", where: Channel = HERE
    ) -> None:
        await self.store.add_source(
            kind="feed", target=address, name=name, now=self.clock.now(), followed_in=str(where)
        )

    def finds(self, address: str, *titles: str) -> None:
        feeds = (FoundFeed(address=f"{address}feed{n}.xml", title=title) for n, title in enumerate(titles))
        self.fetcher.found[address] = tuple(feeds)

    async def news(
        self,
        title: str,
        *,
        link: str = "",
        text: str = "",
        facts: tuple[Fact, ...] = (),
        days_ago: float = 0,
        rings: bool = True,
        follows: StoryId | None = None,
        alerts: dict[Channel, tuple[Reason, ...]] | None = None,
    ) -> Recorded:
        """One article, which starts a story of its own."""
        if not await self.store.sources():
            await self.follows("Wire")
        now = self.clock.now()
        article = Article(
            source="Wire",
            publisher="wire.example",
            link=link or f"https://wire.example/{abs(hash(title))}",
            title=title,
            text=text,
            published=now - timedelta(days=days_ago),
            first_seen=now,
            language="en",
            rings=rings,
        )
        arrival = Arrival(
            source=(await self.store.sources())[0].id,
            identities=(article.link,),
            article=article,
            story=None,
            follows=follows,
            title=title,
            link=article.link,
            company=facts[0].company if facts else "",
            facts=facts,
            headline=0 if facts else None,
            summary="",
            alerts=alerts or {},
        )
        return await self.store.record(arrival, now)


def vouched(request: Request) -> Request:
    """The request as a chat hands it over that has found the person's rights to be the same there."""
    named = request.arguments.get("channel", "")
    return replace(request, vouched=Channel.parse(named)) if named.startswith("slack:") else request


def valuation(billions: int, company: str = "DeepSeek") -> Fact:
    amount = Decimal(billions) * 10**9
    return Fact(
        kind="valuation",
        company=company,
        status=Status.REPORTED,
        quote=f"valued at ${billions} billion",
        amount=amount,
        currency="USD",
        usd=amount,
    )
