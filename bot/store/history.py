"""What became of each alert, step by step, and what is owed at this moment; its queries stand beside it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Insert, Select, func, insert, literal, or_, select

from bot.core.model import Alert, AlertId, AlertState, Standing, Step
from bot.store import rows
from bot.store.columns import Moment
from bot.store.database import Database
from bot.store.tables import alerts, holds, steps

# what an id's column can hold; a longer number is the id of a platform's message
_LARGEST_ID = 2**63 - 1

_OWED = (AlertState.PROMISED.value, AlertState.SENDING.value, AlertState.UNKNOWN.value)


def note(chosen: ColumnElement[bool], state: AlertState, cause: str, at: datetime) -> Insert:
    """A step of every alert that is chosen; to be run before they move."""
    words = literal(cause, steps.c.cause.type)
    moving = select(alerts.c.id, literal(at, Moment()), literal(state.value), words).where(chosen)
    return insert(steps).from_select(["alert", "at", "state", "cause"], moving)


def _steps_of(alert: AlertId) -> Select[*tuple[Any, ...]]:
    return select(steps).where(steps.c.alert == alert).order_by(steps.c.id)


def _alerts_called(name: str) -> Select[*tuple[Any, ...]]:
    chosen = [alerts.c.post_key == name, alerts.c.message_id == name]
    if name.isascii() and name.isdigit() and int(name) <= _LARGEST_ID:
        chosen.append(alerts.c.id == int(name))
    return select(alerts).where(or_(*chosen)).order_by(alerts.c.id)


_OLDEST_OWED = select(func.min(alerts.c.made_at, type_=Moment())).where(alerts.c.state.in_(_OWED))
_LAST_SENT = select(func.max(steps.c.at, type_=Moment())).where(steps.c.state == AlertState.SENT.value)


async def steps_of(database: Database, alert: AlertId) -> list[Step]:
    """An alert's steps, the first one first."""
    found = await database.fetch(_steps_of(alert))
    return [Step(at=row.at, state=AlertState(row.state), cause=row.cause) for row in found]


async def alerts_called(database: Database, name: str) -> list[Alert]:
    """The alert with this id, else those that a message or a post of this name carries."""
    found = [rows.alert(row) for row in await database.fetch(_alerts_called(name))] if name else []
    return [one for one in found if str(one.id) == name] or found


def _held(now: datetime) -> Select[int]:
    return select(func.count()).select_from(holds).where(holds.c.until > now)


async def standing(database: Database, now: datetime) -> Standing:
    """What is owed, when something was last sent, and what is on hold."""
    oldest, last, held = [
        (await database.fetch(query))[0][0] for query in (_OLDEST_OWED, _LAST_SENT, _held(now))
    ]
    return Standing(oldest_owed=oldest, last_sent=last, holds=held)
