"""The daily backup: at the first chance, once a day, and never in the bot's way."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.errors import StoreDamaged, StoreDown
from bot.pipeline import DailyBackup
from tests.fakes.clock import FakeClock


class Shelf:
    """Backups in memory; `fault` is what the next one meets."""

    def __init__(self) -> None:
        self.made: list[datetime] = []
        self.fault: StoreDown | None = None

    def times(self) -> list[datetime]:
        return self.made[::-1]

    async def make(self, now: datetime) -> str:
        if self.fault:
            raise self.fault
        self.made.append(now)
        return f"{now:%Y}.db"


class Scene:
    def __init__(self) -> None:
        self.shelf = Shelf()
        self.clock = FakeClock()
        self.told: list[str] = []
        self.daily = DailyBackup(backups=self.shelf, clock=self.clock, notify=self._tell)

    async def _tell(self, words: str) -> None:
        self.told.append(words)

    async def pass_hours(self, hours: float) -> None:
        """Tick every ten minutes."""
        for _ in range(int(hours * 6)):
            await self.daily.tick()
            self.clock.advance(seconds=600)


async def test_the_first_is_made_at_once_the_second_after_an_hour_and_then_one_a_day() -> None:
    scene = Scene()
    began = scene.clock.now()
    await scene.pass_hours(24 * 3 + 2)
    assert [(made - began).total_seconds() / 3600 for made in scene.shelf.made] == [0, 1, 25, 49, 73]


async def test_a_bot_that_starts_often_makes_no_more_than_one_a_day() -> None:
    scene = Scene()
    scene.shelf.made = [scene.clock.now() - timedelta(days=1), scene.clock.now()]
    for _ in range(5):
        scene.daily = DailyBackup(backups=scene.shelf, clock=scene.clock, notify=scene._tell)
        await scene.pass_hours(1)
    assert len(scene.shelf.made) == 2


async def test_one_that_fails_is_told_once_tried_every_hour_and_stops_nothing() -> None:
    scene = Scene()
    scene.shelf.fault = StoreDown("No backup could be made: /data has 3 MB left.")
    await scene.pass_hours(30)
    (said,) = scene.told
    assert "3 MB left. It's tried again every hour." in said
    scene.shelf.fault = None
    await scene.pass_hours(1)
    assert len(scene.shelf.made) == 1


async def test_a_second_spell_of_failures_is_told_again() -> None:
    scene = Scene()
    for fault in (StoreDown("full."), None, StoreDown("full."), None):
        scene.shelf.fault = fault
        await scene.pass_hours(26)
    assert len(scene.told) == 2


async def test_a_clock_that_was_set_back_does_not_stop_them() -> None:
    scene = Scene()
    scene.shelf.made = [scene.clock.now(), scene.clock.now() + timedelta(days=400)]
    await scene.pass_hours(1)
    assert len(scene.shelf.made) == 3


async def test_a_database_that_turns_out_damaged_comes_through() -> None:
    scene = Scene()
    scene.shelf.fault = StoreDamaged("The database file is damaged.")
    with pytest.raises(StoreDamaged):
        await scene.daily.tick()
    assert scene.told == []


async def test_without_backups_nothing_is_done() -> None:
    scene = Scene()
    await DailyBackup(backups=None, clock=scene.clock, notify=scene._tell).tick()
    assert scene.told == []
