"""The rules of the delivery ledger: which moves are legal, when to try again, what leaves together."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.core.model import Alert, AlertId, AlertState

# From each state, the states that may come next. SENT and REFUSED are ends. UNKNOWN may stay UNKNOWN:
# somebody looked and still couldn't tell. PROMISED is refused unsent where the channel is gone.
MOVES: Mapping[AlertState, frozenset[AlertState]] = {
    AlertState.PROMISED: frozenset({AlertState.SENDING, AlertState.REFUSED}),
    AlertState.SENDING: frozenset(
        {AlertState.SENT, AlertState.REFUSED, AlertState.UNKNOWN, AlertState.PROMISED}
    ),
    AlertState.UNKNOWN: frozenset(
        {AlertState.SENT, AlertState.REFUSED, AlertState.UNKNOWN, AlertState.PROMISED}
    ),
    AlertState.SENT: frozenset(),
    AlertState.REFUSED: frozenset(),
}

# alerts in one message at most: a line each stays under 4,000 characters, and can be read on a phone
MOST_IN_ONE = 25

_FIRST_REST = 5.0

# An alert by itself never rests longer; what a platform asks for is a hold, however long. So an alert whose
# next try is further off than this was put off before the clock was set back, and is due.
LONGEST_REST = timedelta(minutes=15)

# a clock that is set back by less than this counts as one that goes a little slow
SET_BACK = timedelta(minutes=1)

# how long an attempt may stay unsettled until anybody may settle it: far longer than a post may take
LEASE = timedelta(minutes=5)

# what our clock may be ahead of the platform's: also one that takes local time for UTC finds its posts
_CLOCK_SKEW = timedelta(days=1)

# how long after an unanswered post we look for it: the platform may still be applying it
SETTLE_AFTER = timedelta(seconds=3)

# how long after that an alert is sent once more where we may not look
REPEAT_AFTER = timedelta(seconds=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Nothing leaves for a channel ("slack:C1") or a platform ("slack") from one moment until another.

    A clock that shows less than `since` was set back: the hold is over, for nobody knows what is left of it.
    """

    target: str
    since: datetime
    until: datetime


def may_move(old: AlertState, new: AlertState) -> bool:
    """Whether an alert in one state may be put into another."""
    return new in MOVES[old]


def retry_after(attempts: int) -> float:
    """Seconds to wait after so many failed attempts: 5, 10, 20, … and never more than 15 minutes."""
    # past a dozen doublings the cap holds anyway, and the power would outgrow a float
    doublings = min(max(attempts - 1, 0), 12)
    return min(_FIRST_REST * 2.0**doublings, LONGEST_REST.total_seconds())


def post_key(installation: str, *carried: AlertId) -> str:
    """The key of the post that carries these alerts: 24 characters of a-z and 2-7.

    The same after a restart, another one in every other installation and for any other set of alerts: who
    repeats a key is answered with the first message, and what was added to it would be lost. Short enough
    for Discord's nonce, which takes 25 characters.
    """
    named = ",".join(map(str, carried))
    digest = blake2b(f"{installation}:{named}".encode(), digest_size=15).digest()
    return b32encode(digest).decode("ascii").lower()


def batches(alerts: Sequence[Alert], most_single: int = 5) -> list[tuple[Alert, ...]]:
    """What leaves together, of the alerts that wait for one channel, in their order.

    Up to `most_single` leave one by one; more leave as messages of at most `MOST_IN_ONE` lines.
    """
    if len(alerts) <= most_single:
        return [(alert,) for alert in alerts]
    return [tuple(alerts[start : start + MOST_IN_ONE]) for start in range(0, len(alerts), MOST_IN_ONE)]


def posts(installation: str, alerts: Sequence[Alert]) -> list[tuple[str, tuple[Alert, ...]]]:
    """The posts that carry what waits for one channel, each with its key, in the order in which they leave.

    A post that was sent before without an answer leaves as it was, under its old key.
    """
    again: dict[str, list[Alert]] = {}
    for alert in alerts:
        if alert.post_key:
            again.setdefault(alert.post_key, []).append(alert)
    new = batches([alert for alert in alerts if not alert.post_key])
    return [
        *((key, tuple(carried)) for key, carried in again.items()),
        *((post_key(installation, *(alert.id for alert in carried)), carried) for carried in new),
    ]


def singles(installation: str, alerts: Sequence[Alert]) -> list[tuple[str, tuple[Alert]]]:
    """The same with a post for each, for alerts that can't be told together."""
    return [(post_key(installation, alert.id), (alert,)) for alert in alerts]


def look_since(alerts: Sequence[Alert], now: datetime) -> datetime:
    """From when on a lost post may stand in its channel, by the platform's clock."""
    # promised in the future: the clock was set back
    return min(now, *(alert.made_at for alert in alerts)) - _CLOCK_SKEW
