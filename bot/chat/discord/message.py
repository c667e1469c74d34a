"""Alerts, batches and notices drawn for Discord: the content for notifications, an embed for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from discord import Embed

from bot.chat.discord.markdown import address_of, bold, by_host, drawn, linked, quiet, unmentioned, words
from bot.chat.limits import clip, size
from bot.chat.text import honest, isolated, line
from bot.core.model import Entry, Line, Message

# https://docs.discord.com/developers/resources/message#embed-object-embed-limits, in characters
MOST_CONTENT = 2_000
MOST_TITLE = 256
MOST_DESCRIPTION = 4_096
MOST_FOOTER = 2_048
MOST_TOGETHER = 6_000

# what footers get, so that a title, a description and a footer stay below the limit on all together
_FOOTER = 1_200
_DESCRIPTION = 4_000
# a batch's stories stand in at most two embeds
_BATCH = 5_800
_COLOUR = 0x2F6FED


@dataclass(frozen=True, slots=True)
class Payload:
    """What a message is sent as."""

    content: str
    embeds: list[Embed] = field(default_factory=list)

    def arguments(self) -> dict[str, Any]:
        """For discord.py's `send` and `edit`."""
        return {"content": self.content or None, "embeds": self.embeds}


def weight(embed: Embed) -> int:
    """What an embed takes of the limit on all together, in UTF-16 units."""
    return sum(map(size, (embed.title or "", embed.description or "", embed.footer.text or "")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """How much of each story of a batch is shown, in UTF-16 units; less where the message is too long."""

    title: int
    # a longer address is left out: cut, it would lead elsewhere
    link: int
    tail: int
    why: int


_DETAILS = (
    _Detail(title=300, link=1_000, tail=300, why=300),
    _Detail(title=150, link=500, tail=150, why=0),
    _Detail(title=100, link=250, tail=0, why=0),
    _Detail(title=80, link=150, tail=0, why=0),
)


def draw(message: Message) -> Payload:
    """A message as Discord's content and embeds; always within Discord's limits."""
    if message.notice:
        return Payload(content=_notice(message))
    content = words(_labelled(message, line(message.headline)), MOST_CONTENT)
    if len(message.entries) == 1:
        return Payload(content=content, embeds=[_alert(message.entries[0], message)])
    return Payload(content=content, embeds=_batch(message.entries))


def embeds(message: Message) -> list[Embed]:
    """The embeds alone, for a sample below an answer."""
    return draw(message).embeds


def _labelled(message: Message, text: str) -> str:
    return f"({line(message.label)}) {text}" if message.label else text


def _notice(message: Message) -> str:
    lines: list[Line] = list(message.notice)
    label = [bold(line(message.label), 200)] if message.label else []
    return fitting([*label, *(drawn(one) for one in lines)], MOST_CONTENT) or words(
        line(message.headline), MOST_CONTENT
    )


def fitting(lines: Sequence[str], most: int, cut: str = "…") -> str:
    """As many whole lines as fit, with a last one that says where it was cut."""
    whole = "\n".join(lines)
    if size(whole) <= most:
        return whole
    kept: list[str] = []
    left = most - size(cut)
    for one in lines:
        if size(one) + 1 > left:
            break
        kept.append(one)
        left -= size(one) + 1
    return "\n".join([*kept, cut])


def _alert(entry: Entry, message: Message) -> Embed:
    title, address = line(entry.title), address_of(entry.link)
    true = honest(title, address)
    embed = Embed(
        title=words(title, MOST_TITLE) or None,
        url=address if address and true else None,
        description=_told(entry, "" if true or not address else by_host(address)) or None,
        colour=_COLOUR,
    )
    company = "" if entry.company in f"{message.headline} {title}" else entry.company
    footer = "\n".join(part for part in (_tail(company, entry), *_whys(entry)) if part)
    if footer:
        embed.set_footer(text=clip(unmentioned(footer), _FOOTER))
    return embed


def _told(entry: Entry, link: str) -> str:
    """The link where the title can't carry it, what it follows, the summary, then a line for each fact."""
    paragraphs = [link, quiet(line(entry.follows), 300), words(line(entry.summary), 1_500), ""]
    used = size("\n\n".join(paragraphs))
    rows = [f"{bold(line(label), 80)} {words(line(value), 400)}" for label, value in entry.rows]
    paragraphs[-1] = fitting(rows, _DESCRIPTION - used, "… and more") if rows else ""
    return "\n\n".join(part for part in paragraphs if part)


def _tail(company: str, entry: Entry) -> str:
    return " · ".join(isolated(line(part)) for part in (company, entry.outlets, entry.age) if part)


def _whys(entry: Entry) -> list[str]:
    return [f"why: {clip(line(why), 300)}" for why in entry.why[:6]]


def _batch(entries: Sequence[Entry]) -> list[Embed]:
    for detail in _DETAILS:
        items = [_item(entry, detail) for entry in entries]
        if packed := _packed(items):
            return packed
    return _packed(_most(items, len(entries)))


def _most(items: list[str], count: int) -> list[str]:
    """As many items as two embeds surely hold, and how many more there are."""
    for shown in range(len(items) - 1, 0, -1):
        tried = [*items[:shown], f"and {count - shown} more: type /newsbell latest"]
        if _packed(tried):
            return tried
    return [f"{count} stories: type /newsbell latest"]


def _packed(items: Sequence[str]) -> list[Embed]:
    """The items in at most two embeds, none when they don't fit."""
    pages: list[list[str]] = [[]]
    left = _DESCRIPTION
    for item in items:
        if size(item) + 1 > left:
            pages.append([])
            left = _DESCRIPTION
        pages[-1].append(item)
        left -= size(item) + 1
    texts = ["\n".join(page) for page in pages if page]
    if len(texts) > 2 or sum(map(size, texts)) > _BATCH:
        return []
    return [Embed(description=text, colour=_COLOUR) for text in texts]


def _item(entry: Entry, detail: _Detail) -> str:
    # the address counts towards the limit, so that the text's share is on top of it
    title = linked(
        line(entry.title), entry.link, detail.title + detail.link, longest=detail.link, strong=True
    )
    lines = [f"• {title}"]
    if detail.tail:
        lines.append(words(_tail("", entry), detail.tail))
    if detail.why:
        lines.append(quiet(line(entry.follows), 300))
        lines += [quiet(f"why: {line(why)}", detail.why) for why in entry.why[:2]]
    return "\n".join(part for part in lines if part)
