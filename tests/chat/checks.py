"""Whether a message or an answer does harm in any of the three chats, whatever words it was made of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from bot.chat.discord import message as discord_message
from bot.chat.discord import reply as discord_reply
from bot.chat.discord.message import Payload
from bot.chat.slack import message as slack_message
from bot.chat.slack import reply as slack_reply
from bot.chat.terminal import Screen
from bot.core.model import Entry, Message, Reply
from bot.core.spans import bold, code, line, link, quiet, text
from tests.chat.discord.reading import markup
from tests.chat.discord.rules import objections
from tests.chat.hostile import EVIL, leftovers, spoofs
from tests.chat.slack.rules import objection, texts


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

MASKED = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)")
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
        for shown, address in MASKED.findall(bare):
            assert not spoofs(shown.replace("\\", ""), address)
        assert set(markup(MASKED.sub("", bare))) <= _OURS
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


def check_message(message: Message) -> None:
    """Draw a message for every chat. Raises AssertionError for harm."""
    drawn = slack_message.draw(message)
    check_slack({"text": drawn.text, "blocks": drawn.blocks})
    check_discord(discord_message.draw(message))
    check_terminal(lambda screen: screen.message(message))


def check_reply(reply: Reply) -> None:
    drawn = slack_reply.draw(reply)
    check_slack({"text": drawn.text, "blocks": drawn.blocks})
    check_discord(discord_reply.draw(reply))
    check_terminal(lambda screen: screen.reply(reply))
