"""A chat against the small Discord, for the tests of this folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.chat.discord import DiscordChat
from bot.core.model import Channel, Reply, Span
from bot.errors import ChatDown
from bot.ports import Request
from tests.chat.discord.server import TOKEN, DiscordServer
from tests.fakes.clock import FakeClock

DEALS, NEWS = Channel("discord", "123"), Channel("discord", "124")
KEY = "mfrggzdfmztwq2lknnwg23tp"


def lately() -> datetime:
    """An hour ago by the machine's clock, which the small Discord's ids go by."""
    return datetime.now(UTC) - timedelta(hours=1)


class Answering:
    """Answers every command with what was understood, and remembers it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.problem: Exception | None = None
        self.reply: Reply | None = None

    async def __call__(self, request: Request) -> Reply:
        self.requests.append(request)
        if self.problem is not None:
            raise self.problem
        return self.reply or Reply(lines=((Span(f"verb {request.verb} by {request.person.name}"),),))


class Suggesting:
    """Completes every option with the same two, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Channel, str]] = []

    async def __call__(
        self, command: str, parameter: str, channel: Channel, typed: str
    ) -> list[tuple[str, str]]:
        self.asked.append((command, parameter, channel, typed))
        return [("1: valuation >= 10B", "1"), ("2: " + "x" * 97, "2")]


async def unheard(words: str) -> None:
    """Operators who don't listen."""


def made(answering: Answering, suggesting: Suggesting | None = None, **more: Any) -> DiscordChat:
    """A chat that answers with these."""
    given: dict[str, Any] = {"token": TOKEN, "patience": 0.05, **more}
    given.setdefault("clock", FakeClock())
    given.setdefault("notify", unheard)
    return DiscordChat(answer=answering, suggest=suggesting or Suggesting(), **given)


def made_for(
    discord: DiscordServer, answering: Answering, suggesting: Suggesting | None = None, **more: Any
) -> DiscordChat:
    """The same against the small Discord."""
    return made(answering, suggesting, api_url=discord.url, **more)


async def eventually(true: Callable[[], object]) -> None:
    """Wait for something that has no event of its own."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(chat: DiscordChat) -> AsyncIterator[asyncio.Task[None]]:
    """Serve until the end of the block."""
    task = asyncio.create_task(chat.serve())
    try:
        await eventually(lambda: chat.connected or task.done())
        if task.done():
            await task
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, ChatDown):
            await task
