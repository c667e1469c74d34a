"""Alerts: what is owed to which channel, and how far each post has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.delivery import Hold, may_move
from bot.core.model import Alert, AlertState
from bot.store import history, owed


async def begin(link: AsyncConnection, alerts: Sequence[Alert], key: str, now: datetime) -> bool:
    """Start one post. False, and nothing changed, unless all are promised and no other alert has the key."""
    if not alerts or not key:
        raise ValueError("a post needs at least one alert and a key")
    ids = {alert.id for alert in alerts}
    if (await link.execute(owed.others_under(key, ids))).first() is not None:
        return False
    async with link.begin_nested() as part:
        if (await link.execute(owed.begin(ids, key, now))).rowcount == len(ids):
            await link.execute(history.note(owed.under_way(key), AlertState.SENDING, "", now))
            return True
        await part.rollback()
    return False


async def settle(
    link: AsyncConnection,
    key: str,
    state: AlertState,
    *,
    message_id: str,
    cause: str,
    next_try: datetime | None,
    now: datetime,
    repeated: bool,
) -> None:
    """Move what a post carries, and note when.

    Raises ValueError for a key that nobody began, and for an illegal move.
    """
    if state is AlertState.PROMISED and next_try is None:
        raise ValueError("a post that is to be tried again needs the time of the next try")
    open_now = {AlertState(row.state) for row in await link.execute(owed.open_under(key))} if key else set()
    if not open_now:
        raise ValueError(f"no post under the key {key!r} is under way")
    if not all(may_move(old, state) for old in open_now):
        raise ValueError(f"a post under way can't become {state.value}")
    row: dict[str, object] = {"state": state.value, "message_id": message_id, "cause": cause}
    if next_try is not None:
        row["next_try"] = next_try
    if repeated:
        row["repeated"] = True
    await link.execute(history.note(owed.under_way(key), state, cause, now))
    await link.execute(owed.settle(key, row))


async def hold(link: AsyncConnection, held: Hold) -> None:
    """Hold a channel or a platform back."""
    await link.execute(owed.hold(held, link.dialect.name))


async def lapse(
    link: AsyncConnection,
    now: datetime,
    lease: timedelta,
    but: Collection[str],
    cause: str,
    next_try: datetime,
) -> int:
    """Let go of attempts that nobody has settled in time; how many alerts they carry."""
    over = owed.over(now, lease, but)
    await link.execute(history.note(over, AlertState.UNKNOWN, cause, now))
    return (await link.execute(owed.lapse(over, {"cause": cause, "next_try": next_try}))).rowcount


async def refuse(link: AsyncConnection, channel: str, cause: str, now: datetime) -> int:
    """Close what a channel was promised and nobody has begun; how many."""
    promised = owed.promised(channel)
    await link.execute(history.note(promised, AlertState.REFUSED, cause, now))
    return (await link.execute(owed.refuse(promised, cause))).rowcount
