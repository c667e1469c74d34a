"""The rules of the delivery ledger: which moves are legal, when to try again, what leaves together."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from bot.core.model import Alert, AlertId, AlertState

# From each state, the states that may come next. SENT and REFUSED are ends. UNKNOWN may stay UNKNOWN:
# somebody looked and still couldn't tell.
MOVES: Mapping[AlertState, frozenset[AlertState]] = {
    AlertState.PROMISED: frozenset({AlertState.SENDING}),
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
_LONGEST_REST = 15 * 60.0


def may_move(old: AlertState, new: AlertState) -> bool:
    """Whether an alert in one state may be put into another."""
    return new in MOVES[old]


def retry_after(attempts: int) -> float:
    """Seconds to wait after so many failed attempts: 5, 10, 20, … and never more than 15 minutes."""
    # past a dozen doublings the cap holds anyway, and the power would outgrow a float
    doublings = min(max(attempts - 1, 0), 12)
    return min(_FIRST_REST * 2.0**doublings, _LONGEST_REST)


def post_key(installation: str, first: AlertId) -> str:
    """The key of the post whose first alert this is: 24 characters of a-z and 2-7.

    The same after a restart, another one in every other installation, and short enough for Discord's
    nonce, which takes 25 characters.
    """
    digest = blake2b(f"{installation}:{first}".encode(), digest_size=15).digest()
    return b32encode(digest).decode("ascii").lower()


def batches(alerts: Sequence[Alert], most_single: int = 5) -> list[tuple[Alert, ...]]:
    """What leaves together, of the alerts that wait for one channel, in their order.

    Up to `most_single` leave one by one; more leave as messages of at most `MOST_IN_ONE` lines.
    """
    if len(alerts) <= most_single:
        return [(alert,) for alert in alerts]
    return [tuple(alerts[start : start + MOST_IN_ONE]) for start in range(0, len(alerts), MOST_IN_ONE)]
