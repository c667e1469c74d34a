from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.model import Change, Channel, Verdict
from tests.commands.desk import ANN, BOSS, ELSEWHERE, HERE, Desk

PAGE = "https://lab.example/"


async def test_follow_adds_a_source_polls_it_and_offers_a_watch(desk: Desk) -> None:
    desk.finds(PAGE, "Lab News")
    said = await desk.type(f"follow <{PAGE}>")
    assert "Lab News is followed now" in said
    assert "first poll is silent" in said
    assert (
        'Only watches ring, here as elsewhere. To be told of every item: /newsbell watch source:"Lab News"'
        in said
    )
    assert "Undo: /newsbell unfollow Lab News" in said
    (source,) = await desk.store.sources()
    assert (source.name, source.target) == ("Lab News", PAGE + "feed0.xml")
    assert desk.polled == [source.id]


async def test_following_twice_changes_nothing(desk: Desk) -> None:
    desk.finds(PAGE, "Lab News")
    await desk.type(f"follow {PAGE}")
    assert "Lab News is followed already" in await desk.type(f"follow {PAGE}")
    assert len(await desk.store.sources()) == 1
    assert len(desk.polled) == 1


async def test_of_several_feeds_the_person_picks(desk: Desk) -> None:
    desk.finds(PAGE, "News", "Comments")
    said = await desk.type(f"follow {PAGE}")
    assert f"/newsbell follow {PAGE}feed0.xml  News" in said
    assert f"/newsbell follow {PAGE}feed1.xml  Comments" in said
    assert f"/newsbell subscribe {PAGE}feed1.xml" in await desk.type(f"subscribe {PAGE}")
    assert await desk.store.sources() == []


async def test_an_address_without_a_feed_is_answered(desk: Desk) -> None:
    assert "No feed was found" in await desk.fails("follow https://nothing.example")


async def test_a_hostile_title_becomes_a_name_that_can_be_typed(desk: Desk) -> None:
    desk.finds(PAGE, 'The "Lab"\n News*' + "!" * 500)
    await desk.type(f"subscribe {PAGE}")
    (source,) = await desk.store.sources()
    assert source.name.startswith("The Lab News!")
    assert len(source.name) == 60
    (watch,) = await desk.store.watches(HERE)
    assert desk.context.compile(watch.query).names_source(source.name)


async def test_a_feed_without_a_title_is_named_by_its_outlet(desk: Desk) -> None:
    desk.finds(PAGE, "…")
    await desk.type(f"follow {PAGE}")
    assert (await desk.store.sources())[0].name == "lab.example"


async def test_subscribe_follows_and_watches_every_item(desk: Desk) -> None:
    desk.finds(PAGE, "Lab News")
    said = await desk.type(f"subscribe {PAGE}")
    assert "watch 1 rings here for every item" in said
    (watch,) = await desk.store.watches(HERE)
    assert watch.query == 'source:"Lab News"'
    assert "asks that already" in await desk.fails(f"subscribe {PAGE}")


async def test_subscribe_changes_nothing_where_nothing_can_be_posted(desk: Desk) -> None:
    desk.finds(PAGE, "Lab News")
    desk.slack.closed_channels[HERE] = "Type /invite @Newsbell."
    assert "/invite" in await desk.fails(f"subscribe {PAGE}")


async def test_unfollow_removes_a_source_and_shows_how_to_take_it_back(desk: Desk) -> None:
    await desk.follows("Wire")
    await desk.type("watch source:wire")
    said = await desk.type('unfollow "wire"')
    assert "Wire is followed no more" in said
    assert "won't ring for it: 1" in said
    assert "Undo: /newsbell follow https://wire.example/feed" in said
    assert await desk.store.sources() == []


async def test_a_source_is_unfollowed_by_the_channel_that_followed_it(desk: Desk) -> None:
    await desk.follows("Wire")
    said = await desk.fails("unfollow Wire", ELSEWHERE)
    assert said == (
        "Wire is read for all channels, so changing that is up to the people of the channel that followed it "
        "or those who run Newsbell: you need its terminal, or the channel that NEWSBELL_ADMIN names. "
        "Nothing was changed."
    )
    assert "followed no more" in await desk.type(f"unfollow Wire in:{HERE}", ELSEWHERE)


async def test_a_source_of_a_pack_is_unfollowed_by_those_who_run_newsbell(desk: Desk) -> None:
    await desk.store.add_source(
        kind="feed", target="https://pack.example/feed", name="Pack", now=desk.clock.now(), pack="ai"
    )
    person = replace(ANN, rank="Manage Server")
    said = await desk.fails("unfollow Pack", person=person)
    assert "is up to those who run Newsbell: you need Manage Server." in said
    assert "followed no more" in await desk.type("unfollow Pack", person=BOSS)


@pytest.mark.parametrize(
    ("verdict", "failures", "may"),
    [(Verdict.GONE, 1, True), (Verdict.NOT_A_FEED, 3, True), (Verdict.NOT_A_FEED, 2, False)],
)
async def test_who_was_asked_about_a_broken_source_may_give_it_up(
    desk: Desk, verdict: Verdict, failures: int, may: bool
) -> None:
    await desk.follows("Wire")
    (wire,) = await desk.store.sources()
    await desk.store.save_source(replace(wire, verdict=verdict, failures=failures))
    assert "up to the people" in await desk.fails("unfollow Wire", ELSEWHERE)
    await desk.type("watch source:wire", ELSEWHERE)
    assert (await desk.ask("unfollow Wire", ELSEWHERE)).failed is not may


async def test_unfollow_is_refused_while_other_channels_name_the_source(desk: Desk) -> None:
    await desk.follows("Wire")
    await desk.type('watch ai source:"Wire"', ELSEWHERE)
    said = await desk.fails("unfollow Wire")
    assert "watches in 1 other channel name it" in said
    assert ELSEWHERE.id not in said


@pytest.mark.parametrize("channel", [HERE, Channel("terminal", "here")])
async def test_who_runs_the_bot_is_told_which_channels_hold_a_source(desk: Desk, channel: Channel) -> None:
    desk.admin = HERE
    await desk.follows("Wire")
    await desk.type('watch ai source:"Wire"', ELSEWHERE)
    assert f"watches in {ELSEWHERE} name it" in await desk.fails("unfollow Wire", channel)


async def test_a_watch_that_excludes_the_source_does_not_hold_it(desk: Desk) -> None:
    await desk.follows("Wire")
    await desk.type("watch ai -source:wire", ELSEWHERE)
    assert "followed no more" in await desk.type("unfollow Wire")


async def test_unfollow_of_an_unknown_name_names_the_nearest(desk: Desk) -> None:
    await desk.follows("Hacker News")
    assert "/newsbell unfollow Hacker News" in await desk.fails("unfollow hackernews")


async def test_sources_are_listed_the_failing_first_with_cause_and_next_try(desk: Desk) -> None:
    assert "No sources are followed" in await desk.type("sources")
    now = desk.clock.now()
    for name in ("Fresh", "Well", "Broken"):
        await desk.follows(name, f"https://{name}.example/feed")
    fresh, well, broken = await desk.store.sources()
    await desk.store.save_source(replace(fresh, next_poll=now))
    await desk.store.save_source(
        replace(well, last_success=now - timedelta(minutes=3), next_poll=now + timedelta(minutes=2))
    )
    await desk.store.save_source(
        replace(
            broken,
            failures=3,
            verdict=Verdict.STATUS,
            cause="the server answered 403",
            last_success=now - timedelta(hours=5),
            next_poll=now + timedelta(hours=2),
        )
    )
    lines = (await desk.type("sources")).splitlines()
    assert lines[0] == "3 sources followed, 1 failing."
    assert lines[1] == (
        "! Broken failed 3 times in a row: the server answered 403, "
        "last read 12 May 04:00 UTC, 5 h ago; next try in 2 h"
    )
    assert lines[2] == "· Fresh  not read yet; next try now"
    assert lines[3] == "· Well  well, read 3 min ago; next try in 2 min"


async def test_one_source_tells_how_it_fared(desk: Desk) -> None:
    await desk.follows("Wire")
    (wire,) = await desk.store.sources()
    history = (
        Change(at=desk.clock.now() - timedelta(hours=3), verdict=Verdict.OK),
        Change(at=desk.clock.now(), verdict=Verdict.GONE, cause="the server answered 410 (Gone)"),
    )
    await desk.store.save_source(replace(wire, history=history))
    said = await desk.type("source wire")
    assert said.index("gone, the server answered 410 (Gone)") < said.index("well")
    assert "https://wire.example/feed" in said
    assert "/newsbell unfollow Wire" in said


async def test_the_channel_in_which_a_source_was_followed_is_remembered(desk: Desk) -> None:
    desk.finds(PAGE, "Lab News")
    await desk.type(f"follow {PAGE}")
    assert (await desk.store.sources())[0].followed_in == str(HERE)
