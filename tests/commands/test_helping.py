import pytest

from bot.commands import COMMANDS
from bot.core.model import Channel
from bot.errors import ChannelGone, ChatDown, Refused, TryLater, Unknown
from tests.commands.desk import HERE, Desk

DISCORD = Channel("discord", "123456789012345678")


async def test_help_names_every_command(desk: Desk) -> None:
    said = await desk.type("")
    for command in COMMANDS.values():
        assert f"/newsbell {command.usage}" in said
        assert command.summary in said


@pytest.mark.parametrize("name", [*COMMANDS, "subscribe", "list", "/newsbell watch", "WATCH"])
async def test_help_of_a_command_shows_its_examples(desk: Desk, name: str) -> None:
    said = await desk.type(f"help {name}")
    assert "• /newsbell " in said


async def test_help_on_discord_shows_options(desk: Desk) -> None:
    said = await desk.type("help edit", DISCORD)
    assert "/newsbell edit number:3 query:valuation >= 20B" in said


async def test_help_on_discord_names_what_discord_offers(desk: Desk) -> None:
    said = await desk.type("help", DISCORD)
    assert "/newsbell watch query [channel]" in said
    assert "subscribe" not in said
    assert "subscribe" in await desk.type("help")


async def test_help_of_an_unknown_command_names_the_nearest(desk: Desk) -> None:
    assert "/newsbell help watch" in await desk.fails("help wacth")


async def test_status_is_what_the_pipeline_says(desk: Desk) -> None:
    assert await desk.type("status") == "All is well."


async def test_a_sample_is_posted_and_marked_as_such(desk: Desk) -> None:
    assert "A sample alert was posted here" in await desk.type("test")
    ((_, message),) = desk.slack.stands[HERE]
    assert "Sample" in message.label
    assert message.entries[0].rows


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (TryLater(30), "wait 30 seconds"),
        (ChannelGone("archived"), "Nothing can be posted in this channel: archived"),
        (ChatDown("no network"), "no network"),
        (Unknown("cut"), "answer was lost"),
        (Refused("invalid blocks"), "refused the sample: invalid blocks"),
    ],
)
async def test_a_sample_that_fails_is_told_as_it_is(desk: Desk, fault: Exception, says: str) -> None:
    desk.slack.faults.append(fault)
    assert says in await desk.fails("test")


async def test_no_sample_is_posted_where_nothing_can_be_posted(desk: Desk) -> None:
    desk.slack.closed_channels[HERE] = "Type /invite @Newsbell."
    assert "/invite" in await desk.fails("test")
    assert not desk.slack.stands
