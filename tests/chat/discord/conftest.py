from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chat.discord import DiscordChat, endpoint
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import Answering, made_for, serving


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server
    endpoint.aim("")


@pytest.fixture
def answering() -> Answering:
    return Answering()


@pytest.fixture
async def chat(discord: DiscordServer, answering: Answering) -> AsyncIterator[DiscordChat]:
    """One that is connected."""
    made = made_for(discord, answering)
    async with serving(made):
        yield made
        await made.close()
