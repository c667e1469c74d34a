"""What is read: facts, how far from done they are, and what a whole text comes to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """How far a fact is from done."""

    REPORTED = "reported"
    TALKS = "talks"
    TARGET = "target"
    DENIED = "denied"
    PREVIOUS = "previous"


class Bound(StrEnum):
    """Whether an amount is exact or one end: "at least $10B", "up to $2B"."""

    EXACT = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement with a money amount (or a named event), and the words that carry it.

    `kind` is the name of a file in `core/facts`. `amount` is in `currency` units; a range gives its lower
    end there and the upper one in `amount_max`. `usd` and `usd_max` are the same at the article's date,
    None when no rate is known.
    """

    kind: str
    # canonical name, "" when the text doesn't say whose it is
    company: str
    status: Status
    quote: str
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str = ""
    usd: Decimal | None = None
    usd_max: Decimal | None = None
    bound: Bound = Bound.EXACT
    # "first round", "Series B", "seed", … as a reader would say it; "" when not named
    round: str = ""
    investors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reader makes of one text."""

    # whose news it is, canonical; "" when nobody's
    company: str
    facts: tuple[Fact, ...]
    # the one fact whose amount a threshold alert uses, one of `facts`
    headline: Fact | None
    # every company that the text names, canonical, in order of first mention
    companies: tuple[str, ...] = ()
