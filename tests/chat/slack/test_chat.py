"""The whole round with the real slack-bolt and slack-sdk, over real sockets on 127.0.0.1."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from bot.chat.slack import SlackChat
from bot.core.model import Channel, Reply, Span
from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, TryLater, Unknown, UserError
from bot.ports import Chat, Request
from tests.chat.slack import faults
from tests.chat.slack.examples import ALERT
from tests.chat.slack.faults import Fault
from tests.chat.slack.rules import shown
from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.fakes.clock import FakeClock

DEALS, NEWS = Channel("slack", "C1"), Channel("slack", "C2")
CLOCK = FakeClock()
SINCE = CLOCK.now() - timedelta(hours=1)
KEY = "mfrggzdfmztwq2lknnwg23tp"


class Answering:
    """Answers every command with what was understood, and remembers it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.problem: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, request: Request) -> Reply:
        self.requests.append(request)
        await self.gate.wait()
        if self.problem is not None:
            raise self.problem
        return Reply(lines=((Span(f"verb {request.verb} in {request.channel} by {request.person.name}"),),))


@pytest.fixture
async def slack() -> AsyncIterator[SlackServer]:
    async with SlackServer() as server:
        yield server


@pytest.fixture
def answering() -> Answering:
    return Answering()


@pytest.fixture
async def chat(slack: SlackServer, answering: Answering) -> AsyncIterator[SlackChat]:
    made = made_for(slack, answering)
    yield made
    await made.close()


def made_for(slack: SlackServer, answering: Answering, **more: object) -> SlackChat:
    given = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "patience": 1.0, "ping": 0.2, **more}
    return SlackChat(answer=answering, clock=CLOCK, web_url=slack.url, **given)  # type: ignore[arg-type]  # a test's own settings


async def eventually(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - what is waited for has no event of its own
            await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(chat: SlackChat, slack: SlackServer) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(chat.serve())
    try:
        await eventually(lambda: chat.connected or task.done())
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, ChatDown):
            await task


def test_it_is_one_of_the_chats(chat: SlackChat) -> None:
    port: Chat = chat
    assert port.name == "slack"
    assert not port.connected


# commands


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


# the connection


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


# posts


async def test_a_post_stands_once_with_text_blocks_and_its_key(slack: SlackServer, chat: SlackChat) -> None:
    ts = await chat.post(DEALS, ALERT, KEY)
    (message,) = slack.messages("C1")
    assert message["ts"] == ts
    assert message["text"].startswith("DeepSeek valued at $45B")
    assert "Valuation  $45B" in shown(message["blocks"])
    assert message["metadata"] == {"event_type": "newsbell_alert", "event_payload": {"key": KEY}}
    assert not any(message[name] for name in ("unfurl_links", "unfurl_media", "link_names", "mrkdwn"))


FAULTS: list[tuple[Fault, type[DeliveryError], int]] = [
    (faults.refused("not_in_channel"), ChannelGone, 0),
    (faults.refused("channel_not_found"), ChannelGone, 0),
    (faults.refused("is_archived"), ChannelGone, 0),
    (faults.refused("restricted_action"), ChannelGone, 0),
    (faults.refused("no_text"), Refused, 0),
    (faults.refused("something_new"), Refused, 0),
    (faults.refused("invalid_auth"), ChatDown, 0),
    (faults.refused("token_revoked"), ChatDown, 0),
    (faults.refused("account_inactive"), ChatDown, 0),
    (faults.refused("service_unavailable"), ChatDown, 0),
    (faults.limited(7), TryLater, 0),
    (faults.broken(500, applied=False), Unknown, 0),
    (faults.broken(500, applied=True), Unknown, 1),
    (faults.broken(502, applied=True, html=True), Unknown, 1),
    (faults.broken(403, applied=False, html=True), ChatDown, 0),
    (faults.refused("fatal_error"), Unknown, 0),
    (faults.cut(applied=False), Unknown, 0),
    (faults.cut(applied=True), Unknown, 1),
]


@pytest.mark.parametrize(("fault", "expected", "standing"), FAULTS)
async def test_each_fault_becomes_the_error_that_says_what_to_do(
    slack: SlackServer, chat: SlackChat, fault: Fault, expected: type[DeliveryError], standing: int
) -> None:
    slack.fail("chat.postMessage", fault)
    with pytest.raises(expected) as raised:
        await chat.post(DEALS, ALERT, KEY)
    assert type(raised.value) is expected
    assert str(raised.value)
    assert len(slack.messages("C1")) == standing
    assert slack.calls["chat.postMessage"] == 1


async def test_a_channel_without_us_says_how_to_invite(slack: SlackServer, chat: SlackChat) -> None:
    slack.channels["C1"].is_member = False
    with pytest.raises(ChannelGone, match="/invite @Newsbell"):
        await chat.post(DEALS, ALERT, KEY)


async def test_a_limit_waits_exactly_as_long_as_told(slack: SlackServer, chat: SlackChat) -> None:
    slack.fail("chat.postMessage", faults.limited(7))
    with pytest.raises(TryLater) as raised:
        await chat.post(DEALS, ALERT, KEY)
    assert (raised.value.seconds, raised.value.everywhere) == (7, False)


async def test_a_limit_on_the_whole_app_holds_everywhere(slack: SlackServer, chat: SlackChat) -> None:
    slack.fail("chat.postMessage", faults.limited(9, "rate_limited"))
    with pytest.raises(TryLater) as raised:
        await chat.post(DEALS, ALERT, KEY)
    assert (raised.value.seconds, raised.value.everywhere) == (9, True)


@pytest.mark.parametrize("word", ["invalid_blocks", "msg_too_long", "msg_blocks_too_long"])
async def test_refused_blocks_are_sent_once_more_in_plain_words(
    slack: SlackServer, chat: SlackChat, word: str
) -> None:
    slack.fail("chat.postMessage", faults.refused(word))
    await chat.post(DEALS, ALERT, KEY)
    (message,) = slack.messages("C1")
    assert "blocks" not in message
    assert "https://example.com/deepseek" in message["text"]
    assert message["metadata"]["event_payload"] == {"key": KEY}


async def test_plain_words_that_are_refused_too_are_refused(slack: SlackServer, chat: SlackChat) -> None:
    slack.fail("chat.postMessage", faults.refused("msg_too_long"), faults.refused("msg_too_long"))
    with pytest.raises(Refused, match="msg_too_long"):
        await chat.post(DEALS, ALERT, KEY)
    assert slack.calls["chat.postMessage"] == 2


async def test_a_post_without_a_connection_was_surely_not_sent(slack: SlackServer, chat: SlackChat) -> None:
    await slack.stop()
    with pytest.raises(ChatDown):
        await chat.post(DEALS, ALERT, KEY)


async def test_a_post_that_hangs_while_we_leave_may_stand_there(slack: SlackServer, chat: SlackChat) -> None:
    slack.fail("chat.postMessage", faults.hang(applied=True))
    post = asyncio.create_task(chat.post(DEALS, ALERT, KEY))
    await eventually(lambda: slack.messages("C1"))
    await chat.close()
    with pytest.raises(Unknown):
        await post


async def test_nothing_is_posted_after_the_end(slack: SlackServer, chat: SlackChat) -> None:
    await chat.close()
    with pytest.raises(ChatDown):
        await chat.post(DEALS, ALERT, KEY)
    assert slack.calls["chat.postMessage"] == 0


# looking for a post


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


# may we post here?


async def test_a_channel_with_us_in_it_has_no_obstacle(slack: SlackServer, chat: SlackChat) -> None:
    assert await chat.check(DEALS) == ""


@pytest.mark.parametrize(
    ("channel", "flag", "says"),
    [
        (
            "C1",
            {"is_member": False},
            "Newsbell isn't in #deals. Invite me first: type /invite @Newsbell there",
        ),
        ("C1", {"is_archived": True}, "#deals is archived"),
        ("C9", {}, "type /invite @Newsbell there"),
        ("D1", {}, "direct messages"),
    ],
)
async def test_an_obstacle_is_named_with_what_to_do(
    slack: SlackServer, chat: SlackChat, channel: str, flag: dict[str, bool], says: str
) -> None:
    for name, value in flag.items():
        setattr(slack.channels[channel], name, value)
    assert says in await chat.check(Channel("slack", channel))


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (faults.refused("missing_scope", needed="channels:read"), "channels:read"),
        (faults.limited(30), "in 30 seconds"),
        (faults.broken(503, applied=False, html=True), "in a minute"),
    ],
)
async def test_a_check_that_fails_says_so_and_never_raises(
    slack: SlackServer, chat: SlackChat, fault: Fault, says: str
) -> None:
    slack.fail("conversations.info", fault)
    assert says in await chat.check(DEALS)


async def test_a_check_after_the_end_says_so(chat: SlackChat) -> None:
    await chat.close()
    assert "leaving" in await chat.check(DEALS)
