"""The table of hostile words through every surface of every chat: alerts, batches, notices, answers."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.chat.discord import message as discord_message
from bot.chat.discord import reply as discord_reply
from bot.chat.discord.message import Payload
from bot.chat.slack import message as slack_message
from bot.chat.slack import reply as slack_reply
from bot.chat.terminal import Screen
from bot.commands import handle, parse
from bot.core.model import Entry, Message, Reason, Reply
from bot.core.spans import bold, code, line, link, quiet, text
from bot.errors import UserError
from bot.store import open_store
from tests.chat.discord.reading import markup
from tests.chat.discord.rules import objections
from tests.chat.hostile import EVIL, STRINGS, leftovers, spoofs
from tests.chat.slack.rules import objection, texts
from tests.commands.desk import ANN, HERE, Desk

TABLE = pytest.mark.parametrize("hostile", STRINGS.values(), ids=STRINGS)


def messages(hostile: str, address: str = EVIL) -> Iterator[Message]:
    """Every kind of message, with the words wherever words stand."""
    entry = Entry(
        title=hostile,
        link=address,
        summary=hostile,
        company=hostile,
        rows=((hostile, hostile), ("Valuation", hostile)),
        outlets=hostile,
        age="12 min ago",
        follows=hostile,
        why=(hostile, hostile),
    )
    yield Message(entries=(entry,), headline=hostile, label=hostile)
    yield Message(entries=(entry,), headline="DeepSeek valued at $45B")
    yield Message(entries=(entry,) * 12, headline=hostile)
    yield Message(entries=(), headline=hostile, label=hostile, notice=said(hostile, address).lines)


def said(hostile: str, address: str = EVIL) -> Reply:
    """An answer with the words in every style, and a sample below."""
    spans = (text(hostile), bold(hostile), quiet(hostile), code(hostile), link(hostile, address))
    whole = line("before ", *spans, " after")
    return Reply(lines=(whole, *(line(span) for span in spans)))


# Slack


def check_slack(payload: dict[str, Any]) -> None:
    assert objection(payload) == ""
    assert "<" not in payload["text"]
    shown = [payload["text"], *texts(payload["blocks"])]
    assert [left for each in shown for left in leftovers(each)] == []
    assert not any(re.search(r"<[!@#]", each) for each in shown)
    for shown_as, address in slack_links(payload["blocks"]):
        assert not spoofs(shown_as, address)


def slack_links(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, list):
        for one in part:
            yield from slack_links(one)
    elif isinstance(part, dict):
        if part.get("type") == "link":
            yield part["text"], part["url"]
        for one in part.values():
            yield from slack_links(one)


# Discord

_MASKED = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)")
_CODE = re.compile(r"(?<!\\)`[^`]*`")
_OURS = {"style"}


def check_discord(payload: Payload) -> None:
    embeds = [embed.to_dict() for embed in payload.embeds]
    assert objections({"content": payload.content, "embeds": embeds}) == []
    marked = [payload.content, *(embed.description or "" for embed in payload.embeds)]
    titles = [embed.title or "" for embed in payload.embeds]
    plain = [embed.footer.text or "" for embed in payload.embeds]
    assert [left for each in (*marked, *titles, *plain) for left in leftovers(each)] == []
    for each in marked:
        bare = _CODE.sub("", each)
        for shown, address in _MASKED.findall(bare):
            assert not spoofs(shown.replace("\\", ""), address)
        assert set(markup(_MASKED.sub("", bare))) <= _OURS
    for title in titles:
        assert markup(title) == []
    for embed in payload.embeds:
        if embed.url:
            assert not spoofs((embed.title or "").replace("\\", ""), embed.url)
    assert not any(re.search(r"@everyone|@here|<@[!&]?\d", each) for each in plain)


# the terminal

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LINK = re.compile(r"\x1b\]8;id=[0-9-]+;([^\x1b\x07]*)\x1b\\(.*?)\x1b\]8;;\x1b\\", re.DOTALL)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def check_terminal(show: Any) -> None:
    for plain, stream in ((True, io.StringIO()), (False, io.StringIO()), (False, Tty())):
        show(Screen(stream, plain=plain, width=100))
        drawn = _COLOUR.sub("", stream.getvalue())
        for address, shown in _LINK.findall(drawn):
            assert not spoofs(" ".join(shown.split()), address)
        assert leftovers(_LINK.sub(r"\2", drawn)) == []
        assert len(drawn) < 300_000


@TABLE
def test_no_message_does_harm(hostile: str) -> None:
    for message in messages(hostile):
        drawn = slack_message.draw(message)
        check_slack({"text": drawn.text, "blocks": drawn.blocks})
        check_discord(discord_message.draw(message))
        check_terminal(lambda screen, shown=message: screen.message(shown))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", f"https://bank.example@{EVIL[8:]}", "file:///x", ""]
)
def test_only_addresses_of_the_web_are_linked(address: str) -> None:
    for message in messages(STRINGS["slack link"], address):
        drawn = slack_message.draw(message)
        assert list(slack_links(drawn.blocks)) == []
        embeds = discord_message.draw(message).embeds
        assert not any(embed.url or _MASKED.search(embed.description or "") for embed in embeds)
        out = Tty()
        Screen(out, plain=False, width=100).message(message)
        assert "\x1b]8" not in out.getvalue()


def check_reply(reply: Reply) -> None:
    drawn = slack_reply.draw(reply)
    check_slack({"text": drawn.text, "blocks": drawn.blocks})
    check_discord(discord_reply.draw(reply))
    check_terminal(lambda screen: screen.reply(reply))


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
