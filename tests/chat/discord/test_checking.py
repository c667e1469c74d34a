"""Before a watch is saved, and in the doctor: what keeps us from posting, and what to do about it."""

from __future__ import annotations

import discord as library
import pytest

from bot.chat.discord import DiscordChat, examine
from bot.core.model import Channel
from tests.chat.discord import faults
from tests.chat.discord.server import TOKEN, DiscordServer
from tests.chat.discord.support import DEALS, Answering, made_for


async def test_nothing_keeps_us_from_posting_where_we_may(chat: DiscordChat) -> None:
    assert await chat.check(DEALS) == ""


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        (library.Permissions(send_messages=True), "lacks Send Messages and Embed Links in #deals"),
        (library.Permissions(embed_links=True), "lacks Embed Links in #deals"),
        (library.Permissions(view_channel=True), "lacks View Channel"),
    ],
)
async def test_a_missing_permission_is_named_with_where_to_click(
    discord: DiscordServer, chat: DiscordChat, denied: library.Permissions, said: str
) -> None:
    place = discord.channels["123"]
    place.denied = denied
    await discord.dispatch("CHANNEL_UPDATE", place.info())
    # answered after the update was heard
    await discord.type("help")
    told = await chat.check(DEALS)
    assert said in told
    assert "channel settings → Permissions → Newsbell" in told


@pytest.mark.parametrize("ident", ["999", "here", ""])
async def test_an_unknown_channel_gets_a_sentence(chat: DiscordChat, ident: str) -> None:
    assert "can't see this channel" in await chat.check(Channel("discord", ident))


async def test_a_category_is_no_place_for_alerts(discord: DiscordServer, chat: DiscordChat) -> None:
    category = {**discord.channels["123"].info(), "id": "125", "type": 4, "name": "All"}
    await discord.dispatch("CHANNEL_CREATE", category)
    await discord.type("help")
    assert "this kind of channel" in await chat.check(Channel("discord", "125"))


async def test_without_a_connection_the_check_says_so(discord: DiscordServer, answering: Answering) -> None:
    assert "not connected" in await made_for(discord, answering).check(DEALS)


async def test_the_doctor_finds_all_well(discord: DiscordServer, chat: DiscordChat) -> None:
    found = await chat.examine()
    assert [well for _, well, _ in found] == [True, True]
    assert "works: Newsbell" in found[0][2]
    assert "in 1; to add it to another, open https://discord.com/oauth2/authorize" in found[1][2]


async def test_the_doctor_says_what_to_do(discord: DiscordServer) -> None:
    ((_, well, said),) = await examine("wrong", api_url=discord.url)
    assert not well
    assert "Reset Token" in said
    discord.servers.clear()
    ((_, _, _), (_, well, said)) = await examine(TOKEN, api_url=discord.url)
    assert not well
    assert "permissions=84992" in said
    assert "applications.commands" in said


async def test_the_doctor_survives_a_discord_that_does_not(discord: DiscordServer) -> None:
    discord.fail("GET @me", faults.broken(502, applied=False))
    assert await examine(TOKEN, api_url=discord.url) == [
        ("token", False, "Discord answers 502; try again in a minute")
    ]
    await discord.stop()
    ((_, well, said),) = await examine(TOKEN, api_url=discord.url)
    assert not well
    assert "can't be reached" in said
