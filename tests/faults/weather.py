"""Lets the events of a plan happen to the platforms, the feed, the database and the bot."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress

from aiohttp import web

from tests.chat.discord import faults as on_discord
from tests.chat.discord.server import DiscordServer
from tests.chat.faults import Fault, broken, cut, drip, hang
from tests.chat.local import LocalServer
from tests.chat.slack import faults as on_slack
from tests.chat.slack.server import SlackServer
from tests.faults.feeds import GARBLES
from tests.faults.memory import NOT_MADE, Memory
from tests.faults.plan import SILENT, Event
from tests.faults.stories import HOSTILE
from tests.whole.news import Garble, NewsSite
from tests.whole.process import Process

# both platforms go wrong alike in these
_ALIKE = {
    "500 before": lambda seconds: broken(applied=False),
    "500 after": lambda seconds: broken(applied=True),
    "cut before": lambda seconds: cut(applied=False),
    "cut after": lambda seconds: cut(applied=True),
    "hang before": lambda seconds: hang(applied=False, seconds=seconds * 2),
    "hang after": lambda seconds: hang(applied=True, seconds=seconds * 2),
    "drip": drip,
}


class Weather:
    """`commands` are those that Slack or Discord sent twice, `notes` say how the disk was filled."""

    def __init__(self, *, slack: SlackServer, discord: DiscordServer, news: NewsSite, memory: Memory) -> None:
        self.slack = slack
        self.discord = discord
        self.news = news
        self.memory = memory
        self.commands: list[tuple[str, str]] = []
        self.notes: set[str] = set()
        # the gateway has fallen silent in this life
        self.silenced = False
        self._happened: Counter[str] = Counter()
        self._planned: list[tuple[str, Fault]] = []

    def posts(self) -> int:
        """Posts that have come in on both platforms."""
        return self.slack.calls["chat.postMessage"] + self.discord.calls["POST messages"]

    @property
    def happened(self) -> Counter[str]:
        """The events by kind, as far as the bot met them."""
        met = {id(fault) for server in (self.slack, self.discord) for fault in server.met}
        return self._happened + Counter(kind for kind, fault in self._planned if id(fault) in met)

    @property
    def heard_again(self) -> bool:
        """Whether the bot has joined the gateway anew after it had fallen silent."""
        return self.silenced and bool(self.discord.sockets)

    def calm(self) -> None:
        """Let nothing go wrong from now on."""
        self.slack.calm()
        self.discord.calm()
        self.news.garbled.clear()

    def publish(self, event: Event) -> None:
        """Put an event's news on the site."""
        assert event.news is not None
        text = HOSTILE if event.hostile else ""
        self.news.publish(event.news.title, text)
        if event.again:
            self.news.publish(event.news.again, text, host="other.example")

    async def play(self, event: Event, bell: Process) -> None:
        """Let one event happen."""
        platform, _, what = event.kind.partition(" ")
        if event.kind == "news":
            self.publish(event)
            return
        if platform == "feed":
            self.news.garbled.append(self._counted(event.kind))
        elif platform == "slack":
            await self._slack(event, what)
        elif platform == "discord":
            await self._discord(event, what)
        else:
            await self._memory(event, bell)

    def _counted(self, kind: str) -> Garble:
        async def garbled(request: web.Request, feed: bytes) -> web.StreamResponse:
            self._happened[kind] += 1
            return await GARBLES[kind](request, feed)

        return garbled

    async def _memory(self, event: Event, bell: Process) -> None:
        if event.kind == "disk full":
            self.notes.add(f"disk full: {self.memory.filled}")
            if self.memory.filled.startswith(NOT_MADE):
                return
        self._happened[event.kind] += 1
        match event.kind:
            case "database locked":
                await self.memory.locked(event.seconds * 2)
            case "database gone":
                await self.memory.gone(event.seconds * 2)
            case _:
                await self.memory.full(bell.pid, event.seconds)

    def _plan(self, server: LocalServer, call: str, kind: str, *faults: Fault) -> None:
        server.fail(call, *faults)
        self._planned.append((kind, faults[0]))

    async def _slack(self, event: Event, what: str) -> None:
        if fault := self._fault(what, event.seconds, _on_slack(event.seconds)):
            self._plan(self.slack, "chat.postMessage", event.kind, fault)
        elif what == "look fails":
            failing = on_slack.limited(2), broken(applied=False)
            self._plan(self.slack, "conversations.history", event.kind, *failing)
        elif self.slack.sockets:
            self._happened[event.kind] += 1
            with suppress(ConnectionError):
                await self._socket(what)

    async def _socket(self, what: str) -> None:
        match what:
            case "socket cut":
                await self.slack.drop()
            case "refresh":
                await self.slack.refresh()
            case _:
                await self._slack_twice()

    async def _slack_twice(self) -> None:
        query = f"twice{len(self.commands)}"
        self.commands.append(("slack:C2", query))
        again = {"channel": "C2", "envelope": f"E-{query}", "trigger": f"T-{query}"}
        await self.slack.send(f"/newsbell watch {query}", **again)
        await self.slack.send(f"/newsbell watch {query}", **again)

    async def _discord(self, event: Event, what: str) -> None:
        if event.kind == SILENT:
            # another fault may have cut it a moment ago
            await self.discord.ready()
        if fault := self._fault(what, event.seconds, _on_discord(event.seconds)):
            self._plan(self.discord, "POST messages", event.kind, fault)
        elif what == "look fails":
            failing = on_discord.limited(2), broken(503, applied=False)
            self._plan(self.discord, "GET messages", event.kind, *failing)
        elif self.discord.sockets:
            self._happened[event.kind] += 1
            with suppress(ConnectionError):
                await self._gateway(event.kind)

    async def _gateway(self, kind: str) -> None:
        match kind:
            case "discord invalid session":
                await self.discord.invalidate(resumable=False)
            case "discord resume":
                await self.discord.drop()
            case "discord resume refused":
                self.discord.forgets_sessions = True
                await self.discord.drop()
            case "discord reconnect":
                await self.discord.reconnect()
            case kind if kind == SILENT:
                self.discord.hush()
                self.silenced = True
            case _:
                await self._discord_twice()

    async def _discord_twice(self) -> None:
        query = f"twice{len(self.commands)}"
        self.commands.append(("discord:124", query))
        await asyncio.wait_for(self.discord.twice("watch", {"query": query}, channel="124"), 10)

    def _fault(self, what: str, seconds: float, own: Mapping[str, Fault]) -> Fault | None:
        return _ALIKE[what](seconds) if what in _ALIKE else own.get(what)


def _on_slack(seconds: float) -> Mapping[str, Fault]:
    return {
        "limited": on_slack.limited(round(seconds)),
        "limited everywhere": on_slack.limited(round(seconds), "rate_limited"),
        "limited without a time": on_slack.limited(None),
    }


def _on_discord(seconds: float) -> Mapping[str, Fault]:
    return {
        "limited": on_discord.limited(seconds),
        "limited everywhere": on_discord.limited(seconds, everywhere=True),
        "limited without via": on_discord.limited(seconds, via=False),
        "limited without headers": on_discord.banned(),
    }
