"""A fake endpoint, and a summariser that asks it."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.ports import Store
from bot.store import open_store
from bot.summarise import OpenAiSummariser
from tests.fakes.clock import FakeClock
from tests.summarise.endpoint import Endpoint, says

KEY = "sk-very-secret-key"

Make = Callable[..., OpenAiSummariser]


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    async with Endpoint(says("DeepSeek has closed its first funding round.")) as running:
        yield running


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def make(endpoint: Endpoint, store: Store, clock: FakeClock) -> AsyncIterator[Make]:
    made: list[OpenAiSummariser] = []

    def summariser(*, monthly: int = 100_000, url: str = "", key: str = KEY) -> OpenAiSummariser:
        one = OpenAiSummariser(
            url=url or endpoint.url,
            key=key,
            model="small",
            monthly_tokens=monthly,
            store=store,
            clock=clock,
        )
        made.append(one)
        return one

    yield summariser
    for one in made:
        await one.close()
