"""The bot as a process of its own, as a user runs it: settings by environment, commands by stdin."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

ROOT = Path(__file__).parent.parent.parent


class Running(Protocol):
    """A process under way, as asyncio has them."""

    @property
    def pid(self) -> int: ...
    @property
    def stdin(self) -> asyncio.StreamWriter | None: ...
    @property
    def stdout(self) -> asyncio.StreamReader | None: ...
    @property
    def stderr(self) -> asyncio.StreamReader | None: ...
    @property
    def returncode(self) -> int | None: ...
    def send_signal(self, number: int, /) -> None: ...
    def kill(self) -> None: ...
    async def wait(self) -> int: ...


Launch = Callable[[Sequence[str], Path, Mapping[str, str]], Awaitable[Running]]


async def cold(arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Running:
    """A Python of its own, as a user starts it."""
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env=environment,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
    )


class Process:
    """`python -m bot` in an empty folder. What it prints is kept in `out` and `log`."""

    def __init__(self, folder: Path, *arguments: str, **settings: str) -> None:
        # how the process is started
        self.launch: Launch = cold
        self._folder = folder
        self._arguments = arguments
        kept = {
            name: value
            for name, value in os.environ.items()
            if name in ("PATH", "HOME", "LANG", "SSL_CERT_FILE")
        }
        self._environment = {
            **kept,
            "PYTHONPATH": str(ROOT),
            "NEWSBELL_PACKS": "none",
            "NEWSBELL_TERMINAL": "on",
            "NEWSBELL_POLL_MINUTES": "0.005",
            "NEWSBELL_ALLOW_PRIVATE_HOSTS": "127.0.0.1:*",
            # many bots at once would fight for the one port
            "NEWSBELL_HTTP": "off",
            # the articles of these tests link to no real page
            "NEWSBELL_FETCH_PAGES": "off",
            **settings,
        }
        self.out = ""
        self.log = ""

    async def __aenter__(self) -> Self:
        self._process = await self.launch(self._arguments, self._folder, self._environment)
        self._reading = [
            asyncio.create_task(self._read("out", self._process.stdout)),
            asyncio.create_task(self._read("log", self._process.stderr)),
        ]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await asyncio.gather(*self._reading)

    async def _read(self, name: str, stream: asyncio.StreamReader | None) -> None:
        assert stream
        while line := await stream.readline():
            setattr(self, name, getattr(self, name) + line.decode())

    async def type(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def end_input(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()

    async def shows(self, text: str, *, times: int = 1, seconds: float = 30) -> None:
        """Wait until the output holds a text so many times."""
        await self._until(lambda: self.out.count(text) >= times, f"{text!r} on stdout", seconds)

    async def logs(self, text: str, *, seconds: float = 30) -> None:
        await self._until(lambda: text in self.log, f"{text!r} in the log", seconds)

    async def _until(self, true: Callable[[], bool], what: str, seconds: float) -> None:
        for _ in range(int(seconds * 20)):
            if true():
                return
            if self._process.returncode is not None:
                break
            await asyncio.sleep(0.05)
        raise AssertionError(f"never saw {what}\n--- stdout\n{self.out}\n--- log\n{self.log}")

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; the exit status."""
        self._process.send_signal(number)
        return await asyncio.wait_for(self._process.wait(), 30)

    async def kill(self) -> None:
        self._process.kill()
        await self._process.wait()

    async def ended(self) -> int:
        return await asyncio.wait_for(self._process.wait(), 60)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.returncode is None
