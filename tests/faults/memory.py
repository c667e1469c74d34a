"""Where a bot keeps its memory, and what can go wrong there: a lock, a full disk, a database that is gone."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from tests.faults.disk import Disk

# begins the word on a fault that can't be made on this machine
NOT_MADE = "not made here"

# a file may not grow beyond this while the disk counts as full, in bytes
_FULL = 4_096


class Memory(Protocol):
    """A database. What goes wrong with it is over after so many seconds, or when it's cancelled."""

    @property
    def url(self) -> str:
        """As the bot's setting names it."""
        ...

    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query finds, whatever goes wrong for the bot."""
        ...

    async def locked(self, seconds: float) -> None:
        """Hold a lock that the bot needs, as another program might."""
        ...

    async def gone(self, seconds: float) -> None:
        """Let it be out of reach."""
        ...

    @property
    def filled(self) -> str:
        """How `full` does it; where it can't, what it needs, after `NOT_MADE`."""
        ...

    async def full(self, process: int, seconds: float) -> None:
        """Let nothing more fit for a bot's process, where that can be done."""
        ...


class FileMemory:
    """SQLite's file, in a folder that can vanish, on a disk that can be full."""

    def __init__(self, folder: Path) -> None:
        self._disk = Disk(folder / "disk")
        self._data = self._disk.path / "data"
        self._file = self._data / "newsbell.db"
        self._turn = asyncio.Lock()

    @property
    def url(self) -> str:
        """See `Memory`."""
        return f"sqlite:///{self._file}"

    async def __aenter__(self) -> Self:
        self._disk.__enter__()
        self._data.mkdir(mode=0o700)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._disk.__exit__(kind, error, trace)

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """See `Memory`."""
        link = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True, timeout=5.0)
        try:
            return link.execute(query).fetchall()
        finally:
            link.close()

    async def locked(self, seconds: float) -> None:
        """As a backup program might."""
        if not self._file.is_file():
            return
        link = sqlite3.connect(self._file, timeout=2.0, isolation_level=None, check_same_thread=False)
        try:
            with suppress(sqlite3.OperationalError):
                await asyncio.to_thread(link.execute, "BEGIN IMMEDIATE")
                await asyncio.sleep(seconds)
                link.execute("ROLLBACK")
        finally:
            link.close()

    async def gone(self, seconds: float) -> None:
        """The folder is moved away, and nothing can be opened or made in its place."""
        away = self._disk.path / "away"
        async with self._turn:
            self._data.rename(away)
            try:
                self._data.touch()
                await asyncio.sleep(seconds)
            finally:
                self._data.unlink(missing_ok=True)
                away.rename(self._data)

    @property
    def filled(self) -> str:
        """See `Memory`."""
        if self._disk.mounted:
            return "by a small file system"
        if not hasattr(resource, "prlimit"):
            return f"{NOT_MADE} on SQLite, needs Linux"
        return "by a limit on the size of files, as a small file system needs Linux and the rights of root"

    async def full(self, process: int, seconds: float) -> None:
        """See `Memory`."""
        if self._disk.mounted:
            await self._disk.fill(seconds)
        elif hasattr(resource, "prlimit"):
            with suppress(ProcessLookupError):
                await _limited(process, seconds)


async def _limited(process: int, seconds: float) -> None:
    _, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (_FULL, hard))
    try:
        await asyncio.sleep(seconds)
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (hard, hard))
