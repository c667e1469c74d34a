"""Which faults a run covered, in the words in which people ask for them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.faults.plan import ENDS, SILENT, WEIGHTS

_BOTH = ("slack", "discord")

# a line of the table, and the kinds of events and ends that it sums up
COVERAGE: Mapping[str, tuple[str, ...]] = {
    "kill -9": tuple(end for end in ENDS if end.startswith("kill")),
    "SIGTERM": ("term",),
    "429 with a time": (
        "slack limited",
        "slack limited everywhere",
        "discord limited",
        "discord limited everywhere",
        "discord limited without via",
    ),
    "429 without headers": ("slack limited without a time", "discord limited without headers"),
    **{
        f"{what}": tuple(f"{platform} {what}" for platform in _BOTH)
        for what in ("500 before", "500 after", "cut before", "cut after", "hang before", "hang after")
    },
    "slow drip": ("slack drip", "discord drip"),
    "look fails": ("slack look fails", "discord look fails"),
    "gateway: session invalid": ("discord invalid session",),
    "gateway: resumed": ("discord resume", "discord reconnect"),
    "gateway: resume refused": ("discord resume refused",),
    "gateway: heartbeats unanswered": (SILENT,),
    "Socket Mode: refresh": ("slack refresh",),
    "Socket Mode: cut": ("slack socket cut",),
    "duplicate envelopes": ("slack command twice", "discord command twice"),
    "database locked": ("database locked",),
    "database gone": ("database gone",),
    "disk full": ("disk full",),
    "feed garbage": tuple(kind for kind in WEIGHTS if kind.startswith("feed")),
}


def faults_table(drawn: Mapping[str, int], met: Mapping[str, int]) -> str:
    """How often each was drawn, and how often a bot met it: one that nothing was posted for meets nobody."""
    lines = ["| fault | drawn | met |", "|---|---|---|"]
    for said, kinds in COVERAGE.items():
        sums = (sum(counted.get(kind, 0) for kind in kinds) for counted in (drawn, met))
        lines.append(f"| {said} | {' | '.join(map(str, sums))} |")
    return "\n".join(lines)
