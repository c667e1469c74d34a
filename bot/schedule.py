"""When the use cases run: a handful of ticks; the due times themselves stand in the store."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

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
    ticks.add_job(poll, "interval", seconds=POLL_TICK, id="poll")
    ticks.add_job(deliver, "interval", seconds=DELIVER_TICK, id="deliver")
    ticks.add_job(beat, "interval", seconds=BEAT_TICK, id="beat")
    ticks.add_job(tidy, "interval", seconds=TIDY_TICK, id="tidy")
    ticks.add_job(backup, "interval", seconds=BACKUP_TICK, id="backup")
    ticks.add_job(notices, "interval", seconds=NOTICE_TICK, id="notices")
    return ticks
