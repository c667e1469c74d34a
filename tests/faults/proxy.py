"""A wire to a server on 127.0.0.1 that can be cut, and stay cut for a while."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from types import TracebackType
from typing import Self

_PIECE = 65_536
# before it is cut, the server hears for so many seconds and isn't heard: what it did meanwhile nobody knows
_MUTE = 0.1
# seconds for the last connections to end
_LAST = 2.0


class Proxy:
    """Passes on what both ends say. Connect to `port`."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._mute = False
        # how many faults keep it cut
        self._cut = 0
        self._open: set[StreamWriter] = set()
        self._serving: set[asyncio.Task[None]] = set()
        self.port = 0

    async def __aenter__(self) -> Self:
        self._listener = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()
        # whoever is just being joined is let go, too
        self._cut += 1
        self._abort()
        if self._serving:
            await asyncio.wait(self._serving, timeout=_LAST)

    async def gone(self, seconds: float) -> None:
        """Cut every connection, and let none be made for so long."""
        self._cut += 1
        try:
            self._mute = True
            await asyncio.sleep(_MUTE)
            self._abort()
            await asyncio.sleep(seconds)
        finally:
            self._cut -= 1
            self._mute = self._cut > 0

    def _abort(self) -> None:
        for one in list(self._open):
            one.transport.abort()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._serving.add(task)
        try:
            if not self._cut:
                await self._join(reader, writer)
        finally:
            self._serving.discard(task)
            await _ended(writer)

    async def _join(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            theirs, to = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            return
        both = {writer, to}
        self._open |= both
        try:
            # cut while it was being joined
            if self._cut:
                return
            async with asyncio.TaskGroup() as ways:
                ways.create_task(self._pass(reader, to, both))
                ways.create_task(self._pass(theirs, writer, both, heard=True))
        finally:
            self._open -= both
            await _ended(to)

    async def _pass(
        self, reader: StreamReader, writer: StreamWriter, both: set[StreamWriter], *, heard: bool = False
    ) -> None:
        """One way; where it ends, both end: a database's client says goodbye and no more."""
        with suppress(OSError):
            while piece := await reader.read(_PIECE):
                if not (heard and self._mute):
                    writer.write(piece)
                    await writer.drain()
        for one in both:
            one.close()


async def _ended(writer: StreamWriter) -> None:
    """Nothing of a connection may outlive the loop."""
    writer.transport.abort()
    with suppress(OSError):
        await writer.wait_closed()
