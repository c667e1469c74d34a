"""Whether we can post, in a sentence."""

from __future__ import annotations

import pytest

from bot.chat.slack import SlackChat
from bot.core.model import Channel
from tests.chat.slack import faults
from tests.chat.slack.faults import Fault
from tests.chat.slack.server import SlackServer
from tests.chat.slack.support import DEALS


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
