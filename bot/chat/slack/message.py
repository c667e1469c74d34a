"""Alerts, batches and notices drawn for Slack: what a phone shows first comes first."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.limits import clip, size
from bot.chat.slack.blocks import (
    MOST_FALLBACK,
    Block,
    Payload,
    bullets,
    context,
    escaped,
    fallback,
    fits,
    joined,
    longest,
    plain,
    rich,
    run,
    section,
    spans,
)
from bot.chat.text import isolated, line, web
from bot.core.model import Entry, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """How much of each story is shown, in UTF-16 units and counts; less of it where a message is too long."""

    title: int
    # a longer address is left out: cut, it would lead elsewhere
    link: int
    summary: int
    rows: int
    value: int
    whys: int
    why: int
    outlets: bool = True


_DETAILS = (
    _Detail(title=300, link=2_000, summary=1_500, rows=20, value=300, whys=6, why=300),
    _Detail(title=150, link=500, summary=600, rows=10, value=150, whys=2, why=150),
    _Detail(title=100, link=300, summary=300, rows=8, value=100, whys=0, why=0),
    _Detail(title=80, link=200, summary=0, rows=0, value=0, whys=0, why=0, outlets=False),
)


def draw(message: Message) -> Payload:
    """A message as Slack's blocks, with the whole text beside them; always within Slack's limits."""
    return Payload(text=fallback(_text(message)), blocks=blocks(message))


def blocks(message: Message) -> list[Block]:
    """The blocks alone: as much detail as fits into one message."""
    for detail in _DETAILS:
        drawn = _draw(message, message.entries, detail)
        if fits(drawn):
            return drawn
    return longest(len(message.entries) - 1, lambda shown: _cut(message, shown))


def _cut(message: Message, shown: int) -> list[Block]:
    if shown == 0:
        return rich(section(run(line(message.headline) or "News", "bold", most=1_000)))
    return [
        *_draw(message, message.entries[:shown], _DETAILS[-1]),
        *context(f"and {len(message.entries) - shown} more: type /newsbell latest"),
    ]


def _draw(message: Message, entries: tuple[Entry, ...], detail: _Detail) -> list[Block]:
    drawn = context(line(message.label), 300)
    if message.notice:
        return drawn + rich(section(joined([spans(one) for one in message.notice])))
    if len(entries) == 1 and len(message.entries) == 1:
        return drawn + _alert(entries[0], line(message.headline), detail)
    heading = f"{len(message.entries)} stories for this channel"
    return drawn + rich(section(run(heading, "bold")), bullets([_item(entry, detail) for entry in entries]))


def _alert(entry: Entry, headline: str, detail: _Detail) -> list[Block]:
    title, address = line(entry.title), web(entry.link, detail.link)
    heading = headline or title
    told = [run(title, "bold" if title == heading else "plain", link=address, most=detail.title)]
    if title != heading:
        # our words say what happened; the link is the outlet's own title, which says where it leads
        told.insert(0, run(heading, "bold", most=detail.title))
    lines = [*told, run(line(entry.follows), "quiet", most=detail.value)]
    tail = _tail(_company(entry, heading), entry, outlets=True)
    return [
        *rich(section(joined(lines))),
        *rich(section(run(line(entry.summary), most=detail.summary))),
        *rich(section(joined(_rows(entry, detail)))),
        *context(tail, 600),
        *context(_why(entry, detail)),
    ]


def _company(entry: Entry, heading: str) -> str:
    """The company, where neither headline nor title names it."""
    return "" if entry.company in f"{heading} {entry.title}" else entry.company


def _rows(entry: Entry, detail: _Detail) -> list[list[Block]]:
    """A line for each fact: phones put Slack's two-column fields below each other, on twice the lines."""
    lines = [
        run(f"{line(label)}  ", "bold", most=60) + run(line(value), most=detail.value)
        for label, value in entry.rows[: detail.rows]
    ]
    more = len(entry.rows) - len(lines)
    if more and lines:
        lines.append(run(f"and {more} more", "quiet"))
    return lines


def _item(entry: Entry, detail: _Detail) -> list[Block]:
    parts = run(line(entry.title), "bold", link=web(entry.link, detail.link), most=detail.title)
    tail = _tail("", entry, outlets=detail.outlets)
    if tail:
        parts += run(f"\n{tail}", most=200)
    if entry.follows and detail.whys:
        parts += run(f"\n{line(entry.follows)}", "quiet", most=detail.value)
    why = _why(entry, detail)
    return parts + run(f"\n{why}" if why else "", "quiet", most=detail.why)


def _tail(company: str, entry: Entry, *, outlets: bool) -> str:
    parts = (company, entry.outlets if outlets else "", entry.age)
    return " · ".join(isolated(line(part)) for part in parts if part)


def _why(entry: Entry, detail: _Detail) -> str:
    whys = [f"why: {clip(line(why), detail.why)}" for why in entry.why[: detail.whys]]
    more = len(entry.why) - len(whys)
    if more and whys:
        whys.append(f"and {more} more")
    return "\n".join(whys)


def _text(message: Message) -> str:
    """All of the message in plain words; of many stories, less of each rather than fewer of them."""
    for depth in (3, 2, 1):
        said = "\n".join(part for part in _words(message, depth) if part)
        if size(escaped(said)) <= MOST_FALLBACK:
            break
    return said


def _words(message: Message, depth: int) -> list[str]:
    headline = line(message.headline)
    said = [f"[{line(message.label)}] {headline}" if message.label else headline]
    said += [line(plain(one)) for one in message.notice]
    single = len(message.entries) == 1
    for entry in message.entries:
        said += _told(entry, headline) if single else _listed(entry)[:depth]
    return said


def _told(entry: Entry, headline: str) -> list[str]:
    title = line(entry.title)
    return [
        "" if title == headline else title,
        line(entry.follows),
        line(entry.summary),
        *(f"{line(label)}: {line(value)}" for label, value in entry.rows),
        _tail(_company(entry, headline), entry, outlets=True),
        *(f"why: {line(why)}" for why in entry.why),
        web(entry.link),
    ]


def _listed(entry: Entry) -> list[str]:
    """A story of several: what comes first can least be left out."""
    tail = _tail("", entry, outlets=True)
    whys = (f"why: {line(why)}" for why in entry.why)
    return [
        f"• {line(entry.title)}" + (f" ({tail})" if tail else ""),
        web(entry.link),
        "\n".join(part for part in (line(entry.follows), *whys) if part),
    ]
