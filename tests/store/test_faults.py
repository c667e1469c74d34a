"""A database that fails: tried again for a moment, then one error in plain words, then back again."""

from __future__ import annotations

import asyncio
import sqlite3
import traceback
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreDown
from bot.store import address, open_store
from bot.store.database import Database
from bot.store.sql import SqlStore
from tests.fakes.clock import FakeClock
from tests.store.conftest import empty
from tests.store.samples import BECAUSE, DEALS, NOW, arrival, feed
from tests.store.server import PASSWORD, Server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "newsbell.db"


def impatient(file: Path) -> SqlStore:
    """A store beside others that waits 10 ms for a lock at each try."""
    where = address.parse(f"sqlite:///{file}")
    return SqlStore(Database(replace(where, arguments={"timeout": 0.01})), FakeClock())


def damage(file: Path) -> None:
    """Overwrite all but the first page, so that the file still opens as a database."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


class TestSqlite:
    async def test_a_lock_that_passes_is_waited_for(self, file: Path) -> None:
        store = await open_store(f"sqlite:///{file}")
        other = sqlite3.connect(file)
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(store.put("a", "b"))
        await asyncio.sleep(0.05)
        assert not writing.done()
        other.rollback()
        await writing
        assert await store.get("a") == "b"
        other.close()
        await store.close()

    async def test_a_lock_that_stays_is_a_store_that_is_down_and_can_still_be_read(self, file: Path) -> None:
        await (await open_store(f"sqlite:///{file}")).close()
        store = impatient(file)
        other = sqlite3.connect(file)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreDown, match="locked by another program"):
            await store.put("a", "b")
        assert await store.get("a") is None
        other.rollback()
        other.close()
        await store.put("a", "b")
        await store.close()

    async def test_a_full_disk_is_named_and_leaves_nothing_half_written(self, file: Path) -> None:
        store = await open_store(f"sqlite:///{file}")
        database = Database(address.parse(f"sqlite:///{file}"))

        async def too_much(link: AsyncConnection) -> None:
            await link.execute(text("INSERT INTO notes VALUES ('first', 'kept?')"))
            await link.execute(text("PRAGMA max_page_count=1"))
            await link.execute(text("INSERT INTO notes VALUES ('a', :value)"), {"value": "x" * 500_000})

        with pytest.raises(StoreDown, match="disk that holds the database is full"):
            await database.write(too_much)
        assert await store.get("first") is None
        await database.close()
        await store.close()

    async def test_a_damaged_file_is_named(self, file: Path) -> None:
        store = await open_store(f"sqlite:///{file}")
        for number in range(200):
            await store.put(f"key {number}", "x" * 100)
        await store.close()
        damage(file)
        store = impatient(file)
        with pytest.raises(StoreDown, match="damaged"):
            await store.get("key 7")
        await store.close()

    async def test_a_mistake_of_ours_is_not_called_the_database_s(self, file: Path) -> None:
        database = Database(address.parse(f"sqlite:///{file}"))
        with pytest.raises(OperationalError, match="no such table"):
            await database.write(lambda link: link.execute(text("DELETE FROM nowhere")))
        await database.close()


class TestPostgresql:
    async def test_a_server_that_restarts_is_down_and_then_back_with_the_claim(
        self, postgresql: Server
    ) -> None:
        await empty(postgresql.url)
        store = await open_store(postgresql.url)
        source = await feed(store)
        postgresql.halt()
        try:
            with pytest.raises(StoreDown, match="can't be reached") as down:
                await store.record(arrival(source.id, alerts={DEALS: BECAUSE}), NOW)
        finally:
            postgresql.launch()
        told = "".join(traceback.format_exception(down.value))
        assert PASSWORD not in told
        await asyncio.gather(*(store.sources() for _ in range(8)))
        assert len((await store.record(arrival(source.id, alerts={DEALS: BECAUSE}), NOW)).promised) == 1
        with pytest.raises(Exception, match="Another Newsbell"):
            await open_store(postgresql.url)
        await store.close()

    async def test_a_bot_that_lost_its_claim_to_another_stops_writing(self, postgresql: Server) -> None:
        await empty(postgresql.url)
        first = await open_store(postgresql.url)
        postgresql.halt()
        postgresql.launch()
        second = await open_store(postgresql.url)
        with pytest.raises(StoreDown, match="Another Newsbell"):
            await first.put("a", "b")
        await second.close()
        await first.put("a", "b")
        await first.close()
