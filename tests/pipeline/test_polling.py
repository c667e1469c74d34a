"""Sources are asked when they are due, and their troubles are their own."""

from datetime import timedelta

from bot.core.model import FetchFailed, Verdict
from tests.pipeline.conftest import ADDRESS, DEALS, Bell, item

NEWS = item("DeepSeek valued at $45 billion after first funding round")


def down(verdict: Verdict = Verdict.DNS) -> FetchFailed:
    return FetchFailed(verdict=verdict, reason="the name was not found")


async def test_a_source_is_polled_when_it_is_due_and_not_before(bell: Bell) -> None:
    await bell.follow()
    bell.fetcher.polled.clear()
    await bell.polling.tick()
    await bell.polling.settle()
    assert not bell.fetcher.polled
    bell.clock.advance(seconds=300)
    await bell.polling.tick()
    await bell.polling.settle()
    assert bell.fetcher.polled == [ADDRESS]


async def test_a_failing_source_says_why_and_when_it_is_tried_again(bell: Bell) -> None:
    await bell.follow()
    bell.fetcher.results[ADDRESS] = [FetchFailed(verdict=Verdict.STATUS, reason="it answered 500")]
    await bell.poll()
    (source,) = await bell.store.sources()
    assert source.verdict is Verdict.STATUS
    assert source.cause == "it answered 500"
    assert source.failures == 1
    assert source.next_poll > bell.clock.now()


async def test_a_source_that_recovers_rings_again(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    bell.fetcher.results[ADDRESS] = [down()]
    await bell.poll()
    await bell.publish(NEWS)
    assert len(bell.chat.said(DEALS)) == 1


async def test_our_own_outage_counts_against_no_source_and_ends_soon(bell: Bell) -> None:
    addresses = [f"https://{name}.example/feed" for name in "abcdef"]
    for address in addresses:
        await bell.follow(address, primed=False)
    for _ in range(4):
        for address in addresses:
            bell.fetcher.results[address] = [down()]
        await bell.poll()
    assert bell.polling.offline
    for source in await bell.store.sources():
        assert (source.failures, source.history) == (0, ())
        assert source.next_poll - bell.clock.now() < timedelta(minutes=3)


async def test_one_answer_ends_the_outage(bell: Bell) -> None:
    for name in "abcd":
        await bell.follow(f"https://{name}.example/feed", primed=False)
        bell.fetcher.results[f"https://{name}.example/feed"] = [down()]
    await bell.poll()
    assert bell.polling.offline
    await bell.poll()
    assert not bell.polling.offline


async def test_a_source_that_breaks_does_not_stop_the_others(bell: Bell) -> None:
    await bell.watch("deepseek")
    await bell.follow()
    other = "https://other.example/feed"
    await bell.follow(other)
    bell.fetcher.results[other] = [FetchFailed(verdict=Verdict.NOT_A_FEED, reason="a page, not a feed")]
    await bell.publish(NEWS)
    assert len(bell.chat.said(DEALS)) == 1
