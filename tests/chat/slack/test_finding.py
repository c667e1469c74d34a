"""A post whose answer was lost is found, or surely not there, or unknown."""

from __future__ import annotations

from contextlib import suppress

import pytest

from bot.chat.slack import SlackChat
from bot.errors import ChatDown, TryLater, Unknown
from tests.chat.slack import faults
from tests.chat.slack.examples import ALERT
from tests.chat.slack.faults import Fault
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import DEALS, KEY, NEWS, SINCE, Answering, made_for


async def test_a_restart_finds_the_post_whose_answer_was_lost(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    slack.fail("chat.postMessage", faults.cut(applied=True))
    with suppress(Unknown):
        await chat.post(DEALS, ALERT, KEY)
    await chat.close()
    again = made_for(slack, answering)
    assert await again.find(DEALS, KEY, SINCE) == slack.messages("C1")[0]["ts"]
    assert await again.find(DEALS, "anotherkey", SINCE) is None
    assert await again.find(NEWS, KEY, SINCE) is None
    await again.close()


async def test_a_post_is_found_behind_many_others(answering: Answering) -> None:
    async with SlackServer(page=3) as slack:
        chat = made_for(slack, answering)
        for number in range(10):
            await chat.post(DEALS, ALERT, f"key{number}")
        assert await chat.find(DEALS, "key0", SINCE) == slack.messages("C1")[0]["ts"]
        assert slack.calls["conversations.history"] == 4
        await chat.close()


async def test_each_look_begins_with_the_newest_message(answering: Answering) -> None:
    async with SlackServer(page=2) as slack:
        chat = made_for(slack, answering)
        for number in range(5):
            await chat.post(DEALS, ALERT, f"key{number}")
        assert await chat.find(DEALS, "lost", SINCE) is None
        # it is posted after all, and its answer lost once more
        await chat.post(DEALS, ALERT, "lost")
        assert await chat.find(DEALS, "lost", SINCE) == slack.messages("C1")[-1]["ts"]
        await chat.close()


async def test_a_look_that_breaks_off_begins_anew(answering: Answering) -> None:
    async with SlackServer(page=2) as slack:
        chat = made_for(slack, answering)
        for number in range(5):
            await chat.post(DEALS, ALERT, f"key{number}")
        slack.fail("conversations.history", None, faults.refused("invalid_cursor"))
        with pytest.raises(Unknown, match="invalid_cursor"):
            await chat.find(DEALS, "lost", SINCE)
        await chat.post(DEALS, ALERT, "lost")
        assert await chat.find(DEALS, "lost", SINCE) == slack.messages("C1")[-1]["ts"]
        await chat.close()


async def test_metadata_of_another_kind_is_no_post_of_ours(slack: SlackServer, chat: SlackChat) -> None:
    await chat.post(DEALS, ALERT, KEY)
    slack.messages("C1")[0]["metadata"]["event_type"] = "deploy"
    assert await chat.find(DEALS, KEY, SINCE) is None


async def test_a_look_that_slack_interrupts_goes_on_where_it_stopped(answering: Answering) -> None:
    async with SlackServer(page=3) as slack:
        chat = made_for(slack, answering)
        for number in range(7):
            await chat.post(DEALS, ALERT, f"key{number}")
        # one page a minute, as for apps outside Slack's marketplace
        slack.fail("conversations.history", None, faults.limited(60), None, faults.limited(60), None)
        for _ in range(2):
            with pytest.raises(TryLater, match="60"):
                await chat.find(DEALS, "key0", SINCE)
        assert await chat.find(DEALS, "key0", SINCE) == slack.messages("C1")[0]["ts"]
        assert slack.calls["conversations.history"] == 5
        await chat.close()


async def test_without_the_permission_to_look_the_post_stays_unknown(answering: Answering) -> None:
    async with SlackServer(scopes="commands,chat:write,channels:read,groups:read") as slack:
        chat = made_for(slack, answering)
        with pytest.raises(Unknown, match="channels:history"):
            await chat.find(DEALS, KEY, SINCE)
        await chat.close()


async def test_with_looking_turned_off_no_request_is_made(slack: SlackServer, answering: Answering) -> None:
    chat = made_for(slack, answering, read_history=False)
    with pytest.raises(Unknown):
        await chat.find(DEALS, KEY, SINCE)
    assert slack.calls["conversations.history"] == 0
    await chat.close()


@pytest.mark.parametrize(
    # aiohttp itself asks once more after a cut, as any client may for a request that changes nothing
    "broken",
    [[faults.cut(applied=False), faults.cut(applied=False)], [faults.broken(500, applied=False)]],
)
async def test_a_look_that_breaks_is_taken_again_later(
    slack: SlackServer, chat: SlackChat, broken: list[Fault]
) -> None:
    slack.fail("conversations.history", *broken)
    with pytest.raises(ChatDown):
        await chat.find(DEALS, KEY, SINCE)
    assert await chat.find(DEALS, KEY, SINCE) is None
