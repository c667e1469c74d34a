"""The small web server: /healthz, /readyz and /metrics, for machines in the same house."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import ip_address

import structlog
from aiohttp import web

from bot.core.health import Check, Survey
from bot.errors import StoreDown
from bot.lookout.meters import CONTENT_TYPE, Meters

log = structlog.get_logger()

# figures that need the database are counted anew after so many seconds
_FRESH = 5.0

# what an answer under way gets to finish when the bot ends, in seconds
_LEAVE = 0.5

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Server": "newsbell"}

Look = Callable[[], Awaitable[Sequence[Check]]]


class Lookout:
    """Answers at one address. A port that is taken stops nothing; `listen` may simply be called again.

    `named` says that a person chose the address, who then hears of it louder. `mark` tells two bots apart.
    """

    def __init__(
        self,
        *,
        host: str,
        port: int,
        named: bool,
        mark: str,
        meters: Meters,
        alive: Look,
        ready: Look,
        survey: Callable[[], Awaitable[Survey]],
    ) -> None:
        self._host, self._port = host, port
        self._named = named
        self._mark = mark
        self._meters = meters
        self._alive, self._ready = alive, ready
        self._count = survey
        self._counted: tuple[float, Survey | None] | None = None
        self._turn = asyncio.Lock()
        self._runner: web.AppRunner | None = None
        self._told = False

    async def listen(self) -> None:
        """Take the port, if it's free. Never raises for one that isn't."""
        if self._runner is not None:
            return
        runner = web.AppRunner(self._app(), access_log=None, handle_signals=False, shutdown_timeout=_LEAVE)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as error:
            await runner.cleanup()
            self._tell(error)
            return
        self._runner = runner
        log.info("lookout.listening", port=runner.addresses[0][1], host=self._host)

    async def close(self) -> None:
        """Let go of the port."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _tell(self, error: OSError) -> None:
        if self._told:
            return
        self._told = True
        # nobody asked for the default address; whoever runs two bots on one machine is not to be alarmed
        tell = log.error if self._named else log.info
        tell(
            "lookout.no_port",
            at=f"{self._host}:{self._port}",
            cause=error.strerror or str(error),
            say="Newsbell runs without /healthz, /readyz and /metrics, and tries again every 30 s. "
            "Set NEWSBELL_HTTP to another address, or to off.",
        )

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard], client_max_size=1024)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._metrics)
        return app

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Answer no page in a browser that has made a name of its own lead to us (DNS rebinding)."""
        try:
            answer = await handler(request) if self._meant(request.host) else _stranger()
        except web.HTTPException as error:
            answer = web.Response(status=error.status, text="Ask for /healthz, /readyz or /metrics.\n")
        answer.headers.update(_HEADERS)
        return answer

    def _meant(self, host: str) -> bool:
        """Addresses and names without a dot can't be rebound by a stranger; the configured name is ours."""
        name = host[: host.rfind("]") + 1].strip("[]") if host.startswith("[") else host.partition(":")[0]
        if "." not in name or name.casefold() == self._host.casefold():
            return True
        try:
            ip_address(name)
        except ValueError:
            return False
        return True

    async def _healthz(self, _: web.Request) -> web.Response:
        checks = await self._alive()
        return _told("alive", checks, bot=self._mark)

    async def _readyz(self, _: web.Request) -> web.Response:
        return _told("ready", await self._ready())

    async def _metrics(self, _: web.Request) -> web.Response:
        body = self._meters.show(await self._survey())
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})

    async def _survey(self) -> Survey | None:
        async with self._turn:
            now = asyncio.get_running_loop().time()
            if self._counted is None or now - self._counted[0] > _FRESH:
                try:
                    self._counted = now, await asyncio.wait_for(self._count(), _FRESH)
                except (StoreDown, TimeoutError):
                    # the other figures matter most just now
                    self._counted = now, None
            return self._counted[1]


def _told(word: str, checks: Sequence[Check], **more: str) -> web.Response:
    well = all(check.well for check in checks)
    said = {
        word: well,
        **more,
        "checks": [{"name": check.name, "well": check.well, "said": check.said} for check in checks],
    }
    text = json.dumps(said, indent=2, ensure_ascii=False) + "\n"
    return web.Response(status=200 if well else 503, text=text, content_type="application/json")


def _stranger() -> web.Response:
    return web.Response(
        status=421, text="This host name isn't served; ask by address, or set it as NEWSBELL_HTTP.\n"
    )
