"""A small Discord on 127.0.0.1: the REST routes that we call, and a gateway.

    async with DiscordServer() as discord:
        chat = DiscordChat(token=TOKEN, api_url=discord.url, ...)
        ...
        answer = await discord.type("watch", {"query": "valuation >= 10B"}, channel="123")
        assert discord.messages("123") == []

Channels 123 (#deals) and 124 (#news) exist and the bot may post there. It refuses what Discord refuses as far
as ours can meet it: unknown channels and commands, broken limits, a wrong token; and it keeps nonces.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from typing import Any

import discord
from aiohttp import WSMsgType, web

from tests.chat.discord import faults, guild, interactions
from tests.chat.discord.faults import answer
from tests.chat.discord.guild import APPLICATION, BOT, GUILD, Place
from tests.chat.discord.rules import objections
from tests.chat.local import LocalServer

TOKEN = "MTAw.test.token"
_EPOCH = 1_420_070_400_000


class DiscordServer(LocalServer):
    """See the module. `calls` counts the requests by method and the last words of their route."""

    def __init__(self) -> None:
        super().__init__()
        self.channels = {"123": Place("123", "deals"), "124": Place("124", "news")}
        self.servers = [{"id": GUILD, "name": "Test"}]
        self.commands: list[dict[str, Any]] = []
        # what the person who types may do in a channel that they name, where it isn't everything
        self.permissions: dict[str, str] = {}
        # what each interaction was answered with: the acknowledgement, then the message in its place
        self.acks: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.resumed = 0
        # a session that is to go on is not known any more
        self.forgets_sessions = False
        # seconds for which a nonce is kept; Discord says "a few minutes"
        self.nonce_lasts = 300.0
        self._silent: set[web.WebSocketResponse] = set()
        self._nonces: dict[tuple[str, str], tuple[float, dict[str, Any]]] = {}
        self._numbers = itertools.count(1)
        self._sequence = itertools.count(1)

    def routes(self, app: web.Application) -> str:
        """The gateway, and the REST routes."""
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.+}", self._rest)
        return "/api/v10"

    def calm(self) -> None:
        """Forget the faults that were planned and met nothing."""
        super().calm()
        self.forgets_sessions = False

    def messages(self, channel: str) -> list[dict[str, Any]]:
        """What stands in a channel, oldest first."""
        return self.channels[channel].messages

    async def type(
        self,
        verb: str,
        options: dict[str, Any] | None = None,
        *,
        channel: str = "123",
        manage_channels: bool = True,
        timeout: float = 10.0,  # noqa: ASYNC109 - reads best in a test
    ) -> dict[str, Any]:
        """Type a command and wait for its answer: {"content": …, "embeds": […]}."""
        await self.ready()
        data = self._command(verb, options or {})
        number = await self.send(data, 2, channel=channel, manage_channels=manage_channels)
        return await self.answer(number, timeout)

    async def twice(self, verb: str, options: dict[str, Any], *, channel: str) -> None:
        """Send the same interaction two times, as a gateway may that lost its place."""
        await self.ready()
        number, data = self._snowflake(), self._command(verb, options)
        for _ in range(2):
            await self.send(data, 2, channel=channel, number=number)

    async def press(self, message: dict[str, Any], *, channel: str = "123") -> dict[str, Any]:
        """Press the button below a message and wait for the answer."""
        await self.ready()
        data = interactions.press(message)
        return await self.answer(await self.send(data, 3, channel=channel, message=message), 10.0)

    async def complete(
        self, verb: str, option: str, typed: Any = "", *, channel: str = "123"
    ) -> list[dict[str, Any]]:
        """What is offered while somebody types an option: [{"name": …, "value": …}]."""
        await self.ready()
        data = self._command(verb, {option: typed}, focused=True)
        number = await self.send(data, 4, channel=channel)
        async with asyncio.timeout(10.0):
            while number not in self.acks:
                await self.change()
        return list(self.acks[number]["data"]["choices"])

    async def send(
        self,
        data: dict[str, Any],
        kind: int,
        *,
        channel: str,
        manage_channels: bool = True,
        message: dict[str, Any] | None = None,
        number: str = "",
        forged: dict[str, Any] | None = None,
    ) -> str:
        """Send an interaction over the gateway, without waiting; its id. `forged` is laid over it."""
        number = number or self._snowflake()
        sent = interactions.interaction(
            number,
            kind,
            data,
            self.channels[channel],
            manage_channels=manage_channels,
            message=message,
        )
        await self.dispatch("INTERACTION_CREATE", {**sent, **(forged or {})})
        return number

    async def dispatch(self, event: str, data: dict[str, Any]) -> None:
        """Tell the bot of an event."""
        await self.sockets[-1].send_json({"op": 0, "t": event, "s": next(self._sequence), "d": data})

    async def invalidate(self, *, resumable: bool) -> None:
        """Call the session invalid, as Discord does at its own pleasure."""
        await self.sockets[-1].send_json({"op": 9, "d": resumable})

    async def reconnect(self) -> None:
        """Ask the bot to connect anew and go on with its session."""
        await self.sockets[-1].send_json({"op": 7, "d": None})

    def hush(self) -> None:
        """Say nothing more on the open socket, not even that a heartbeat came, and leave it open."""
        self._silent.add(self.sockets.pop())

    async def ready(self) -> None:
        """Wait until the bot is there, and knows its commands."""
        while not self.sockets or not self.commands:
            await self.change()

    async def answer(self, number: str, timeout: float = 10.0) -> dict[str, Any]:  # noqa: ASYNC109 - see `type`
        """What an interaction was answered with."""
        async with asyncio.timeout(timeout):
            while number not in self.answers:
                await self.change()
        return self.answers[number]

    def _command(self, verb: str, options: dict[str, Any], *, focused: bool = False) -> dict[str, Any]:
        group = next(command for command in self.commands if command["name"] == "newsbell")
        return interactions.command(group, verb, options, self.channels, self.permissions, focused=focused)

    def _snowflake(self) -> str:
        return str(((int(time.time() * 1000) - _EPOCH) << 22) + next(self._numbers))

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        words = request.match_info["path"].split("/")
        last = [word for word in words if not word.isdigit()][-1]
        call = f"{request.method} {last}"
        text = await request.text()
        fault = self._fault(call)
        if fault is not None and not fault.applied:
            self._changed.set()
            return await faults.act(fault, request)
        made = self._allowed(request, words, json.loads(text) if text else {})
        self._changed.set()
        return made if fault is None else await faults.act(fault, request, made)

    def _allowed(self, request: web.Request, words: list[str], body: Any) -> web.Response:
        open_to_all = words[0] in ("gateway", "interactions", "webhooks")
        if not open_to_all and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _no(401, 0, "401: Unauthorized")
        return self._route(request, words, body)

    def _route(self, request: web.Request, words: list[str], body: Any) -> web.Response:
        match request.method, words:
            case "GET", ["gateway"]:
                return answer({"url": f"ws://127.0.0.1:{self._port}/gateway/"})
            case "GET", [*_, "@me"] | ["users", "@me", "guilds"]:
                known = {"users": BOT, "applications": guild.application(), "guilds": self.servers}
                return answer(known[words[-1] if words[-1] in known else words[-2]])
            case "PUT", ["applications", _, "commands"]:
                self.commands = body
                extra = {"application_id": APPLICATION, "version": "1"}
                return answer([{**one, "id": "500", **extra} for one in body])
            case method, ["channels", ident, *rest]:
                place = self.channels.get(ident)
                if place is None:
                    return _no(404, 10003, "Unknown Channel")
                return self._channel(method, place, rest, request, body)
        return self._interaction(request.method, words, body)

    def _interaction(self, method: str, words: list[str], body: Any) -> web.Response:
        match method, words:
            case "POST", ["interactions", number, _, "callback"]:
                self.acks[number] = body
                # what discord.py asks for with `with_response`
                return answer({"interaction": {"id": number, "type": 2, "response_message_ephemeral": True}})
            case "PATCH", ["webhooks", _, token, "messages", "@original"]:
                return self._respond(token.removeprefix("token-"), body)
        return _no(404, 0, "404: Not Found")

    def _channel(
        self, method: str, place: Place, rest: list[str], request: web.Request, body: Any
    ) -> web.Response:
        if place.denied.view_channel or (place.hidden and method == "GET" and rest):
            return _no(403, 50001, "Missing Access")
        if not rest:
            return answer(place.info())
        if method == "GET":
            return answer(self._history(place, request))
        if place.denied.send_messages:
            return _no(403, 50013, "Missing Permissions")
        return self._post(place, body)

    def _post(self, place: Place, body: dict[str, Any]) -> web.Response:
        if found := objections(body):
            return _no(400, 50035, f"Invalid Form Body: {found}")
        nonce = str(body.get("nonce", ""))
        then, known = self._nonces.get((place.id, nonce), (0.0, {}))
        if not known or not body.get("enforce_nonce") or time.monotonic() - then > self.nonce_lasts:
            known = guild.message(self._snowflake(), place, body)
            place.messages.append(known)
            self._nonces[place.id, nonce] = (time.monotonic(), known)
        return answer({**known, "nonce": nonce})

    def _respond(self, number: str, body: dict[str, Any]) -> web.Response:
        if found := objections(body):
            return _no(400, 50035, f"Invalid Form Body: {found}")
        self.answers[number] = body
        return answer(guild.message(self._snowflake(), self.channels["123"], body))

    def _history(self, place: Place, request: web.Request) -> list[dict[str, Any]]:
        if place.denied.read_message_history:
            return []
        after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 50))
        before = int(request.query.get("before", 2**63))
        found = [message for message in place.messages if after < int(message["id"]) < before]
        return list(reversed(found[:limit] if after else found[-limit:]))

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        if not self.accepts_sockets:
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for message in socket:
            if message.type == WSMsgType.TEXT and socket not in self._silent:
                await self._hear(socket, json.loads(message.data))
        self._silent.discard(socket)
        if socket in self.sockets:
            self.sockets.remove(socket)
        self._changed.set()
        return socket

    async def _hear(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> None:
        match said["op"]:
            case 1:
                await socket.send_json({"op": 11})
            case 2 if said["d"]["token"] != TOKEN:
                await socket.close(code=4004)
            case 2:
                assert said["d"]["intents"] == discord.Intents(guilds=True).value
                self.sockets.append(socket)
                await self.dispatch("READY", guild.ready(f"ws://127.0.0.1:{self._port}/gateway/"))
                await self.dispatch("GUILD_CREATE", guild.server(list(self.channels.values())))
            case 6 if self.forgets_sessions:
                self.forgets_sessions = False
                await socket.send_json({"op": 9, "d": False})
            case 6:
                self.resumed += 1
                self.sockets.append(socket)
                await self.dispatch("RESUMED", {})
        self._changed.set()


def _no(status: int, code: int, message: str) -> web.Response:
    return answer({"code": code, "message": message}, status=status)
