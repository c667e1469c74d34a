"""One bot on one database: a second one is refused, and a crash leaves no lock behind."""

from __future__ import annotations

import asyncio
import fcntl
import os
from pathlib import Path
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import SettingsError
from bot.store import queries

# "NEWS" in ASCII, so that other programs on the same server hardly meet it
SPACE = 0x4E455753
_ONE_BOT = 1
# the other number in that space: transactions that must not overlap, in whatever process
ONE_WRITER = 2

# how often a claim is asked for, and the seconds in between
_ASKS = 4
_REST = 0.2

_TAKEN = "Another Newsbell is running on this database ({where}). Stop it first, or set another database."


class Lock(Protocol):
    """A database of one's own."""

    async def take(self) -> None:
        """Take it. Raises SettingsError when another process has it."""
        ...

    async def keep(self) -> None:
        """Take it again where it was lost with a connection. Raises SettingsError as `take` does."""
        ...

    async def release(self) -> None:
        """Let it go; does nothing without it."""
        ...


class NoLock:
    """For a database in memory, which nobody else can open."""

    async def take(self) -> None:
        """Nothing to take."""

    async def keep(self) -> None:
        """Nothing to keep."""

    async def release(self) -> None:
        """Nothing to release."""


class FileLock:
    """A lock on a file beside a SQLite database; the system drops it with the process."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._held: int | None = None
        # which file it is, once it is there
        self._file: tuple[int, int] | None = None

    async def take(self) -> None:
        """Lock the file."""
        path = self._database.with_name(self._database.name + ".lock")
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise SettingsError((f"{path} can't be written: {error.strerror}.",)) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise SettingsError((_TAKEN.format(where=self._database),)) from None
        except OSError as error:
            os.close(handle)
            raise SettingsError(
                (f"{path} can't be locked ({error.strerror}): keep the database on a local disk.",)
            ) from None
        self._held = handle

    async def keep(self) -> None:
        """The system keeps the lock; whether the database is still the one that it stands for, we look."""
        if self._held is None:
            return
        found = self._found()
        self._file = self._file or found
        if found == self._file:
            return
        if found is None:
            # SQLite would go on writing to a file that nobody can find, or make an empty one
            raise SettingsError((f"The database file {self._database} is gone: put it back.",))
        raise SettingsError(
            (f"The database file {self._database} was replaced by another: start Newsbell again.",)
        )

    def _found(self) -> tuple[int, int] | None:
        try:
            found = self._database.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    async def release(self) -> None:
        """Unlock the file. It stays: who deletes a lock file may delete the next one's lock."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


class SessionLock:
    """An advisory lock on a PostgreSQL database; the server drops it with the connection."""

    def __init__(self, engine: AsyncEngine, where: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._where = where
        self._held: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def take(self) -> None:
        """Lock the database over a connection that does nothing else."""
        link = await self._engine.connect()
        for _ in range(_ASKS):
            if await link.scalar(queries.claim(SPACE, _ONE_BOT)):
                self._held = link
                return
            # the server may need a moment to notice that the last bot has died
            await asyncio.sleep(_REST)
        await link.close()
        raise SettingsError((_TAKEN.format(where=self._where),))

    async def keep(self) -> None:
        """A server that was restarted has forgotten us."""
        # one at a time: two that both miss it would refuse each other
        async with self._turn:
            lost = self._held
            if lost is not None and await _broken(lost):
                await self.take()
                await _drop(lost)

    async def release(self) -> None:
        """End the connection, and with it the lock."""
        if self._held is not None:
            held, self._held = self._held, None
            await _drop(held)


async def _broken(link: AsyncConnection) -> bool:
    driver = (await link.get_raw_connection()).driver_connection
    return driver is None or bool(driver.is_closed())


async def _drop(link: AsyncConnection) -> None:
    # given back to the pool, the connection would keep the lock
    await link.invalidate()
    await link.close()
