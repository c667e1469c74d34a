"""How alike a telling and a story are by their words alone.

The figures were chosen on three labelled streams at once (docs/decisions/stories.md); each has a flat top.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import datetime

from bot.core.stories import words
from bot.core.stories.event import Event
from bot.core.stories.sketch import Sketch
from bot.core.stories.terms import dot

# from here on a telling belongs to a story
THRESHOLD = 0.18
# a retold headline: neither the outlet nor the days in between speak against it
IDENTICAL = 0.8
# an outlet that told the story already is likely to tell of something else now
SAME_OUTLET = 1.7
# days in which a story cools to 1/e
COOLING = 11.0
# the story as a whole against its most similar telling
_WHOLE = 0.65
# what a flood of tellings adds, by the logarithm of their number
_FLOOD = 0.25
# what terms add that hardly any other story holds
_OWNED = 0.5
# likeness is at most so many times the likeness without companies' names
_BESIDE = 3.0
# tellings that make a story a flood, whose own terms can be told
_FLOOD_FROM = 4
# outlets that make a company's name alone the sign of a story: everybody tells of nothing else
_TOPIC_FROM = 8

# stories that so many outlets each tell are one when they are so alike as a whole
UNITED, _UNITED_FROM = 0.3, 3


def one(event: Event, other: Event) -> bool:
    """Whether two stories turn out to be one that was begun twice."""
    if min(len(event.outlets), len(other.outlets)) < _UNITED_FROM or event.alone or other.alone:
        return False
    return dot(event.total, other.total) >= UNITED * event.length * other.length


def alike(new: Sketch, event: Event, live: Counter[str], now: datetime) -> float:
    """How much a telling belongs to a story; `THRESHOLD` is where it does."""
    if new.title.isdisjoint(event.counts) and event.title.isdisjoint(new.terms):
        # texts may share a cookie notice; a headline without a word in common tells of something else
        return 0.0
    whole = dot(new.vector, event.total) / event.length
    nearest = max(dot(new.vector, member) for member in event.members)
    score = _WHOLE * whole + (1 - _WHOLE) * nearest
    if len(event.outlets) >= _FLOOD_FROM:
        score += _OWNED * _owned(new, event, live)
    score *= 1 + _FLOOD * math.log(len(event.outlets))
    if len(event.outlets) < _TOPIC_FROM or event.headlined:
        score = min(score, _BESIDE * _beside_names(new, event))
    if nearest >= IDENTICAL:
        return score
    if new.outlet in event.outlets:
        score /= SAME_OUTLET
    days = abs((now - event.last).total_seconds()) / 86_400
    return score * math.exp(-days / COOLING)


def _beside_names(new: Sketch, event: Event) -> float:
    """How alike they are leaving companies' names out: a name alone tells of a company, not of an event."""
    shared = sum(
        weight * event.total.get(term, 0.0)
        for term, weight in new.vector.items()
        if not term.startswith(words.COMPANY) and term not in event.names
    )
    return shared / event.length


def _owned(new: Sketch, event: Event, live: Counter[str]) -> float:
    """How much of the telling is made of terms that only this story's tellings hold."""
    owned = 0.0
    for term, weight in new.vector.items():
        told = event.counts.get(term, 0)
        if told > 1:
            # among the stories on the shelf; the telling itself counts as one more
            owned += weight * weight * told / (live[term] + 1) * min(1.0, 3 * told / event.size)
    return owned
