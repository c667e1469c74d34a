"""Asking the stored news of the last days, the newest first, without keeping everybody else waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.commands.context import Context
from bot.core.model import Story

DAYS = 14
# how many stories are asked before other work gets its turn
_AT_ONCE = 25

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Generic[T]):
    """What the stories gave, the newest last; `cut` when older ones of the last days were not asked."""

    found: Sequence[T]
    # how many stories were asked, and when the one asked last was last seen
    count: int = 0
    back_to: datetime | None = None
    cut: bool = False


async def ask(context: Context, question: Callable[[Story], T | None]) -> Asked[T]:
    """Ask every story of the last days, as far as the limits on number and time let it."""
    began = context.clock.now()
    limits = context.limits
    # one more tells that there are more
    known = await context.store.stories(since=began - timedelta(days=DAYS), limit=limits.stories + 1)
    newest = known[::-1][: limits.stories]
    found: list[T] = []
    count = 0
    for count, story in enumerate(newest, start=1):
        if (answer := question(story)) is not None:
            found.append(answer)
        if context.clock.now() - began >= timedelta(seconds=limits.seconds):
            break
        if count % _AT_ONCE == 0:
            await asyncio.sleep(0)
    return Asked(
        found=found[::-1],
        count=count,
        back_to=newest[count - 1].last_seen if count else None,
        cut=count < len(known),
    )
