"""A story that is told anew once its page is read, on both databases."""

from __future__ import annotations

from dataclasses import replace

from bot.core.model import StoryId
from bot.ports import Store
from tests.store.samples import BECAUSE, DEALS, NEWS, NOW, RAISED, VALUATION, after, arrival, feed


async def test_a_story_says_anew_what_its_page_told(store: Store) -> None:
    source = await feed(store)
    recorded = await store.record(arrival(source.id, facts=(), alerts={DEALS: BECAUSE}), NOW)
    story = await store.story(recorded.story)
    assert story is not None
    whole = replace(story.articles[0], text="The whole article.", origin="The Ledger")
    anew = replace(story, facts=(RAISED, VALUATION), headline=VALUATION, company="Lumen", summary="In full.")
    promised = await store.retell(anew, whole, {DEALS: (), NEWS: BECAUSE}, after(9))
    assert promised == (NEWS,)
    assert await store.story(recorded.story) == replace(anew, articles=(whole,))
    assert {alert.channel for alert in await store.waiting(after(9))} == {DEALS, NEWS}


async def test_without_an_article_every_text_stays(store: Store) -> None:
    source = await feed(store)
    recorded = await store.record(arrival(source.id), NOW)
    story = await store.story(recorded.story)
    assert story is not None
    assert await store.retell(replace(story, summary="Shorter."), None, {}, NOW) == ()
    assert await store.story(recorded.story) == replace(story, summary="Shorter.")


async def test_a_story_that_is_gone_is_told_to_nobody(store: Store) -> None:
    source = await feed(store)
    recorded = await store.record(arrival(source.id), NOW)
    story = await store.story(recorded.story)
    assert story is not None
    gone = replace(story, id=StoryId(404))
    assert await store.retell(gone, None, {DEALS: BECAUSE}, NOW) == ()
    assert await store.waiting(NOW) == []
