"""Alerts: what is owed to which channel, and how far each post has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.delivery import may_move
from bot.core.model import Alert, AlertState
from bot.store import history, queries


async def begin(link: AsyncConnection, alerts: Sequence[Alert], key: str, now: datetime) -> None:
    """Start one post. Raises ValueError unless every alert is promised and no other post has the key."""
    if not alerts or not key:
        raise ValueError("a post needs at least one alert and a key")
    if (await link.execute(queries.open_under(key))).first() is not None:
        raise ValueError(f"a post under the key {key} is under way already")
    ids = {alert.id for alert in alerts}
    begun = (await link.execute(queries.begin(ids, key, now))).rowcount
    if begun != len(ids):
        raise ValueError(
            f"{len(ids) - begun} of {len(ids)} alerts for the post {key} aren't promised (any more)"
        )
    await link.execute(history.note(key, AlertState.SENDING, "", now))


async def settle(
    link: AsyncConnection,
    key: str,
    state: AlertState,
    *,
    message_id: str,
    cause: str,
    next_try: datetime | None,
    now: datetime,
) -> None:
    """Move what a post carries, and note when.

    Raises ValueError for a key that nobody began, and for an illegal move.
    """
    if state is AlertState.PROMISED and next_try is None:
        raise ValueError("a post that is to be tried again needs the time of the next try")
    held = {AlertState(row.state) for row in await link.execute(queries.open_under(key))} if key else set()
    if not held:
        raise ValueError(f"no post under the key {key!r} is under way")
    if not all(may_move(old, state) for old in held):
        raise ValueError(f"a post under way can't become {state.value}")
    row: dict[str, object] = {"state": state.value, "message_id": message_id, "cause": cause}
    if next_try is not None:
        row["next_try"] = next_try
    if state is AlertState.PROMISED:
        row["post_key"] = ""
    await link.execute(history.note(key, state, cause, now))
    await link.execute(queries.settle(key, row))


async def hold(link: AsyncConnection, target: str, until: datetime) -> None:
    """Hold a channel or a platform back."""
    await link.execute(queries.hold(target, until, link.dialect.name))
