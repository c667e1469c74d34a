"""What happens in a round, drawn from its seed: the same seed is the same plan."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.faults.stories import News, invent

# how often each fault is drawn, beside the others; those that make the bot rest for a minute are seldom
WEIGHTS: Mapping[str, int] = {
    "slack limited": 4,
    "slack limited everywhere": 2,
    "slack limited without a time": 1,
    "slack 500 before": 4,
    "slack 500 after": 4,
    "slack cut before": 4,
    "slack cut after": 6,
    "slack hang before": 3,
    "slack hang after": 3,
    "slack drip": 2,
    "slack look fails": 3,
    "slack refresh": 3,
    "slack socket cut": 2,
    "slack command twice": 3,
    "discord limited": 4,
    "discord limited everywhere": 2,
    "discord limited without via": 2,
    "discord limited without headers": 1,
    "discord 500 before": 4,
    "discord 500 after": 4,
    "discord cut before": 4,
    "discord cut after": 6,
    "discord hang before": 3,
    "discord hang after": 3,
    "discord drip": 2,
    "discord look fails": 3,
    "discord invalid session": 2,
    "discord resume": 3,
    "discord resume refused": 2,
    "discord reconnect": 2,
    "discord command twice": 3,
    "database locked": 3,
    "database gone": 8,
    "disk full": 5,
    "feed truncated": 3,
    "feed html": 2,
    "feed bomb": 1,
    "feed 500": 2,
    "feed slow": 2,
    "feed cut": 2,
}

# The gateway hears no heartbeat any more and says nothing. discord.py takes a minute to call that dead, and
# the life lasts until it has: once in four rounds is what a full run has time for.
SILENT = "discord silent"
_SILENT_ROUNDS = 0.25

# how a life of the bot ends
ENDS: Mapping[str, int] = {
    "kill while it starts": 3,
    "kill at a post": 6,
    "kill": 9,
    "term": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens so many seconds after the bot was connected, or after a while without."""

    after: float
    kind: str
    # the fault's own measure: seconds that it takes
    seconds: float = 0.0
    news: News | None = None
    # a second outlet tells the same
    again: bool = False
    hostile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One run of the bot: what happens in it, and how it ends after so many seconds."""

    events: tuple[Event, ...]
    end: str
    after: float

    @property
    def silent(self) -> bool:
        """Whether the gateway falls silent in it."""
        return any(event.kind == SILENT for event in self.events)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A round."""

    seed: int
    lives: tuple[Life, ...]
    # the bot keeps its memory on PostgreSQL
    postgresql: bool
    # the platform whose channels can't be read back, or ""
    blind: str
    # Discord keeps a nonce for so many seconds
    nonce_lasts: float
    # both platforms hold channels to their usual pace
    paced: bool
    # the last life goes on in calm, instead of a new one
    goes_on: bool
    # the log holds what libraries write for their own makers
    chatty: bool

    @property
    def news(self) -> list[News]:
        """All that is published."""
        return [event.news for life in self.lives for event in life.events if event.news]

    @property
    def drawn(self) -> Counter[str]:
        """How often each fault and each end comes up."""
        kinds = Counter(event.kind for life in self.lives for event in life.events if not event.news)
        return kinds + Counter(life.end for life in self.lives)


def draw(seed: int, lives: int) -> Plan:
    """The plan of a seed."""
    chance = random.Random(seed)
    stories = invent(chance)
    hostile = chance.random() < 0.3
    drawn = [_life(chance, stories, hostile=hostile) for _ in range(lives)]
    return Plan(
        seed=seed,
        # spread evenly, and met with each other in a full run
        postgresql=seed % 4 == 1,
        blind={5: "slack", 2: "discord"}.get(seed % 6, ""),
        # discord.py itself sends again within seconds after an error; Discord's own window is minutes
        nonce_lasts=chance.choice((12.0, 30.0, 300.0)),
        paced=chance.random() < 0.5,
        goes_on=chance.random() < 0.5,
        chatty=chance.random() < 0.2,
        lives=tuple(_silenced(chance, drawn)),
    )


def _silenced(chance: random.Random, lives: list[Life]) -> list[Life]:
    """The lives, in some rounds with a silent gateway in one of those that are connected and not the last."""
    fit = [place for place, life in enumerate(lives[:-1]) if life.end in ("kill", "term")]
    if fit and chance.random() < _SILENT_ROUNDS:
        place = chance.choice(fit)
        lives[place] = replace(lives[place], events=(*lives[place].events, Event(after=1.5, kind=SILENT)))
    return lives


def _life(chance: random.Random, stories: Any, *, hostile: bool) -> Life:
    (end,) = chance.choices(tuple(ENDS), tuple(ENDS.values()))
    lasts = chance.uniform(0.0, 1.5) if end == "kill while it starts" else chance.uniform(0.0, 5.0)
    if end == "kill at a post":
        # after the request came in: before, while and after it is answered
        lasts = chance.choice((0.0, 0.0, 0.002, 0.01, 0.05, 0.2))
    events = [
        Event(after=chance.uniform(0.0, 1.5), kind=kind, seconds=chance.uniform(1.0, 4.0))
        for kind in chance.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()), k=chance.randint(0, 3))
    ]
    events += [
        Event(
            after=chance.uniform(0.0, 2.0),
            kind="news",
            news=next(stories),
            again=chance.random() < 0.25,
            hostile=hostile and chance.random() < 0.3,
        )
        for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 9) if chance.random() < 0.2 else (0, 1, 1, 2)))
    ]
    return Life(events=tuple(sorted(events, key=lambda event: event.after)), end=end, after=lasts)
