from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.model import Change, Source, SourceId, Verdict
from bot.core.reach import Reach

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
REST = timedelta(seconds=30)
WELL = (Change(at=NOW, verdict=Verdict.OK),)


def source(number: int, host: str = "", **more: object) -> Source:
    target = f"https://{host or f'{number}.example'}/{number}"
    made = Source(id=SourceId(number), kind="feed", target=target, name=target, primed=True, next_poll=NOW)
    return replace(made, history=WELL, **more)  # type: ignore[arg-type]  # fields of a source


def ended(before: Source, verdict: Verdict) -> Source:
    """The source as it stands when its poll counts."""
    if verdict in (Verdict.OK, Verdict.UNCHANGED):
        return replace(before, verdict=verdict, failures=0)
    history = (*before.history, Change(at=NOW, verdict=verdict))
    later = NOW + timedelta(hours=5)
    return replace(
        before, verdict=verdict, failures=before.failures + 1, history=history, next_poll=later, cause="no"
    )


def polled(reach: Reach, verdict: Verdict, *sources: Source) -> tuple[Source, ...]:
    """Poll each; what is to be written after the last."""
    for one in sources:
        written = reach.note(one, ended(one, verdict), now=NOW, rest=REST)
    return written


def lost(reach: Reach) -> bool:
    return reach.lost


THREE = (source(1), source(2), source(3))


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict.DNS,
        Verdict.CONNECTION,
        Verdict.TIMEOUT,
        Verdict.TLS,
        Verdict.NOT_A_FEED,
        Verdict.EMPTY,
        Verdict.REFUSED_ADDRESS,
    ],
)
def test_three_that_fail_so_are_our_own_outage_and_none_of_them_pays(verdict: Verdict) -> None:
    reach = Reach()
    assert polled(reach, verdict, *THREE[:2])[0].failures == 1
    assert not lost(reach)
    written = polled(reach, verdict, THREE[2])
    assert lost(reach)
    assert [one.id for one in written] == [1, 2, 3]
    assert {(one.failures, one.history, one.next_poll) for one in written} == {(0, WELL, NOW + REST)}
    # and so it stays
    (again,) = polled(reach, verdict, replace(written[0]))
    assert (again.failures, again.history) == (0, WELL)


@pytest.mark.parametrize("verdict", [Verdict.STATUS, Verdict.GONE, Verdict.RATE_LIMITED, Verdict.TOO_LARGE])
def test_servers_that_answer_rudely_are_no_outage(verdict: Verdict) -> None:
    reach = Reach()
    assert polled(reach, verdict, *THREE)[0].failures == 1
    assert not lost(reach)


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.UNCHANGED, Verdict.STATUS])
def test_one_answer_ends_it(verdict: Verdict) -> None:
    reach = Reach()
    polled(reach, Verdict.NOT_A_FEED, *THREE)
    polled(reach, verdict, source(4))
    assert not lost(reach)


def test_a_sign_in_page_beside_broken_connections_is_one_outage() -> None:
    reach = Reach()
    polled(reach, Verdict.TLS, source(1), source(2))
    polled(reach, Verdict.NOT_A_FEED, source(3))
    assert lost(reach)


def test_a_page_where_there_has_long_been_one_neither_makes_nor_ends_an_outage() -> None:
    reach = Reach()
    parked = source(9, failures=4)
    polled(reach, Verdict.NOT_A_FEED, source(1), source(2), parked)
    assert not lost(reach)
    polled(reach, Verdict.NOT_A_FEED, source(3))
    assert lost(reach)
    (spared,) = polled(reach, Verdict.NOT_A_FEED, parked)
    assert spared.failures == 4


def test_three_feeds_of_one_site_that_turn_into_pages_are_that_sites_affair() -> None:
    reach = Reach()
    polled(reach, Verdict.NOT_A_FEED, *(source(number, "parked.example") for number in range(1, 4)))
    assert not lost(reach)


def test_what_was_never_a_feed_says_nothing_of_the_network() -> None:
    reach = Reach()
    polled(reach, Verdict.NOT_A_FEED, *(replace(one, primed=False) for one in THREE))
    assert not lost(reach)
