"""After a backup took the database's place: what was done since it was made must not be done again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

import structlog

from bot.core import delivery
from bot.core.model import AlertState
from bot.ports import RESTORED, Clock, Restored, Store

log = structlog.get_logger()

_CAUSE = "the database was restored, and this may have been sent before"

# beyond every wait that a platform may have asked for
_HORIZON = timedelta(days=3650)


async def settle_restored(
    store: Store,
    clock: Clock,
    *,
    name: str,
    say: Callable[[str], Awaitable[None]],
) -> None:
    """Doubt every alert that a restored database owes, take a new name, and tell people; once.

    The alerts are looked up in their channels before anything is sent. Ids that the lost database had given
    are given again, so that post keys are made with a new `name` for this installation.
    """
    restored = Restored.read(await store.get(RESTORED))
    if restored is None or restored.settled:
        return
    before = await store.get("installation") or ""
    now = clock.now()
    owed = sorted(await store.waiting(now + _HORIZON), key=lambda alert: (str(alert.channel), alert.id))
    for _, together in groupby(owed, key=lambda alert: alert.channel):
        # the same alerts as the lost run has sent in one message, if it has
        for key, alerts in delivery.posts(before, tuple(together)):
            await store.begin(alerts, key, now)
            await store.settle(key, AlertState.UNKNOWN, cause=_CAUSE, next_try=now)
    await store.put("installation", name)
    await store.put(RESTORED, replace(restored, settled=True).written())
    log.info("store.restored", doubted=len(owed))
    await say(restored.said)
