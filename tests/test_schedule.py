"""The ticks: what happens to one that fails, or that is under way when the bot ends."""

import asyncio
import logging

import pytest

from bot.schedule import scheduler, tick


async def nothing() -> None:
    """A job without work."""


async def test_a_mistake_of_ours_is_not_hushed_up() -> None:
    async def wrong() -> None:
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        await tick(wrong)


async def test_leaving_in_the_middle_of_a_tick_writes_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    began = asyncio.Event()

    async def slow() -> None:
        began.set()
        await asyncio.sleep(60)

    ticks = scheduler(poll=slow, deliver=nothing, beat=nothing, tidy=nothing, backup=nothing, notices=nothing)
    with caplog.at_level(logging.ERROR):
        ticks.start()
        ticks.get_job("poll").modify(next_run_time=None)
        ticks.get_job("poll").modify(next_run_time=ticks.get_job("deliver").next_run_time)
        await began.wait()
        ticks.shutdown(wait=False)
        for _ in range(5):
            await asyncio.sleep(0)
    assert caplog.records == []
