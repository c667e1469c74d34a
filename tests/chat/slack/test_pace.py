import asyncio

from bot.chat.slack.pace import GAP, Pace, Turns
from bot.errors import TryLater
from tests.chat.slack.examples import ALERT
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import DEALS, KEY, NEWS, Answering, eventually, made_for


def test_one_or_two_channels_that_wait_are_their_own_affair() -> None:
    pace = Pace()
    assert not pace.judge("C1", TryLater(30), 100).everywhere
    assert not pace.judge("C2", TryLater(30), 100).everywhere
    assert not pace.judge("C2", TryLater(30), 100).everywhere


def test_a_third_channel_at_the_same_time_means_the_workspace() -> None:
    pace = Pace()
    pace.judge("C1", TryLater(30), 100)
    pace.judge("C2", TryLater(30), 100)
    judged = pace.judge("C3", TryLater(12), 100)
    assert (judged.seconds, judged.everywhere) == (12, True)


def test_a_channel_that_is_told_again_is_counted_once() -> None:
    pace = Pace()
    for channel in ("C1", "C2", "C1"):
        assert not pace.judge(channel, TryLater(30), 100).everywhere


def test_a_wait_that_is_over_counts_no_more() -> None:
    pace = Pace()
    pace.judge("C1", TryLater(5), 100)
    pace.judge("C2", TryLater(5), 100)
    assert not pace.judge("C3", TryLater(5), 105).everywhere


async def test_waits_are_counted_in_seconds_that_are_never_set_back() -> None:
    pace = Pace()
    pace.judge("C1", TryLater(0), None)
    pace.judge("C2", TryLater(0), None)
    assert not pace.judge("C3", TryLater(30)).everywhere


def test_what_slack_calls_a_limit_on_the_app_stays_one() -> None:
    assert Pace().judge("C1", TryLater(5, everywhere=True), 100).everywhere


class Waiting:
    """Turns by a clock that moves with each wait alone, and the waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []
        self.turns = Turns(GAP, now=lambda: self.now, sleep=self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


async def test_posts_in_one_channel_leave_a_second_apart() -> None:
    waiting = Waiting()
    for _ in range(3):
        await waiting.turns.take("C1")
    waiting.now += 0.75
    await waiting.turns.take("C1")
    assert waiting.waits == [1.0, 1.0, 0.25]


async def test_a_channel_that_was_left_alone_for_a_second_waits_for_nothing() -> None:
    waiting = Waiting()
    await waiting.turns.take("C1")
    waiting.now += GAP
    await waiting.turns.take("C1")
    assert waiting.waits == []


async def test_one_channels_turn_delays_no_other() -> None:
    waiting = Waiting()
    for channel in ("C1", "C2", "C3"):
        await waiting.turns.take(channel)
    assert waiting.waits == []


async def test_a_second_post_waits_for_its_turn_while_another_channels_leaves(
    slack: SlackServer, answering: Answering
) -> None:
    chat = made_for(slack, answering, gap=1.0)
    await chat.post(DEALS, ALERT, KEY)
    second = asyncio.create_task(chat.post(DEALS, ALERT, KEY[::-1]))
    await chat.post(NEWS, ALERT, KEY)
    assert (len(slack.messages("C1")), len(slack.messages("C2"))) == (1, 1)
    await eventually(second.done)
    assert len(slack.messages("C1")) == 2
    await chat.close()
