"""The connection: told of commands once, going on after cuts, ending with a sentence."""

from __future__ import annotations

import asyncio

import pytest
from discord import http

from bot.chat.discord import DiscordChat, endpoint
from bot.errors import ChatDown
from tests.chat.discord import faults
from tests.chat.discord.server import TOKEN, DiscordServer
from tests.chat.discord.support import Answering, eventually, made_for, serving


async def test_it_is_connected_once_the_servers_are_known(
    discord: DiscordServer, answering: Answering
) -> None:
    chat = made_for(discord, answering)
    seen = [chat.connected]
    async with serving(chat):
        seen.append(chat.connected)
        assert [command["name"] for command in discord.commands] == ["newsbell"]
        await chat.close()
    assert [*seen, chat.connected] == [False, True, False]


async def test_discord_is_told_of_the_commands_once_for_all_connections(
    discord: DiscordServer, answering: Answering
) -> None:
    chat = made_for(discord, answering)
    for _ in range(2):
        async with serving(chat):
            pass
    assert discord.calls["PUT commands"] == 1
    assert discord.calls["GET gateway"] == 2
    await chat.close()


async def test_commands_that_cannot_be_told_keep_no_alert_from_leaving(
    discord: DiscordServer, answering: Answering
) -> None:
    discord.fail("PUT commands", faults.refused(400, 50035))
    chat = made_for(discord, answering)
    async with serving(chat):
        assert chat.connected
    async with serving(chat):
        assert discord.calls["PUT commands"] == 2
    await chat.close()


async def test_a_session_that_was_cut_goes_on_by_itself(
    discord: DiscordServer, chat: DiscordChat, answering: Answering
) -> None:
    await discord.sockets[0].close(code=4000)
    await eventually(lambda: discord.resumed and chat.connected)
    await discord.type("status")
    assert len(answering.requests) == 1


@pytest.mark.parametrize(
    ("token", "said"), [("MTAw.wrong.token", "Discord rejects DISCORD_TOKEN"), (TOKEN, "400|reached")]
)
async def test_what_cannot_connect_ends_with_a_sentence(
    discord: DiscordServer, answering: Answering, token: str, said: str
) -> None:
    discord.accepts_sockets = False
    with pytest.raises(ChatDown, match=said):
        await asyncio.wait_for(made_for(discord, answering, token=token).serve(), 10)


async def test_a_token_that_is_reset_while_we_are_connected_ends_with_a_sentence(
    discord: DiscordServer, answering: Answering
) -> None:
    chat = made_for(discord, answering)
    async with serving(chat) as task:
        await discord.sockets[0].close(code=4004)
        with pytest.raises(ChatDown, match="Discord rejects DISCORD_TOKEN"):
            await asyncio.wait_for(asyncio.shield(task), 10)
        assert not chat.connected


async def test_a_server_that_is_away_ends_it_and_a_fresh_client_comes_back(
    discord: DiscordServer, answering: Answering
) -> None:
    chat = made_for(discord, answering)
    async with serving(chat) as task:
        await discord.stop()
        with pytest.raises(ChatDown):
            await asyncio.wait_for(asyncio.shield(task), 10)
    seen = [chat.connected]
    with pytest.raises(ChatDown, match="can't be reached"):
        await asyncio.wait_for(chat.serve(), 10)
    await discord.start()
    async with serving(chat):
        assert [*seen, chat.connected] == [False, True]
        await chat.close()


async def test_closing_ends_serving_without_an_error(discord: DiscordServer, answering: Answering) -> None:
    chat = made_for(discord, answering)
    async with serving(chat) as task:
        await chat.close()
        await asyncio.wait_for(task, 5)


def test_without_an_address_it_is_the_real_discord() -> None:
    endpoint.aim("http://127.0.0.1:1/api/v10/")
    assert http.Route.BASE == "http://127.0.0.1:1/api/v10"
    endpoint.aim("")
    assert http.Route.BASE == "https://discord.com/api/v10"
