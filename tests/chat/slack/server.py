"""A small Slack on 127.0.0.1: the Web API methods that we call, Socket Mode, and response addresses.

    async with SlackServer() as slack:
        chat = SlackChat(web_url=slack.url, bot_token=BOT_TOKEN, app_token=APP_TOKEN, ...)
        ...
        answer = await slack.type("/newsbell help", channel="C1")
        assert slack.messages("C1") == []

Channels C1 (#deals) and C2 (#news) exist and have the bot in them, and U1 (ada), who types. It refuses
what Slack refuses, as far as our messages can meet it: unknown channels, faulty or too long blocks, no text.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.chat.local import LocalServer
from tests.chat.slack import faults
from tests.chat.slack.rules import objection

BOT_TOKEN = "xoxb-test"
APP_TOKEN = "xapp-test"
# posts that a channel takes in as many seconds
_BURST = 4
SCOPES = "commands,chat:write,channels:read,groups:read,users:read,channels:history,groups:history"


@dataclass
class Place:
    """A channel and what stands in it, oldest first."""

    id: str
    name: str
    is_member: bool = True
    is_archived: bool = False
    is_private: bool = False
    # the people in it
    members: list[str] = field(default_factory=lambda: ["U0", "U1"])
    messages: list[dict[str, Any]] = field(default_factory=list)

    def info(self) -> dict[str, Any]:
        flags = {"is_member": self.is_member, "is_archived": self.is_archived, "is_private": self.is_private}
        return {"id": self.id, "name": self.name, "is_channel": True, **flags}


class SlackServer(LocalServer):
    """See the module. `calls` counts the requests by method, `acks` the acknowledged envelopes."""

    def __init__(self, *, scopes: str = SCOPES, page: int = 100) -> None:
        super().__init__()
        self.channels = {"C1": Place("C1", "deals"), "C2": Place("C2", "news")}
        self.scopes = scopes
        self.admins: set[str] = set()
        self.acks: list[str] = []
        # every answer to a command, in order; (response id, body)
        self.answers: list[tuple[str, dict[str, Any]]] = []
        # a deaf socket reads nothing, not even a goodbye
        self.deaf = False
        # keeps a channel to Slack's pace, with 429s
        self.paced = False
        self._posts: dict[str, list[float]] = defaultdict(list)
        self._page = page
        self._ids = itertools.count(1)

    def routes(self, app: web.Application) -> str:
        """The Web API, Socket Mode, and the addresses for answers."""
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/api/{method}", self._api)
        app.router.add_get("/socket", self._socket)
        app.router.add_post("/respond/{id}", self._respond)
        return "/api/"

    def messages(self, channel: str) -> list[dict[str, Any]]:
        """What stands in a channel, oldest first."""
        return self.channels[channel].messages

    async def send(
        self, typed: str, *, channel: str = "C1", envelope: str = "", trigger: str = "", **forged: str
    ) -> str:
        """Send a command as somebody's client would, without waiting; the id of its response address.

        An envelope or trigger given again is Slack repeating itself. `forged` is laid over the payload.
        """
        command, _, rest = typed.partition(" ")
        number = next(self._ids)
        await self.ready()
        payload = {
            "command": command,
            "text": rest,
            "channel_id": channel,
            "channel_name": "deals",
            "user_id": "U1",
            "user_name": "ada",
            "team_id": "T1",
            "api_app_id": "A1",
            "trigger_id": trigger or f"trigger-{number}",
            "response_url": f"http://127.0.0.1:{self._port}/respond/{number}",
            **forged,
        }
        await self.sockets[-1].send_json(
            {
                "type": "slash_commands",
                "envelope_id": envelope or f"envelope-{number}",
                "accepts_response_payload": True,
                "payload": payload,
            }
        )
        return str(number)

    async def type(
        self,
        typed: str,
        *,
        channel: str = "C1",
        timeout: float = 10.0,  # noqa: ASYNC109 - reads best in a test
        **forged: str,
    ) -> dict[str, Any]:
        """Type a command and wait for its answer: {"response_type": …, "text": …, "blocks": …}."""
        number = await self.send(typed, channel=channel, **forged)
        async with asyncio.timeout(timeout):
            while True:
                for answered, body in self.answers:
                    if answered == number:
                        return body
                await self.change()

    async def ready(self, sockets: int = 1) -> None:
        """Wait until so many sockets are open."""
        while len(self.sockets) < sockets:
            await self.change()

    async def refresh(self) -> None:
        """Tell the open socket to make way for a new one, as Slack does every few hours."""
        await self.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = self._fault(method)
        self._changed.set()
        given = await _arguments(request)
        if fault is None or fault.applied:
            answer = self._answer(method, given, request.headers.get("Authorization", ""))
            made = _json(answer, self.scopes)
            return made if fault is None else await faults.act(fault, request, made)
        return await faults.act(fault, request)

    def _answer(self, method: str, given: dict[str, Any], token: str) -> dict[str, Any]:
        expected = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != f"Bearer {expected}":
            return {"ok": False, "error": "invalid_auth"}
        if method == "auth.test":
            who = {"team": "Test", "team_id": "T1", "user": "newsbell", "user_id": "U0", "bot_id": "B0"}
            return {"ok": True, "url": self.url, **who}
        if method == "apps.connections.open":
            return {"ok": True, "url": f"ws://127.0.0.1:{self._port}/socket"}
        if method == "users.info":
            return self._person(given)
        place = self.channels.get(given.get("channel", ""))
        if method == "chat.postMessage" and self._too_soon(given.get("channel", "")):
            return {"ok": False, "error": "ratelimited"}
        if place is None:
            return {"ok": False, "error": "channel_not_found"}
        return self._about(method, place, given)

    def _person(self, given: dict[str, Any]) -> dict[str, Any]:
        if "users:read" not in self.scopes:
            return {"ok": False, "error": "missing_scope", "needed": "users:read"}
        admin = given["user"] in self.admins
        return {"ok": True, "user": {"id": given["user"], "team_id": "T1", "is_admin": admin}}

    def _about(self, method: str, place: Place, given: dict[str, Any]) -> dict[str, Any]:
        if place.is_private and not place.is_member:
            return {"ok": False, "error": "channel_not_found"}
        if method == "conversations.info":
            return {"ok": True, "channel": place.info()}
        if method == "conversations.members":
            return self._members(place, given)
        if method == "conversations.history":
            return self._history(place, given)
        return self._post(place, given)

    def _post(self, place: Place, given: dict[str, Any]) -> dict[str, Any]:
        if place.is_archived or not place.is_member:
            return {"ok": False, "error": "is_archived" if place.is_archived else "not_in_channel"}
        if refused := objection(given):
            return {"ok": False, "error": refused}
        # after every `since` that a test with a clock of 2026 gives
        ts = f"{1_900_000_000 + next(self._ids)}.000100"
        place.messages.append({"type": "message", "ts": ts, "bot_id": "B0", **given})
        return {"ok": True, "channel": place.id, "ts": ts, "message": {"ts": ts}}

    def _too_soon(self, channel: str) -> bool:
        """Slack takes about one post a second in a channel, and forgives short bursts."""
        if not self.paced:
            return False
        lately = [then for then in self._posts[channel] if time.monotonic() - then < _BURST]
        self._posts[channel] = lately
        if len(lately) >= _BURST:
            return True
        lately.append(time.monotonic())
        return False

    def _history(self, place: Place, given: dict[str, Any]) -> dict[str, Any]:
        if "history" not in self.scopes:
            return {"ok": False, "error": "missing_scope", "needed": "channels:history"}
        newest = [m for m in reversed(place.messages) if float(m["ts"]) >= float(given.get("oldest", 0))]
        start = int(given.get("cursor") or 0)
        end = start + min(self._page, int(given.get("limit", 100)))
        shown = [dict(m) for m in newest[start:end]]
        if given.get("include_all_metadata") not in ("1", "true", True):
            for message in shown:
                message.pop("metadata", None)
        cursor = str(end) if end < len(newest) else ""
        return {"ok": True, "messages": shown, "response_metadata": {"next_cursor": cursor}}

    def _members(self, place: Place, given: dict[str, Any]) -> dict[str, Any]:
        scope = "groups:read" if place.is_private else "channels:read"
        if scope not in self.scopes:
            return {"ok": False, "error": "missing_scope", "needed": scope}
        if not 0 < int(given.get("limit", 100)) <= 999:
            return {"ok": False, "error": "invalid_limit"}
        start = int(given.get("cursor") or 0)
        end = start + min(self._page, int(given.get("limit", 100)))
        cursor = str(end) if end < len(place.members) else ""
        return {
            "ok": True,
            "members": place.members[start:end],
            "response_metadata": {"next_cursor": cursor},
        }

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self._changed.set()
        if objection({**body, "channel": "C1"}):
            return web.Response(status=400, text="invalid_blocks")
        self.answers.append((request.match_info["id"], body))
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if not self.accepts_sockets:
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self.sockets.append(socket)
        self._changed.set()
        if self.deaf:
            await asyncio.sleep(3600)
        async for message in socket:
            if message.type == WSMsgType.TEXT and message.data.startswith("{"):
                self.acks.append(json.loads(message.data)["envelope_id"])
                self._changed.set()
        self.sockets.remove(socket)
        self._changed.set()
        return socket


def _json(body: dict[str, Any], scopes: str) -> web.Response:
    limited = body.get("error") == "ratelimited"
    return web.json_response(
        body,
        status=429 if limited else 200,
        headers={"x-oauth-scopes": scopes, **({"Retry-After": "1"} if limited else {})},
    )


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        found: dict[str, Any] = await request.json()
        return found
    return {**request.query, **{name: str(value) for name, value in (await request.post()).items()}}
