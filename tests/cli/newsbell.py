"""`newsbell …` as a script runs it: a process of its own, an empty folder, hardly any environment."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

# a hung process must not hang the suite; a loaded machine must not fail it
PATIENCE = 120


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it said."""

    status: int | None
    out: str
    err: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Standard output, every line of which has to be a JSON object."""
        return [json.loads(line) for line in self.out.splitlines()]


async def _start(
    folder: Path, verb: tuple[str, ...], settings: Mapping[str, str]
) -> asyncio.subprocess.Process:
    # Windows can't start Python without its own folder
    needed = {name: value for name, value in os.environ.items() if name == "SYSTEMROOT"}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *verb,
        cwd=folder,
        env={**needed, **settings},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def run(folder: Path, *verb: str, given: str | bytes = b"", **settings: str) -> Ended:
    """Run it to its end."""
    process = await _start(folder, verb, settings)
    typed = given.encode() if isinstance(given, str) else given
    try:
        out, err = await asyncio.wait_for(process.communicate(typed), PATIENCE)
    finally:
        if process.returncode is None:
            process.kill()
    return Ended(process.returncode, out.decode(), err.decode())


async def ask(folder: Path, verb: str, *lines: object) -> list[dict[str, Any]]:
    """Hand over lines at once: records, or text as it stands. Fails when the command does."""
    given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    ended = await run(folder, verb, given=given)
    assert (ended.status, ended.err) == (0, "")
    return ended.answers


class Conversation:
    """A command that is asked line by line."""

    def __init__(self, folder: Path, verb: str) -> None:
        self._folder, self._verb = folder, verb

    async def __aenter__(self) -> Self:
        self._process = await _start(self._folder, (self._verb,), {})
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def hear(self) -> Any:
        assert self._process.stdout
        return json.loads(await asyncio.wait_for(self._process.stdout.readline(), PATIENCE))

    async def end(self) -> Ended:
        """Close its input and wait; what it says after its last answer."""
        out, err = await asyncio.wait_for(self._process.communicate(b""), PATIENCE)
        return Ended(self._process.returncode, out.decode(), err.decode())
