"""Socket Mode: commands come in over a WebSocket that we open, so that no public address is needed."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.async_app import AsyncAck
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.chat.slack import errors
from bot.chat.slack.membership import stranger
from bot.chat.slack.web import quiet_logger
from bot.errors import ChatDown

Command = Mapping[str, Any]
# a command, and whether it comes from another workspace
Work = Callable[[Command, bool], Awaitable[None]]

# how many commands back a repeated one is recognised; Slack repeats within seconds
_REMEMBERED = 2_000

# seconds for Slack to answer our goodbye; aiohttp alone would wait for ten
_FAREWELL = 1.0

_ANY = re.compile(".*")


class Seen:
    """Which commands were taken already, over all connections: Slack may send one again over the next."""

    def __init__(self) -> None:
        self._keys: OrderedDict[str, None] = OrderedDict()

    def again(self, *keys: str) -> bool:
        """Whether any of the keys was here before; afterwards all of them were."""
        known = any(key in self._keys for key in keys if key)
        for key in keys:
            if key:
                self._keys[key] = None
        while len(self._keys) > _REMEMBERED:
            self._keys.popitem(last=False)
        return known


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler, which also knows an envelope that comes twice (bolt doesn't hand on its id)."""

    seen: Seen

    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        trigger = req.payload.get("trigger_id", "")
        if self.seen.again(req.envelope_id, trigger if isinstance(trigger, str) else ""):
            await client.send_socket_mode_response(SocketModeResponse(envelope_id=req.envelope_id))
            return
        await super().handle(client, req)  # type: ignore[arg-type]  # bolt narrows the client's class


class Socket:
    """One connection, from `open` to `close`: a fresh one is made for each `serve`."""

    def __init__(
        self, *, web: AsyncWebClient, app_token: str, work: Work, seen: Seen, patience: float, ping: float
    ) -> None:
        self._web = web
        self._app_token = app_token
        self._work = work
        self._seen = seen
        # seconds without a connection after which it counts as lost
        self._patience = patience
        self._ping = ping
        self._causes = _Causes()
        self._handler: _Handler | None = None

    async def open(self) -> None:
        """Connect; raises ChatDown, with the cause in words, when that can't be done now."""
        me, url = await self._ask()
        handler = _Handler(
            self._app(me), self._app_token, logger=self._causes.logger, ping_interval=self._ping
        )
        handler.seen = self._seen
        # bolt would ask for an address of its own, and for ever in a loop when that is refused
        handler.client.wss_uri = url
        self._handler = handler
        try:
            async with asyncio.timeout(self._patience):
                await handler.connect_async()  # type: ignore[no-untyped-call]  # bolt leaves it untyped
        except TimeoutError:
            raise ChatDown(f"Slack's socket can't be opened{self._causes.last()}") from None

    async def stay(self) -> None:
        """Return never; raises ChatDown when the connection is gone and bolt can't renew it."""
        assert self._handler is not None  # noqa: S101 - whoever stays has opened it
        missing = 0.0
        step = min(1.0, self._patience / 4)
        while missing < self._patience:
            await asyncio.sleep(step)
            missing = 0.0 if await self._handler.client.is_connected() else missing + step
        raise ChatDown(f"the connection to Slack is lost{self._causes.last()}")

    async def close(self) -> None:
        """Let go of the connection; safe at any moment, and soon over."""
        if self._handler is None:
            return
        try:
            async with asyncio.timeout(_FAREWELL):
                await self._handler.close_async()  # type: ignore[no-untyped-call]  # bolt leaves it untyped
        except TimeoutError:
            # Slack doesn't answer our goodbye; without a socket to wait for, the rest is let go at once
            self._handler.client.current_session = None
            await self._handler.close_async()  # type: ignore[no-untyped-call]  # bolt leaves it untyped

    async def _ask(self) -> tuple[AsyncSlackResponse, str]:
        """Who we are, and the address of a socket of our own."""
        try:
            me = await self._web.auth_test()
        except Exception as error:
            raise errors.greeting(error) from error
        try:
            return me, str((await self._web.apps_connections_open(app_token=self._app_token))["url"])
        except Exception as error:
            raise errors.opening(error) from error

    def _app(self, me: AsyncSlackResponse) -> AsyncApp:
        known = AuthorizeResult(
            enterprise_id=me.get("enterprise_id"),
            team_id=me.get("team_id"),
            bot_id=me.get("bot_id"),
            bot_user_id=me.get("user_id"),
            bot_token=self._web.token,
        )

        async def authorize() -> AuthorizeResult:
            # asked once at the start: a slow Slack must not delay the acknowledgement of a command
            return known

        known_as: dict[str, Any] = {"team_id": me.get("team_id"), "enterprise_id": me.get("enterprise_id")}
        app = AsyncApp(client=self._web, authorize=authorize, signing_secret="", logger=quiet_logger())

        # any name: a workspace may have renamed the command
        @app.command(_ANY)
        async def take(ack: AsyncAck, command: dict[str, Any]) -> None:
            await ack()
            await self._work(command, stranger(known_as, command))

        return app


class _Causes(logging.Filter):
    """Keeps the library's last complaint for our own error, and keeps it out of the log."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        # a logger of its own, not in the tree of loggers: it must vanish with the connection
        self.logger = logging.Logger("bot.chat.slack.socket", logging.ERROR)  # noqa: LOG001 - see above
        self.logger.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Note the complaint; nothing is written."""
        self._last = record.getMessage().splitlines()[0][:200]
        return False

    def last(self) -> str:
        """The complaint as the end of a sentence, "" when there was none."""
        return f": {self._last}" if self._last else ""
