"""Which stories told of a company's figure, also long after their words have left the shelf."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.stories.claims import Claim, Weight

# a deal in talks may take this long until it is closed, and what is closed follows it
FOLLOWED = timedelta(days=90)
# outlets retell a figure this long after it was news
RETOLD = timedelta(days=14)
# what a round brings and what it makes a company worth are told so closely together
ROUND = timedelta(days=2)
# entries kept a company and metric
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim, who told it and when."""

    story: int
    at: datetime
    claim: Claim


class Ledger:
    """Claims that were a story's matter, by company."""

    def __init__(self) -> None:
        self._entries: dict[str, deque[Entry]] = {}

    def add(self, story: int, at: datetime, claims: tuple[Claim, ...]) -> None:
        """Write down what a telling was about."""
        for claim in claims:
            if claim.weight is not Weight.PASSING:
                self._entries.setdefault(claim.company, deque(maxlen=_KEPT)).append(Entry(story, at, claim))

    def entries(self, companies: list[str], now: datetime) -> Iterator[Entry]:
        """What was claimed about some companies, latest first, as far back as a story may follow."""
        for company in companies:
            for entry in reversed(self._entries.get(company, ())):
                if abs(now - entry.at) <= FOLLOWED:
                    yield entry
