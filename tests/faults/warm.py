"""Starts bots that have loaded their libraries already: hundreds of starts cost a fork each, not two seconds.

What runs in the fork is `newsbell` from its first line on, in a process of its own,
which can be killed like any.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
import traceback
from asyncio import StreamReader, StreamReaderProtocol, StreamWriter
from asyncio.streams import FlowControlMixin
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from select import select
from types import TracebackType
from typing import Self

from tests.whole.process import ROOT

_LARGEST = 65_536


class Forked:
    """A bot's process, as far as `Process` needs one."""

    def __init__(self, pid: int, stdin: StreamWriter, stdout: StreamReader, stderr: StreamReader) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.returncode: int | None = None
        self._ended = asyncio.Event()

    def end(self, status: int) -> None:
        """It has ended, with this status."""
        self.returncode = os.waitstatus_to_exitcode(status)
        self._ended.set()

    async def wait(self) -> int:
        """Wait for the end; the exit status."""
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        with suppress(ProcessLookupError):
            if self.returncode is None:
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


class Warm:
    """The process that forks, and what it tells of its children. Give `launch` to a `Process`."""

    def __init__(self) -> None:
        self._children: dict[int, Forked] = {}
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self._link, theirs = socket.socketpair()
        self._link.setblocking(False)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.faults.warm",
            str(theirs.fileno()),
            cwd=ROOT,
            pass_fds=(theirs.fileno(),),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
        )
        theirs.close()
        self._told: asyncio.Queue[int] = asyncio.Queue()
        self._reader, self._writer = await asyncio.open_connection(sock=self._link)
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()
        await self._process.wait()
        await self._listening

    async def launch(self, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Forked:
        """Start a bot."""
        stdin, stdout, stderr = os.pipe(), os.pipe(), os.pipe()
        theirs = [stdin[0], stdout[1], stderr[1]]
        given = {"arguments": list(arguments), "folder": str(folder), "environment": dict(environment)}
        async with self._turn:
            # the transport takes no descriptors; a request is small, and waits for its answer
            link = socket.socket(fileno=os.dup(self._writer.get_extra_info("socket").fileno()))
            with link:
                socket.send_fds(link, [json.dumps(given).encode()], theirs)
            for one in theirs:
                os.close(one)
            pid = await self._told.get()
            made = Forked(pid, await _writer(stdin[1]), await _reader(stdout[0]), await _reader(stderr[0]))
            self._children[pid] = made
            self._writer.write(b"!")
        return made

    async def _listen(self) -> None:
        while line := await self._reader.readline():
            word, pid, *status = line.decode().split()
            if word == "began":
                self._told.put_nowait(int(pid))
            else:
                self._children.pop(int(pid)).end(int(status[0]))


async def _writer(pipe: int) -> StreamWriter:
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.connect_write_pipe(FlowControlMixin, os.fdopen(pipe, "wb", 0))
    return StreamWriter(transport, protocol, None, loop)


async def _reader(pipe: int) -> StreamReader:
    loop = asyncio.get_running_loop()
    reader = StreamReader()
    await loop.connect_read_pipe(lambda: StreamReaderProtocol(reader), os.fdopen(pipe, "rb", 0))
    return reader


def _serve(link: socket.socket) -> None:
    """Fork a bot for each request, and tell when one has ended, until nobody asks any more."""
    woken, wakes = socket.socketpair()
    for one in (woken, wakes):
        one.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wakes.fileno())
    alive: set[int] = set()
    while True:
        ready = select([link, woken], [], [])[0]
        if link in ready:
            request, given, _, _ = socket.recv_fds(link, _LARGEST, 3)
            if not request:
                break
            pid = os.fork()
            if pid == 0:
                _become(json.loads(request), given, link)
            for descriptor in given:
                os.close(descriptor)
            alive.add(pid)
            link.sendall(f"began {pid}\n".encode())
            # its end is told no sooner than it is known over there
            link.recv(1)
        with suppress(BlockingIOError):
            woken.recv(_LARGEST)
        _bury(alive, link)
    for pid in alive:
        os.kill(pid, signal.SIGKILL)


def _bury(alive: set[int], link: socket.socket) -> None:
    while alive:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        alive.discard(pid)
        link.sendall(f"ended {pid} {status}\n".encode())


def _become(asked: Mapping[str, object], descriptors: Sequence[int], link: socket.socket) -> None:
    """Be the bot, in the forked process."""
    link.close()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for target, given in enumerate(descriptors):
        os.dup2(given, target)
        os.close(given)
    os.chdir(str(asked["folder"]))
    os.environ.clear()
    environment, arguments = asked["environment"], asked["arguments"]
    assert isinstance(environment, dict)
    assert isinstance(arguments, list)
    os.environ.update(environment)
    sys.argv = ["newsbell", *arguments]
    # opened anew, as Python opens them: those before led elsewhere
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - they stay open
    sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115 - see above
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1)  # noqa: SIM115 - see above
    from bot.__main__ import main

    status = 1
    try:
        status = main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # nothing of the process that forked is to be tidied up here
        os._exit(status)


def _load() -> None:
    """Load what a bot loads."""

    import bot.__main__
    import bot.app
    import bot.chat.discord
    import bot.chat.slack
    import bot.cli.doctor
    import bot.cli.run
    import bot.summarise  # noqa: F401 - loaded for the forks


if __name__ == "__main__":
    _load()
    _serve(socket.socket(fileno=int(sys.argv[1])))
