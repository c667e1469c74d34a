"""The socket: made, refreshed, lost, made again."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat.slack import SlackChat
from bot.errors import ChatDown
from bot.ports import Chat
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import Answering, made_for, serving


def test_it_is_one_of_the_chats(chat: SlackChat) -> None:
    port: Chat = chat
    assert port.name == "slack"
    assert not port.connected


async def test_serve_raises_for_a_bad_bot_token_and_names_it(
    slack: SlackServer, answering: Answering
) -> None:
    with pytest.raises(ChatDown, match="SLACK_BOT_TOKEN"):
        await made_for(slack, answering, bot_token="xoxb-wrong").serve()


async def test_serve_raises_for_a_bad_app_token_and_names_it(
    slack: SlackServer, answering: Answering
) -> None:
    with pytest.raises(ChatDown, match="SLACK_APP_TOKEN"):
        await made_for(slack, answering, app_token="xapp-wrong").serve()


async def test_serve_raises_when_slack_cannot_be_reached(slack: SlackServer, chat: SlackChat) -> None:
    await slack.stop()
    with pytest.raises(ChatDown, match="can't be reached"):
        await chat.serve()


async def test_serve_raises_when_the_socket_is_refused(slack: SlackServer, chat: SlackChat) -> None:
    slack.accepts_sockets = False
    with pytest.raises(ChatDown, match=r"socket can't be opened.*503"):
        await chat.serve()
    assert not chat.connected


async def test_a_refreshed_connection_goes_on(slack: SlackServer, chat: SlackChat) -> None:
    async with serving(chat, slack):
        first = slack.sockets[-1]
        await slack.refresh()
        while first in slack.sockets or not slack.sockets:
            await slack.change()
        await slack.type("/newsbell help")
        assert chat.connected


async def test_a_lost_connection_ends_serve_and_a_fresh_one_works(
    slack: SlackServer, chat: SlackChat
) -> None:
    async with serving(chat, slack) as task:
        await slack.stop()
        with pytest.raises(ChatDown, match="lost"):
            await asyncio.wait_for(task, 10)
    await slack.start()
    async with serving(chat, slack):
        await slack.type("/newsbell help")
        assert chat.connected
    assert not chat.connected


async def test_leaving_does_not_wait_for_a_slack_that_answers_no_more(
    slack: SlackServer, chat: SlackChat
) -> None:
    slack.deaf = True
    async with serving(chat, slack) as task:
        task.cancel()
        # aiohttp alone waits for ten seconds, and we have five in all
        done, _ = await asyncio.wait([task], timeout=5)
        assert done
    assert not chat.connected
