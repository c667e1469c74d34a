"""A damaged database is set aside, and the bot goes on from the newest good backup, or anew."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import opening
from bot.config import Settings
from bot.errors import SettingsError, StoreDamaged
from bot.ports import RESTORED, Restored
from bot.store import open_store
from tests.fakes.clock import FakeClock
from tests.store.samples import feed
from tests.store.test_faults import damage

CLOCK = FakeClock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "newsbell.db"


@pytest.fixture
def settings(file: Path) -> Settings:
    return Settings(database_url=SecretStr(f"sqlite:///{file}"))


async def fill(file: Path, number: int) -> None:
    store = await open_store(f"sqlite:///{file}")
    await feed(store)
    await store.put("number", str(number))
    for filler in range(100):
        await store.put(f"key {filler}", "x" * 200)
    await store.close()


async def save(settings: Settings, days_ago: int) -> Path:
    kept = opening.backups(settings)
    assert kept
    return Path(await kept.make(CLOCK.now() - timedelta(days=days_ago)))


async def look(file: Path) -> None:
    store = await open_store(f"sqlite:///{file}", exclusive=False)
    try:
        await store.get("key 7")
    finally:
        await store.close()


def overwrite(file: Path) -> None:
    file.write_bytes(b"\xa5" * 8192)


def aside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.damaged-*"))


async def found(settings: Settings) -> tuple[str | None, Restored]:
    """The number that the bot finds after its start, and what it tells."""
    store = await opening.open_memory(settings, CLOCK)
    number, told = await store.get("number"), Restored.read(await store.get(RESTORED))
    await store.close()
    assert told
    return number, told


@pytest.mark.parametrize("break_it", [damage, overwrite])
async def test_the_newest_backup_takes_a_damaged_file_s_place(
    file: Path, settings: Settings, break_it: object
) -> None:
    assert callable(break_it)
    for number, days_ago in ((1, 2), (2, 1)):
        await fill(file, number)
        await save(settings, days_ago)
    await fill(file, 3)
    break_it(file)
    held, told = await found(settings)
    assert held == "2"
    (kept,) = aside(file.parent)
    day = f"{CLOCK.now() - timedelta(days=1):%Y-%m-%d}"
    assert told.said.startswith(f"The database file was damaged. Newsbell went on from the backup of {day}")
    assert kept in told.said


async def test_a_backup_that_is_damaged_too_is_passed_over(file: Path, settings: Settings) -> None:
    for number, days_ago in ((1, 2), (2, 1)):
        await fill(file, number)
        newest = await save(settings, days_ago)
    damage(newest)
    damage(file)
    assert (await found(settings))[0] == "1"


async def test_without_a_backup_it_begins_anew_and_says_so(file: Path, settings: Settings) -> None:
    await fill(file, 1)
    damage(file)
    number, told = await found(settings)
    assert number is None
    assert "there was no good backup" in told.said
    assert len(aside(file.parent)) == 1


async def test_a_file_of_somebody_else_is_left_alone(file: Path, settings: Settings) -> None:
    overwrite(file)
    with pytest.raises(SettingsError, match="no SQLite database"):
        await opening.open_memory(settings, CLOCK)
    assert aside(file.parent) == []


async def test_one_that_only_looks_mends_nothing(file: Path, settings: Settings) -> None:
    await fill(file, 1)
    await save(settings, 1)
    damage(file)
    with pytest.raises(StoreDamaged):
        await look(file)
    assert aside(file.parent) == []


async def test_damage_that_was_met_at_run_time_is_looked_for_and_mended(
    file: Path, settings: Settings
) -> None:
    await fill(file, 1)
    await save(settings, 1)
    await opening.look_again(settings, CLOCK)
    assert aside(file.parent) == []
    damage(file)
    await opening.look_again(settings, CLOCK)
    assert len(aside(file.parent)) == 1
    assert (await found(settings))[0] == "1"
