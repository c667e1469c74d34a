"""News of our own invention, and who must hear of it: the bench reckons that itself, without the bot."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_FIRST = ("Vor", "Kel", "Zan", "Mir", "Tor", "Bel", "Quor", "Fen", "Dra", "Lum", "Syl", "Pra", "Gor", "Hal")
_SECOND = ("da", "bi", "xa", "mo", "ne", "tu", "ri", "lo", "ga", "pe")
_THIRD = ("lix", "dane", "vorn", "quist", "mond", "thal", "zek", "brix", "sen", "rund", "pax", "tors")
_TRADES = ("Robotics", "Labs", "Systems", "Dynamics", "Compute", "Analytics")

# what no reader may ever see as such: escape sequences, and pings
HOSTILE = "\x1b[31mred\x1b[0m \x9b2J @everyone <!channel> \x07 bell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A channel, what it watches for, and the least of each figure in millions that it rings for."""

    platform: str
    channel: str
    query: str
    raised: int = 0
    valued: int = 0

    @property
    def name(self) -> str:
        """As the bot names the channel."""
        return f"{self.platform}:{self.channel}"


POSTS = (
    Post(platform="slack", channel="C1", query="valuation >= 10B", valued=10_000),
    Post(platform="slack", channel="C2", query="raised >= 500M", raised=500),
    Post(platform="discord", channel="123", query="valuation >= 20B", valued=20_000),
    Post(platform="discord", channel="124", query="raised >= 1B", raised=1_000),
    Post(platform="terminal", channel="here", query="valuation >= 10B", valued=10_000),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One company's one round, in millions of dollars."""

    mark: str
    company: str
    raised: int
    valued: int

    @property
    def title(self) -> str:
        """How its first outlet puts it."""
        return f"{self.company} raises ${_said(self.raised)} at ${_said(self.valued)} valuation"

    @property
    def again(self) -> str:
        """How another outlet puts the same."""
        return f"{self.company} closes ${_said(self.raised)} round at a ${_said(self.valued)} valuation"

    def owed(self) -> list[Post]:
        """The channels that must hear of it, once each."""
        return [post for post in POSTS if self.raised >= post.raised and self.valued >= post.valued]


def _said(millions: int) -> str:
    return f"{millions} million" if millions < 1_000 else f"{millions // 1_000} billion"


def invent(chance: random.Random) -> Iterator[News]:
    """One company after the other, none with a name that another one has."""
    marks = [first + second + third for first in _FIRST for second in _SECOND for third in _THIRD]
    chance.shuffle(marks)
    for mark in marks:
        yield News(
            mark=mark,
            company=f"{mark} {chance.choice(_TRADES)}",
            raised=chance.choice((120, 300, 600, 700, 2_000, 3_000)),
            valued=chance.choice((4_000, 12_000, 15_000, 25_000, 40_000)),
        )
