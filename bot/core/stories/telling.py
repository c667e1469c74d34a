"""One outlet's telling of some event, and where it was put."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What placing an article needs: its words without padding, its outlet, what the reader makes of it."""

    title: str
    text: str
    publisher: str
    link: str
    language: str
    # aware, in UTC; the caller has replaced a missing or future date
    published: datetime
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The story that a telling belongs to, None for a new one, and the earlier story that this one follows.

    `why` is for people: which rule decided, with its figure.
    """

    story: int | None
    follows: int | None
    why: str
