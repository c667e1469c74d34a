"""What breaks in the middle: a post, a look, the gateway; nothing is posted twice, and the bot goes on."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.chat.discord import DiscordChat
from bot.errors import ChatDown, TryLater, Unknown
from tests.chat.discord import faults
from tests.chat.discord.examples import ALERT
from tests.chat.discord.faults import Fault
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import DEALS, KEY, Answering, eventually, lately

_RECONNECT: dict[str, Any] = {"op": 7, "d": None}
_INVALID: dict[str, Any] = {"op": 9, "d": False}


@pytest.mark.parametrize("fault", [faults.cut(applied=True), faults.broken(503, applied=True)])
async def test_a_post_whose_answer_was_lost_stands_once_when_sent_again(
    discord: DiscordServer, chat: DiscordChat, fault: Fault
) -> None:
    discord.fail("POST messages", fault)
    with pytest.raises(Unknown):
        await chat.post(DEALS, ALERT, KEY)
    ident = await chat.post(DEALS, ALERT, KEY)
    assert [message["id"] for message in discord.messages("123")] == [ident]


async def test_a_short_wait_is_waited_out_and_the_post_stands_once(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.fail("POST messages", faults.limited(0.05), faults.limited(0.05))
    await chat.post(DEALS, ALERT, KEY)
    assert len(discord.messages("123")) == 1
    assert discord.calls["POST messages"] == 3


async def test_a_post_that_hangs_while_we_leave_may_stand_there(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.fail("POST messages", faults.hang(applied=True))
    post = asyncio.create_task(chat.post(DEALS, ALERT, KEY))
    await eventually(lambda: discord.messages("123"))
    await chat.close()
    with pytest.raises(Unknown):
        await asyncio.wait_for(post, 10)


async def test_a_limit_on_looking_is_waited_for_and_the_look_taken_again(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    ident = await chat.post(DEALS, ALERT, KEY)
    discord.fail("GET messages", faults.limited(70), faults.broken(503, applied=False))
    with pytest.raises(TryLater, match="70"):
        await chat.find(DEALS, KEY, lately())
    with pytest.raises(ChatDown):
        await chat.find(DEALS, KEY, lately())
    assert await chat.find(DEALS, KEY, lately()) == ident


@pytest.mark.parametrize("told", [_RECONNECT, _INVALID])
async def test_a_gateway_that_sends_us_away_is_joined_anew(
    discord: DiscordServer, chat: DiscordChat, answering: Answering, told: dict[str, Any]
) -> None:
    first = discord.sockets[-1]
    await first.send_json(told)
    await eventually(lambda: discord.sockets and first not in discord.sockets and chat.connected)
    await discord.type("status")
    await chat.post(DEALS, ALERT, KEY)
    assert len(answering.requests) == 1


async def test_a_post_goes_out_while_the_gateway_is_being_joined_anew(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.accepts_sockets = False
    await discord.sockets[-1].close(code=4000)
    await chat.post(DEALS, ALERT, KEY)
    assert len(discord.messages("123")) == 1
