"""The connection to the database: transactions that are tried again, and errors in our own words."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection, Row, Select, UpdateBase, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import SettingsError, StoreDamaged, StoreDown
from bot.store import faults, queries
from bot.store.address import Address
from bot.store.locks import ONE_WRITER, SPACE, FileLock, Lock, NoLock, SessionLock

log = structlog.get_logger()

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]

# seconds between tries; SQLite itself waits 1 s for a lock at each
_PAUSES = (0.1, 0.4, 1.0)

_WRITES = "newsbell_writes"


class Database:
    """Runs functions in transactions. A function may run more than once, but is committed once at most."""

    def __init__(self, address: Address) -> None:
        self._engine = _engine(address)
        self._writing = self._engine.execution_options(**{_WRITES: True})
        self._postgresql = address.postgresql
        self._lock: Lock = _lock(address, self._engine)
        # SQLite has one writer; in memory there's one connection, so that readers take turns as well
        self._one_writer = None if address.postgresql else asyncio.Lock()
        self._one_reader = self._one_writer if address.file is None else None
        # transactions that go on although nobody waits for them any more
        self._under_way: set[asyncio.Task[Any]] = set()
        # why the last transaction failed; None since one was committed
        self.trouble: StoreDown | None = None
        # whether any transaction ever went through: what can't be read then was no wrong setting
        self._worked = False

    async def read(self, work: Work[T]) -> T:
        """Run a function that changes nothing. Raises StoreDown."""
        return await self._try(lambda: self._once(self._engine, work, turn=self._one_reader, alone=False))

    async def write(self, work: Work[T], *, alone: bool = False) -> T:
        """Run a function and commit what it did, or nothing of it. Raises StoreDown.

        `alone`: no other such function runs at the same time, in this process or another one.
        """
        done = await self._try(lambda: self._once(self._writing, work, turn=self._one_writer, alone=alone))
        self.trouble = None
        return done

    async def fetch(self, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        """The rows of one query. Raises StoreDown."""
        return await self.read(lambda link: _fetch(link, query))

    async def run(self, statement: UpdateBase) -> int:
        """Run one statement; how many rows it met. Raises StoreDown."""
        return await self.write(lambda link: _run(link, statement))

    async def claim(self) -> None:
        """Refuse every other claim until released. Raises SettingsError when there's one already."""
        await self._try(self._lock.take)

    async def release(self) -> None:
        """Give the claim back."""
        await self._lock.release()

    async def close(self) -> None:
        """Let go of every connection and of the claim."""
        if self._under_way:
            await asyncio.wait(self._under_way)
        await self._lock.release()
        await self._engine.dispose()

    async def _once(self, engine: AsyncEngine, work: Work[T], *, turn: asyncio.Lock | None, alone: bool) -> T:
        if self._postgresql:
            return await self._transact(engine, work, alone=alone)
        if turn is not None:
            await turn.acquire()
        # aiosqlite's thread goes on when its caller is cancelled: a BEGIN whose answer nobody takes would
        # hold the writer's place for good, so what has begun is carried to its end
        task = asyncio.create_task(self._transact(engine, work, alone=alone))
        self._under_way.add(task)
        task.add_done_callback(partial(self._done, turn))
        return await asyncio.shield(task)

    def _done(self, turn: asyncio.Lock | None, task: asyncio.Task[Any]) -> None:
        self._under_way.discard(task)
        if turn is not None:
            turn.release()
        if not task.cancelled():
            # taken note of here, for a caller that was cancelled no longer does
            task.exception()

    async def _transact(self, engine: AsyncEngine, work: Work[T], *, alone: bool) -> T:
        await self._keep()
        async with engine.connect() as link:
            async with link.begin() as transaction:
                if alone and self._postgresql:
                    await link.execute(queries.serialise(SPACE, ONE_WRITER))
                done = await work(link)
                await _commit(transaction.commit)
            self._worked = True
            return done

    async def _keep(self) -> None:
        try:
            await self._lock.keep()
        except SettingsError as error:
            raise StoreDown(str(error)) from None

    async def _try(self, once: Callable[[], Awaitable[T]]) -> T:
        try:
            return await self._tries(once)
        except StoreDown as error:
            self.trouble = error
            raise

    async def _tries(self, once: Callable[[], Awaitable[T]]) -> T:
        for pause in (*_PAUSES, None):
            try:
                return await once()
            except Exception as error:
                fault = faults.read(error)
                if fault is None:
                    raise
                if fault.damaged and (self._worked or not fault.settings):
                    raise StoreDamaged(f"{_sentence(fault)}.") from error
                if fault.settings and not self._worked:
                    raise SettingsError((f"{_sentence(fault)}: correct NEWSBELL_DATABASE_URL.",)) from None
                if pause is None or not fault.passing:
                    log.debug("database.failed", cause=fault.sentence)
                    raise StoreDown(f"{_sentence(fault)}.") from error
            await asyncio.sleep(pause)
        raise AssertionError("the last try raises or returns")


async def _fetch(link: AsyncConnection, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
    return (await link.execute(query)).all()


async def _run(link: AsyncConnection, statement: UpdateBase) -> int:
    return (await link.execute(statement)).rowcount


async def _commit(commit: Callable[[], Awaitable[None]]) -> None:
    """Commit; when that fails nobody knows whether it was done, and trying again might do it twice."""
    try:
        await commit()
    except Exception as error:
        fault = faults.read(error)
        if fault is None:
            raise
        kind = StoreDamaged if fault.damaged else StoreDown
        raise kind(f"{_sentence(fault)}, perhaps after it was written.") from error


def _sentence(fault: faults.Fault) -> str:
    return fault.sentence[0].upper() + fault.sentence[1:]


def _lock(address: Address, engine: AsyncEngine) -> Lock:
    if address.postgresql:
        return SessionLock(engine, str(address))
    return NoLock() if address.file is None else FileLock(address.file)


def _engine(address: Address) -> AsyncEngine:
    options: dict[str, Any] = {"hide_parameters": True, "connect_args": address.arguments}
    if address.postgresql:
        options |= {"pool_size": 5, "max_overflow": 5, "pool_timeout": 10}
    engine = create_async_engine(address.url, **options)
    if not address.postgresql:
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # the driver must not begin transactions of its own: see _begin
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(link: Connection) -> None:
    # who reads first and writes later takes the one writer's place at once, or meets a lock in the middle
    writes = link.get_execution_options().get(_WRITES, False)
    link.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
