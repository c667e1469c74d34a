"""Who may do what, in a simulated server with roles and overwrites (simcord), by the real discord.py."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord
import pytest
import simcord

from bot.chat.discord import DiscordChat
from bot.core.model import Channel
from bot.errors import ChannelGone
from tests.chat.discord.examples import ALERT, HOSTILE
from tests.chat.discord.reading import markup
from tests.chat.discord.support import KEY, Answering, Suggesting, made

MANAGE = discord.Permissions(manage_channels=True)


@dataclass
class Town:
    """A server: ada manages channels, bob doesn't, carl does in #deals alone; nobody but ada sees #secret."""

    env: simcord.Env
    chat: DiscordChat
    answering: Answering
    suggesting: Suggesting
    people: dict[str, simcord.MemberActor]
    places: dict[str, simcord.ChannelHandle]

    async def type(self, who: str, where: str, command: str, **options: Any) -> Any:
        """Type a command and give its answer, which the person alone sees."""
        result = await self.people[who].slash(self.places[where], f"newsbell {command}", **options)
        assert result.ephemeral
        return result.response

    def channel(self, name: str) -> Channel:
        return Channel("discord", str(self.places[name].id))


@asynccontextmanager
async def settled() -> AsyncIterator[Town]:
    """The town. No fixture: simcord's clock has to be left in the context in which it was entered."""
    answering, suggesting = Answering(), Suggesting()
    chat = made(answering, suggesting)
    async with simcord.run(chat.connection()) as env:
        guild = env.create_guild("Fund")
        managers = guild.create_role("Managers", permissions=MANAGE)
        people = {
            "ada": guild.add_member(env.create_user("ada"), roles=[managers]),
            "bob": guild.add_member(env.create_user("bob")),
            "carl": guild.add_member(env.create_user("carl")),
        }
        here = discord.PermissionOverwrite(manage_channels=True)
        hidden = discord.PermissionOverwrite(view_channel=False)
        seen = discord.PermissionOverwrite(view_channel=True)
        places = {
            "deals": guild.create_text_channel("deals", overwrites={people["carl"]: here}),
            "news": guild.create_text_channel("news"),
            "secret": guild.create_text_channel(
                "secret", overwrites={guild.default_role: hidden, people["ada"]: seen}
            ),
        }
        yield Town(env, chat, answering, suggesting, people, places)
    await chat.close()


@pytest.mark.parametrize(
    ("who", "where", "may"),
    [
        ("ada", "deals", True),
        ("ada", "news", True),
        ("bob", "deals", False),
        ("carl", "deals", True),
        ("carl", "news", False),
    ],
)
async def test_who_manages_a_channel_may_change_its_watches(who: str, where: str, may: bool) -> None:
    async with settled() as town:
        await town.type(who, where, "watch", query="deepseek")
        (request,) = town.answering.requests
        assert request.person.name == who
        assert request.person.may_change is may
        assert request.person.lacks == f"Manage Channels in #{where}"
        assert request.channel == town.channel(where)


@pytest.mark.parametrize(
    ("where", "named", "may"), [("deals", "news", False), ("news", "deals", True), ("news", "news", False)]
)
async def test_with_a_channel_named_the_right_in_that_channel_counts(
    where: str, named: str, may: bool
) -> None:
    async with settled() as town:
        await town.type("carl", where, "watch", query="deepseek", channel=town.places[named])
        (request,) = town.answering.requests
        assert request.person.may_change is may
        assert request.person.lacks == f"Manage Channels in #{named}"
        assert request.arguments == {"query": "deepseek", "channel": str(town.channel(named))}


async def test_a_channel_that_the_bot_cannot_see_can_be_named() -> None:
    async with settled() as town:
        await town.type("ada", "deals", "watch", query="deepseek", channel=town.places["secret"])
        (request,) = town.answering.requests
        assert request.person.may_change
        assert request.arguments["channel"] == str(town.channel("secret"))


async def test_an_option_is_read_in_its_plain_form() -> None:
    async with settled() as town:
        await town.type("ada", "deals", "edit", number=3, query="“data center” valuation ≥ 10B")
        assert town.answering.requests[0].arguments == {
            "number": "3",
            "query": '"data center" valuation >= 10B',
        }


async def test_an_option_that_is_left_out_is_no_argument() -> None:
    async with settled() as town:
        await town.type("bob", "deals", "latest")
        assert town.answering.requests[0].arguments == {}


async def test_a_crash_is_answered_without_its_details() -> None:
    async with settled() as town:
        town.answering.problem = RuntimeError("a secret detail")
        answer = await town.type("bob", "deals", "status")
        assert "Something went wrong" in answer.embeds[0].description
        assert "secret" not in str(answer.embeds[0].to_dict())


async def test_numbers_are_completed_as_numbers() -> None:
    async with settled() as town:
        offered = await town.people["ada"].autocomplete(
            town.places["deals"], "newsbell unwatch", "number", "1"
        )
        assert [one["value"] for one in offered] == [1, 2]
        assert town.suggesting.asked == [("unwatch", "number", town.channel("deals"), "1")]


async def test_it_is_offered_in_servers_and_not_in_direct_messages() -> None:
    async with settled() as town:
        assert "newsbell watch" in town.people["bob"].available_commands(town.places["deals"])
        assert not any("newsbell" in name for name in town.people["bob"].user.available_commands())


async def test_an_alert_stands_in_the_channel_for_all_to_see() -> None:
    async with settled() as town:
        ident = await town.chat.post(town.channel("deals"), ALERT, KEY)
        message = town.places["deals"].last_message
        assert message is not None
        assert str(message.id) == ident
        assert message.content == ALERT.headline
        assert message.embeds[0].url == ALERT.entries[0].link


async def test_the_button_below_an_alert_lists_the_watches_for_whoever_presses_it() -> None:
    async with settled() as town:
        await town.chat.post(town.channel("deals"), ALERT, KEY)
        message = town.places["deals"].last_message
        assert message is not None
        result = await town.people["bob"].click(message, label="Watches")
        assert result.ephemeral
        (request,) = town.answering.requests
        assert (request.verb, request.arguments, request.channel) == ("watches", {}, town.channel("deals"))


async def test_a_headline_mentions_nobody() -> None:
    async with settled() as town:
        said = type(ALERT)(entries=ALERT.entries, headline=" ".join(HOSTILE))
        await town.chat.post(town.channel("deals"), said, KEY)
        message = town.places["deals"].last_message
        assert message is not None
        assert not message.mentions
        assert not message.role_mentions
        assert not message.mention_everyone
        assert markup(message.content) == []


async def test_a_channel_that_the_bot_cannot_see_is_gone_and_says_what_to_allow() -> None:
    async with settled() as town:
        with pytest.raises(ChannelGone, match="View Channel"):
            await town.chat.post(town.channel("secret"), ALERT, KEY)
        assert "View Channel" in await town.chat.check(town.channel("secret"))
        assert await town.chat.check(town.channel("deals")) == ""
