"""Stores to test: each test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.ports import Store
from bot.store import address, open_store
from bot.store.tables import metadata
from tests.store.server import CannotStart, Server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server for the whole run."""
    server = Server()
    try:
        server.start()
    except CannotStart as error:
        pytest.skip(f"PostgreSQL can't start: {error}")
    yield server
    server.stop()


async def empty(url: str) -> None:
    """Empty every table and count ids from 1 again."""
    door = create_async_engine(address.parse(url).url)
    async with door.begin() as link:
        if await link.scalar(text("SELECT to_regclass('alembic_version')")) is not None:
            tables = ", ".join(metadata.tables)
            await link.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    await door.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/newsbell.db"
    address: str = request.getfixturevalue("postgresql").url
    await empty(address)
    return address


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """An open, empty store."""
    opened = await open_store(url)
    yield opened
    await opened.close()
