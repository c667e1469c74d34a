"""Whoever reads a source is told once what became of it, and what to type next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.model import Fetched, FetchFailed, NotModified, Validators, Verdict
from bot.errors import ChatDown, TryLater, Unknown
from tests.pipeline.conftest import ADDRESS, DEALS, OTHERS, Bell, item

GONE = FetchFailed(verdict=Verdict.GONE, reason="the server answered 410 (Gone)", permanent=True)
PAGE = FetchFailed(verdict=Verdict.NOT_A_FEED, reason="this is a web page, not a feed")
NEW = "https://wire.example/new"


async def fail(bell: Bell, result: FetchFailed, times: int = 1) -> None:
    for _ in range(times):
        bell.fetcher.results[ADDRESS].append(result)
        await bell.poll()


async def named(bell: Bell) -> None:
    """A source that a watch in one channel names."""
    await bell.follow()
    await bell.watch('source:"wire.example"')


async def test_a_gone_source_asks_the_channel_whose_watch_names_it_once(bell: Bell) -> None:
    await named(bell)
    await bell.watch("deepseek", OTHERS)
    await fail(bell, GONE, times=3)
    (said,) = bell.chat.said(DEALS)
    assert "wire.example is gone" in said
    assert "/newsbell unfollow wire.example" in said
    assert "/newsbell follow ADDRESS" in said
    assert bell.chat.said(OTHERS) == []
    assert bell.notices == []


async def test_a_gone_source_asks_the_channel_in_which_it_was_followed(bell: Bell) -> None:
    source = await bell.follow()
    known = (await bell.store.sources())[0]
    await bell.store.save_source(replace(known, followed_in=str(OTHERS)))
    assert source.id == known.id
    await fail(bell, GONE, times=2)
    assert len(bell.chat.said(OTHERS)) == 1


async def test_where_no_channel_knows_it_the_operators_are_asked_once(bell: Bell) -> None:
    await bell.follow()
    await fail(bell, GONE, times=3)
    (said,) = bell.notices
    assert "wire.example is gone" in said


async def test_it_is_told_once_even_over_a_restart(bell: Bell) -> None:
    await named(bell)
    await fail(bell, GONE)
    await bell.restart()
    await fail(bell, GONE, times=2)
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_source_that_came_back_and_is_gone_again_is_told_again(bell: Bell) -> None:
    await named(bell)
    await fail(bell, GONE)
    bell.fetcher.serve(ADDRESS)
    await bell.poll()
    await fail(bell, GONE, times=2)
    assert len(bell.chat.said(DEALS)) == 2


async def test_a_page_in_place_of_a_feed_is_told_when_it_stays(bell: Bell) -> None:
    await named(bell)
    await fail(bell, PAGE, times=2)
    assert bell.chat.said(DEALS) == []
    await fail(bell, PAGE, times=3)
    (said,) = bell.chat.said(DEALS)
    assert "this is a web page, not a feed" in said
    assert "changed hands" in said


async def test_a_page_for_a_moment_is_told_to_nobody(bell: Bell) -> None:
    await named(bell)
    await fail(bell, PAGE, times=2)
    bell.fetcher.serve(ADDRESS)
    await bell.poll()
    await fail(bell, PAGE, times=2)
    assert bell.chat.said(DEALS) == []


async def test_a_moved_feed_is_followed_and_told_once(bell: Bell) -> None:
    await named(bell)
    bell.fetcher.results[ADDRESS] = [Fetched(items=(), validators=Validators(), moved_to=NEW)]
    await bell.poll()
    await bell.poll()
    (said,) = bell.chat.said(DEALS)
    assert NEW in said
    assert bell.fetcher.polled[-1] == NEW


async def test_two_addresses_that_send_to_each_other_are_told_once_each(bell: Bell) -> None:
    await named(bell)
    for _ in range(4):
        bell.fetcher.results[ADDRESS].append(NotModified(validators=Validators(), moved_to=NEW))
        bell.fetcher.results[NEW].append(NotModified(validators=Validators(), moved_to=ADDRESS))
    for _ in range(8):
        await bell.poll()
    assert len(bell.chat.said(DEALS)) == 2


async def test_a_move_to_an_address_that_is_followed_already_is_told_once(bell: Bell) -> None:
    await named(bell)
    await bell.follow(NEW)
    for _ in range(3):
        bell.fetcher.results[ADDRESS].append(NotModified(validators=Validators(), moved_to=NEW))
        await bell.poll()
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_chat_that_is_down_is_told_after_the_next_poll(bell: Bell) -> None:
    await named(bell)
    await bell.watch('source:"wire.example"', OTHERS)
    for fault in (ChatDown("no connection"), TryLater(3)):
        bell.chat.faults = [fault]
        await fail(bell, GONE)
    await fail(bell, GONE, times=2)
    # the one that was reached the first time isn't told again for the other's sake
    assert len(bell.chat.said(DEALS)) == len(bell.chat.said(OTHERS)) == 1


async def test_a_telling_whose_answer_is_lost_is_not_repeated(bell: Bell) -> None:
    await named(bell)
    bell.chat.faults, bell.chat.applies = [Unknown("cut")], True
    await fail(bell, GONE, times=3)
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_gone_source_still_rings_when_it_is_back(bell: Bell) -> None:
    await named(bell)
    await fail(bell, GONE, times=12)
    (source,) = await bell.store.sources()
    assert source.enabled
    assert source.next_poll - bell.clock.now() <= timedelta(days=1)
    await bell.publish(item("DeepSeek valued at $45 billion after first funding round"))
    assert len(bell.chat.said(DEALS)) == 2


async def test_our_own_outage_is_no_change_of_any_source(bell: Bell) -> None:
    addresses = [f"https://{name}.example/feed" for name in "abcdef"]
    for address in addresses:
        await bell.follow(address, primed=False)
        bell.fetcher.serve(address)
    await bell.poll()
    for address in addresses:
        bell.fetcher.results[address] = [FetchFailed(verdict=Verdict.DNS, reason="not found")]
    await bell.poll()
    changed = [source for source in await bell.store.sources() if len(source.history) > 1]
    assert changed == []
