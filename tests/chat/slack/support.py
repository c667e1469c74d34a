"""A chat against the small Slack, for the tests of this folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from bot.chat.slack import SlackChat
from bot.core.model import Channel, Reply, Span
from bot.errors import ChatDown
from bot.ports import Request
from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.fakes.clock import FakeClock

DEALS, NEWS = Channel("slack", "C1"), Channel("slack", "C2")
CLOCK = FakeClock()
SINCE = CLOCK.now() - timedelta(hours=1)
KEY = "mfrggzdfmztwq2lknnwg23tp"


class Answering:
    """Answers every command with what was understood, and remembers it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.problem: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, request: Request) -> Reply:
        self.requests.append(request)
        await self.gate.wait()
        if self.problem is not None:
            raise self.problem
        return Reply(lines=((Span(f"verb {request.verb} in {request.channel} by {request.person.name}"),),))


def made_for(slack: SlackServer, answering: Answering, **more: object) -> SlackChat:
    given = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "patience": 1.0, "ping": 0.2, "gap": 0.0, **more}
    return SlackChat(answer=answering, web_url=slack.url, **given)  # type: ignore[arg-type]  # a test's own settings


async def eventually(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - what is waited for has no event of its own
            await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(chat: SlackChat, slack: SlackServer) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(chat.serve())
    try:
        await eventually(lambda: chat.connected or task.done())
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, ChatDown):
            await task
