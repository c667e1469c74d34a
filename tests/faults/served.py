"""A bot's memory on a PostgreSQL server, over a wire that can be cut."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from tests.faults.disk import Disk
from tests.faults.memory import NOT_MADE
from tests.faults.proxy import Proxy
from tests.store.server import PASSWORD, Server


class ServedMemory:
    """A database of its own on a server of many, in a folder of its own that can be full. See `Memory`."""

    def __init__(self, server: Server, name: str) -> None:
        self._server = server
        self._name = name
        self._disk = Disk(server.folder / name)
        self._wire = Proxy(server.port)
        self._stack = AsyncExitStack()

    @property
    def url(self) -> str:
        """See `Memory`."""
        return f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self._wire.port}/{self._name}"

    async def __aenter__(self) -> Self:
        self._stack.enter_context(self._disk)
        self._server.give(self._disk.path)
        place = self._disk.path / "tables"
        place.mkdir(mode=0o700)
        self._server.give(place)
        await self._order(
            f"CREATE TABLESPACE {self._name} LOCATION '{place}'",
            f"CREATE DATABASE {self._name} TABLESPACE {self._name}",
        )
        await self._stack.enter_async_context(self._wire)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._order(f"DROP DATABASE {self._name} WITH (FORCE)", f"DROP TABLESPACE {self._name}")
        finally:
            await self._stack.aclose()

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """See `Memory`."""
        async with self._door(self._name).connect() as link:
            return [tuple(row) for row in await link.execute(text(query))]

    async def locked(self, seconds: float) -> None:
        """As an administrator who vacuums the table in full."""
        async with self._door(self._name).begin() as link:
            await link.execute(text("LOCK TABLE alerts IN ACCESS EXCLUSIVE MODE"))
            await asyncio.sleep(seconds)

    async def gone(self, seconds: float) -> None:
        """The connections are cut, perhaps after a commit and before its answer, and none can be made."""
        await self._wire.gone(seconds)

    @property
    def filled(self) -> str:
        """See `Memory`."""
        if self._disk.mounted:
            return "by a small file system"
        return f"{NOT_MADE} on PostgreSQL, needs Linux and the rights of root to mount a small file system"

    async def full(self, process: int, seconds: float) -> None:
        """See `Memory`."""
        if self._disk.mounted:
            await self._disk.fill(seconds)

    def _door(self, database: str) -> AsyncEngine:
        address = f"postgresql+asyncpg://postgres:{PASSWORD}@127.0.0.1:{self._server.port}/{database}"
        return create_async_engine(address, poolclass=NullPool)

    async def _order(self, *orders: str) -> None:
        # neither of these may stand in a transaction
        door = self._door("postgres").execution_options(isolation_level="AUTOCOMMIT")
        async with door.connect() as link:
            for order in orders:
                await link.execute(text(order))
