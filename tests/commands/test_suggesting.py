from bot.commands import suggest
from tests.commands.desk import ELSEWHERE, HERE, Desk


async def test_the_watches_of_the_channel_are_suggested(desk: Desk) -> None:
    await desk.type("watch openai")
    await desk.type("watch valuation >= 10B")
    await desk.type("watch robots", ELSEWHERE)
    assert await suggest(desk.context, "unwatch", "number", HERE, "") == [
        ("1: openai", "1"),
        ("2: valuation >= 10B", "2"),
    ]
    assert await suggest(desk.context, "edit", "number", HERE, "VALU") == [("2: valuation >= 10B", "2")]


async def test_only_what_rests_is_suggested_to_be_resumed(desk: Desk) -> None:
    await desk.type("watch openai")
    await desk.type("watch robots")
    await desk.type("pause 2")
    assert await suggest(desk.context, "resume", "number", HERE, "") == [("2: robots (paused)", "2")]
    assert await suggest(desk.context, "pause", "number", HERE, "") == [("1: openai", "1")]


async def test_sources_and_commands_are_suggested(desk: Desk) -> None:
    await desk.follows("Hacker News")
    assert await suggest(desk.context, "unfollow", "name", HERE, "hack") == [("Hacker News", "Hacker News")]
    assert ("unwatch: Delete a watch of this channel", "unwatch") in await suggest(
        desk.context, "help", "command", HERE, "unw"
    )


async def test_suggestions_keep_to_discords_limits(desk: Desk) -> None:
    for number in range(30):
        await desk.type(f'watch "{"long " * 40}{number}"')
        desk.clock.advance(10)
    found = await suggest(desk.context, "unwatch", "number", HERE, "")
    assert len(found) == 25
    assert max(len(shown) for shown, _ in found) == 100


async def test_free_text_suggests_nothing(desk: Desk) -> None:
    await desk.type("watch openai")
    assert await suggest(desk.context, "watch", "query", HERE, "o") == []
    assert await suggest(desk.context, "nonsense", "query", HERE, "o") == []
