"""Counts what stands where it is owed, and says so in a table."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.stories import News, Post

# an alert of which the ledger says that it doesn't know, or that a platform refused it
_OPEN = ("unknown", "refused")


@dataclass(slots=True)
class Row:
    """Alerts of one kind of channel."""

    owed: int = 0
    posted: int = 0
    lost: int = 0
    repeated: int = 0
    # not there, and the bot says so itself: refused, or not known to have arrived
    unknown: int = 0

    def __iadd__(self, other: Row) -> Row:
        for name in ("owed", "posted", "lost", "repeated", "unknown"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass(slots=True)
class Tally:
    """What one round, or all of them, came to."""

    # where the bot can look what stands there, and where it can't
    seen: Row = field(default_factory=Row)
    unseen: Row = field(default_factory=Row)
    # posts that nobody was owed
    strays: int = 0
    # commands that came twice and acted twice
    doubled: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    # logged errors of the program itself
    crashes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        self.seen += other.seen
        self.unseen += other.unseen
        self.strays += other.strays
        self.doubled += other.doubled
        self.ends += other.ends
        self.faults += other.faults
        self.crashes += other.crashes
        self.wrong += other.wrong
        return self

    @property
    def kills(self) -> int:
        """Times that the bot was killed."""
        return sum(count for end, count in self.ends.items() if end.startswith("kill"))

    def table(self) -> str:
        """All of it in words and figures."""
        lines = ["| channels | owed | posted | lost | repeated | unknown |", "|---|---|---|---|---|---|"]
        for name, row in (("that can be read back", self.seen), ("that can't", self.unseen)):
            lines.append(
                f"| {name} | {row.owed} | {row.posted} | {row.lost} | {row.repeated} | {row.unknown} |"
            )
        lines.append("")
        lines.append(f"strays {self.strays}, commands that acted twice {self.doubled}, kills {self.kills}")
        for title, counted in (("ends", self.ends), ("faults", self.faults), ("crashes", self.crashes)):
            said = ", ".join(f"{name} {count}" for name, count in sorted(counted.items()))
            lines.append(f"{title}: {said or 'none'}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The bot's own word on an alert."""

    state: str
    cause: str
    tries: int


def ledger(database: Path) -> dict[tuple[str, str], Ledger]:
    """By the first word of the story's title, which is a company's, and the channel."""
    link = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5.0)
    try:
        found = link.execute(
            "SELECT s.title, a.channel, a.state, a.cause, a.attempts"
            " FROM alerts a JOIN stories s ON s.id = a.story"
        ).fetchall()
    finally:
        link.close()
    return {
        (title.split()[0], channel): Ledger(state, cause, tries)
        for title, channel, state, cause, tries in found
    }


def settled(known: Iterable[Ledger]) -> bool:
    """Whether nothing is under way any more."""
    return all(one.state in ("sent", "refused") for one in known)


def count(
    news: Sequence[News],
    posts: Sequence[Post],
    texts: Callable[[Post], Sequence[str]],
    known: dict[tuple[str, str], Ledger],
    blind: Callable[[Post], bool],
) -> Tally:
    """Hold what stands in each channel against what is owed there."""
    tally = Tally()
    for one in news:
        owed = {post.name for post in one.owed()}
        for post in posts:
            there = sum(one.mark in text for text in texts(post))
            if post.name not in owed:
                tally.strays += there
                if there:
                    tally.wrong.append(f"{one.title}: {there} in {post.name}, which is owed none")
                continue
            _add(tally, one, post, there, known.get((one.mark, post.name)), blind=blind(post))
    return tally


def _add(tally: Tally, one: News, post: Post, there: int, said: Ledger | None, *, blind: bool) -> None:
    row = tally.unseen if blind else tally.seen
    row.owed += 1
    row.posted += there > 0
    row.repeated += max(0, there - 1)
    told = f"{said.state} after {said.tries} tries: {said.cause}" if said else "no alert was promised"
    if not there and said and said.state in _OPEN:
        row.unknown += 1
    elif not there:
        row.lost += 1
    if there != 1 and not (blind and (there or (said and said.state in _OPEN))):
        tally.wrong.append(f"{one.title}: {there} in {post.name}; the ledger says {told}")


def watches(database: Path) -> list[tuple[str, str]]:
    """Every watch's channel and query."""
    link = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5.0)
    try:
        return [tuple(row) for row in link.execute("SELECT channel, query FROM watches")]
    finally:
        link.close()
