import re
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.commands.limits import Limits
from bot.core.model import Channel, Person
from tests.commands.desk import ANN, ELSEWHERE, Desk
from tests.fakes.clock import FakeClock

BOB = Person(id="U9", name="bob", may_change=True)
TERMINAL = Channel("terminal", "here")
PAGE = "https://lab.example/"
WATCHING = Path(__file__).parents[2] / "docs/watching.md"


class PassingClock(FakeClock):
    """Every look at it takes a second."""

    def now(self) -> datetime:
        return self.advance(1)


async def test_a_channel_that_is_full_says_how_to_make_room(desk: Desk) -> None:
    desk.limits = Limits(watches=2)
    await desk.type("watch ai")
    await desk.type("watch robots")
    said = await desk.fails("watch chips")
    assert "2 watches at most" in said
    assert "/newsbell unwatch NUMBER" in said
    await desk.type("watch chips", ELSEWHERE)
    await desk.type("unwatch 1")
    assert "Watch 3" in await desk.type("watch chips")


async def test_a_full_channel_follows_nothing_by_subscribing(desk: Desk) -> None:
    desk.limits = Limits(watches=1)
    desk.finds(PAGE, "Lab News")
    await desk.type("watch ai")
    assert "1 watch at most" in await desk.fails(f"subscribe {PAGE}")


async def test_a_watch_can_be_edited_in_a_full_channel(desk: Desk) -> None:
    desk.limits = Limits(watches=1)
    await desk.type("watch ai")
    assert "now rings here" in await desk.type("edit 1 robots")


@pytest.mark.parametrize("typed", ["watch chips", f"subscribe {PAGE}"])
async def test_one_person_makes_so_many_watches_in_all_channels_together(desk: Desk, typed: str) -> None:
    desk.limits = Limits(watches_a_person=2)
    desk.finds(PAGE, "Lab News")
    await desk.type("watch ai")
    await desk.type("watch robots", ELSEWHERE)
    said = await desk.fails(typed)
    assert "One person can make 2 watches at most in all channels together" in said
    assert "/newsbell unwatch NUMBER" in said
    assert "rings here" in await desk.type(typed, person=BOB)
    await desk.type("unwatch 1", ELSEWHERE)
    assert "rings here" in await desk.type("watch arms")


async def test_a_person_is_who_they_are_by_id_and_platform(desk: Desk) -> None:
    desk.limits = Limits(watches_a_person=1)
    await desk.type("watch ai", person=Person(id="U9", name="ann", may_change=True))
    assert "Watch 2" in await desk.type("watch robots", person=ANN)
    assert "Watch 1" in await desk.type("watch robots", Channel("discord", "77"), ANN)
    assert "1 watch at most" in await desk.fails("watch chips", person=replace(ANN, name="bob"))


@pytest.mark.parametrize("verb", ["follow", "subscribe"])
async def test_no_more_sources_are_followed_than_may_be(desk: Desk, verb: str) -> None:
    desk.limits = Limits(sources=1)
    await desk.follows("Wire")
    desk.finds(PAGE, "Lab News")
    said = await desk.fails(f"{verb} {PAGE}")
    assert "1 source at most" in said
    assert "/newsbell unfollow NAME" in said
    await desk.type("unfollow Wire")
    assert "followed" in await desk.type(f"{verb} {PAGE}")


async def test_what_is_followed_already_is_no_further_source(desk: Desk) -> None:
    desk.limits = Limits(sources=1)
    desk.finds(PAGE, "Lab News")
    await desk.type(f"follow {PAGE}")
    assert "followed already" in await desk.type(f"follow {PAGE}")


async def test_sources_of_packs_take_no_room(desk: Desk) -> None:
    desk.limits = Limits(sources=1)
    await desk.store.add_source(
        kind="feed", target="https://pack.example/feed", name="Pack", now=desk.clock.now(), pack="ai"
    )
    desk.finds(PAGE, "Lab News")
    assert "is followed now" in await desk.type(f"follow {PAGE}")


async def test_no_more_names_are_added_than_may_be(desk: Desk) -> None:
    desk.limits = Limits(aliases=1)
    await desk.type("alias Deep Seek Labs = DeepSeek")
    said = await desk.fails("alias Antropik Labs = Anthropic")
    assert "1 name at most" in said
    assert "/newsbell alias NAME =" in said
    await desk.type("alias Deep Seek Labs =")
    assert "Antropik Labs is a name" in await desk.type("alias Antropik Labs = Anthropic")


async def test_who_types_too_much_is_told_how_long_to_wait(desk: Desk) -> None:
    for _ in range(desk.limits.commands_a_minute):
        await desk.type("status")
        desk.clock.advance(1)
    said = await desk.fails("status")
    assert "sent 30 commands within a minute" in said
    assert "try again in 30 seconds" in said
    assert "sent 30 commands" in await desk.fails("watches", ELSEWHERE)
    assert "All is well" in await desk.type("status", person=BOB)
    assert "All is well" in await desk.type("status", Channel("discord", "77"))
    desk.clock.advance(30)
    assert "All is well" in await desk.type("status")


@pytest.mark.parametrize("typed", ["try ai", "latest ai", "watch chips", "edit 1 chips"])
async def test_few_queries_a_minute_are_asked_of_the_stored_news(desk: Desk, typed: str) -> None:
    await desk.type("watch robots", person=BOB)
    for _ in range(desk.limits.rehearsals_a_minute):
        await desk.type("try ai")
    said = await desk.fails(typed)
    assert "had 6 queries asked of the stored news within a minute" in said
    assert "try again in 60 seconds" in said
    assert not (await desk.ask("latest")).failed


@pytest.mark.parametrize("verb", ["follow", "subscribe"])
async def test_few_addresses_an_hour_are_looked_at(desk: Desk, verb: str) -> None:
    desk.finds(PAGE, "Lab News")
    for _ in range(desk.limits.follows_an_hour):
        await desk.type(f"follow {PAGE}")
        desk.clock.advance(60)
    said = await desk.fails(f"{verb} {PAGE}")
    assert "had 10 addresses looked at within an hour" in said
    assert "try again in 50 minutes" in said


async def test_whoever_sits_at_the_terminal_is_not_held_up(desk: Desk) -> None:
    desk.limits = Limits(commands_a_minute=1, rehearsals_a_minute=1, watches_a_person=0)
    assert not (await desk.ask(f"watch ai in:{ELSEWHERE}", TERMINAL)).failed
    for _ in range(3):
        assert not (await desk.ask("try ai", TERMINAL)).failed


async def test_a_query_is_asked_of_so_many_stories_the_newest(desk: Desk) -> None:
    desk.limits = Limits(stories=2)
    for days, title in (
        (9, "Robots learn to cook"),
        (3, "Robots learn to sew"),
        (1, "Robots learn to paint"),
    ):
        desk.clock.advance(-days * 86400)
        await desk.news(title)
        desk.clock.advance(days * 86400)
    said = await desk.type("try robots")
    assert "rung 2 times" in said
    assert "only the newest 2 stories were asked, which reach back 3 days" in said
    assert "cook" not in said
    said = await desk.type("latest robots")
    assert "cook" not in said
    assert "Only the newest 2 stories were asked." in said


async def test_a_query_that_could_ask_all_says_nothing_of_limits(desk: Desk) -> None:
    desk.limits = Limits(stories=2)
    for title in ("Robots learn to sew", "Robots learn to paint"):
        await desk.news(title)
    assert "newest" not in await desk.type("try robots") + await desk.type("latest robots")


async def test_a_query_that_takes_long_stops_with_what_it_has(desk: Desk) -> None:
    for title in ("Robots learn to cook", "Robots learn to sew", "Robots learn to paint"):
        await desk.news(title)
    desk.clock = PassingClock(desk.clock.now())
    said = await desk.type("latest robots")
    assert "Only the newest 2 stories were asked." in said
    assert "paint" in said
    assert "cook" not in said


def test_the_documentation_lists_every_limit() -> None:
    section = WATCHING.read_text("utf-8").partition("## Limits")[2]
    figures = [int(figure.replace(",", "")) for figure in re.findall(r"\*\*([\d,]+)\*\*", section)]
    limits = Limits()
    assert figures == [int(getattr(limits, each.name)) for each in fields(limits)]
