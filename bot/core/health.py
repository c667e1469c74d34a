"""How the bot is: the same for people who ask in a chat and for machines that ask over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import AlertState


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at, and a sentence about it that says what to do when it isn't well."""

    name: str
    well: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What can be counted at one moment. Times are in seconds."""

    alerts: Mapping[AlertState, int]
    # the age of the promise that is owed longest; 0 when nothing is owed
    oldest_owed: float
    # channels and platforms for which nothing may leave just now
    holds: int
    # by platform, whether people can be told
    chats: Mapping[str, bool]
    followed: int
    failing: int
    watches: int
    # the longest that the event loop was held up of late
    lag: float
