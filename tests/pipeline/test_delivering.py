"""What is owed stands in its channel exactly once, whatever the platform does."""

from bot.core.model import AlertState
from bot.errors import ChannelGone, ChatDown, Refused, TryLater, Unknown
from tests.pipeline.conftest import ADDRESS, DEALS, OTHERS, Bell, item

NEWS = item("DeepSeek valued at $45 billion after first funding round")
MORE = item("OpenAI opens an office in Lima")


async def owed(bell: Bell, query: str = "deepseek OR openai") -> None:
    await bell.follow()
    await bell.watch(query)


async def states(bell: Bell) -> dict[AlertState, int]:
    return {state: count for state, count in (await bell.store.alert_counts()).items() if count}


async def test_a_rate_limit_waits_exactly_as_long_as_told(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [TryLater(30)]
    await bell.publish(NEWS)
    await bell.deliver(29)
    assert not bell.chat.said(DEALS)
    await bell.deliver(1)
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_limited_channel_does_not_delay_another(bell: Bell) -> None:
    await owed(bell)
    await bell.watch("deepseek", OTHERS)
    bell.chat.faults = [TryLater(3600)]
    await bell.publish(NEWS)
    assert len(bell.chat.said(DEALS)) + len(bell.chat.said(OTHERS)) == 1


async def test_a_limit_on_everything_holds_every_channel(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [TryLater(3600, everywhere=True)]
    await bell.publish(NEWS)
    await bell.watch("openai", OTHERS)
    await bell.publish(MORE)
    assert not bell.chat.said(OTHERS)
    await bell.deliver(3600)
    assert len(bell.chat.said(OTHERS)) == 1


async def test_a_limit_outlives_a_restart(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [TryLater(600)]
    await bell.publish(NEWS)
    await bell.restart()
    await bell.deliver(599)
    assert not bell.chat.said(DEALS)
    await bell.deliver(1)
    assert len(bell.chat.said(DEALS)) == 1


async def test_order_is_kept_behind_a_limit(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [TryLater(120)]
    await bell.publish(NEWS)
    await bell.publish(MORE)
    await bell.deliver(120)
    assert [("DeepSeek" in said) for said in bell.chat.said(DEALS)] == [True, False]


async def test_a_lost_answer_is_settled_by_looking_and_not_repeated(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults, bell.chat.applies = [Unknown("cut")], True
    await bell.publish(NEWS)
    await bell.deliver(10)
    assert len(bell.chat.said(DEALS)) == 1
    assert await states(bell) == {AlertState.SENT: 1}


async def test_a_post_that_never_arrived_is_sent_again(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [Unknown("cut")]
    await bell.publish(NEWS)
    assert not bell.chat.said(DEALS)
    await bell.deliver(10)
    assert len(bell.chat.said(DEALS)) == 1


async def test_where_we_may_not_look_it_is_sent_once_more_and_recorded(bell: Bell) -> None:
    await owed(bell)
    bell.chat.may_look = False
    bell.chat.faults = [Unknown("cut")]
    await bell.publish(NEWS)
    await bell.deliver(3)
    await bell.deliver(14)
    assert not bell.chat.said(DEALS)
    await bell.deliver(1)
    assert len(bell.chat.said(DEALS)) == 1
    assert await bell.store.repeated() == 1
    story = (await bell.store.stories(since=bell.clock.now().replace(year=2000)))[-1]
    assert [alert.cause for alert in await bell.store.alerts_for(story.id)] == ["possibly repeated"]


async def test_two_lost_answers_without_a_look_end_in_no_third_post(bell: Bell) -> None:
    await owed(bell)
    bell.chat.may_look, bell.chat.applies = False, True
    bell.chat.faults = [Unknown("cut"), Unknown("cut")]
    await bell.publish(NEWS)
    for _ in range(5):
        await bell.deliver(60)
    assert len(bell.chat.said(DEALS)) == 2
    assert await states(bell) == {AlertState.REFUSED: 1}


async def test_where_nothing_is_to_be_repeated_a_lost_answer_is_left_and_told(bell: Bell) -> None:
    bell.wire(repeat=False)
    await bell.ingest.open()
    await owed(bell)
    bell.chat.may_look, bell.chat.applies = False, True
    bell.chat.faults = [Unknown("cut")]
    await bell.publish(NEWS)
    for _ in range(5):
        await bell.deliver(60)
    assert len(bell.chat.said(DEALS)) == 1
    assert await states(bell) == {AlertState.REFUSED: 1}
    assert await bell.store.repeated() == 0
    assert "went unanswered" in bell.notices[0]
    # it keeps nothing else from leaving
    await bell.publish(MORE)
    assert len(bell.chat.said(DEALS)) == 2


async def test_a_limit_behind_a_lost_answer_is_waited_for_before_the_look(bell: Bell) -> None:
    await owed(bell)
    await bell.watch("deepseek", OTHERS)
    limit = TryLater(600, everywhere=True)
    bell.chat.faults, bell.chat.applies = [Unknown("Discord answered 500", limit=limit)], True
    await bell.publish(NEWS)
    standing = len(bell.chat.said(DEALS)) + len(bell.chat.said(OTHERS))
    await bell.publish(MORE)
    await bell.deliver(530)
    assert len(bell.chat.said(DEALS)) + len(bell.chat.said(OTHERS)) == standing
    await bell.deliver(10)
    assert (len(bell.chat.said(DEALS)), len(bell.chat.said(OTHERS))) == (2, 1)
    assert await states(bell) == {AlertState.SENT: 3}


async def test_what_was_being_sent_at_a_crash_is_looked_for_after_the_start(bell: Bell) -> None:
    await owed(bell)
    bell.fetcher.serve(ADDRESS, NEWS)
    await bell.poll()
    (alert,) = await bell.store.waiting(bell.clock.now())
    await bell.store.begin([alert], "key-of-the-crashed-run", bell.clock.now())
    await bell.restart()
    await bell.deliver(10)
    assert len(bell.chat.said(DEALS)) == 1
    assert await states(bell) == {AlertState.SENT: 1}


async def test_a_platform_that_is_down_gets_it_later(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [ChatDown("no connection")] * 3
    await bell.publish(NEWS)
    for _ in range(6):
        await bell.deliver(60)
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_refused_message_does_not_block_the_next_and_is_told(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [Refused("invalid_blocks")]
    await bell.publish(NEWS)
    await bell.publish(MORE)
    assert len(bell.chat.said(DEALS)) == 1
    assert "OpenAI" in bell.chat.said(DEALS)[0]
    assert "invalid_blocks" in bell.notices[0]


async def test_a_channel_that_is_gone_pauses_its_watches_and_tells_the_operators_once(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [ChannelGone("The channel is archived.")]
    await bell.publish(NEWS)
    await bell.publish(MORE)
    assert len(bell.notices) == 1
    assert "archived" in bell.notices[0]
    assert all("archived" in watch.paused for watch in await bell.store.watches(DEALS))
    assert not bell.chat.said(DEALS)


async def test_a_chat_that_is_not_connected_keeps_what_it_owes(bell: Bell) -> None:
    await owed(bell)
    bell.chat.connected = False
    await bell.publish(NEWS)
    assert not bell.chat.said(DEALS)
    bell.chat.connected = True
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_limit_before_a_lost_answer_is_no_lost_answer(bell: Bell) -> None:
    await owed(bell)
    bell.chat.may_look = False
    bell.chat.faults = [TryLater(5), TryLater(5), Unknown("cut")]
    await bell.publish(NEWS)
    for _ in range(4):
        await bell.deliver(20)
    assert len(bell.chat.said(DEALS)) == 1
    assert await states(bell) == {AlertState.SENT: 1}


async def test_news_behind_an_unanswered_post_waits_for_it(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [Unknown("cut")]
    await bell.publish(NEWS)
    bell.clock.advance(-60)
    await bell.publish(MORE)
    await bell.deliver(120)
    assert [("DeepSeek" in said) for said in bell.chat.said(DEALS)] == [True, False]


async def test_a_crash_inside_a_platforms_library_is_settled_by_looking(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults, bell.chat.applies = [RuntimeError("stumbled")], True
    await bell.publish(NEWS)
    await bell.deliver(5)
    assert len(bell.chat.said(DEALS)) == 1
    assert await states(bell) == {AlertState.SENT: 1}


async def test_an_attempt_that_nobody_came_back_to_is_settled_without_a_restart(bell: Bell) -> None:
    await owed(bell)
    bell.fetcher.serve(ADDRESS, NEWS)
    await bell.poll()
    (alert,) = await bell.store.waiting(bell.clock.now())
    assert await bell.store.begin([alert], "key-of-a-dead-worker", bell.clock.now())
    await bell.deliver(290)
    assert not bell.chat.said(DEALS)
    assert await states(bell) == {AlertState.SENDING: 1}
    await bell.deliver(10)
    await bell.deliver(5)
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_clock_set_back_by_a_day_holds_neither_alerts_nor_polls_for_a_day(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [TryLater(60)]
    await bell.publish(NEWS)
    bell.clock.advance(-86_400)
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1
    asked = len(bell.fetcher.polled)
    await bell.polling.tick()
    await bell.polling.settle()
    assert len(bell.fetcher.polled) == asked + 1


async def test_what_is_owed_leaves_after_three_days_asleep(bell: Bell) -> None:
    await owed(bell)
    bell.chat.faults = [ChatDown("no connection")]
    await bell.publish(NEWS)
    await bell.deliver(3 * 86_400)
    assert len(bell.chat.said(DEALS)) == 1
