import pytest

from bot.core.model import Channel
from bot.core.spans import read
from tests.commands.desk import ANN, ELSEWHERE, HERE, Desk, valuation

DISCORD = Channel("discord", "123456789012345678")


async def test_a_watch_answers_with_its_number_its_words_and_how_to_undo_it(desk: Desk) -> None:
    said = await desk.type("watch valuation &gt;= 10B")
    assert "Watch 1 rings here for: valuation of at least $10 billion, in talks included" in said
    assert "It would not have rung in the last 14 days (no news is stored yet)." in said
    assert "Undo: /newsbell unwatch 1" in said
    (made,) = await desk.store.watches(HERE)
    assert (made.number, made.query, made.made_by) == (1, "valuation >= 10B", "ann")


async def test_a_watch_tells_what_it_would_have_rung(desk: Desk) -> None:
    await desk.news("Old round", facts=(valuation(20),), days_ago=5)
    await desk.news("DeepSeek is worth a lot", facts=(valuation(45),), days_ago=1)
    await desk.news("Small round", facts=(valuation(2),))
    said = await desk.type("watch valuation >= 10B")
    assert "would have rung 2 times in the last 14 days (the stored news reaches back 5 days)" in said
    assert "the latest: DeepSeek is worth a lot, 11 May 09:00 UTC, 1 day ago (valuation $45B ≥ $10B)" in said


async def test_a_busy_watch_is_told_how_to_narrow_it(desk: Desk) -> None:
    for number in range(12):
        await desk.news(f"AI story {number}")
    said = await desk.type("watch ai")
    assert "about 12 alerts a day" in said
    assert "/newsbell try" in said


async def test_numbers_count_per_channel_and_are_never_reused(desk: Desk) -> None:
    await desk.type("watch one")
    await desk.type("watch two")
    await desk.type("unwatch 2")
    assert "Watch 3 " in await desk.type("watch three")
    assert "Watch 1 " in await desk.type("watch one", ELSEWHERE)


async def test_the_same_watch_twice_is_refused(desk: Desk) -> None:
    await desk.type("watch valuation >= 10B")
    for again in ("valuation >= 10B", "valuation>=$10 billion"):
        assert "Watch 1 here asks that already: valuation >= 10B" in await desk.fails(f"watch {again}")
    await desk.type("pause 1")
    assert "/newsbell resume 1" in await desk.fails("watch valuation >= 10B")
    assert "Watch 1 " in await desk.type("watch valuation >= 10B", ELSEWHERE)


async def test_a_query_that_cannot_be_read_is_not_saved(desk: Desk) -> None:
    said = await desk.fails("watch valuation >= lots")
    assert "“lots” is no amount (column 14)" in said


async def test_a_watch_where_nothing_can_be_posted_is_not_saved(desk: Desk) -> None:
    desk.slack.closed_channels[HERE] = "Newsbell is not in this channel: type /invite @Newsbell."
    said = await desk.fails("watch ai")
    assert "/invite @Newsbell" in said


async def test_a_watch_may_be_made_for_another_channel(desk: Desk) -> None:
    said = await desk.type(f"watch ai in:<#{ELSEWHERE.id}|other>")
    assert f"Watch 1 rings in {ELSEWHERE}" in said
    assert f"Undo: /newsbell unwatch 1 in:{ELSEWHERE}" in said
    assert await desk.store.watches(HERE) == []


async def test_unwatch_deletes_and_shows_how_to_take_it_back(desk: Desk) -> None:
    await desk.type('watch "data center"')
    said = await desk.type("unwatch 1")
    assert 'Undo: /newsbell watch "data center"' in said
    assert await desk.store.watches(HERE) == []


async def test_edit_keeps_the_number_and_shows_how_to_take_it_back(desk: Desk) -> None:
    await desk.type("watch valuation >= 10B")
    desk.clock.advance(60)
    said = await desk.type("edit 1 valuation >= 20B")
    assert "Watch 1 now rings here for: valuation of at least $20 billion" in said
    assert "Undo: /newsbell edit 1 valuation >= 10B" in said
    (kept,) = await desk.store.watches(HERE)
    assert (kept.number, kept.query) == (1, "valuation >= 20B")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("edit 1 valuation >= ", "amount is missing"),
        ("edit 1 ai", "asks that already"),
        ("edit 1 robots", "Watch 2 here asks that already"),
        ("edit 9 ai", "There is no watch 9 here. The watches here are: 1, 2."),
        ("unwatch nine", "“nine” is no number"),
        ("unwatch 99999999999999999999", "is no number"),
        ("resume 1", "isn't paused"),
    ],
)
async def test_what_cannot_be_changed_is_left_as_it_is(desk: Desk, typed: str, says: str) -> None:
    await desk.type("watch ai")
    await desk.type("watch robots")
    assert says in await desk.fails(typed)


async def test_a_watch_rests_and_rings_again(desk: Desk) -> None:
    await desk.type("watch ai")
    assert "Undo: /newsbell resume 1" in await desk.type("pause 1")
    assert "paused by ann" in await desk.type("watches")
    assert "paused already" in await desk.fails("pause 1")
    assert "It is still paused by ann" in await desk.type("edit 1 robots")
    assert "Undo: /newsbell pause 1" in await desk.type("resume 1")
    (watch,) = await desk.store.watches(HERE)
    assert watch.paused == ""


async def test_a_watch_is_not_resumed_where_nothing_can_be_posted(desk: Desk) -> None:
    await desk.type("watch ai")
    await desk.type("pause 1")
    desk.slack.closed_channels[HERE] = "This channel is archived."
    assert "archived" in await desk.fails("resume 1")


async def test_watches_are_listed_with_their_words_and_makers(desk: Desk) -> None:
    assert "no watches here yet" in await desk.type("watches")
    await desk.type("watch valuation >= 10B")
    await desk.type("watch ai", ELSEWHERE)
    said = await desk.type("list")
    assert "1 watch here" in said
    assert "valuation of at least $10 billion" in said
    assert "by ann, 12 May 09:00 UTC, just now" in said
    assert f"1 watch in {ELSEWHERE}" in await desk.type(f"watches in:{ELSEWHERE}")


async def test_a_watch_that_cannot_be_read_any_more_is_listed_with_the_cause(desk: Desk) -> None:
    await desk.store.add_watch(channel=HERE, query="height >= 2", made_by="ann", now=desk.clock.now())
    assert "can't be read any more" in await desk.type("watches")


async def test_on_discord_commands_are_shown_as_they_are_typed_there(desk: Desk) -> None:
    said = read((await desk.ask("watch ai", DISCORD, ANN)).lines)
    assert "Undo: /newsbell unwatch number:1" in said
