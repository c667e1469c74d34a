"""What the whole stories are told with: local platforms and a news site."""

from collections.abc import AsyncIterator

import pytest

from tests.chat.discord.server import DiscordServer
from tests.chat.slack.server import SlackServer
from tests.whole.news import NewsSite


@pytest.fixture
async def slack() -> AsyncIterator[SlackServer]:
    async with SlackServer() as server:
        yield server


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server


@pytest.fixture
async def news() -> AsyncIterator[NewsSite]:
    async with NewsSite() as site:
        yield site
