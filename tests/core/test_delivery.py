"""The rules of the delivery ledger, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.delivery import MOST_IN_ONE, MOVES, batches, look_since, may_move, post_key, posts, retry_after
from bot.core.model import Alert, AlertId, AlertState, Channel, StoryId

NOW = datetime(2026, 5, 12, tzinfo=UTC)


def waiting(count: int) -> list[Alert]:
    return [
        Alert(
            id=AlertId(number),
            story=StoryId(number),
            channel=Channel("slack", "C1"),
            reasons=(),
            state=AlertState.PROMISED,
            made_at=NOW,
            next_try=NOW,
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("old", "new", "legal"),
    [
        ("promised", "sending", True),
        ("promised", "sent", False),
        ("promised", "refused", True),
        ("sending", "sent", True),
        ("sending", "refused", True),
        ("sending", "unknown", True),
        ("sending", "promised", True),
        ("sending", "sending", False),
        ("unknown", "sent", True),
        ("unknown", "unknown", True),
        ("unknown", "promised", True),
        ("unknown", "sending", False),
        ("sent", "promised", False),
        ("sent", "unknown", False),
        ("refused", "promised", False),
    ],
)
def test_moves(old: str, new: str, legal: bool) -> None:
    assert may_move(AlertState(old), AlertState(new)) is legal


def test_every_state_has_its_moves_and_an_end_is_reached_from_all() -> None:
    ends = {state for state in AlertState if not MOVES[state]}
    assert ends == {AlertState.SENT, AlertState.REFUSED}
    reached = set(ends)
    for _ in AlertState:
        reached |= {state for state in AlertState if MOVES[state] & reached}
    assert reached == set(AlertState)


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 5), (1, 5), (2, 10), (3, 20), (8, 640), (9, 900), (10**6, 900)]
)
def test_a_rest_doubles_up_to_a_quarter_of_an_hour(attempts: int, seconds: float) -> None:
    assert retry_after(attempts) == seconds


def test_rests_never_shrink() -> None:
    assert all(one <= two for one, two in pairwise(retry_after(n) for n in range(40)))


@pytest.mark.parametrize(
    ("made", "since"),
    [
        # hours by which the promises were made, and from when a look reads on
        ([0], -24),
        ([-2, 0], -26),
        ([-100], -124),
        # the clock was set back since
        ([5], -24),
        ([5, -1], -25),
    ],
)
def test_a_look_goes_back_a_day_before_the_first_promise(made: list[int], since: int) -> None:
    alerts = [
        replace(one, made_at=NOW + timedelta(hours=at)) for one, at in zip(waiting(9), made, strict=False)
    ]
    assert look_since(alerts, NOW) == NOW + timedelta(hours=since)


@given(st.text(), st.integers(min_value=1))
def test_a_post_key_is_stable_and_fits_a_nonce(installation: str, first: int) -> None:
    key = post_key(installation, AlertId(first))
    assert key == post_key(installation, AlertId(first))
    assert 20 <= len(key) <= 25
    assert key.isascii()
    assert key.isalnum()


def test_post_keys_differ_by_alert_and_by_installation() -> None:
    keys = {post_key(home, AlertId(n)) for home in ("a", "b", "a:1") for n in range(500)}
    assert len(keys) == 1500


def test_the_key_of_a_post_does_not_change_from_version_to_version() -> None:
    assert post_key("an installation", AlertId(7)) == "jyp4dugtnycugvhxqoxpbu45"


def test_a_key_names_every_alert_that_a_post_carries() -> None:
    one, two, three = map(AlertId, (1, 2, 3))
    keys = {
        post_key("a", one),
        post_key("a", one, two),
        post_key("a", one, three),
        post_key("a", one, two, three),
    }
    assert len(keys) == 4


def test_a_post_that_was_begun_before_leaves_as_it_was_and_before_the_others() -> None:
    alerts = waiting(9)
    begun = [replace(alert, post_key="old") for alert in alerts[3:5]]
    made = posts("home", [*begun, *alerts[:3], *alerts[5:]])
    carried = [tuple(alert.id for alert in each) for _, each in made]
    assert made[0] == ("old", tuple(begun))
    # the seven others are more than five, and go together
    assert carried[1:] == [(0, 1, 2, 5, 6, 7, 8)]
    assert made[1][0] == post_key("home", *carried[1])


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (5, [1] * 5), (6, [6]), (25, [25]), (26, [25, 1]), (500, [25] * 20)],
)
def test_more_than_five_leave_together(count: int, sizes: list[int]) -> None:
    made = batches(waiting(count))
    assert [len(batch) for batch in made] == sizes
    assert max(sizes, default=0) <= MOST_IN_ONE


@given(st.integers(min_value=0, max_value=120), st.integers(min_value=0, max_value=9))
def test_a_batch_drops_nothing_and_keeps_the_order(count: int, most_single: int) -> None:
    alerts = waiting(count)
    assert list(chain.from_iterable(batches(alerts, most_single))) == alerts
