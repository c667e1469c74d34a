"""A post stands once, and every fault says whether it stands."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat.slack import SlackChat
from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, TokenRejected, TryLater, Unknown
from tests.chat.slack import faults
from tests.chat.slack.examples import ALERT
from tests.chat.slack.faults import Fault
from tests.chat.slack.rules import shown
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import DEALS, KEY, NEWS, SINCE, Answering, eventually, made_for, serving


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
    (faults.refused("invalid_auth"), TokenRejected, 0),
    (faults.refused("token_revoked"), TokenRejected, 0),
    (faults.refused("account_inactive"), TokenRejected, 0),
    (faults.refused("missing_scope"), ChatDown, 0),
    (faults.refused("service_unavailable"), ChatDown, 0),
    (faults.limited(7), TryLater, 0),
    (Fault(status=429), TryLater, 0),
    (Fault(status=200), Unknown, 0),
    (Fault(status=200, applied=True), Unknown, 1),
    (Fault(status=200, body={"ok": True}, applied=True), Unknown, 1),
    (Fault(status=413), Refused, 0),
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


async def test_plain_words_take_a_turn_of_their_own(slack: SlackServer, answering: Answering) -> None:
    chat = made_for(slack, answering, gap=0.2)
    slack.fail("chat.postMessage", faults.refused("invalid_blocks"))
    began = asyncio.get_running_loop().time()
    await chat.post(DEALS, ALERT, KEY)
    assert asyncio.get_running_loop().time() - began >= 0.2
    await chat.close()


async def test_a_limit_on_the_plain_words_is_a_limit(slack: SlackServer, chat: SlackChat) -> None:
    slack.fail("chat.postMessage", faults.refused("invalid_blocks"), faults.limited(7))
    with pytest.raises(TryLater, match="7"):
        await chat.post(DEALS, ALERT, KEY)


@pytest.mark.parametrize("looking", [False, True])
async def test_a_token_that_is_rejected_once_is_used_no_more(
    slack: SlackServer, chat: SlackChat, *, looking: bool
) -> None:
    async with serving(chat, slack) as task:
        slack.fail(
            "conversations.history" if looking else "chat.postMessage", faults.refused("token_revoked")
        )
        with pytest.raises(TokenRejected, match="SLACK_BOT_TOKEN was revoked"):
            await (chat.find(DEALS, KEY, SINCE) if looking else chat.post(DEALS, ALERT, KEY))
        assert not chat.connected
        with pytest.raises(ChatDown):
            await chat.post(NEWS, ALERT, KEY)
        assert slack.calls["chat.postMessage"] == (0 if looking else 1)
        with pytest.raises(TokenRejected, match="SLACK_BOT_TOKEN was revoked"):
            await asyncio.wait_for(asyncio.shield(task), 10)
    async with serving(chat, slack):
        # after a rest, a token that works again serves again
        await chat.post(DEALS, ALERT, KEY)
        assert len(slack.messages("C1")) == 1


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
