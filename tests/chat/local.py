"""What the small platforms share: they listen on 127.0.0.1, keep their address, and go wrong as planned."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.chat.faults import Fault


class LocalServer:
    """`calls` counts the requests by name. Whoever derives from it says in `routes` what it serves."""

    def __init__(self) -> None:
        self.calls: dict[str, int] = defaultdict(int)
        self.sockets: list[web.WebSocketResponse] = []
        self.url = ""
        self.accepts_sockets = True
        self._faults: dict[str, deque[Fault | None]] = defaultdict(deque)
        # the planned faults that a call has met
        self.met: list[Fault] = []
        self._changed = asyncio.Event()
        self._port = 0
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def routes(self, app: web.Application) -> str:
        """Add what is served; the path of the API."""
        raise NotImplementedError

    async def start(self) -> None:
        """Listen; after a stop, at the same address as before, with everything that was there."""
        app = web.Application()
        path = self.routes(app)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}{path}"

    async def stop(self) -> None:
        """Cut every connection and refuse new ones."""
        await self.drop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def drop(self) -> None:
        """Cut every socket."""
        for socket in list(self.sockets):
            await socket.close(code=4000)

    def fail(self, call: str, *planned: Fault | None) -> None:
        """Let the next calls of a name go wrong, one after the other; None lets one pass."""
        self._faults[call].extend(planned)

    def calm(self) -> None:
        """Forget the faults that were planned and met nothing."""
        self._faults.clear()

    async def change(self) -> None:
        """Wait until something arrives: a request, an acknowledgement, a socket."""
        self._changed.clear()
        await self._changed.wait()

    def _fault(self, call: str) -> Fault | None:
        """Count a call; what is planned for it."""
        self.calls[call] += 1
        fault = self._faults[call].popleft() if self._faults[call] else None
        if fault is not None:
            self.met.append(fault)
        return fault
