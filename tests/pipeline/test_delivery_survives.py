"""Every alert stands in its channel exactly once, whatever fails and wherever the program dies.

A seed makes a whole story: a platform that fails in every way that it knows, a database that goes away before
or behind a write, a clock that jumps, and a program that dies at any of its awaits and is started again.
A failing seed is the test's name.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.core.model import AlertState, Channel, Message
from bot.errors import ChatDown, StoreDown, TryLater, Unknown
from bot.pipeline import Delivery
from bot.ports import Store
from bot.store import open_store
from tests.fakes.clock import FakeClock
from tests.store.samples import DEALS, LOBBY, NEWS, NOW, owe

CHANNELS = (DEALS, NEWS, LOBBY)
EACH = 4


class Died(BaseException):
    """The program ends here, as with kill -9."""


class World:
    """What goes wrong, drawn from a seed; after `calm`, nothing does."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.clock = FakeClock(NOW)
        self.calm = False

    def strikes(self, share: float) -> bool:
        return not self.calm and self.random.random() < share

    def die(self) -> None:
        if self.strikes(0.015):
            raise Died


class Failing:
    """A store or a chat of which every call may be the last, before or behind what it does."""

    def __init__(self, real: Any, world: World, fails: Callable[[World], None]) -> None:
        self._real, self._world, self._fails = real, world, fails

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._real, name)
        if not callable(method):
            return method

        async def call(*given: Any, **named: Any) -> Any:
            for trouble in (self._world.die, lambda: self._fails(self._world)):
                trouble()
            done = await method(*given, **named)
            for trouble in (self._world.die, lambda: self._fails(self._world)):
                trouble()
            return done

        return call


def database_goes(world: World) -> None:
    if world.strikes(0.02):
        raise StoreDown("the database is gone")


class Platform:
    """A chat with a mind of its own. With `looks` off, nobody may read its channels."""

    def __init__(self, world: World, *, looks: bool = True) -> None:
        self.name, self.connected, self.looks = "any", True, looks
        self.world = world
        # what stands in each channel: (key, how many stories)
        self.stands: dict[Channel, list[str]] = defaultdict(list)
        self.texts: dict[Channel, list[str]] = defaultdict(list)
        self.unanswered = 0

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        if self.world.strikes(0.1):
            raise self.world.random.choice([
                TryLater(7), TryLater(3_000), TryLater(20, everywhere=True), ChatDown("no connection"),
            ])  # fmt: skip
        trouble = self.world.random.choice(["cut", "crash", "hang"]) if self.world.strikes(0.25) else ""
        if not trouble or self.world.random.random() < 0.5:
            self.stands[channel].append(key)
            self.texts[channel] += [entry.title for entry in message.entries]
        if trouble:
            self.unanswered += 1
            await self.fail(trouble)
        return f"m{len(self.stands[channel])}"

    async def fail(self, trouble: str) -> None:
        if trouble == "cut":
            raise Unknown("cut")
        if trouble == "hang":
            await asyncio.Event().wait()
        raise RuntimeError("the platform's library stumbled")

    async def find(self, channel: Channel, key: str, since: datetime) -> str | None:
        if not self.looks:
            raise Unknown("the app may not read this channel's history")
        if self.world.strikes(0.2):
            raise self.world.random.choice([TryLater(60), ChatDown("no connection"), OSError("stumbled")])
        places = [place for place, known in enumerate(self.stands[channel], start=1) if known == key]
        return f"m{places[0]}" if places else None


def started(store: Store, platform: Platform, world: World, notices: list[str]) -> Delivery:
    async def notify(words: str) -> None:
        notices.append(words)

    chat: Any = Failing(platform, world, lambda _: None)
    shaky: Any = Failing(store, world, database_goes)
    return Delivery(
        store=shaky,
        chats={"slack": chat, "discord": chat},
        clock=world.clock,
        installation="test",
        notify=notify,
        patience=0.02,
    )


async def lived(delivery: Delivery, world: World) -> None:
    """Ticks until it dies or has had a good while."""
    await delivery.open()
    for _ in range(25):
        # a tick that finds the database gone is simply the next one's
        try:
            await delivery.tick()
        except StoreDown:
            continue
        tasks = list(delivery._under_way.values())
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Died):
                raise ended
        jump = (
            world.random.choice([-86_400, 3 * 86_400])
            if world.strikes(0.03)
            else world.random.choice([1, 5, 40])
        )
        world.clock.advance(jump)


async def told(store: Store, platform: Platform, world: World) -> None:
    """The whole story, to its end."""
    notices: list[str] = []
    for _ in range(8):
        delivery = started(store, platform, world, notices)
        try:
            await lived(delivery, world)
        except (Died, StoreDown):
            pass
        finally:
            await delivery.drain(0)
    world.calm = True
    delivery = started(store, platform, world, notices)
    await delivery.open()
    for _ in range(20):
        world.clock.advance(1_000)
        await delivery.finish()


async def promised(store: Store, world: World) -> None:
    for channel in CHANNELS:
        await owe(store, EACH, channel=channel)


@pytest.mark.parametrize("seed", range(8))
async def test_every_alert_stands_exactly_once_and_in_order_where_we_may_look(
    seed: int, tmp_path: Path
) -> None:
    world = World(seed)
    platform = Platform(world)
    store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    await promised(store, world)
    await told(store, platform, world)
    expected = [f"Lumen Forge valued anew, report {number}" for number in range(1, EACH + 1)]
    assert {channel: platform.texts[channel] for channel in CHANNELS} == dict.fromkeys(CHANNELS, expected)
    assert (await store.alert_counts())[AlertState.SENT] == EACH * len(CHANNELS)
    assert await store.repeated() == 0
    await store.close()


@pytest.mark.parametrize("seed", range(100, 104))
async def test_where_we_may_not_look_nothing_is_posted_more_than_twice_and_every_end_is_told(
    seed: int, tmp_path: Path
) -> None:
    world = World(seed)
    platform = Platform(world, looks=False)
    store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    await promised(store, world)
    await told(store, platform, world)
    counts = await store.alert_counts()
    assert counts[AlertState.SENT] + counts[AlertState.REFUSED] == EACH * len(CHANNELS)
    for channel in CHANNELS:
        titles = platform.texts[channel]
        assert max(titles.count(title) for title in titles) <= 2
        repeats = len(titles) - len(set(titles))
        assert repeats <= await store.repeated()
    await store.close()
