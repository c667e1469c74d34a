"""An alert whose feed gives only a teaser leaves with the article behind it, or without, but leaves."""

import pytest

from bot.core.model import Story
from tests.pipeline.conftest import ADDRESS, BEGAN, DEALS, OTHERS, Bell, item

TEASER = item("DeepSeek closes its first funding round", "The Hangzhou lab has raised money …", path="round")
LINK = TEASER.link
PAGE = """DeepSeek has closed its first funding round, three people said on Monday.
The round values DeepSeek at $45 billion, and the funding comes from two state funds.
The Hangzhou lab plans to spend it on computers, and on a second office in the city of Chengdu.
Written by our own reporter. Subscribe to our newsletter to get stories like this one."""


async def told(bell: Bell) -> Story:
    (story,) = await bell.store.stories(since=BEGAN.replace(year=2000))
    return story


@pytest.fixture
async def ready(bell: Bell) -> Bell:
    await bell.follow()
    await bell.watch("deepseek")
    return bell


async def test_the_page_behind_a_teaser_gives_the_summary_and_the_facts(ready: Bell) -> None:
    ready.fetcher.pages[LINK] = PAGE
    await ready.publish(TEASER)
    (_, message), *_ = ready.chat.stands[DEALS]
    assert "two state funds" in message.entries[0].summary
    assert "$45B" in str(message)
    story = await told(ready)
    assert story.headline is not None
    assert story.headline.amount == 45_000_000_000


async def test_a_padded_page_is_cleaned(ready: Bell) -> None:
    ready.fetcher.pages[LINK] = PAGE
    await ready.publish(TEASER)
    assert "newsletter" not in (await told(ready)).summary


async def test_a_title_that_gives_the_figure_keeps_it(ready: Bell) -> None:
    news = item("DeepSeek valued at $45 billion after first funding round", "More soon …", path="claim")
    ready.fetcher.pages[news.link] = (
        "DeepSeek has closed its first funding round, people said.\n"
        "DeepSeek was valued at $9 billion by brokers in a secondary sale, before the round was planned."
    )
    await ready.publish(news)
    story = await told(ready)
    assert story.headline is not None
    assert story.headline.amount == 45_000_000_000


async def test_a_story_that_nobody_is_promised_costs_no_page(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("anthropic")
    await bell.publish(TEASER)
    assert not bell.fetcher.visited


async def test_a_silent_first_poll_fetches_no_page(bell: Bell) -> None:
    await bell.watch("deepseek")
    await bell.follow(primed=False)
    await bell.publish(*(item(f"DeepSeek opens office {n}", "In short …") for n in range(30)))
    assert not bell.fetcher.visited


async def test_an_article_that_came_whole_costs_no_page(ready: Bell) -> None:
    whole = "DeepSeek opened an office in Chengdu, where two hundred people are to work from May. " * 9
    await ready.publish(item("DeepSeek opens an office in Chengdu", whole))
    assert not ready.fetcher.visited


async def test_two_channels_and_a_second_try_share_one_fetch(ready: Bell) -> None:
    await ready.watch("funding", OTHERS)
    ready.fetcher.pages[LINK] = PAGE
    await ready.publish(TEASER)
    await ready.deliver(600)
    assert [len(ready.chat.said(channel)) for channel in (DEALS, OTHERS)] == [1, 1]
    assert ready.fetcher.visited == [LINK]


async def test_a_page_that_can_not_be_read_keeps_the_alert_as_it_was(ready: Bell) -> None:
    await ready.publish(TEASER)
    assert len(ready.chat.said(DEALS)) == 1
    assert (await told(ready)).articles[0].text == "The Hangzhou lab has raised money …"


async def test_a_page_that_never_answers_does_not_withhold_the_alert(bell: Bell) -> None:
    bell.patience = 0.05
    bell.wire()
    await bell.follow()
    await bell.watch("deepseek")
    bell.fetcher.hangs.add(LINK)
    await bell.publish(TEASER)
    assert len(bell.chat.said(DEALS)) == 1


async def test_many_pages_that_never_answer_withhold_no_alert(bell: Bell) -> None:
    bell.patience = 0.05
    bell.wire()
    await bell.follow()
    await bell.watch("office")
    names = ("Anthropic", "Mistral", "Cohere", "Groq", "Cerebras", "xAI", "Figure AI")
    items = [item(f"{name} opens an office in Lima", f"{name} says …") for name in names]
    bell.fetcher.hangs |= {one.link for one in items}
    await bell.publish(*items)
    assert len(bell.chat.stands[DEALS][0][1].entries) == len(await bell.store.stories(since=BEGAN))


async def test_a_wall_is_no_article(ready: Bell) -> None:
    ready.fetcher.pages[LINK] = "We use cookies. Choose which partners may store data on your device. " * 9
    await ready.publish(TEASER)
    assert "cookies" not in (await told(ready)).summary


async def test_where_the_first_outlet_refuses_the_second_is_asked(ready: Bell) -> None:
    second = item(
        "DeepSeek closes its first funding round, say people", "In short …", host="ledger.example", path="2"
    )
    ready.fetcher.pages[second.link] = PAGE
    # feeds put the newest on top
    ready.fetcher.serve(ADDRESS, second, TEASER)
    await ready.poll()
    await ready.deliver()
    assert ready.fetcher.visited == [LINK, second.link]
    assert "two state funds" in (await told(ready)).summary


async def test_a_figure_that_only_the_page_gives_rings_where_it_is_watched(ready: Bell) -> None:
    await ready.watch("valuation >= 10B", OTHERS)
    ready.fetcher.pages[LINK] = PAGE
    await ready.publish(TEASER)
    assert len(ready.chat.said(OTHERS)) == 1
    assert ready.fetcher.visited == [LINK]


async def test_after_a_restart_the_page_is_still_known(ready: Bell) -> None:
    ready.fetcher.pages[LINK] = PAGE
    await ready.publish(TEASER)
    await ready.restart()
    await ready.publish(item("DeepSeek now worth $45bn after funding round", host="ledger.example", path="3"))
    assert len((await told(ready)).articles) == 2
    assert len(ready.chat.said(DEALS)) == 1


async def test_a_bug_in_the_fetcher_keeps_no_alert(ready: Bell) -> None:
    del ready.fetcher.pages
    await ready.publish(TEASER)
    assert len(ready.chat.said(DEALS)) == 1


async def test_closing_lets_a_waiting_alert_go_at_once(ready: Bell) -> None:
    ready.fetcher.hangs.add(LINK)
    ready.fetcher.serve(ADDRESS, TEASER)
    await ready.poll()
    await ready.delivery.tick()
    await ready.completion.close()
    await ready.delivery.finish()
    assert len(ready.chat.said(DEALS)) == 1


async def test_a_whole_article_that_joins_teasers_gives_the_summary(bell: Bell) -> None:
    await bell.follow()
    await bell.publish(TEASER)
    whole = (
        PAGE.partition("Written by")[0]
        + "It said that nothing else is planned for the rest of the year. " * 6
    )
    await bell.publish(
        item("DeepSeek closes its first funding round, say people", whole, host="ledger.example", path="2")
    )
    assert "two state funds" in (await told(bell)).summary
