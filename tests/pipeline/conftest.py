"""A whole bot around a scripted fetcher, a recording chat, a clock moved by hand, and a real database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import shipped
from bot.core.model import Channel, Item, Source, Watch
from bot.pipeline import Completion, Delivery, Ingest, Polling, Troubles
from bot.ports import Store
from bot.store import open_store
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import FakeClock
from tests.fakes.fetcher import ScriptedFetcher

BEGAN = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
DEALS = Channel("slack", "C1")
OTHERS = Channel("slack", "C2")
ADDRESS = "https://wire.example/feed"


def item(
    title: str,
    text: str = "",
    *,
    path: str = "",
    published: datetime | None = BEGAN,
    host: str = "wire.example",
) -> Item:
    link = f"https://{host}/{path or title.lower().replace(' ', '-')}"
    return Item(id=link, link=link, title=title, text=text, published=published)


class Bell:
    """The use cases, and short words for what tests do with them."""

    def __init__(self, store: Store, *, installation: str = "test") -> None:
        self.store = store
        self.clock = FakeClock(BEGAN)
        self.fetcher = ScriptedFetcher()
        self.chat = RecordingChat()
        self.notices: list[str] = []
        # seconds that a page may take: nothing in these tests takes any, but for what hangs
        self.patience = 5.0
        self.wire(installation)

    def wire(self, installation: str = "test", *, repeat: bool = True) -> None:
        """Put the parts together, as at every start of the program."""
        self.ingest = Ingest(
            store=self.store,
            clock=self.clock,
            companies=shipped.companies(),
            rates=shipped.rates(),
            max_age=timedelta(days=7),
        )
        self.polling = Polling(
            store=self.store,
            fetcher=self.fetcher,
            ingest=self.ingest,
            clock=self.clock,
            interval=timedelta(minutes=3),
            troubles=Troubles(
                store=self.store, chats={"slack": self.chat}, ingest=self.ingest, notify=self.notice
            ),
        )
        self.completion = Completion(
            store=self.store, ingest=self.ingest, fetcher=self.fetcher, patience=self.patience
        )
        self.delivery = Delivery(
            store=self.store,
            chats={"slack": self.chat},
            clock=self.clock,
            installation=installation,
            notify=self.notice,
            complete=self.completion,
            repeat=repeat,
        )

    async def notice(self, words: str) -> None:
        self.notices.append(words)

    async def restart(self) -> None:
        """End and start again on the same database."""
        self.wire()
        await self.ingest.open()
        await self.delivery.open()

    async def follow(self, address: str = ADDRESS, *, primed: bool = True) -> Source:
        source = await self.store.add_source(
            kind="feed", target=address, name=address.split("/")[2], now=self.clock.now()
        )
        if primed:
            self.fetcher.serve(address)
            await self.poll()
        return source

    async def watch(self, query: str, channel: Channel = DEALS) -> Watch:
        return await self.store.add_watch(channel=channel, query=query, made_by="U1", now=self.clock.now())

    async def poll(self) -> None:
        await self.polling.everything()
        self.clock.advance(seconds=60)

    async def publish(self, *items: Item, address: str = ADDRESS) -> None:
        """News appears in a feed, is polled, and what it rings is delivered."""
        self.fetcher.serve(address, *items)
        await self.poll()
        await self.delivery.finish()

    async def deliver(self, seconds: float = 0) -> None:
        self.clock.advance(seconds=seconds)
        await self.delivery.finish()


@pytest.fixture
async def bell(tmp_path: Path) -> AsyncIterator[Bell]:
    store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    made = Bell(store)
    yield made
    # a test may have opened another
    await made.store.close()
