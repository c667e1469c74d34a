"""A post whose answer was lost is found by its key, or we say that we can't know."""

from __future__ import annotations

import pytest

from bot.chat.discord import DiscordChat
from bot.core.model import Channel
from bot.errors import ChatDown, Unknown
from tests.chat.discord import faults
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import DEALS, KEY, NEWS, Answering, lately, made_for, serving
from tests.chat.slack.examples import ALERT


async def test_a_post_is_found_by_its_key_among_others(chat: DiscordChat) -> None:
    ident = await chat.post(DEALS, ALERT, KEY)
    for number in range(120):
        await chat.post(DEALS, ALERT, f"other{number}")
    last = await chat.post(DEALS, ALERT, "the-last")
    assert await chat.find(DEALS, KEY, lately()) == ident
    assert await chat.find(DEALS, "the-last", lately()) == last
    assert await chat.find(DEALS, "never-posted", lately()) is None
    assert await chat.find(NEWS, KEY, lately()) is None


async def test_the_same_mark_on_somebody_elses_message_is_no_post_of_ours(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    await chat.post(DEALS, ALERT, KEY)
    (message,) = discord.messages("123")
    message["author"] = {**message["author"], "id": "777"}
    assert await chat.find(DEALS, KEY, lately()) is None


async def test_without_the_right_to_read_the_answer_is_unknown(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    place = discord.channels["123"]
    place.denied.update(read_message_history=True)
    await discord.dispatch("CHANNEL_UPDATE", place.info())
    # the gateway's event and the look come over different connections
    await discord.type("help")
    with pytest.raises(Unknown, match="Read Message History"):
        await chat.find(DEALS, KEY, lately())


async def test_a_channel_that_we_cannot_see_is_unknown(chat: DiscordChat) -> None:
    with pytest.raises(Unknown):
        await chat.find(Channel("discord", "999"), KEY, lately())


async def test_a_broken_look_says_that_nothing_is_known_yet(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    # aiohttp asks once more by itself, which is right for a question
    discord.fail("GET messages", faults.cut(applied=False), faults.cut(applied=False))
    with pytest.raises(ChatDown):
        await chat.find(DEALS, KEY, lately())
    assert await chat.find(DEALS, KEY, lately()) is None


async def test_a_post_is_found_after_a_restart(discord: DiscordServer, chat: DiscordChat) -> None:
    ident = await chat.post(DEALS, ALERT, KEY)
    await chat.close()
    again = made_for(discord, Answering())
    async with serving(again):
        assert await again.find(DEALS, KEY, lately()) == ident
        await again.close()
