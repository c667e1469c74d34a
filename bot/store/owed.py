"""Every query of the ledger, named: alerts and holds. What they mean is said in `bot.ports.Store`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Exists,
    FromClause,
    Insert,
    Select,
    Update,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.core.delivery import LONGEST_REST, SET_BACK, Hold
from bot.core.model import AlertState, Channel
from bot.store.queries import upsert
from bot.store.tables import alerts, holds

_PROMISED, _SENDING, _UNKNOWN = (
    AlertState.PROMISED.value,
    AlertState.SENDING.value,
    AlertState.UNKNOWN.value,
)
_OPEN = (_SENDING, _UNKNOWN)

# a further look that can't tell is no further post
_ONE_MORE = alerts.c.unanswered + case((alerts.c.state == _SENDING, 1), else_=0)


def promise(dialect: str) -> Insert:
    """Promises; a channel that has one for the story keeps it. Gives the channels of the new ones."""
    return upsert(alerts, dialect).on_conflict_do_nothing().returning(alerts.c.channel)


def _held(now: datetime) -> Exists:
    """Whether an alert's channel or platform is on hold; a hold from the future was set by another clock."""
    stands = holds.c.until > now, holds.c.since <= now + SET_BACK
    return exists().where(*stands, holds.c.target.in_((alerts.c.channel, alerts.c.platform)))


def _due(now: datetime, row: FromClause = alerts) -> ColumnElement[bool]:
    """Whether a next try has come; one further off than any rest of ours was set by another clock."""
    return or_(row.c.next_try <= now, row.c.next_try > now + LONGEST_REST)


def _behind(now: datetime) -> Exists:
    """Whether a promise stands behind a post of its channel that can't be looked for yet."""
    ahead = alerts.alias()
    under_way = or_(ahead.c.state == _SENDING, and_(ahead.c.state == _UNKNOWN, ~_due(now, ahead)))
    return exists().where(ahead.c.channel == alerts.c.channel, under_way)


def waiting(now: datetime, channel: Channel | None, limit: int | None) -> Select[*tuple[Any, ...]]:
    """Promises whose time has come, without those on hold; posts that were begun before come first."""
    chosen = select(alerts).where(alerts.c.state == _PROMISED, _due(now), ~_held(now))
    if channel is not None:
        chosen = chosen.where(alerts.c.channel == str(channel))
    return chosen.order_by(alerts.c.post_key == "", alerts.c.id).limit(limit)


def owing(now: datetime) -> Select[str]:
    """The channels for which something is to be done now."""
    open_to_all = or_(alerts.c.state == _UNKNOWN, and_(alerts.c.state == _PROMISED, ~_behind(now)))
    to_do = open_to_all, _due(now), ~_held(now)
    return select(alerts.c.channel).where(*to_do).group_by(alerts.c.channel).order_by(func.min(alerts.c.id))


def begin(ids: Collection[int], key: str, now: datetime) -> Update:
    """Start a post that carries these; gives how many were free to be started."""
    return (
        update(alerts)
        .where(alerts.c.id.in_(ids), alerts.c.state == _PROMISED)
        .values(state=_SENDING, post_key=key, next_try=now, attempts=alerts.c.attempts + 1)
    )


def others_under(key: str, ids: Collection[int]) -> Select[int]:
    """Further alerts that a post has carried."""
    return select(alerts.c.id).where(alerts.c.post_key == key, alerts.c.id.not_in(ids)).limit(1)


def under_way(key: str) -> ColumnElement[bool]:
    """What a post carries that is not settled yet."""
    return and_(alerts.c.post_key == key, alerts.c.state.in_(_OPEN))


def open_under(key: str) -> Select[str]:
    """The states of the alerts that a post under way carries; locked until they are settled."""
    return select(alerts.c.state).where(under_way(key)).with_for_update()


def settle(key: str, row: dict[str, Any]) -> Update:
    """The end, or the next step, of every alert that a post carries."""
    if row["state"] == _UNKNOWN:
        row = row | {"unanswered": _ONE_MORE}
    if row["state"] == _PROMISED:
        # surely not sent, ever: it may leave together with others, under another key
        row = row | {"post_key": case((alerts.c.unanswered == 0, ""), else_=alerts.c.post_key)}
    return update(alerts).where(under_way(key)).values(row)


def over(now: datetime, lease: timedelta, but: Collection[str]) -> ColumnElement[bool]:
    """Attempts that began so long ago, or in the future, which means that the clock was set back."""
    late = or_(alerts.c.next_try <= now - lease, alerts.c.next_try > now + min(lease, SET_BACK))
    return and_(alerts.c.state == _SENDING, late, alerts.c.post_key.not_in(but))


def lapse(chosen: ColumnElement[bool], row: dict[str, Any]) -> Update:
    """Let go of attempts."""
    return update(alerts).where(chosen).values(row | {"state": _UNKNOWN, "unanswered": _ONE_MORE})


def promised(channel: str) -> ColumnElement[bool]:
    """What a channel is promised and nobody has begun."""
    return and_(alerts.c.channel == channel, alerts.c.state == _PROMISED)


def refuse(chosen: ColumnElement[bool], cause: str) -> Update:
    """Close alerts unsent."""
    return update(alerts).where(chosen).values(state=AlertState.REFUSED.value, cause=cause)


def unsettled(channel: Channel | None) -> Select[*tuple[Any, ...]]:
    """Posts under way and unanswered ones, of a channel or all."""
    chosen = select(alerts).where(alerts.c.state.in_(_OPEN)).order_by(alerts.c.id)
    return chosen if channel is None else chosen.where(alerts.c.channel == str(channel))


COUNTS = select(alerts.c.state, func.count()).group_by(alerts.c.state)
REPEATED = select(func.count()).where(alerts.c.repeated)


def alerts_for(story: int) -> Select[*tuple[Any, ...]]:
    """Every alert of a story."""
    return select(alerts).where(alerts.c.story == story).order_by(alerts.c.id)


def hold(new: Hold, dialect: str) -> Insert:
    """Hold something back, never shorter than before, but for a hold by a clock that was set back since."""
    row = {"since": new.since, "until": new.until}
    prolonged = or_(holds.c.until < new.until, holds.c.since > new.since + SET_BACK)
    return (
        upsert(holds, dialect)
        .values(target=new.target, **row)
        .on_conflict_do_update(index_elements=[holds.c.target], set_=row, where=prolonged)
    )
