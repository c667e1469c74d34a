"""Another channel's watches are changed by its members alone."""

from __future__ import annotations

import pytest

from bot.chat.slack import SlackChat
from bot.core.model import Person
from tests.chat.slack import faults
from tests.chat.slack.faults import Fault
from tests.chat.slack.server import Place, SlackServer
from tests.chat.slack.support import Answering, made_for, serving

STRANGERS = ["U0", "U7"]


async def asked(slack: SlackServer, chat: SlackChat, answering: Answering, typed: str) -> Person:
    async with serving(chat, slack):
        await slack.type(f"/newsbell {typed}", channel="C1")
    return answering.requests[0].person


@pytest.mark.parametrize("named", ["<#C2|news>", "#C2", "slack:C2"])
async def test_a_member_of_the_other_channel_may_change_it(
    slack: SlackServer, chat: SlackChat, answering: Answering, named: str
) -> None:
    person = await asked(slack, chat, answering, f"unwatch 1 in:{named}")
    assert (person.may_change, person.lacks) == (True, "")
    assert slack.calls["conversations.members"] == 1


@pytest.mark.parametrize("named", ["<#C2|news>", "#C2", "slack:C2"])
async def test_anybody_else_is_told_what_they_lack(
    slack: SlackServer, chat: SlackChat, answering: Answering, named: str
) -> None:
    slack.channels["C2"].members = STRANGERS
    person = await asked(slack, chat, answering, f"unwatch 1 in:{named}")
    assert (person.may_change, person.lacks) == (False, "to be a member of #news")


@pytest.mark.parametrize("verb", ["subscribe https://example.com/feed", "follow https://example.com/feed"])
async def test_every_command_that_changes_something_asks(
    slack: SlackServer, chat: SlackChat, answering: Answering, verb: str
) -> None:
    slack.channels["C2"].members = STRANGERS
    assert not (await asked(slack, chat, answering, f"{verb} in:#C2")).may_change


async def test_the_name_of_a_private_channel_is_kept_from_outsiders(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    slack.channels["C3"] = Place("C3", "secret-deal", is_private=True, members=STRANGERS)
    person = await asked(slack, chat, answering, "unwatch 1 in:#C3")
    assert (person.may_change, person.lacks) == (False, "to be a member of that channel")


async def test_an_outsider_does_not_learn_what_another_channel_watches(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    slack.channels["C2"].members = STRANGERS
    person = await asked(slack, chat, answering, "watches in:#C2")
    assert (person.may_look, person.lacks) == (False, "to be a member of #news")


@pytest.mark.parametrize("typed", ["unwatch 1", "unwatch 1 in:#C1", "watches", "help"])
async def test_nobody_is_asked_for_the_same_channel(
    slack: SlackServer, chat: SlackChat, answering: Answering, typed: str
) -> None:
    slack.fail("conversations.members", faults.refused("fetch_members_failed"))
    assert (await asked(slack, chat, answering, typed)).may_change
    assert slack.calls["conversations.members"] == 0


async def test_a_member_is_found_on_a_later_page(answering: Answering) -> None:
    async with SlackServer(page=2) as slack:
        chat = made_for(slack, answering)
        slack.channels["C2"].members = ["U5", "U6", "U7", "U8", "U1"]
        assert (await asked(slack, chat, answering, "unwatch 1 in:#C2")).may_change
        assert slack.calls["conversations.members"] == 3
        await chat.close()


@pytest.mark.parametrize(
    # words that a second reading would take for a channel; the last hides a mention behind an invisible sign
    "named",
    ["slack:C2&amp;amp;", "#deals", "#c2", "slack:<\u200b@U1|C2>"],
)
async def test_what_is_no_plain_channel_may_not_be_changed(
    slack: SlackServer, chat: SlackChat, answering: Answering, named: str
) -> None:
    assert not (await asked(slack, chat, answering, f"unwatch 1 in:{named}")).may_change


FAILURES: list[tuple[Fault, str]] = [
    (faults.limited(30), "Slack is busy. Nothing was changed; type this again in 30 seconds."),
    (faults.refused("missing_scope", needed="groups:read"), "lacks the permission groups:read. Nothing"),
    (faults.refused("fetch_members_failed"), "fetch_members_failed. Nothing was changed"),
    (faults.refused("channel_not_found"), "If you are, type /invite @Newsbell there"),
    (faults.broken(500, applied=False), "type this again in a minute"),
]


@pytest.mark.parametrize(("fault", "says"), FAILURES)
async def test_what_can_not_be_found_out_is_refused_in_a_sentence(
    slack: SlackServer, chat: SlackChat, answering: Answering, fault: Fault, says: str
) -> None:
    slack.fail("conversations.members", fault)
    async with serving(chat, slack):
        answer = await slack.type("/newsbell unwatch 1 in:#C2")
    assert says in answer["text"]
    assert "Nothing was changed" in answer["text"]
    assert answering.requests == []


async def test_a_private_channel_without_us_says_how_to_invite(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    slack.channels["C3"] = Place("C3", "secret-deal", is_private=True, is_member=False)
    async with serving(chat, slack):
        answer = await slack.type("/newsbell watch deepseek in:#C3")
    assert "type /invite @Newsbell there" in answer["text"]
    assert "secret-deal" not in answer["text"]
    assert answering.requests == []


async def test_a_direct_conversation_is_no_channel_to_change(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    async with serving(chat, slack):
        answer = await slack.type("/newsbell watch deepseek in:slack:D1234567")
    assert "direct messages" in answer["text"]
    assert answering.requests == []
