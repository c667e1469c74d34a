"""Waiting for what a process of its own does."""

import asyncio
from collections.abc import Callable

from tests.whole.news import NewsSite


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110 - the servers count, and nobody is told
            await asyncio.sleep(0.02)


async def until_polled(news: NewsSite, times: int) -> None:
    await until(lambda: news.polls >= times)
