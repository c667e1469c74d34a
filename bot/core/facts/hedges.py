"""Words between a cue and its amount that say nothing about what the amount is: "about", "a", "a record"."""

from __future__ import annotations

import re

_LATIN = (
    "a|an|the|its|his|their|about|approximately|approx|around|roughly|nearly|almost"
    "|over|more than|less than|up to|"
    "as much as|as many as|at least|at most|just|some|another|additional|further"
    "|whopping|reported|staggering|"
    "record|record-breaking|record-setting|hefty|massive|new|eye-popping|estimated"
    "|cool|total of|total|"
    "north of|upwards of|close to|well|only|combined|fresh|post-money|pre-money"
    "|jaw-dropping|"
    "below|under|above|implied|potential|"
    "rund|etwa|knapp|über|mehr als|bis zu|ca|circa|gut|fast|mindestens|weitere"
    "|insgesamt|einer|einem|eine|einen|der|den|"
    "unos|unas|alrededor de|más de|mas de|aproximadamente|cerca de|casi|hasta|una|un"
    "|los|las|el|la|"
    "environ|plus de|près de|quelque|jusqu'à|une|d'|de|des|les|le"
)
_TAIL = re.compile(rf"(?:(?:^|(?<=\s)|(?<=-))(?:{_LATIN})[\s-]*)+$", re.IGNORECASE)
# the last words of hedges: most gaps end in another
_LAST = frozenset(hedge.replace("-", " ").split()[-1] for hedge in _LATIN.split("|"))


def strip(gap: str) -> str:
    """The text before an amount without the hedges at its end."""
    words = gap.replace("-", " ").split()
    if words and words[-1].lower() in _LAST:
        gap = _TAIL.sub("", gap)
    return gap.rstrip()
