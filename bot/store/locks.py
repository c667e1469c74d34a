"""One bot on one database: a second one is refused, and a crash leaves no lock behind."""

from __future__ import annotations

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
        """The system keeps it."""

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

    async def take(self) -> None:
        """Lock the database over a connection that does nothing else."""
        link = await self._engine.connect()
        if not await link.scalar(queries.claim(SPACE, _ONE_BOT)):
            await link.close()
            raise SettingsError((_TAKEN.format(where=self._where),))
        self._held = link

    async def keep(self) -> None:
        """A server that was restarted has forgotten us."""
        if self._held is None or not await _broken(self._held):
            return
        await self.release()
        await self.take()

    async def release(self) -> None:
        """End the connection, and with it the lock."""
        if self._held is not None:
            held, self._held = self._held, None
            await held.invalidate()
            await held.close()


async def _broken(link: AsyncConnection) -> bool:
    driver = (await link.get_raw_connection()).driver_connection
    return driver is None or bool(driver.is_closed())
