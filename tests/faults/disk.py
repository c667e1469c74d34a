"""What can go wrong with the bot's own folder: a lock that another program holds, and a disk without room."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

# room for a round's database and its log several times over
_SIZE = "16m"
# a file may not grow beyond this while the disk counts as full, in bytes
_FULL = 4_096


class Disk:
    """The folder `data` of a bot: a small file system of its own where we may mount one."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.mounted = False

    def __enter__(self) -> Self:
        self.data.mkdir(mode=0o700)
        mount = shutil.which("mount")
        if mount and sys.platform == "linux" and os.geteuid() == 0:
            given = [mount, "-t", "tmpfs", "-o", f"size={_SIZE},mode=0700", "tmpfs", str(self.data)]
            self.mounted = subprocess.run(given, check=False, capture_output=True).returncode == 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.mounted:
            umount = shutil.which("umount") or "umount"
            subprocess.run([umount, "--lazy", str(self.data)], check=False, capture_output=True)

    @property
    def database(self) -> Path:
        """Where the bot keeps its database."""
        return self.data / "newsbell.db"

    async def full(self, process: int, seconds: float) -> str:
        """Let nothing more fit for a while; how it was done, "" where it can't be."""
        if self.mounted:
            await self._ballast(seconds)
            return "small file system"
        if not hasattr(resource, "prlimit"):
            return ""
        with suppress(ProcessLookupError):
            _, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
            resource.prlimit(process, resource.RLIMIT_FSIZE, (_FULL, hard))
            await asyncio.sleep(seconds)
            resource.prlimit(process, resource.RLIMIT_FSIZE, (hard, hard))
        return "limit on the size of files"

    async def _ballast(self, seconds: float) -> None:
        ballast = self.data / "ballast"
        try:
            with suppress(OSError), ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(4_096))
            await asyncio.sleep(seconds)
        finally:
            ballast.unlink(missing_ok=True)

    async def locked(self, seconds: float) -> None:
        """Hold the database's lock for a while, as a backup program might."""
        link = sqlite3.connect(self.database, timeout=2.0, isolation_level=None, check_same_thread=False)
        try:
            with suppress(sqlite3.OperationalError):
                await asyncio.to_thread(link.execute, "BEGIN IMMEDIATE")
                await asyncio.sleep(seconds)
                link.execute("ROLLBACK")
        finally:
            link.close()
