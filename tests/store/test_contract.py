"""What `bot.ports.Store` promises about sources, articles and stories, on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.model import Article, SourceId, StoryId, Validators, Verdict
from bot.ports import Store
from tests.store.samples import (
    BECAUSE,
    DEALS,
    LOBBY,
    NEWS,
    NOW,
    RAISED,
    VALUATION,
    after,
    arrival,
    article,
    feed,
)


def bare(told: Article) -> Article:
    """An article without the id that the store gave it."""
    return replace(told, id=None)


class TestSources:
    async def test_a_new_source_is_due_at_once_and_not_yet_primed(self, store: Store) -> None:
        source = await store.add_source(
            kind="feed", target="https://a.example", name="A", now=NOW, topic="labs", language="en", pack="ai"
        )
        assert (source.next_poll, source.primed, source.enabled) == (NOW, False, True)
        assert (source.topic, source.language, source.pack) == ("labs", "en", "ai")
        assert await store.sources() == [source]

    async def test_the_same_address_again_is_the_same_source(self, store: Store) -> None:
        first = await feed(store)
        assert await store.add_source(kind="feed", target=first.target, name="Other", now=after(9)) == first
        assert await store.sources() == [first]

    async def test_another_kind_at_the_same_address_is_another_source(self, store: Store) -> None:
        first = await feed(store)
        other = await store.add_source(kind="edgar", target=first.target, name="Filings", now=NOW)
        assert other.id != first.id

    async def test_a_name_that_is_taken_gets_a_number(self, store: Store) -> None:
        names = [
            (await feed(store, f"https://{n}.example", name)).name
            for n, name in enumerate(["Wire", "wire", "Wire"])
        ]
        assert names == ["Wire", "wire 2", "Wire 3"]

    async def test_the_whole_state_of_a_source_is_kept(self, store: Store) -> None:
        source = replace(
            await feed(store),
            name="Renamed",
            primed=True,
            enabled=False,
            validators=Validators(etag='W/"x"', last_modified="Tue", body_hash="aa"),
            next_poll=after(180.25),
            last_poll=after(1),
            last_success=after(-60),
            verdict=Verdict.TIMEOUT,
            cause="no answer within 20 s",
            failures=3,
        )
        await store.save_source(source)
        assert await store.sources() == [source]

    async def test_a_moved_source_keeps_its_address_when_another_has_the_new_one(self, store: Store) -> None:
        first = await feed(store, "https://a.example", "A")
        second = await feed(store, "https://b.example", "B")
        await store.save_source(replace(second, target="https://a.example", failures=2))
        assert await store.sources() == [first, replace(second, failures=2)]

    async def test_saving_a_source_that_was_removed_brings_it_not_back(self, store: Store) -> None:
        source = await feed(store)
        await store.remove_source(source.id)
        await store.save_source(source)
        assert await store.sources() == []

    async def test_removing_a_source_forgets_what_was_seen_and_keeps_its_stories(self, store: Store) -> None:
        source = await feed(store)
        recorded = await store.record(arrival(source.id), NOW)
        await store.remove_source(source.id)
        assert await store.seen(source.id, ["guid-1"]) == set()
        kept = await store.story(recorded.story)
        assert kept is not None
        assert kept.articles[0].source == "Forge Daily"

    async def test_an_address_of_any_length_can_be_followed(self, store: Store) -> None:
        target = "https://a.example/?q=" + "ü" * 9000
        assert (await feed(store, target)).target == target


class TestSeen:
    async def test_a_source_knows_what_it_has_shown_and_no_other_does(self, store: Store) -> None:
        first, second = await feed(store), await feed(store, "https://b.example", "B")
        await store.record(arrival(first.id), NOW)
        assert await store.seen(first.id, ["guid-1", "https://forge.example/1", "guid-2"]) == {
            "guid-1",
            "https://forge.example/1",
        }
        assert await store.seen(second.id, ["guid-1"]) == set()
        assert await store.seen(first.id, []) == set()

    async def test_further_identities_of_a_known_item_are_remembered(self, store: Store) -> None:
        source = await feed(store)
        recorded = await store.record(arrival(source.id), NOW)
        await store.mark_seen(source.id, ["guid-1", "hash-1"])
        await store.mark_seen(source.id, ["hash-1"])
        assert await store.seen(source.id, ["hash-1"]) == {"hash-1"}
        again = replace(arrival(source.id, 7), identities=("hash-1",))
        assert (await store.record(again, NOW)).article == recorded.article

    async def test_thousands_of_identities_of_any_length_can_be_asked_for(self, store: Store) -> None:
        source = await feed(store)
        names = [f"{n}-" + "x" * 3000 for n in range(2500)]
        await store.mark_seen(source.id, names)
        assert await store.seen(source.id, [*names, "new"]) == set(names)

    async def test_a_source_that_is_gone_remembers_nothing(self, store: Store) -> None:
        await store.mark_seen(SourceId(99), ["a"])
        assert await store.seen(SourceId(99), ["a"]) == set()


class TestRecord:
    async def test_a_first_article_starts_a_story_that_is_read_back_whole(self, store: Store) -> None:
        source = await feed(store)
        recorded = await store.record(arrival(source.id), NOW)
        story = await store.story(recorded.story)
        assert story is not None
        assert story.facts == (VALUATION, RAISED)
        assert [str(story.facts[0].amount), str(story.facts[0].usd)] == [
            str(VALUATION.amount),
            str(VALUATION.usd),
        ]
        assert story.headline == VALUATION
        assert [bare(told) for told in story.articles] == [article()]
        assert (story.title, story.link, story.language, story.company, story.summary) == (
            "Lumen Forge valued anew, report 1",
            "https://forge.example/1",
            "en",
            "Lumen Forge",
            "Summary 1.",
        )
        assert (story.first_seen, story.last_seen, story.follows) == (NOW, NOW, None)

    async def test_a_further_article_joins_and_the_story_stands_as_it_says(self, store: Store) -> None:
        source = await feed(store)
        first = await store.record(arrival(source.id, facts=()), NOW)
        later = after(600)
        await store.record(arrival(source.id, 2, story=first.story, seen_at=later), later)
        story = await store.story(first.story)
        assert story is not None
        assert (story.headline, story.first_seen, story.last_seen) == (VALUATION, NOW, later)
        assert [bare(told) for told in story.articles] == [article(), article(2, seen_at=later)]

    async def test_a_story_may_follow_another_and_goes_on_doing_so(self, store: Store) -> None:
        source = await feed(store)
        talks = await store.record(arrival(source.id), NOW)
        done = await store.record(arrival(source.id, 2, follows=talks.story), NOW)
        await store.record(arrival(source.id, 3, story=done.story), NOW)
        story = await store.story(done.story)
        assert story is not None
        assert story.follows == talks.story

    async def test_each_channel_is_promised_a_story_once(self, store: Store) -> None:
        source = await feed(store)
        first = await store.record(arrival(source.id, alerts={DEALS: BECAUSE, LOBBY: ()}), NOW)
        assert first.promised == (DEALS, LOBBY)
        second = await store.record(
            arrival(source.id, 2, story=first.story, alerts={DEALS: (), NEWS: BECAUSE}), after(60)
        )
        assert second.promised == (NEWS,)
        told = {alert.channel: alert.reasons for alert in await store.alerts_for(first.story)}
        assert told == {DEALS: BECAUSE, LOBBY: (), NEWS: BECAUSE}

    async def test_an_item_that_is_an_article_already_changes_nothing(self, store: Store) -> None:
        source = await feed(store)
        first = await store.record(arrival(source.id, alerts={DEALS: BECAUSE}), NOW)
        again = await store.record(arrival(source.id, alerts={DEALS: BECAUSE, NEWS: BECAUSE}), after(5))
        assert (again.story, again.article, again.promised) == (first.story, first.article, ())
        assert len(await store.stories(since=NOW)) == 1

    async def test_a_story_that_is_gone_begins_anew_rather_than_lose_the_news(self, store: Store) -> None:
        source = await feed(store)
        recorded = await store.record(arrival(source.id, story=StoryId(404), follows=StoryId(405)), NOW)
        story = await store.story(recorded.story)
        assert story is not None
        assert (len(story.articles), story.follows) == (1, None)

    async def test_an_article_of_a_source_that_was_just_removed_is_kept(self, store: Store) -> None:
        recorded = await store.record(arrival(SourceId(99)), NOW)
        assert await store.story(recorded.story) is not None

    async def test_twenty_workers_with_the_same_item_make_one_story_and_one_alert(self, store: Store) -> None:
        source = await feed(store)
        same = arrival(source.id, alerts={DEALS: BECAUSE})
        recorded = await asyncio.gather(*(store.record(same, NOW) for _ in range(20)))
        assert len({one.story for one in recorded}) == 1
        assert sum(len(one.promised) for one in recorded) == 1
        assert len(await store.waiting(NOW)) == 1

    async def test_twenty_outlets_of_one_story_at_once_make_one_alert(self, store: Store) -> None:
        source = await feed(store)
        story = (await store.record(arrival(source.id), NOW)).story
        outlets = (arrival(source.id, 2 + n, story=story, alerts={DEALS: BECAUSE}) for n in range(20))
        recorded = await asyncio.gather(*(store.record(one, NOW) for one in outlets))
        assert sum(len(one.promised) for one in recorded) == 1
        told = await store.story(story)
        assert told is not None
        assert len(told.articles) == 21

    async def test_text_that_no_database_takes_is_made_harmless(self, store: Store) -> None:
        source = await feed(store)
        hostile = arrival(source.id)
        fact = replace(VALUATION, quote="a\0b\ud800")
        hostile = replace(hostile, title="a\0b\ud800", facts=(fact,), identities=("\ud800\0",))
        story = await store.story((await store.record(hostile, NOW)).story)
        assert story is not None
        assert (story.title, story.facts[0].quote) == ("ab?", "ab?")
        assert await store.seen(source.id, ["\ud800\0"]) == {"\ud800\0"}

    async def test_a_time_without_a_zone_is_refused(self, store: Store) -> None:
        source = await feed(store)
        with pytest.raises(Exception, match="no time zone"):
            await store.record(arrival(source.id, alerts={DEALS: ()}), NOW.replace(tzinfo=None))
        assert await store.stories(since=NOW) == []


class TestStories:
    async def test_stories_come_newest_last_from_a_moment_on(self, store: Store) -> None:
        source = await feed(store)
        moments = [after(60 * n) for n in (3, 1, 2)]
        made = [
            (await store.record(arrival(source.id, n, seen_at=at), at)).story for n, at in enumerate(moments)
        ]
        found = await store.stories(since=after(120))
        assert [story.id for story in found] == [made[2], made[0]]
        assert [story.id for story in await store.stories(since=NOW, limit=2)] == [made[2], made[0]]
        assert all(len(story.articles) == 1 for story in found)

    async def test_a_story_that_moves_on_is_a_recent_one(self, store: Store) -> None:
        source = await feed(store)
        old = await store.record(arrival(source.id), NOW)
        later = after(3600)
        await store.record(arrival(source.id, 2, story=old.story, seen_at=later), later)
        (story,) = await store.stories(since=later)
        assert [told.title for told in story.articles] == [article(1).title, article(2).title]

    async def test_an_unknown_story_is_none(self, store: Store) -> None:
        assert await store.story(StoryId(5)) is None
        assert await store.story_of("https://forge.example/none") is None

    async def test_a_link_leads_to_the_latest_of_its_stories(self, store: Store) -> None:
        source, other = await feed(store), await feed(store, "https://b.example", "B")
        link = "https://forge.example/live/" + "x" * 4000
        first = await store.record(arrival(source.id, link=link), NOW)
        second = await store.record(arrival(other.id, 2, link=link, seen_at=after(9)), after(9))
        found = await store.story_of(link)
        assert found is not None
        assert found.id == second.story != first.story


class TestPrune:
    async def test_old_stories_go_with_their_settled_alerts_and_stay_seen(self, store: Store) -> None:
        source = await feed(store)
        old = await store.record(arrival(source.id), NOW)
        new = await store.record(arrival(source.id, 2, follows=old.story, seen_at=after(60)), after(60))
        assert await store.prune(after(60)) == 1
        assert await store.story(old.story) is None
        kept = await store.story(new.story)
        assert kept is not None
        assert kept.follows is None
        assert await store.seen(source.id, ["guid-1"]) == {"guid-1"}

    async def test_a_story_that_is_owed_to_somebody_stays(self, store: Store) -> None:
        source = await feed(store)
        owed = await store.record(arrival(source.id, alerts={DEALS: BECAUSE}), NOW)
        assert await store.prune(NOW + timedelta(days=365)) == 0
        assert await store.story(owed.story) is not None


async def test_small_values_are_remembered_and_replaced(store: Store) -> None:
    assert await store.get("installation") is None
    await store.put("installation", "a")
    await store.put("installation", "b")
    assert await store.get("installation") == "b"
