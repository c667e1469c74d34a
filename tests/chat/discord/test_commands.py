"""Commands over the real gateway: acknowledged, understood, allowed or not, answered to one person."""

from __future__ import annotations

import pytest

from bot.chat.discord import DiscordChat
from bot.core.model import Reply, Span
from tests.chat.discord import faults
from tests.chat.discord.guild import MEMBER
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import DEALS, KEY, Answering, Suggesting, eventually, made_for, serving
from tests.chat.slack.examples import ALERT


async def test_a_command_is_acknowledged_for_one_person_and_then_answered(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    answer = await discord.type("watch", {"query": "valuation >= 10B"})
    assert answer["embeds"][0]["description"] == "verb watch by Ada"
    assert answer["allowed_mentions"] == {"parse": []}
    # type 5 is "answered later", flag 64 "seen by that person alone"
    assert [(ack["type"], ack["data"]["flags"]) for ack in discord.acks.values()] == [(5, 64)]
    (request,) = answering.requests
    assert request.channel == DEALS
    assert request.arguments == {"query": "valuation >= 10B"}


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("“data center”", '"data center"'), ("valuation ≥ １０B", "valuation >= 10B"), ("a &gt; b", "a > b")],
)
async def test_what_is_typed_is_put_in_plain_signs(
    discord: DiscordServer, chat: DiscordChat, answering: Answering, typed: str, understood: str
) -> None:
    await discord.type("try", {"query": typed})
    assert answering.requests[0].arguments == {"query": understood}


async def test_a_number_and_a_command_without_options_arrive(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    await discord.type("edit", {"number": 3, "query": "x"})
    await discord.type("latest")
    assert [request.arguments for request in answering.requests] == [{"number": "3", "query": "x"}, {}]


async def test_who_may_change_is_decided_by_manage_channels_here(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    await discord.type("pause", {"number": 1}, manage_channels=False)
    await discord.type("pause", {"number": 1})
    refused, allowed = (request.person for request in answering.requests)
    assert (refused.may_change, refused.lacks) == (False, "Manage Channels in #deals")
    assert allowed.may_change


async def test_with_another_channel_it_is_decided_by_manage_channels_there(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    await discord.type("watch", {"query": "x", "channel": "124"}, manage_channels=False)
    discord.permissions["124"] = MEMBER
    await discord.type("watch", {"query": "x", "channel": "124"})
    allowed, refused = answering.requests
    assert allowed.arguments["channel"] == "discord:124"
    assert allowed.person.may_change
    assert (refused.person.may_change, refused.person.lacks) == (False, "Manage Channels in #news")


async def test_a_failure_of_ours_is_owned_up_to(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    answering.problem = RuntimeError("the inside of things")
    answer = await discord.type("status")
    assert "Something went wrong here" in answer["embeds"][0]["description"]
    assert "inside" not in str(answer)


async def test_an_answer_brings_its_sample_along(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    answering.reply = Reply(lines=((Span("Like this:"),),), sample=ALERT)
    answer = await discord.type("test")
    assert [embed.get("url") for embed in answer["embeds"]] == [None, "https://example.com/deepseek?a=1&b=2"]


async def test_the_same_interaction_twice_is_answered_once(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    data = {
        "id": "500",
        "name": "newsbell",
        "type": 1,
        "options": [{"name": "status", "type": 1, "options": []}],
    }
    number = await discord.send(data, 2, channel="123")
    await discord.send(data, 2, channel="123", number=number)
    await discord.type("help")
    assert [request.verb for request in answering.requests] == ["status", "help"]


async def test_an_interaction_that_discord_has_given_up_harms_nothing(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    discord.fail("POST callback", faults.refused(404, 10062, "Unknown interaction"))
    data = {
        "id": "500",
        "name": "newsbell",
        "type": 1,
        "options": [{"name": "status", "type": 1, "options": []}],
    }
    await discord.send(data, 2, channel="123")
    await eventually(lambda: discord.calls["POST callback"])
    await discord.type("help")
    assert [request.verb for request in answering.requests] == ["help"]


async def test_the_button_below_a_post_lists_the_watches_of_the_channel(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    await chat.post(DEALS, ALERT, KEY)
    answer = await discord.press(discord.messages("123")[0])
    assert answer["embeds"][0]["description"] == "verb watches by Ada"
    assert answering.requests[0].channel == DEALS
    assert len(discord.messages("123")) == 1


async def test_options_complete_within_discords_limits(discord: DiscordServer, answering: Answering) -> None:
    suggesting = Suggesting()
    chat = made_for(discord, answering, suggesting)
    async with serving(chat):
        choices = await discord.complete("unwatch", "number", "1")
        assert [choice["value"] for choice in choices] == [1, 2]
        assert all(len(choice["name"]) <= 100 for choice in choices)
        names = await discord.complete("unfollow", "name", "ex")
        assert [choice["value"] for choice in names] == ["1", "2"]
        await chat.close()
    assert suggesting.asked == [("unwatch", "number", DEALS, "1"), ("unfollow", "name", DEALS, "ex")]
