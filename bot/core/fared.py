"""How a source fares: the verdict of a poll, and each change of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """How a poll ended, in the words that `/newsbell sources` shows."""

    OK = "ok"
    UNCHANGED = "unchanged"
    TIMEOUT = "timeout"
    DNS = "name not found"
    TLS = "certificate problem"
    CONNECTION = "connection failed"
    STATUS = "refused by the server"
    RATE_LIMITED = "asked to wait"
    GONE = "gone"
    MOVED = "moved"
    NOT_A_FEED = "not a feed"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    REFUSED_ADDRESS = "refused address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From this moment on, a source's polls ended otherwise than before."""

    at: datetime
    verdict: Verdict
    # in plain words; for one that moved, the new address
    cause: str = ""
