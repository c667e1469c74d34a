"""When a source is asked next, and which of its items are news."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import polling
from bot.core.model import Fetched, FetchFailed, Item, NotModified, Source, SourceId, Validators, Verdict

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
INTERVAL = timedelta(minutes=3)
DAY = timedelta(days=1)
NEW = Validators(etag='"v2"', body_hash="b2")


def source(number: int = 7, **state: Any) -> Source:
    known: dict[str, Any] = {
        "id": SourceId(number),
        "kind": "feed",
        "name": "Harbour Wire",
        "next_poll": NOW,
    }
    known |= {
        "target": "https://harbour.example/feed",
        "primed": True,
        "last_success": NOW - INTERVAL,
        **state,
    }
    return Source(**known)


def item(ident: str = "", link: str = "", title: str = "Tidewater raises $40M", **more: Any) -> Item:
    return Item(id=ident, link=link, title=title, text=more.get("text", ""), published=more.get("published"))


def failed(verdict: Verdict = Verdict.TIMEOUT, retry_after: float | None = None) -> FetchFailed:
    return FetchFailed(verdict=verdict, reason="no answer", retry_after=retry_after)


# the next poll


def test_a_success_clears_what_was_wrong_and_primes() -> None:
    ill = source(primed=False, failures=4, cause="no answer", verdict=Verdict.TIMEOUT)
    well = polling.after(ill, Fetched(items=(), validators=NEW), now=NOW, interval=INTERVAL)
    assert (well.primed, well.failures, well.cause, well.verdict) == (True, 0, "", Verdict.OK)
    assert well.validators == NEW
    assert well.last_poll == well.last_success == NOW


def test_no_change_is_a_success_too() -> None:
    well = polling.after(source(failures=2), NotModified(validators=NEW), now=NOW, interval=INTERVAL)
    assert (well.verdict, well.failures, well.last_success) == (Verdict.UNCHANGED, 0, NOW)


def test_a_permanent_move_is_stored_and_a_name_is_kept() -> None:
    result = Fetched(items=(), validators=NEW, title="New title", moved_to="https://harbour.example/new")
    moved = polling.after(source(), result, now=NOW, interval=INTERVAL)
    assert (moved.target, moved.name) == ("https://harbour.example/new", "Harbour Wire")
    unnamed = polling.after(source(name=""), result, now=NOW, interval=INTERVAL)
    assert unnamed.name == "New title"


@given(st.integers(min_value=1, max_value=10**9))
def test_a_healthy_source_rests_its_interval_and_a_tenth_at_most(number: int) -> None:
    rest = (
        polling.after(source(number), NotModified(validators=NEW), now=NOW, interval=INTERVAL).next_poll - NOW
    )
    assert INTERVAL <= rest <= INTERVAL * 1.1


def test_sources_are_spread_and_each_keeps_its_place() -> None:
    def rest(number: int) -> timedelta:
        return (
            polling.after(source(number), NotModified(validators=NEW), now=NOW, interval=INTERVAL).next_poll
            - NOW
        )

    assert len({rest(number) for number in range(50)}) == 50
    assert rest(3) == rest(3)


@pytest.mark.parametrize("verdict", [Verdict.RATE_LIMITED, Verdict.STATUS])
def test_retry_after_is_kept_to_the_second(verdict: Verdict) -> None:
    waiting = polling.after(source(), failed(verdict, 137.5), now=NOW, interval=INTERVAL)
    assert waiting.next_poll == NOW + timedelta(seconds=137.5)


@pytest.mark.parametrize("seconds", [90_000, 10**12, 1e300, float("inf")])
def test_retry_after_is_capped_at_a_day(seconds: float) -> None:
    assert (
        polling.after(source(), failed(retry_after=seconds), now=NOW, interval=INTERVAL).next_poll
        == NOW + DAY
    )


def test_retry_after_of_zero_is_no_invitation_to_hammer() -> None:
    assert (
        polling.after(source(), failed(retry_after=0), now=NOW, interval=INTERVAL).next_poll > NOW + INTERVAL
    )


def test_failures_double_the_rest_up_to_a_day_and_never_end() -> None:
    state, rests = source(), []
    for _ in range(1200):
        state = polling.after(state, failed(), now=NOW, interval=INTERVAL)
        rests.append(state.next_poll - NOW)
    assert state.failures == 1200
    assert abs(rests[1] - rests[0] * 2) < timedelta(seconds=1)
    assert rests == sorted(rests)
    assert rests[-1] == DAY


def test_a_failure_keeps_what_is_known() -> None:
    before = source(validators=NEW)
    after = polling.after(before, failed(Verdict.GONE), now=NOW, interval=INTERVAL)
    assert (after.validators, after.primed, after.last_success) == (NEW, True, before.last_success)
    assert (after.verdict, after.cause, after.last_poll) == (Verdict.GONE, "no answer", NOW)


def test_the_first_success_after_failures_returns_to_the_interval() -> None:
    ill = source(failures=9)
    well = polling.after(ill, NotModified(validators=NEW), now=NOW, interval=INTERVAL)
    ill_again = polling.after(well, failed(), now=NOW, interval=INTERVAL)
    assert ill_again.next_poll - NOW <= INTERVAL * 2.2


# who an item is


def test_an_item_is_known_by_its_id_and_its_page() -> None:
    assert polling.identities(item("hw-1", "https://harbour.example/a?utm_source=rss")) == (
        "id:hw-1",
        "link:https://harbour.example/a",
    )


def test_the_same_page_under_a_new_id_shares_a_name() -> None:
    old = polling.identities(item("hw-1", "https://harbour.example/a"))
    new = polling.identities(item("hw-1-updated", "https://harbour.example/a#top"))
    assert set(old) & set(new)


def test_a_new_date_or_text_makes_no_new_item() -> None:
    first = item("hw-1", "https://harbour.example/a", text="Draft", published=NOW)
    later = replace(first, text="Final", published=NOW + DAY, title="Tidewater raises $45M")
    assert polling.identities(first) == polling.identities(later)


def test_without_id_and_page_the_words_count() -> None:
    first, second = item(title="One"), item(title="Two")
    assert polling.identities(first) == polling.identities(replace(first, published=NOW))
    assert polling.identities(first) != polling.identities(second)
    assert polling.identities(first) != polling.identities(replace(first, text="x"))


def test_a_bare_home_page_names_no_item_that_has_an_id() -> None:
    assert polling.identities(item("hw-1", "https://harbour.example/")) == ("id:hw-1",)
    assert polling.identities(item("", "https://harbour.example/")) == ("link:https://harbour.example/",)


def test_long_ids_are_kept_short() -> None:
    first, second = polling.identities(item("a" * 5000)), polling.identities(item("a" * 5001))
    assert first != second
    assert all(len(name) < 220 for name in (*first, *second))


def test_a_page_that_most_items_share_names_none_of_them() -> None:
    show = [item(f"e{number}", "https://show.example/podcast") for number in range(4)]
    assert [names for _, names in polling.named(show)] == [(f"id:e{number}",) for number in range(4)]


def test_a_page_that_two_items_share_still_makes_them_one() -> None:
    items = [item("a", "https://harbour.example/a"), item("b", "https://harbour.example/a")]
    items += [item(f"c{number}", f"https://harbour.example/c{number}") for number in range(6)]
    first, second = [set(names) for _, names in polling.named(items)][:2]
    assert first & second


# what rings


@pytest.mark.parametrize(
    ("published", "fresh"),
    [
        (None, True),
        (NOW, True),
        (NOW - timedelta(days=7), True),
        (NOW - timedelta(days=7, seconds=1), False),
        (NOW + timedelta(days=400), True),
        (datetime(1, 1, 1, tzinfo=UTC), False),
    ],
)
def test_what_is_too_old_does_not_ring(published: datetime | None, fresh: bool) -> None:
    assert polling.fresh(published, NOW, timedelta(days=7)) is fresh


def test_the_first_poll_and_the_one_after_a_long_sleep_are_silent() -> None:
    new = [item("a", published=NOW)]
    assert polling.silent(source(primed=False), new, of=1, now=NOW)
    assert polling.silent(source(last_success=None), new, of=1, now=NOW)
    assert polling.silent(source(last_success=NOW - timedelta(days=3)), new, of=1, now=NOW)
    assert not polling.silent(source(last_success=NOW - timedelta(hours=30)), new, of=1, now=NOW)


def dated(count: int, published: datetime | None) -> list[Item]:
    return [item(f"n{number}", published=published) for number in range(count)]


def test_a_feed_that_renames_all_its_items_is_silent() -> None:
    for published in (None, NOW - timedelta(days=2)):
        assert polling.silent(source(), dated(20, published), of=20, now=NOW)


def test_a_feed_full_of_dated_news_rings() -> None:
    assert not polling.silent(source(), dated(20, NOW), of=20, now=NOW)


def test_news_beside_known_items_rings_even_without_dates() -> None:
    assert not polling.silent(source(), dated(19, None), of=20, now=NOW)


def test_a_feed_of_few_items_is_not_suspected() -> None:
    assert not polling.silent(source(), dated(4, None), of=4, now=NOW)


def test_the_history_keeps_changes_and_no_repetitions() -> None:
    state = source()
    refused = FetchFailed(verdict=Verdict.STATUS, reason="the server answered 500")
    for result in (NotModified(validators=Validators()), refused, refused, refused):
        state = polling.after(state, result, now=NOW, interval=INTERVAL)
    assert [change.verdict for change in state.history] == [Verdict.OK, Verdict.STATUS]
    assert state.history[-1].cause == "the server answered 500"


def test_the_history_has_an_end() -> None:
    state = source()
    for _ in range(50):
        for result in (
            NotModified(validators=Validators()),
            FetchFailed(verdict=Verdict.DNS, reason="x" * 9_999),
        ):
            state = polling.after(state, result, now=NOW, interval=INTERVAL)
    assert len(state.history) == polling.MOST_CHANGES
    assert all(len(change.cause) <= 500 for change in state.history)
