"""What `bot.ports.Store` promises about alerts and their delivery, on both databases."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.delivery import LEASE, LONGEST_REST, Hold
from bot.core.model import AlertState, StoryId
from bot.ports import Store
from tests.store.samples import BECAUSE, DEALS, LOBBY, NEWS, NOW, after, owe


def held(target: str, seconds: float, since: float = 0) -> Hold:
    return Hold(target=target, since=after(since), until=after(seconds))


async def test_a_promise_waits_with_all_that_it_says(store: Store) -> None:
    (alert,) = await owe(store)
    assert (alert.channel, alert.reasons, alert.state) == (DEALS, BECAUSE, AlertState.PROMISED)
    assert (alert.made_at, alert.next_try, alert.attempts) == (NOW, NOW, 0)
    assert (alert.post_key, alert.message_id, alert.cause) == ("", "", "")


async def test_what_waits_comes_oldest_first_and_not_before_its_time(store: Store) -> None:
    made = await owe(store, 3)
    assert [alert.id for alert in await store.waiting(NOW)] == [alert.id for alert in made]
    assert await store.waiting(after(-1)) == []


async def test_what_was_begun_no_longer_waits_and_is_unsettled(store: Store) -> None:
    first, second, third = await owe(store, 3)
    await store.begin([first, second], "k1", after(5))
    assert [alert.id for alert in await store.waiting(after(9))] == [third.id]
    begun = await store.unsettled()
    assert [alert.id for alert in begun] == [first.id, second.id]
    assert {(one.state, one.post_key, one.attempts, one.next_try) for one in begun} == {
        (AlertState.SENDING, "k1", 1, after(5))
    }


async def test_a_post_that_the_platform_answered_is_sent_for_all_that_it_carries(store: Store) -> None:
    alerts = await owe(store, 2)
    await store.begin(alerts, "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id="1700.5")
    assert await store.unsettled() == []
    (sent,) = await store.alerts_for(alerts[0].story)
    assert (sent.state, sent.message_id, sent.post_key) == (AlertState.SENT, "1700.5", "k1")


async def test_a_refusal_keeps_its_cause(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.REFUSED, cause="too long")
    (refused,) = await store.alerts_for(alert.story)
    assert (refused.state, refused.cause) == (AlertState.REFUSED, "too long")


async def test_a_post_to_be_tried_again_waits_until_then_without_a_key(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.PROMISED, cause="asked to wait 30 s", next_try=after(30))
    assert await store.waiting(after(29)) == []
    (again,) = await store.waiting(after(30))
    assert (again.attempts, again.post_key, again.cause) == (1, "", "asked to wait 30 s")
    await store.begin([again], "k1", after(30))
    assert (await store.unsettled())[0].attempts == 2


async def test_a_lost_answer_stays_unsettled_until_somebody_can_tell(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.UNKNOWN, cause="cut", next_try=after(3))
    await store.settle("k1", AlertState.UNKNOWN, cause="still no connection", next_try=after(60))
    (lost,) = await store.unsettled()
    assert (lost.state, lost.next_try, lost.cause) == (AlertState.UNKNOWN, after(60), "still no connection")
    await store.settle("k1", AlertState.SENT, message_id="7")
    assert await store.unsettled() == []


async def test_a_try_again_without_a_time_is_refused(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    with pytest.raises(ValueError, match="time of the next try"):
        await store.settle("k1", AlertState.PROMISED)
    assert (await store.unsettled())[0].state is AlertState.SENDING


@pytest.mark.parametrize("state", [AlertState.SENT, AlertState.REFUSED, AlertState.UNKNOWN])
async def test_a_post_that_nobody_began_can_not_be_settled(store: Store, state: AlertState) -> None:
    await owe(store)
    for key in ("k1", ""):
        with pytest.raises(ValueError, match="no post under the key"):
            await store.settle(key, state)
    assert (await store.alert_counts())[AlertState.PROMISED] == 1


async def test_a_settled_post_can_not_be_settled_again(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id="7")
    with pytest.raises(ValueError, match="no post under the key"):
        await store.settle("k1", AlertState.REFUSED)


async def test_a_post_can_not_become_one_that_is_being_sent(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    with pytest.raises(ValueError, match="can't become sending"):
        await store.settle("k1", AlertState.SENDING)


async def test_an_alert_is_begun_once_and_with_it_all_or_none(store: Store) -> None:
    first, second = await owe(store, 2)
    assert await store.begin([first], "k1", NOW)
    assert not await store.begin([first, second], "k2", NOW)
    assert [alert.id for alert in await store.waiting(NOW)] == [second.id]


async def test_two_posts_under_way_can_not_share_a_key(store: Store) -> None:
    first, second = await owe(store, 2)
    await store.begin([first], "k1", NOW)
    assert not await store.begin([second], "k1", NOW)
    with pytest.raises(ValueError, match="at least one alert and a key"):
        await store.begin([second], "", NOW)


async def test_of_twenty_workers_that_begin_an_alert_one_may_send_it(store: Store) -> None:
    (alert,) = await owe(store)
    begun = await asyncio.gather(*(store.begin([alert], f"k{n}", NOW) for n in range(20)))
    assert sorted(begun) == [False] * 19 + [True]
    assert (await store.unsettled())[0].attempts == 1


async def test_counts_name_every_state(store: Store) -> None:
    assert await store.alert_counts() == dict.fromkeys(AlertState, 0)
    first, *_ = await owe(store, 3)
    await store.begin([first], "k1", NOW)
    assert await store.alert_counts() == dict.fromkeys(AlertState, 0) | {
        AlertState.PROMISED: 2,
        AlertState.SENDING: 1,
    }


async def test_a_story_without_alerts_has_none(store: Store) -> None:
    assert await store.alerts_for(StoryId(4)) == []


async def test_a_channel_on_hold_waits_and_no_other_does(store: Store) -> None:
    await owe(store)
    await owe(store, channel=NEWS)
    await store.hold(held(str(DEALS), 30))
    assert [alert.channel for alert in await store.waiting(after(29))] == [NEWS]
    assert [alert.channel for alert in await store.waiting(after(30))] == [DEALS, NEWS]


async def test_a_platform_on_hold_holds_all_its_channels(store: Store) -> None:
    await owe(store)
    await owe(store, channel=NEWS)
    await owe(store, channel=LOBBY)
    await store.hold(held("slack", 30))
    assert [alert.channel for alert in await store.waiting(after(1))] == [LOBBY]


async def test_a_hold_is_prolonged_and_never_shortened(store: Store) -> None:
    await owe(store)
    for seconds in (60, 30):
        await store.hold(held(str(DEALS), seconds))
    assert await store.waiting(after(59)) == []
    await store.hold(held(str(DEALS), 90))
    assert await store.waiting(after(89)) == []
    assert len(await store.waiting(after(90))) == 1


async def test_an_alert_that_is_being_sent_is_not_touched_by_a_hold(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.hold(held("slack", 60))
    await store.settle("k1", AlertState.SENT, message_id="7")
    assert (await store.alert_counts())[AlertState.SENT] == 1


async def test_ids_of_alerts_are_never_given_twice(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id="7")
    assert await store.prune(after(1)) == 1
    (later,) = await owe(store, start=2)
    # post keys, and with them Discord's nonces, are made of the id
    assert later.id > alert.id


async def lapse(store: Store, seconds: float, but: tuple[str, ...] = ()) -> int:
    return await store.lapse(after(seconds), lease=LEASE, but=but, cause="gone", next_try=after(seconds + 3))


async def test_an_attempt_that_nobody_settles_within_its_lease_may_be_settled_by_anybody(
    store: Store,
) -> None:
    alerts = await owe(store, 2)
    await store.begin(alerts, "k1", NOW)
    lease = LEASE.total_seconds()
    assert await lapse(store, lease - 1) == 0
    assert await lapse(store, lease, but=("k1",)) == 0
    assert await lapse(store, lease) == 2
    (lost, _) = await store.unsettled()
    assert (lost.state, lost.cause, lost.next_try) == (AlertState.UNKNOWN, "gone", after(lease + 3))
    assert await lapse(store, 2 * lease) == 0


async def test_an_attempt_from_the_future_lapses_for_the_clock_was_set_back(store: Store) -> None:
    await store.begin(await owe(store), "k1", after(86_400))
    assert await lapse(store, 0) == 1


async def test_a_post_that_was_ever_unanswered_keeps_its_key_over_all_further_tries(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.UNKNOWN, next_try=NOW)
    await store.settle("k1", AlertState.PROMISED, next_try=NOW)
    (again,) = await store.waiting(NOW)
    assert again.post_key == "k1"
    assert await store.begin([again], "k1", NOW)
    await store.settle("k1", AlertState.PROMISED, next_try=NOW, cause="limited")
    assert [one.post_key for one in await store.waiting(NOW)] == ["k1"]


async def test_a_key_that_carries_another_alert_begins_nothing(store: Store) -> None:
    first, second = await owe(store, 2)
    await store.begin([first, second], "k1", NOW)
    await store.settle("k1", AlertState.UNKNOWN, next_try=NOW)
    await store.settle("k1", AlertState.PROMISED, next_try=NOW)
    # a platform would answer the key with the message of both
    assert not await store.begin([first], "k1", NOW)
    assert await store.begin([first, second], "k1", NOW)


async def test_what_was_sent_once_more_without_a_look_is_marked_and_counted(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.UNKNOWN, next_try=NOW)
    assert await store.repeated() == 0
    await store.settle("k1", AlertState.PROMISED, next_try=NOW, repeated=True)
    await store.begin([alert], "k1", NOW)
    await store.settle("k1", AlertState.SENT, message_id="7")
    assert await store.repeated() == 1
    assert [one.repeated for one in await store.alerts_for(alert.story)] == [True]


async def test_what_a_channel_is_owed_comes_for_itself_and_in_portions(store: Store) -> None:
    made = await owe(store, 4)
    await owe(store, 2, channel=NEWS)
    assert [one.id for one in await store.waiting(NOW, DEALS, 3)] == [one.id for one in made[:3]]
    assert {one.channel for one in await store.waiting(NOW, NEWS)} == {NEWS}
    assert await store.waiting(NOW, LOBBY, 3) == []


async def test_a_post_that_was_sent_before_comes_first_and_whole(store: Store) -> None:
    first, second, third = await owe(store, 3)
    await store.begin([second, third], "k1", NOW)
    await store.settle("k1", AlertState.UNKNOWN, next_try=NOW)
    await store.settle("k1", AlertState.PROMISED, next_try=NOW)
    assert [one.id for one in await store.waiting(NOW, DEALS, 2)] == [second.id, third.id]
    assert first.id in [one.id for one in await store.waiting(NOW)]


async def test_channels_with_something_to_do_are_named_once(store: Store) -> None:
    await owe(store, 3)
    await owe(store, channel=LOBBY)
    assert await store.owing(after(-1)) == []
    assert await store.owing(NOW) == [DEALS, LOBBY]
    await store.hold(held(str(DEALS), 30))
    assert await store.owing(after(1)) == [LOBBY]


async def test_a_promise_behind_a_post_under_way_is_not_to_be_done_yet(store: Store) -> None:
    first, _ = await owe(store, 2)
    await store.begin([first], "k1", NOW)
    assert await store.owing(NOW) == []
    await store.settle("k1", AlertState.UNKNOWN, next_try=after(3))
    assert await store.owing(after(2)) == []
    assert await store.owing(after(3)) == [DEALS]


async def test_a_clock_that_is_set_back_by_a_day_holds_nothing_for_a_day(store: Store) -> None:
    day = 86_400
    (alert,) = await owe(store)
    await store.begin([alert], "k1", after(day))
    await store.settle("k1", AlertState.PROMISED, next_try=after(day + 60), hold=held("slack", day + 60, day))
    assert [one.id for one in await store.waiting(NOW)] == [alert.id]
    # a new hold by the right clock counts, though it ends before the one from the future
    await store.hold(held("slack", 30))
    assert await store.waiting(after(29)) == []
    assert len(await store.waiting(after(30))) == 1


async def test_a_rest_of_an_alert_is_kept_up_to_the_longest_one(store: Store) -> None:
    (alert,) = await owe(store)
    await store.begin([alert], "k1", NOW)
    longest = LONGEST_REST.total_seconds()
    await store.settle("k1", AlertState.PROMISED, next_try=after(longest))
    assert await store.waiting(after(longest - 1)) == []
    assert len(await store.waiting(after(longest))) == 1


async def test_a_hold_is_set_with_the_settlement_or_not_at_all(store: Store) -> None:
    await owe(store)
    with pytest.raises(ValueError, match="no post under the key"):
        await store.settle("k9", AlertState.PROMISED, next_try=NOW, hold=held("slack", 60))
    assert len(await store.waiting(NOW)) == 1


async def test_the_promises_of_a_channel_that_is_gone_are_closed_whatever_they_wait_for(store: Store) -> None:
    first, *_ = await owe(store, 3)
    await owe(store, channel=NEWS)
    await store.begin([first], "k1", NOW)
    await store.settle("k1", AlertState.PROMISED, next_try=after(600))
    await store.hold(held(str(DEALS), 10**6))
    assert await store.refuse(DEALS, "archived") == 3
    assert (await store.alert_counts())[AlertState.REFUSED] == 3
    assert await store.owing(after(10**7)) == [NEWS]
