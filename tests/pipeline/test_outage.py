"""A database that can't be used: the work rests, the log and the operators hear of it once, it goes on."""

from __future__ import annotations

import pytest

from bot.errors import StoreDamaged, StoreDown
from bot.pipeline import Outage
from tests.fakes.clock import FakeClock
from tests.pipeline.conftest import Bell

LOCKED = StoreDown("The database file is locked by another program.")


class Flaky:
    """The one thing of a store that an outage looks at; `down` is what a write meets."""

    def __init__(self) -> None:
        self.trouble: StoreDown | None = None
        self.down: StoreDown | None = None
        self.probes = 0

    async def probe(self) -> None:
        self.probes += 1
        await self.write()

    async def write(self) -> None:
        self.trouble = self.down
        if self.down:
            raise self.down


class Scene:
    """A guarded job that writes, ticked by hand once a second."""

    def __init__(self) -> None:
        self.store = Flaky()
        self.clock = FakeClock()
        self.told: list[str] = []
        self.damaged = 0
        self.ran = 0
        outage = Outage(
            store=self.store,  # type: ignore[arg-type]  # an outage looks at nothing but its trouble
            clock=self.clock,
            probe=self.store.probe,
            notify=self._tell,
            damaged=self._broke,
        )
        self._tick = outage.guard(self._job)

    async def _tell(self, words: str) -> None:
        self.told.append(words)

    def _broke(self) -> None:
        self.damaged += 1

    async def _job(self) -> None:
        self.ran += 1
        await self.store.write()

    async def pass_seconds(self, seconds: int) -> None:
        for _ in range(seconds):
            await self._tick()
            self.clock.advance(seconds=1)


async def test_ten_minutes_without_a_database_are_one_line_each_way_and_two_notices(
    capsys: pytest.CaptureFixture[str],
) -> None:
    scene = Scene()
    await scene.pass_seconds(5)
    scene.store.down = LOCKED
    await scene.pass_seconds(600)
    during = scene.ran
    scene.store.down = None
    await scene.pass_seconds(60)
    assert scene.ran - during > 50
    # the one that met it, and none after
    assert during == 6
    assert [words.partition(":")[0] for words in scene.told] == [
        "The database can't be used",
        "The database can be used again; Newsbell goes on where it stood.",
    ]
    log = capsys.readouterr().out
    assert (log.count("store.down"), log.count("store.back")) == (1, 1)


async def test_it_is_looked_for_every_few_seconds_and_found_soon() -> None:
    scene = Scene()
    scene.store.down = LOCKED
    await scene.pass_seconds(100)
    assert 15 <= scene.store.probes <= 25
    scene.store.down = None
    await scene.pass_seconds(7)
    assert scene.ran > 1


async def test_a_short_outage_is_no_news_for_the_operators() -> None:
    scene = Scene()
    scene.store.down = LOCKED
    await scene.pass_seconds(20)
    scene.store.down = None
    await scene.pass_seconds(100)
    assert scene.told == []


async def test_a_disk_that_takes_the_small_write_alone_is_tried_ever_more_seldom(
    capsys: pytest.CaptureFixture[str],
) -> None:
    scene = Scene()
    full = StoreDown("The disk that holds the database is full.")
    scene.store.down = full
    await scene.pass_seconds(1)

    async def small() -> None:
        scene.store.trouble = None

    outage = Outage(
        store=scene.store,  # type: ignore[arg-type]  # an outage looks at nothing but its trouble
        clock=scene.clock,
        probe=small,
        notify=scene._tell,
        damaged=scene._broke,
    )
    scene._tick = outage.guard(scene._job)
    before = scene.ran
    await scene.pass_seconds(3600)
    assert scene.ran - before < 25
    log = capsys.readouterr().out
    assert log.count("store.back") == 0
    assert len(scene.told) == 1


async def test_damage_is_reported_once_and_nothing_runs_afterwards() -> None:
    scene = Scene()
    scene.store.down = StoreDamaged("The database file is damaged.")
    await scene.pass_seconds(10)
    assert (scene.damaged, scene.ran) == (1, 1)


async def test_a_mistake_of_ours_comes_through() -> None:
    scene = Scene()

    async def wrong() -> None:
        raise ValueError("ours")

    outage = Outage(
        store=scene.store,  # type: ignore[arg-type]  # an outage looks at nothing but its trouble
        clock=scene.clock,
        probe=scene.store.probe,
        notify=scene._tell,
        damaged=scene._broke,
    )
    with pytest.raises(ValueError, match="ours"):
        await outage.guard(wrong)()


async def test_a_real_store_s_last_failure_is_its_trouble_until_something_is_written(bell: Bell) -> None:
    assert bell.store.trouble is None
