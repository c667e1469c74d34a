"""Lets the events of a plan happen to the platforms, the feed, the disk and the bot."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress

from tests.chat.discord import faults as on_discord
from tests.chat.discord.server import DiscordServer
from tests.chat.faults import Fault, broken, cut, drip, hang
from tests.chat.slack import faults as on_slack
from tests.chat.slack.server import SlackServer
from tests.faults.disk import Disk
from tests.faults.feeds import GARBLES
from tests.faults.plan import Event
from tests.faults.stories import HOSTILE
from tests.whole.news import NewsSite
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
    """`happened` counts the events by kind, `commands` the commands that Slack or Discord sent twice."""

    def __init__(self, *, slack: SlackServer, discord: DiscordServer, news: NewsSite, disk: Disk) -> None:
        self.slack = slack
        self.discord = discord
        self.news = news
        self.disk = disk
        self.happened: Counter[str] = Counter()
        self.commands: list[tuple[str, str]] = []
        self.full_by = ""

    def posts(self) -> int:
        """Posts that have come in on both platforms."""
        return self.slack.calls["chat.postMessage"] + self.discord.calls["POST messages"]

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
        self.happened[event.kind] += 1
        if platform == "feed":
            self.news.garbled.append(GARBLES[event.kind])
        elif event.kind == "database locked":
            await self.disk.locked(event.seconds * 2)
        elif event.kind == "disk full":
            self.full_by = await self.disk.full(bell.pid, event.seconds)
        elif platform == "slack":
            await self._slack(what, event.seconds)
        else:
            await self._discord(what, event.seconds)

    async def _slack(self, what: str, seconds: float) -> None:
        if fault := self._fault(what, seconds, _on_slack(seconds)):
            self.slack.fail("chat.postMessage", fault)
        elif what == "look fails":
            self.slack.fail("conversations.history", on_slack.limited(2), broken(applied=False))
        elif what == "socket cut":
            await self.slack.drop()
        elif self.slack.sockets:
            with suppress(ConnectionError):
                await (self.slack.refresh() if what == "refresh" else self._slack_twice())

    async def _slack_twice(self) -> None:
        query = f"twice{len(self.commands)}"
        self.commands.append(("slack:C2", query))
        again = {"channel": "C2", "envelope": f"E-{query}", "trigger": f"T-{query}"}
        await self.slack.send(f"/newsbell watch {query}", **again)
        await self.slack.send(f"/newsbell watch {query}", **again)

    async def _discord(self, what: str, seconds: float) -> None:
        if fault := self._fault(what, seconds, _on_discord(seconds)):
            self.discord.fail("POST messages", fault)
        elif what == "look fails":
            self.discord.fail("GET messages", on_discord.limited(2), broken(503, applied=False))
        elif self.discord.sockets:
            with suppress(ConnectionError):
                await self._gateway(what)

    async def _gateway(self, what: str) -> None:
        match what:
            case "invalid session":
                await self.discord.invalidate(resumable=False)
            case "resume":
                await self.discord.drop()
            case "resume refused":
                self.discord.forgets_sessions = True
                await self.discord.drop()
            case "reconnect":
                await self.discord.reconnect()
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
