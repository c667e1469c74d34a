"""What came of a post holds for what waits behind it, and outlives a database that is gone meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.model import AlertState
from bot.errors import ChannelGone, ChatDown, StoreDown, TryLater
from tests.pipeline.conftest import DEALS, OTHERS, Bell
from tests.store.samples import NOW, owe


class Shaky:
    """A store whose next calls of one method fail, before or behind what they do."""

    def __init__(self, real: Any, method: str, times: int, *, behind: bool) -> None:
        self._real, self._method, self._left, self._behind = real, method, times, behind

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._real, name)
        if name != self._method:
            return method

        async def fails(*given: Any, **named: Any) -> Any:
            fault, self._left = self._left > 0, self._left - 1
            done = await method(*given, **named) if self._behind or not fault else None
            if fault:
                raise StoreDown("the database is gone")
            return done

        return fails


async def deliver(bell: Bell) -> None:
    """Three ticks, seconds apart; one that finds the database gone is the next one's."""
    for _ in range(3):
        try:
            await bell.deliver(2)
        except StoreDown:
            continue


async def shaken(bell: Bell, method: str, times: int, *, behind: bool) -> None:
    real = bell.store
    await owe(real)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    bell.chat.may_look = False
    bell.store = Shaky(real, method, times, behind=behind)
    bell.wire()
    await deliver(bell)
    bell.store = real


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("times", [1, 2])
async def test_a_post_whose_outcome_could_not_be_written_is_not_repeated(
    bell: Bell, times: int, *, behind: bool
) -> None:
    await shaken(bell, "settle", times, behind=behind)
    assert len(bell.chat.said(DEALS)) == 1
    counts = await bell.store.alert_counts()
    assert (counts[AlertState.SENT], await bell.store.repeated()) == (1, 0)


@pytest.mark.parametrize("behind", [False, True])
async def test_a_post_that_could_not_be_begun_leaves_at_the_next_tick_and_is_no_repeat(
    bell: Bell, *, behind: bool
) -> None:
    await shaken(bell, "begin", 1, behind=behind)
    assert len(bell.chat.said(DEALS)) == 1
    counts = await bell.store.alert_counts()
    assert (counts[AlertState.SENT], await bell.store.repeated()) == (1, 0)


class Faulty:
    """A store that stumbles over one story."""

    def __init__(self, real: Any, story: int) -> None:
        self._real, self._story = real, story

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    async def story(self, ident: int) -> Any:
        if ident == self._story:
            raise ValueError("a story that can't be told")
        return await self._real.story(ident)


async def test_one_alert_that_can_not_be_written_keeps_none_of_a_batch_waiting(bell: Bell) -> None:
    alerts = await owe(bell.store, 7)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    real = bell.store
    bell.store = Faulty(real, alerts[2].story)
    bell.wire()
    await bell.deliver()
    bell.store = real
    links = [message.entries[0].link.rpartition("/")[2] for _, message in bell.chat.stands[DEALS]]
    assert links == ["1", "2", "4", "5", "6", "7"]
    counts = await real.alert_counts()
    assert (counts[AlertState.SENT], counts[AlertState.PROMISED]) == (6, 1)
    (left,) = await real.alerts_for(alerts[2].story)
    assert "a story that can't be told" in left.cause


def set_clock(bell: Bell) -> None:
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())


async def test_nothing_leaves_behind_a_limit_in_the_same_round(bell: Bell) -> None:
    await owe(bell.store, 3)
    set_clock(bell)
    bell.chat.faults = [TryLater(60)]
    await bell.deliver()
    assert not bell.chat.said(DEALS)
    await bell.deliver(60)
    assert len(bell.chat.said(DEALS)) == 3


async def test_all_that_a_channel_was_owed_is_refused_when_it_is_gone_and_told_once(bell: Bell) -> None:
    await owe(bell.store)
    set_clock(bell)
    await bell.deliver()
    await owe(bell.store, 3, start=2)
    bell.chat.faults = [ChannelGone("The channel is deleted.")]
    await bell.deliver()
    counts = await bell.store.alert_counts()
    assert (counts[AlertState.SENT], counts[AlertState.REFUSED]) == (1, 3)
    assert len(bell.notices) == 1


async def test_a_platform_that_is_down_is_left_alone_by_every_channel(bell: Bell) -> None:
    await owe(bell.store)
    set_clock(bell)
    bell.chat.faults = [ChatDown("no connection")]
    await bell.deliver()
    await owe(bell.store, 1, OTHERS, start=5)
    await bell.deliver(4)
    assert not bell.chat.said(OTHERS)
    await bell.deliver(1)
    assert (len(bell.chat.said(DEALS)), len(bell.chat.said(OTHERS))) == (1, 1)


async def test_a_limit_after_a_clock_was_set_back_takes_the_place_of_a_longer_one(bell: Bell) -> None:
    await owe(bell.store)
    set_clock(bell)
    bell.clock.advance(7_200)
    bell.chat.faults = [TryLater(3_600), TryLater(60)]
    await bell.deliver()
    await bell.deliver(-7_200)
    await owe(bell.store, start=2)
    await bell.deliver(59)
    assert not bell.chat.said(DEALS)
    await bell.deliver(1)
    assert len(bell.chat.said(DEALS)) == 2
