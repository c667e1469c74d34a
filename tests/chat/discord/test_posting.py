"""A post stands once, and every fault says whether it stands."""

from __future__ import annotations

import pytest

from bot.chat.discord import DiscordChat
from bot.chat.discord.pace import Tries
from bot.core.model import Channel, Message, Span
from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, TryLater, Unknown
from tests.chat.discord import faults
from tests.chat.discord.faults import Fault
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import DEALS, KEY, Answering, lately, made_for
from tests.chat.slack.examples import ALERT


async def test_a_post_stands_once_with_a_headline_an_embed_and_no_pings(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    ident = await chat.post(DEALS, ALERT, KEY)
    (message,) = discord.messages("123")
    assert message["id"] == ident
    assert message["content"] == "DeepSeek valued at $45B, first round, per TechCrunch"
    (embed,) = message["embeds"]
    assert "**Valuation** $45B" in embed["description"]
    assert embed["url"] == "https://example.com/deepseek?a=1&b=2"
    assert message["allowed_mentions"] == {"parse": []}


async def test_the_same_key_posts_one_message_and_gives_its_id_twice(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    assert await chat.post(DEALS, ALERT, KEY) == await chat.post(DEALS, ALERT, KEY)
    assert len(discord.messages("123")) == 1


async def test_a_server_error_after_the_post_is_repeated_without_a_second_message(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.fail("POST messages", faults.broken(applied=True))
    ident = await chat.post(DEALS, ALERT, KEY)
    assert [message["id"] for message in discord.messages("123")] == [ident]
    assert discord.calls["POST messages"] == 2


FAULTS: list[tuple[Fault, type[DeliveryError], int]] = [
    (faults.refused(404, 10003), ChannelGone, 0),
    (faults.refused(403, 50001), ChannelGone, 0),
    (faults.refused(403, 50013), ChannelGone, 0),
    (faults.refused(400, 50083), ChannelGone, 0),
    (faults.refused(400, 50035), Refused, 0),
    (faults.refused(400, 200000, "blocked by AutoMod"), Refused, 0),
    (Fault(status=403), ChatDown, 0),
    (faults.limited(70), TryLater, 0),
    (faults.limited(7, via=False), TryLater, 0),
    (faults.banned(), TryLater, 0),
    (faults.broken(503, applied=False), Unknown, 0),
    (faults.broken(503, applied=True), Unknown, 1),
    (faults.cut(applied=False), Unknown, 0),
    (faults.cut(applied=True), Unknown, 1),
]


@pytest.mark.parametrize(("fault", "expected", "standing"), FAULTS)
async def test_each_fault_becomes_the_error_that_says_what_to_do(
    discord: DiscordServer, chat: DiscordChat, fault: Fault, expected: type[DeliveryError], standing: int
) -> None:
    discord.fail("POST messages", fault)
    with pytest.raises(expected) as raised:
        await chat.post(DEALS, ALERT, KEY)
    assert type(raised.value) is expected
    assert str(raised.value)
    assert len(discord.messages("123")) == standing
    found = await chat.find(DEALS, KEY, lately())
    assert (found is not None) == bool(standing)


@pytest.mark.parametrize(
    ("fault", "seconds", "everywhere"),
    [
        (faults.limited(70), 70, False),
        (faults.limited(90, everywhere=True), 90, True),
        (faults.limited(7, via=False), 7, False),
        (faults.limited(8, everywhere=True, via=False), 8, True),
        (faults.banned(), 60, True),
    ],
)
async def test_a_limit_waits_exactly_as_long_as_told_and_where(
    discord: DiscordServer, chat: DiscordChat, fault: Fault, seconds: float, everywhere: bool
) -> None:
    discord.fail("POST messages", fault)
    with pytest.raises(TryLater) as raised:
        await chat.post(DEALS, ALERT, KEY)
    assert (raised.value.seconds, raised.value.everywhere) == (seconds, everywhere)


async def test_a_limit_behind_a_server_error_leaves_open_whether_the_post_was_made(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.fail("POST messages", faults.broken(applied=True), faults.limited(70))
    with pytest.raises(Unknown, match="500 before this answer: asked to wait 70 s") as raised:
        await chat.post(DEALS, ALERT, KEY)
    assert raised.value.limit is not None
    assert raised.value.limit.seconds == 70
    assert len(discord.messages("123")) == 1
    # the doubt was about that post alone
    discord.fail("POST messages", faults.limited(70))
    with pytest.raises(TryLater):
        await chat.post(DEALS, ALERT, KEY)


@pytest.mark.parametrize(
    ("outcomes", "doubt"),
    [
        ([""], ""),
        (["Discord answered 502"], ""),
        (["the connection broke"], ""),
        (["", ""], ""),
        (["Discord answered 502", ""], "Discord answered 502"),
        (["the connection broke", ""], "the connection broke"),
        (["Discord answered 502", "the connection broke"], "Discord answered 502"),
        (["", "Discord answered 502", "", ""], "Discord answered 502"),
    ],
)
@pytest.mark.parametrize(
    "error", [TryLater(7), ChatDown("no connection"), ChannelGone("gone"), Refused("no"), Unknown("cut")]
)
def test_only_the_tries_before_the_last_answer_cast_doubt_on_it(
    outcomes: list[str], doubt: str, error: DeliveryError
) -> None:
    tries = Tries()
    for outcome in outcomes:
        tries.note(outcome)
    judged = tries.judge(error)
    if not doubt or isinstance(error, Unknown):
        assert judged is error
    else:
        assert isinstance(judged, Unknown)
        assert str(judged).startswith(doubt)
        assert judged.limit is (error if isinstance(error, TryLater) else None)


async def test_a_deleted_channel_is_gone(chat: DiscordChat) -> None:
    with pytest.raises(ChannelGone, match="deleted"):
        await chat.post(Channel("discord", "999"), ALERT, KEY)


async def test_a_refusal_for_want_of_a_permission_says_which_and_where(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.channels["123"].denied.update(send_messages=True)
    with pytest.raises(ChannelGone, match="Send Messages and Embed Links under channel settings"):
        await chat.post(DEALS, ALERT, KEY)


async def test_a_notice_is_plain_content_whose_links_unfold_nothing(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    notice = Message(
        entries=(), headline="Paused", notice=((Span("Read this", "link", "https://example.com"),),)
    )
    await chat.post(DEALS, notice, KEY)
    (message,) = discord.messages("123")
    assert message["content"] == "[Read this](https://example.com)"
    assert message["flags"] == 4


async def test_nothing_is_posted_before_the_connection_or_after_the_end(
    discord: DiscordServer, answering: Answering, chat: DiscordChat
) -> None:
    with pytest.raises(ChatDown, match="not connected"):
        await made_for(discord, answering).post(DEALS, ALERT, KEY)
    await chat.close()
    with pytest.raises(ChatDown, match="leaving"):
        await chat.post(DEALS, ALERT, KEY)
    assert discord.calls["POST messages"] == 0
