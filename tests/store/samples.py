"""News of our own making, for the store to keep."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.core.model import Alert, Article, Bound, Channel, Fact, Reason, Source, SourceId, Status, StoryId
from bot.ports import Arrival, Store

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
DEALS = Channel("slack", "C1")
NEWS = Channel("slack", "C2")
LOBBY = Channel("discord", "77")

VALUATION = Fact(
    kind="valuation",
    company="Lumen Forge",
    status=Status.REPORTED,
    quote="Lumen Forge is now valued at €41.5 billion",
    amount=Decimal("41500000000.07"),
    amount_max=Decimal("1E+12"),
    currency="EUR",
    usd=Decimal("44903000000.123456789012345678901234567890"),
    bound=Bound.AT_LEAST,
    round="Series B",
    investors=("Nordwind", "三号基金"),
)
RAISED = Fact(kind="raised", company="Lumen Forge", status=Status.TALKS, quote="in talks to raise more")

BECAUSE = (Reason(watch=1, query="valuation >= 10B", why=("valuation €41.5B ≥ $10B",)),)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def article(number: int = 1, *, seen_at: datetime = NOW, link: str = "") -> Article:
    return Article(
        source="Forge Daily",
        publisher="forge.example",
        link=link or f"https://forge.example/{number}",
        title=f"Lumen Forge valued anew, report {number}",
        text="Lumen Forge is now valued at €41.5 billion.\nNobody was surprised. 估值",
        published=seen_at - timedelta(minutes=3),
        first_seen=seen_at,
        language="en",
        origin="The Anvil",
    )


def arrival(
    source: SourceId,
    number: int = 1,
    *,
    story: StoryId | None = None,
    follows: StoryId | None = None,
    alerts: Mapping[Channel, tuple[Reason, ...]] | None = None,
    facts: tuple[Fact, ...] = (VALUATION, RAISED),
    seen_at: datetime = NOW,
    link: str = "",
) -> Arrival:
    told = article(number, seen_at=seen_at, link=link)
    return Arrival(
        source=source,
        identities=(link or f"guid-{number}", told.link),
        article=told,
        story=story,
        follows=follows,
        title=told.title,
        link=told.link,
        company="Lumen Forge",
        facts=facts,
        headline=0 if facts else None,
        summary=f"Summary {number}.",
        alerts=alerts or {},
    )


async def feed(store: Store, target: str = "https://forge.example/feed", name: str = "Forge Daily") -> Source:
    return await store.add_source(kind="feed", target=target, name=name, now=NOW)


async def owe(store: Store, count: int = 1, channel: Channel = DEALS, start: int = 1) -> list[Alert]:
    """That many alerts waiting for a channel, each for a story of its own."""
    source = await feed(store)
    for number in range(start, start + count):
        # a link of its own in each channel, so that each is a new item
        link = f"https://forge.example/{channel.id}/{number}"
        await store.record(arrival(source.id, number, alerts={channel: BECAUSE}, link=link), NOW)
    return [alert for alert in await store.waiting(NOW) if alert.channel == channel][-count:]
