"""When the use cases run: a handful of ticks; the due times themselves stand in the store."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Job = Callable[[], Awaitable[None]]

# how often the due times are looked at, in seconds
POLL_TICK = 1.0
DELIVER_TICK = 1.0
BEAT_TICK = 30.0
TIDY_TICK = 6 * 3600.0
BACKUP_TICK = 10.0
NOTICE_TICK = 1.0


def scheduler(
    *, poll: Job, deliver: Job, beat: Job, tidy: Job, backup: Job, notices: Job
) -> AsyncIOScheduler:
    """A scheduler with the ticks, not yet started.

    A tick that comes late (a suspended laptop) still runs, once: no misfire grace, coalesced.
    """
    ticks = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )
    for name, job, seconds in (
        ("poll", poll, POLL_TICK),
        ("deliver", deliver, DELIVER_TICK),
        ("beat", beat, BEAT_TICK),
        ("tidy", tidy, TIDY_TICK),
        ("backup", backup, BACKUP_TICK),
        ("notices", notices, NOTICE_TICK),
    ):
        ticks.add_job(partial(tick, job), "interval", seconds=seconds, id=name)
    return ticks


async def tick(job: Job) -> None:
    """Run a job once."""
    # cancelled by the scheduler alone, at its end; it would write a traceback for it
    with suppress(asyncio.CancelledError):
        await job()
