"""The daily backup: made at the first chance, and never in the bot's way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.errors import StoreDamaged, StoreDown
from bot.ports import Backups, Clock

log = structlog.get_logger()

_EVERY = timedelta(days=1)

# the first backup of a new installation holds next to nothing, so that the second comes soon
_SECOND = timedelta(hours=1)

# the rest after a backup that could not be made
_REST = timedelta(hours=1)


class DailyBackup:
    """Makes a backup when the latest is a day old. One that fails is told once, and tried again."""

    def __init__(
        self, *, backups: Backups | None, clock: Clock, notify: Callable[[str], Awaitable[None]]
    ) -> None:
        self._backups = backups
        self._clock = clock
        self._notify = notify
        self._not_before: datetime | None = None
        self._failing = False

    async def tick(self) -> None:
        """Make a backup if one is due. Raises StoreDamaged when the database turns out to be."""
        now = self._clock.now()
        if self._backups is None or not self._due(self._backups, now):
            return
        try:
            path = await self._backups.make(now)
        except StoreDamaged:
            raise
        except StoreDown as error:
            self._not_before = now + _REST
            log.warning("backup.failed", cause=str(error))
            if not self._failing:
                await self._notify(f"The daily backup failed: {error} It's tried again every hour.")
            self._failing = True
            return
        self._not_before = None
        self._failing = False
        log.info("backup.made", file=path)

    def _due(self, backups: Backups, now: datetime) -> bool:
        if self._not_before and self._not_before - _REST <= now < self._not_before:
            return False
        times = backups.times()
        if not times:
            return True
        # one from the future was made before somebody set the clock back
        return not timedelta(0) <= now - times[0] < (_EVERY if len(times) > 1 else _SECOND)
