"""The table of hostile words through every surface of every chat: alerts, batches, notices, answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.discord import message as discord_message
from bot.chat.slack import message as slack_message
from bot.chat.terminal import Screen
from bot.commands import handle, parse
from bot.core.model import Reason, Reply
from bot.core.spans import text
from bot.errors import UserError
from bot.store import open_store
from tests.chat.checks import MASKED, Tty, check_message, check_reply, messages, said, slack_links
from tests.chat.hostile import EVIL, STRINGS
from tests.commands.desk import ANN, HERE, Desk

TABLE = pytest.mark.parametrize("hostile", STRINGS.values(), ids=STRINGS)


@TABLE
def test_no_message_does_harm(hostile: str) -> None:
    for message in messages(hostile):
        check_message(message)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", f"https://bank.example@{EVIL[8:]}", "file:///x", ""]
)
def test_only_addresses_of_the_web_are_linked(address: str) -> None:
    for message in messages(STRINGS["slack link"], address):
        drawn = slack_message.draw(message)
        assert list(slack_links(drawn.blocks)) == []
        embeds = discord_message.draw(message).embeds
        assert not any(embed.url or MASKED.search(embed.description or "") for embed in embeds)
        out = Tty()
        Screen(out, plain=False, width=100).message(message)
        assert "\x1b]8" not in out.getvalue()


@TABLE
def test_no_answer_does_harm(hostile: str) -> None:
    check_reply(said(hostile))
    check_reply(Reply(lines=said(hostile).lines, sample=next(messages(hostile)), failed=True))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    yield Desk(store)
    await store.close()


TYPED = (
    "watch {}",
    'watch "{}"',
    'watch source:"{}"',
    "try {}",
    "edit 1 {}",
    "unwatch {}",
    "latest {}",
    "why {}",
    "why https://wire.example/{}",
    "follow {}",
    "unfollow {}",
    "alias {}",
    "alias {} = DeepSeek",
    "alias Deep = {}",
    "help {}",
    "{}",
    "watches in:slack:{}",
    "watches",
    "latest",
    "sources",
    "status",
)


@TABLE
async def test_what_was_typed_is_echoed_without_harm(desk: Desk, hostile: str) -> None:
    await desk.ask("watch deepseek")
    for form in TYPED:
        hostile = hostile[:4_000]
        try:
            reply = await handle(desk.context, parse(form.format(hostile), channel=HERE, person=ANN))
        except UserError as error:
            reply = Reply(lines=((text(str(error)),),), failed=True)
        check_reply(reply)


@TABLE
async def test_what_feeds_say_is_listed_without_harm(desk: Desk, hostile: str) -> None:
    await desk.store.add_source(kind="feed", target=EVIL, name=hostile, now=desk.clock.now())
    (source,) = await desk.store.sources()
    reason = Reason(watch=1, query="deepseek", why=(hostile,))
    await desk.news(hostile, link="https://evil.example/a", text=hostile, alerts={HERE: (reason,)})
    await desk.store.add_watch(channel=HERE, query="deepseek", made_by=hostile, now=desk.clock.now())
    await desk.store.add_watch(channel=HERE, query=hostile[:500], made_by="bob", now=desk.clock.now())
    for typed in (
        "sources",
        "latest",
        "why https://evil.example/a",
        "watches",
        "try lang:en",
        "latest lang:en",
    ):
        reply = await desk.ask(typed)
        assert not reply.failed
        check_reply(reply)
    assert source.name
