from bot.chat.slack.pace import Pace
from bot.errors import TryLater
from tests.fakes.clock import FakeClock


def test_one_or_two_channels_that_wait_are_their_own_affair() -> None:
    pace, clock = Pace(), FakeClock()
    assert not pace.judge("C1", TryLater(30), clock.now()).everywhere
    assert not pace.judge("C2", TryLater(30), clock.now()).everywhere
    assert not pace.judge("C2", TryLater(30), clock.now()).everywhere


def test_a_third_channel_at_the_same_time_means_the_workspace() -> None:
    pace, clock = Pace(), FakeClock()
    pace.judge("C1", TryLater(30), clock.now())
    pace.judge("C2", TryLater(30), clock.now())
    judged = pace.judge("C3", TryLater(12), clock.now())
    assert (judged.seconds, judged.everywhere) == (12, True)


def test_a_wait_that_is_over_counts_no_more() -> None:
    pace, clock = Pace(), FakeClock()
    pace.judge("C1", TryLater(5), clock.now())
    pace.judge("C2", TryLater(5), clock.now())
    clock.advance(6)
    assert not pace.judge("C3", TryLater(5), clock.now()).everywhere


def test_what_slack_calls_a_limit_on_the_app_stays_one() -> None:
    assert Pace().judge("C1", TryLater(5, everywhere=True), FakeClock().now()).everywhere
