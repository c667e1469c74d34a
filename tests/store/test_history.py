"""What is kept for whoever asks later: each step of an alert, why an article stands where it does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.delivery import Hold
from bot.core.model import AlertState, Standing, Step
from bot.ports import Store
from bot.store import open_store
from tests.fakes.clock import FakeClock
from tests.store.samples import DEALS, NOW, after, arrival, feed, owe


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
async def store(url: str, clock: FakeClock) -> AsyncIterator[Store]:
    opened = await open_store(url, clock=clock)
    yield opened
    await opened.close()


async def test_every_step_of_an_alert_is_kept_with_its_time_and_cause(store: Store, clock: FakeClock) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", clock.now())
    clock.advance(2)
    await store.settle("k1", AlertState.PROMISED, cause="429 for 30 s", next_try=after(32))
    clock.advance(30)
    await store.begin([alert], "k1", clock.now())
    clock.advance(1)
    await store.settle("k1", AlertState.SENT, message_id="m1")
    assert await store.steps(alert.id) == [
        Step(at=after(0), state=AlertState.SENDING),
        Step(at=after(2), state=AlertState.PROMISED, cause="429 for 30 s"),
        Step(at=after(32), state=AlertState.SENDING),
        Step(at=after(33), state=AlertState.SENT),
    ]


async def test_alerts_that_leave_together_each_have_their_steps(store: Store) -> None:
    first, second, other = await owe(store, 3)
    await store.begin([first, second], "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id="m1")
    assert [len(await store.steps(one.id)) for one in (first, second, other)] == [2, 2, 0]


async def test_a_move_that_is_refused_leaves_no_step(store: Store) -> None:
    (alert,) = await owe(store)
    with pytest.raises(ValueError, match="under way"):
        await store.settle("k1", AlertState.SENT)
    await store.begin([alert], "k1", NOW)
    assert not await store.begin([alert], "k2", NOW)
    assert len(await store.steps(alert.id)) == 1


async def test_an_alert_is_found_by_its_id_its_post_and_its_message(store: Store) -> None:
    first, second, third = await owe(store, 3)
    await store.begin([first, second], "postkey", NOW)
    await store.settle("postkey", AlertState.SENT, message_id="1715.0001")
    assert [one.id for one in await store.alerts_called(str(third.id))] == [third.id]
    for name in ("postkey", "1715.0001"):
        assert [one.id for one in await store.alerts_called(name)] == [first.id, second.id]
    for name in ("", "0", "nothing", "9" * 30, "²"):
        assert await store.alerts_called(name) == []


async def test_an_id_wins_over_a_message_of_that_name(store: Store) -> None:
    first, second = await owe(store, 2)
    await store.begin([first], "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id=str(second.id))
    assert [one.id for one in await store.alerts_called(str(second.id))] == [second.id]


async def test_it_is_known_since_when_something_is_owed_and_when_something_left(
    store: Store, clock: FakeClock
) -> None:
    assert await store.standing(clock.now()) == Standing(oldest_owed=None, last_sent=None)
    first, second = await owe(store, 2)
    await store.begin([first], "k1", NOW)
    clock.advance(5)
    await store.settle("k1", AlertState.SENT, message_id="m1")
    assert await store.standing(clock.now()) == Standing(oldest_owed=second.made_at, last_sent=after(5))
    await store.begin([second], "k2", clock.now())
    await store.settle("k2", AlertState.REFUSED, cause="too long")
    await store.hold(Hold(target="slack", since=NOW, until=after(60)))
    await store.hold(Hold(target=str(DEALS), since=NOW, until=after(1)))
    assert await store.standing(clock.now()) == Standing(oldest_owed=None, last_sent=after(5), holds=1)


async def test_the_steps_go_with_their_alert(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id="m1")
    await store.prune(NOW + timedelta(days=1))
    assert await store.steps(alert.id) == []


async def test_why_an_article_stands_in_its_story_is_kept(store: Store) -> None:
    source = await feed(store)
    arrived = arrival(source.id)
    placed = replace(arrived.article, placed="the same claim: Lumen Forge")
    recorded = await store.record(replace(arrived, article=placed), NOW)
    story = await store.story(recorded.story)
    assert story
    assert [one.placed for one in story.articles] == ["the same claim: Lumen Forge"]


async def test_a_lease_that_ends_and_a_channel_that_is_gone_are_steps_too(store: Store) -> None:
    first, second = await owe(store, 2)
    await store.begin([first], "k1", NOW)
    await store.lapse(NOW, lease=timedelta(0), but=(), cause="the program ended", next_try=NOW)
    await store.refuse(second.channel, "archived")
    assert [one.cause for one in await store.steps(first.id)] == ["", "the program ended"]
    assert [(one.state, one.cause) for one in await store.steps(second.id)] == [
        (AlertState.REFUSED, "archived")
    ]
