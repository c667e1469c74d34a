"""How much a term tells: rare ones much, common ones little, learned from what was read."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.core.stories import background, words

# how many articles the background counts for, against those really read
BELIEF = 600.0
# what an article's lead weighs beside its headline
LEAD = 0.45
# after so many articles the counts are halved, so that last year's words fade
FADE = 20_000

# years and small numbers say little, a known company less than an unknown name
_YEAR, _COUNT = re.compile(r"(?:19|20)\d\d"), re.compile(r"\d{1,2}")
_CHANCE_OF_YEAR = 0.02
_CHANCE_OF_COUNT = 0.004
_CHANCE_OF_COMPANY = 0.004

Vector = Mapping[str, float]


def _prior() -> dict[str, float]:
    chances: dict[str, float] = {}
    for tier, chance in zip(background.TIERS, background.CHANCES, strict=True):
        for word in tier:
            chances.setdefault(words.stem(word), chance)
    return chances


_PRIOR = _prior()


def chance(term: str) -> float:
    """How likely an article holds the term, before anything was read."""
    if term.startswith(words.COMPANY):
        return _CHANCE_OF_COMPANY
    if _YEAR.fullmatch(term):
        return _CHANCE_OF_YEAR
    if _COUNT.fullmatch(term):
        return _CHANCE_OF_COUNT
    return _PRIOR.get(term, background.RARE)


class Terms:
    """Document frequencies of a stream."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._articles = 0

    def learn(self, found: Iterable[str]) -> None:
        """Count one article's distinct terms."""
        self._seen.update(found)
        self._articles += 1
        if self._articles >= FADE:
            self._articles //= 2
            self._seen = Counter({term: n // 2 for term, n in self._seen.items() if n > 1})

    def weight(self, term: str) -> float:
        """What meeting the term tells, in nats."""
        expected = (self._seen[term] + BELIEF * chance(term)) / (self._articles + BELIEF)
        return -math.log(min(expected, 0.9))

    def vector(self, title: Iterable[str], lead: Iterable[str]) -> dict[str, float]:
        """The terms of headline and lead with their weights, of length one."""
        shares: dict[str, float] = {}
        counts = Counter(lead)
        for term, count in counts.items():
            shares[term] = LEAD * (1.3 if count > 1 else 1.0)
        for term in title:
            shares[term] = 1.0
        weights = {term: share * self.weight(term) for term, share in shares.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


def dot(one: Vector, other: Vector) -> float:
    """How alike two vectors of length one are, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)
