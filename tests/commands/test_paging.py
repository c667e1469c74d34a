import pytest

from bot.chat.discord import reply as discord
from bot.chat.slack import reply as slack
from bot.core.model import Channel, Reply
from tests.commands.desk import ELSEWHERE, HERE, Desk

ON_DISCORD = Channel("discord", "77")
ORDINARY = "company:lab{number} valuation >= 10B"
# every sign of it is escaped on Discord, and its words are about as long again
COSTLY = "lab{number} " + "*_* " * 4 + '"' + "~|_*" * 100 + 'x"'


async def filled(desk: Desk, query: str, channel: Channel, many: int) -> None:
    for number in range(many):
        await desk.store.add_watch(
            channel=channel, query=query.format(number=number), made_by="ann", now=desk.clock.now()
        )


async def pages(desk: Desk, verb: str, channel: Channel) -> list[Reply]:
    """Every page, as the answers tell how to come to the next."""
    found = [await desk.ask(verb, channel)]
    while True:
        shown = f"{verb} {len(found) + 1}"
        say = f"/newsbell {verb} page:{len(found) + 1}" if channel == ON_DISCORD else f"/newsbell {shown}"
        if not any(span.text == say for line in found[-1].lines for span in line):
            return found
        found.append(await desk.ask(shown, channel))


@pytest.mark.parametrize(("query", "many"), [(ORDINARY, 25), (COSTLY, 4)])
@pytest.mark.parametrize("channel", [HERE, ON_DISCORD])
async def test_every_watch_stands_on_one_page_which_the_platform_shows_whole(
    desk: Desk, query: str, many: int, channel: Channel
) -> None:
    await filled(desk, query, channel, many)
    found = await pages(desk, "watches", channel)
    listed = [span.text for reply in found for line in reply.lines for span in line if span.style == "bold"]
    assert listed == [str(number) for number in range(1, many + 1)]
    for reply in found:
        drawn = slack.draw(reply).blocks if channel == HERE else discord.draw(reply).embeds[0].to_dict()
        assert "Narrow the question" not in str(drawn)


async def test_a_long_list_tells_its_pages_and_answers_for_those_that_are_not_there(desk: Desk) -> None:
    await filled(desk, ORDINARY, ELSEWHERE, 25)
    said = await desk.type(f"watches in:{ELSEWHERE}")
    assert said.startswith(f"25 watches in {ELSEWHERE}, page 1 of 2:")
    assert f"The next page: /newsbell watches 2 in:{ELSEWHERE}" in said
    assert "The first page: /newsbell watches\n" in await desk.type("watches 2", ELSEWHERE)
    for typed, says in (
        ("watches 5", "There is no page 5 of this list. The pages are 1 to 2: /newsbell watches"),
        ("watches 0", "There is no page 0"),
        ("watches two", "“two” is no number. Type it like this: /newsbell watches 2"),
    ):
        assert says in await desk.fails(typed, ELSEWHERE)


async def test_a_short_list_has_one_page(desk: Desk) -> None:
    await filled(desk, ORDINARY, HERE, 3)
    assert "page" not in await desk.type("watches 1")
    assert "There is one page: /newsbell watches" in await desk.fails("watches 2")


async def test_sources_come_in_pages_too(desk: Desk) -> None:
    for number in range(25):
        await desk.follows(f"Wire {number:02}", f"https://wire{number}.example/{'x' * 150}")
    found = await pages(desk, "sources", ON_DISCORD)
    assert len(found) > 1
    names = [span.text for reply in found for line in reply.lines for span in line if span.style == "link"]
    assert names == [f"Wire {number:02}" for number in range(25)]
