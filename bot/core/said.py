"""What is said: messages to channels, replies to people, and who they are, before any platform's markup."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one style. `text` is data: every platform escapes it."""

    text: str
    # "plain", "bold", "code", "quiet" or "link"
    style: str = "plain"
    link: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story inside a message: an alert is a message with one entry, a batch has several."""

    title: str
    link: str
    summary: str = ""
    company: str = ""
    # ("Valuation", "$45B · reported · first round"), …
    rows: tuple[tuple[str, str], ...] = ()
    # "3 outlets, all citing TechCrunch"
    outlets: str = ""
    # "12 min ago"
    age: str = ""
    # "was: in talks at $40B, 3 May", "" when it follows nothing
    follows: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What we say in a channel unasked, before any platform's markup."""

    entries: tuple[Entry, ...]
    # one plain line for notifications, screen readers and phones: "DeepSeek valued at $45B, first round"
    headline: str
    # "" or a mark such as "Sample alert"
    label: str = ""
    # a notice in words (entries is then empty): "This channel's watches are paused because …"
    notice: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a command, shown to the person who typed it alone."""

    lines: tuple[Line, ...]
    # True: nothing was changed, and the lines say what to type instead
    failed: bool = False
    # an alert to show below the lines, for that person alone
    sample: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who typed a command. The rights are the platform's verdict, taken at the moment of acting."""

    id: str
    name: str
    may_change: bool
    # whether they see the channel, which matters when they name another one
    may_look: bool = True
    # what the person lacks, to be told when refused: "Manage Channels in #deals"
    lacks: str = ""
    # whether they may act for all channels, and what they'd need for that: "Manage Server"
    may_run: bool = False
    rank: str = ""
