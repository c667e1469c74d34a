"""What is typed is answered, once, to the person who typed it."""

from __future__ import annotations

import asyncio

from bot.chat.slack import SlackChat
from bot.errors import UserError
from tests.chat.slack import faults
from tests.chat.slack.rules import shown
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import Answering, eventually, serving


async def test_a_typed_command_is_answered_to_that_person_alone(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    async with serving(chat, slack):
        answer = await slack.type("/newsbell help", channel="C2")
    assert answer["response_type"] == "ephemeral"
    assert shown(answer["blocks"]) == "verb help in slack:C2 by ada"
    assert answering.requests[0].person.may_change
    assert slack.messages("C2") == []


async def test_a_command_is_acknowledged_before_it_is_worked_on(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    answering.gate.clear()
    async with serving(chat, slack):
        await slack.send("/newsbell help", envelope="e1")
        while "e1" not in slack.acks:
            await slack.change()
        assert slack.answers == []
        answering.gate.set()
        while not slack.answers:
            await slack.change()


async def test_a_slow_slack_does_not_delay_the_acknowledgement(slack: SlackServer, chat: SlackChat) -> None:
    async with serving(chat, slack):
        slack.fail("auth.test", faults.hang(applied=False))
        await slack.type("/newsbell help")
    assert slack.calls["auth.test"] == 1


async def test_an_envelope_that_comes_twice_is_answered_once_and_acknowledged_twice(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    async with serving(chat, slack):
        await slack.send("/newsbell help", envelope="e1", trigger="t1")
        await slack.send("/newsbell help", envelope="e1", trigger="t1")
        await slack.send("/newsbell help", envelope="e2", trigger="t1")
        await slack.type("/newsbell status")
        while len(slack.acks) < 4:
            await slack.change()
    assert [request.verb for request in answering.requests] == ["help", "status"]
    assert slack.acks.count("e1") == 2


async def test_an_envelope_repeated_over_the_next_connection_is_answered_once(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    async with serving(chat, slack):
        await slack.send("/newsbell help", envelope="e1", trigger="t1")
        while not slack.answers:
            await slack.change()
    async with serving(chat, slack):
        await slack.send("/newsbell help", envelope="e1", trigger="t1")
        await slack.type("/newsbell status")
    assert [request.verb for request in answering.requests] == ["help", "status"]


async def test_what_is_wrong_with_a_command_is_told_in_plain_words(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    answering.problem = UserError("There is no watch 9 here; type /newsbell watches.")
    async with serving(chat, slack):
        answer = await slack.type("/newsbell unwatch 9")
    assert shown(answer["blocks"]) == "There is no watch 9 here; type /newsbell watches."


async def test_a_crash_is_answered_too(slack: SlackServer, chat: SlackChat, answering: Answering) -> None:
    answering.problem = RuntimeError("a secret detail")
    async with serving(chat, slack):
        answer = await slack.type("/newsbell  ")
    assert "Something went wrong" in answer["text"]
    assert "secret" not in str(answer)


async def test_a_command_under_way_is_answered_when_the_program_ends(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    answering.gate.clear()
    async with serving(chat, slack):
        await slack.send("/newsbell help")
        await eventually(lambda: answering.requests)
    asyncio.get_running_loop().call_later(0.1, answering.gate.set)
    await chat.close()
    assert len(slack.answers) == 1


async def test_a_query_as_slack_escapes_it_arrives_as_it_was_meant(
    slack: SlackServer, chat: SlackChat, answering: Answering
) -> None:
    async with serving(chat, slack):
        await slack.type("/newsbell watch valuation &gt;= 10B “data center” in:<#C2|news>")
    assert answering.requests[0].arguments == {
        "query": 'valuation >= 10B "data center"',
        "channel": "slack:C2",
    }


async def test_an_unknown_verb_is_answered_with_the_nearest(slack: SlackServer, chat: SlackChat) -> None:
    async with serving(chat, slack):
        answer = await slack.type("/newsbell wacth deepseek")
    assert "watch" in answer["text"]
