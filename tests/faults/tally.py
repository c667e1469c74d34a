"""Counts what stands where it is owed, and in which order, and says so in a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from tests.faults.coverage import faults_table
from tests.faults.memory import Memory
from tests.faults.stories import News, Post

# channels in which nothing may be lost, repeated or unknown
READ = "that can be read back"
_BLIND = {"slack": "Slack without history", "discord": "Discord without Read Message History"}

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
    # above one that was promised earlier
    misplaced: int = 0

    def __iadd__(self, other: Row) -> Row:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        return self


@dataclass(slots=True)
class Tally:
    """What one round, or all of them, came to."""

    # by what the bot can see of such channels
    rows: defaultdict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    # posts that nobody was owed
    strays: int = 0
    # commands that came twice and acted twice
    doubled: int = 0
    # rounds by the database
    databases: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    # faults and ends, as the plans have them, and as the bots met them
    drawn: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    # logged errors of the program itself
    crashes: Counter[str] = field(default_factory=Counter)
    # what couldn't be made as planned
    notes: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        for name, row in other.rows.items():
            self.rows[name] += row
        for counted in ("databases", "ends", "drawn", "met", "crashes"):
            getattr(self, counted).update(getattr(other, counted))
        self.strays += other.strays
        self.doubled += other.doubled
        self.notes |= other.notes
        self.wrong += other.wrong
        return self

    @property
    def seen(self) -> Row:
        """The channels that can be read back."""
        return self.rows[READ]

    @property
    def kills(self) -> int:
        """Times that the bot was killed."""
        return sum(count for end, count in self.ends.items() if end.startswith("kill"))

    def table(self) -> str:
        """All of it in words and figures."""
        names = [one.name for one in fields(Row)]
        lines = [f"| channels | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
        for kind in sorted(self.rows, key=lambda kind: (kind != READ, kind)):
            figures = " | ".join(str(getattr(self.rows[kind], name)) for name in names)
            lines.append(f"| {kind} | {figures} |")
        lines += ["", faults_table(self.drawn, self.met), ""]
        lines.append(f"strays {self.strays}, commands that acted twice {self.doubled}, kills {self.kills}")
        for title in ("databases", "ends", "crashes"):
            counted = getattr(self, title)
            said = ", ".join(f"{name} {count}" for name, count in sorted(counted.items()) if count)
            lines.append(f"{title}: {said or 'none'}")
        return "\n".join([*lines, *sorted(self.notes)])


@dataclass(frozen=True, slots=True)
class Ledger:
    """The bot's own word on an alert."""

    # in the order in which they were promised
    number: int
    state: str
    cause: str
    tries: int


Known = Mapping[tuple[str, str], Ledger]


async def ledger(memory: Memory) -> Known:
    """By the first word of the story's title, which is a company's, and the channel."""
    found = await memory.rows(
        "SELECT s.title, a.channel, a.id, a.state, a.cause, a.attempts"
        " FROM alerts a JOIN stories s ON s.id = a.story"
    )
    return {(title.split()[0], channel): Ledger(*said) for title, channel, *said in found}


def kind(post: Post, *, blind: str) -> str:
    """The table's row for a channel, in a round that can't read this platform back."""
    if post.platform == "terminal":
        return "the terminal"
    return _BLIND[blind] if post.platform == blind else READ


def settled(known: Iterable[Ledger]) -> bool:
    """Whether nothing is under way any more."""
    return all(one.state in ("sent", "refused") for one in known)


def count(
    news: Sequence[News],
    posts: Sequence[Post],
    texts: Callable[[Post], Sequence[str]],
    known: Known,
    kind: Callable[[Post], str],
) -> Tally:
    """Hold what stands in each channel against what is owed there; `kind` is a row of the table."""
    tally = Tally()
    for post in posts:
        there = texts(post)
        for one in news:
            copies = sum(one.mark in text for text in there)
            if post in one.owed():
                _add(tally, one, post, copies, known.get((one.mark, post.name)), kind(post))
            elif copies:
                tally.strays += copies
                tally.wrong.append(f"{one.title}: {copies} in {post.name}, which is owed none")
        _order(tally, post, there, known, kind(post))
    return tally


def _add(tally: Tally, one: News, post: Post, there: int, said: Ledger | None, kind: str) -> None:
    row = tally.rows[kind]
    row.owed += 1
    row.posted += there > 0
    row.repeated += max(0, there - 1)
    told = f"{said.state} after {said.tries} tries: {said.cause}" if said else "no alert was promised"
    if not there and said and said.state in _OPEN:
        row.unknown += 1
    elif not there:
        row.lost += 1
    if there != 1 and (kind == READ or not (there or (said and said.state in _OPEN))):
        tally.wrong.append(f"{one.title}: {there} in {post.name}; the ledger says {told}")


def _order(tally: Tally, post: Post, there: Sequence[str], known: Known, kind: str) -> None:
    """Whether each alert's first copy stands below that of the one promised before it."""
    promised = sorted((said.number, mark) for (mark, channel), said in known.items() if channel == post.name)
    before = (-1, 0), ""
    for _, mark in promised:
        places = ((number, text.find(mark)) for number, text in enumerate(there) if mark in text)
        if (place := next(places, None)) is None:
            continue
        if place < before[0]:
            tally.rows[kind].misplaced += 1
            tally.wrong.append(f"{mark} stands above {before[1]} in {post.name}, and was promised later")
        before = place, mark


async def watches(memory: Memory) -> list[tuple[str, str]]:
    """Every watch's channel and query."""
    return [(channel, query) for channel, query in await memory.rows("SELECT channel, query FROM watches")]
