from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chat.slack import SlackChat
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import Answering, made_for


@pytest.fixture
async def slack() -> AsyncIterator[SlackServer]:
    async with SlackServer() as server:
        yield server


@pytest.fixture
def answering() -> Answering:
    return Answering()


@pytest.fixture
async def chat(slack: SlackServer, answering: Answering) -> AsyncIterator[SlackChat]:
    made = made_for(slack, answering)
    yield made
    await made.close()
