"""A disk that can be filled: a small file system of its own where we may mount one."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

# room for a round's database and its log several times over, also for PostgreSQL's
_SIZE = "32m"


class Disk:
    """The folder `path`; whether it is a file system of its own says `mounted`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mounted = False

    def __enter__(self) -> Self:
        self.path.mkdir(mode=0o700)
        mount = shutil.which("mount")
        if mount and sys.platform == "linux" and os.geteuid() == 0:
            given = [mount, "-t", "tmpfs", "-o", f"size={_SIZE},mode=0700", "tmpfs", str(self.path)]
            self.mounted = subprocess.run(given, check=False, capture_output=True).returncode == 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.mounted:
            umount = shutil.which("umount") or "umount"
            subprocess.run([umount, "--lazy", str(self.path)], check=False, capture_output=True)

    async def fill(self, seconds: float) -> None:
        """Leave no room for so long."""
        ballast = self.path / "ballast"
        try:
            with suppress(OSError), ballast.open("ab", buffering=0) as file:
                while True:
                    file.write(bytes(4_096))
            await asyncio.sleep(seconds)
        finally:
            ballast.unlink(missing_ok=True)
