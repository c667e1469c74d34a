"""Clocks that jump, machines that sleep, and what leaves when they are back; fairness between channels."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.model import AlertState, Channel, Message
from bot.errors import TryLater, Unknown
from tests.fakes.chat import RecordingChat
from tests.pipeline.conftest import DEALS, OTHERS, Bell, item
from tests.store.samples import NOW, owe

DAY = 86_400
NEWS = item("DeepSeek valued at $45 billion after first funding round")
MORE = item("OpenAI opens an office in Lima")
NIGHT = (
    "Anthropic opens an office in Lima",
    "Mistral hires the head of a chip maker",
    "Cohere sues a music label over lyrics",
    "Wayve drives through Osaka without a driver",
    "Helsing shows a drone at an air show",
    "Runway cuts the price of its films",
)


class Slow(RecordingChat):
    """Posts that wait for a gate, in the channels that have one."""

    def __init__(self) -> None:
        super().__init__()
        self.gates: dict[Channel, asyncio.Event] = {}

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        if channel in self.gates:
            await self.gates[channel].wait()
        return await super().post(channel, message, key)


async def begun(bell: Bell) -> None:
    """Tick, and let the posts begin."""
    await bell.delivery.tick()
    async with asyncio.timeout(10):
        while not bell.delivery._posting.under_way:  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    "change", [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
)
async def test_summer_time_makes_no_wait_longer_or_shorter(bell: Bell, change: datetime) -> None:
    bell.clock.advance((change - timedelta(minutes=30) - bell.clock.now()).total_seconds())
    await bell.follow()
    await bell.watch("deepseek")
    bell.chat.faults = [TryLater(7_200)]
    await bell.publish(item(NEWS.title, published=None))
    await bell.restart()
    await bell.deliver(7_199)
    assert not bell.chat.said(DEALS)
    await bell.deliver(1)
    assert len(bell.chat.said(DEALS)) == 1
    (source,) = await bell.store.sources()
    assert timedelta(minutes=3) <= source.next_poll - (source.last_poll or NOW) <= timedelta(minutes=4)


async def test_what_is_owed_after_three_days_asleep_leaves_as_one_message_in_order(bell: Bell) -> None:
    await owe(bell.store, 12)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds() + 3 * DAY)
    await bell.deliver()
    ((_, message),) = bell.chat.stands[DEALS]
    assert [entry.link.rpartition("/")[2] for entry in message.entries] == [str(n) for n in range(1, 13)]


async def test_news_of_three_days_asleep_ring_for_nobody_and_later_ones_do(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek OR openai")
    bell.clock.advance(3 * DAY)
    await bell.publish(NEWS)
    assert not bell.chat.said(DEALS)
    await bell.publish(NEWS, MORE)
    assert ["OpenAI" in said for said in bell.chat.said(DEALS)] == [True]


async def test_news_of_a_night_asleep_leave_as_one_message(bell: Bell) -> None:
    await bell.follow()
    await bell.watch(" OR ".join(title.split()[0] for title in NIGHT))
    bell.clock.advance(DAY / 2)
    await bell.publish(*map(item, NIGHT))
    ((_, message),) = bell.chat.stands[DEALS]
    assert len(message.entries) == len(NIGHT)


async def test_a_post_that_is_under_way_while_the_machine_sleeps_is_nobody_elses(bell: Bell) -> None:
    bell.chat = slow = Slow()
    bell.wire()
    slow.gates[DEALS] = asyncio.Event()
    await owe(bell.store)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    await begun(bell)
    bell.clock.advance(3 * DAY)
    await bell.delivery.tick()
    assert (await bell.store.alert_counts())[AlertState.SENDING] == 1
    slow.gates[DEALS].set()
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1
    assert (await bell.store.alert_counts())[AlertState.SENT] == 1
    assert not bell.delivery._posting.under_way


async def test_a_clock_that_was_ahead_for_a_while_holds_nothing_once_it_is_right(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    bell.clock.advance(3_600)
    bell.chat.faults = [TryLater(60)]
    await bell.publish(NEWS)
    bell.clock.advance(-3_600)
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_clock_that_is_set_back_by_seconds_ends_no_wait(bell: Bell) -> None:
    await owe(bell.store)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds() + 40)
    bell.chat.faults = [TryLater(60)]
    await bell.deliver()
    # promised by the clock of then, and due at once if it weren't for the channel's wait
    await owe(bell.store, start=2)
    await bell.deliver(-30)
    assert not bell.chat.said(DEALS)
    await bell.deliver(90)
    links = [message.entries[0].link for _, message in bell.chat.stands[DEALS]]
    assert [link.rpartition("/")[2] for link in links] == ["1", "2"]


async def test_nothing_overtakes_a_post_that_is_looked_for_later(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek OR openai")
    bell.chat.faults, bell.chat.applies = [Unknown("cut")], True
    await bell.publish(NEWS)
    bell.chat.look_faults = [TryLater(600)]
    await bell.deliver(3)
    await bell.publish(MORE)
    await bell.deliver(530)
    assert len(bell.chat.said(DEALS)) == 1
    await bell.deliver(10)
    assert ["DeepSeek" in said for said in bell.chat.said(DEALS)] == [True, False]
    assert (await bell.store.alert_counts())[AlertState.SENT] == 2


async def test_nothing_overtakes_a_post_that_is_lost_twice(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek OR openai")
    bell.chat.faults = [Unknown("cut"), Unknown("cut")]
    await bell.publish(NEWS)
    await bell.publish(MORE)
    assert not bell.chat.said(DEALS)
    await bell.deliver(3)
    assert ["DeepSeek" in said for said in bell.chat.said(DEALS)] == [True, False]


async def test_a_round_that_began_before_a_post_was_lost_leaves_nothing_behind_it(bell: Bell) -> None:
    first, _ = await owe(bell.store, 2)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    await bell.store.begin([first], "lost", bell.clock.now())
    # as a worker that looked for what is owed a moment ago
    await bell.delivery._serve(DEALS)
    assert not bell.chat.said(DEALS)


async def test_a_post_is_not_looked_for_before_its_time(bell: Bell) -> None:
    (alert,) = await owe(bell.store)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    await bell.store.begin([alert], "lost", NOW)
    await bell.store.settle("lost", AlertState.UNKNOWN, next_try=NOW + timedelta(seconds=3))
    await bell.delivery._serve(DEALS)
    assert not bell.chat.said(DEALS)
    assert (await bell.store.alert_counts())[AlertState.UNKNOWN] == 1


async def test_a_clock_set_back_by_a_day_delays_no_look(bell: Bell) -> None:
    (alert,) = await owe(bell.store)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    await bell.store.begin([alert], "lost", NOW)
    await bell.store.settle("lost", AlertState.UNKNOWN, next_try=NOW + timedelta(seconds=3))
    bell.clock.advance(-DAY)
    await bell.delivery._serve(DEALS)
    assert len(bell.chat.said(DEALS)) == 1


async def test_what_a_dead_worker_had_begun_leaves_again_under_its_old_key(bell: Bell) -> None:
    (alert,) = await owe(bell.store)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    await bell.store.begin([alert], "the-old-key", NOW)
    await bell.delivery.open()
    bell.chat.faults = [TryLater(5)]
    await bell.deliver(3)
    await bell.deliver(5)
    ((key, _),) = bell.chat.stands[DEALS]
    # Discord answers the key that it knows with the first message
    assert key == "the-old-key"


async def test_what_another_worker_has_begun_is_not_sent_by_us(bell: Bell) -> None:
    alerts = await owe(bell.store)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())

    async def meanwhile(_: object) -> None:
        assert await bell.store.begin(alerts, "anothers", bell.clock.now())

    bell.delivery._complete = meanwhile
    await bell.delivery._serve(DEALS)
    assert not bell.chat.said(DEALS)
    assert (await bell.store.alert_counts())[AlertState.SENDING] == 1


async def test_a_channel_that_hangs_delays_no_other(bell: Bell) -> None:
    bell.chat = slow = Slow()
    bell.wire()
    slow.gates[DEALS] = asyncio.Event()
    await owe(bell.store)
    await owe(bell.store, 3, OTHERS, start=10)
    bell.clock.advance((NOW - bell.clock.now()).total_seconds())
    await bell.delivery.tick()
    other = bell.delivery._under_way[OTHERS]
    await asyncio.wait_for(asyncio.shield(other), 10)
    assert (len(slow.said(DEALS)), len(slow.said(OTHERS))) == (0, 3)
    # the next tick leaves the one that hangs alone
    await bell.delivery.tick()
    slow.gates[DEALS].set()
    await bell.deliver()
    assert (len(slow.said(DEALS)), len(slow.said(OTHERS))) == (1, 3)
