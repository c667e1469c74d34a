"""One story as far as it was told: what its tellings have in common, and what they claim."""

from __future__ import annotations

import math
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.stories import words
from bot.core.stories.claims import Claim, headlined
from bot.core.stories.digests import Shape
from bot.core.stories.sketch import Sketch
from bot.core.stories.terms import Vector

# tellings that a new one is compared with one by one, the latest
_MEMBERS = 12
# a telling without terms has no length, which nothing may be divided by
_LEAST = 1e-9
# claims kept of a story
_CLAIMS = 24


@dataclass(slots=True)
class Event:
    """A story in the making."""

    id: int
    first: datetime
    last: datetime
    # the terms of its first headline
    title: frozenset[str]
    size: int = 0
    # the sum of its tellings' vectors, that sum's length and its square
    total: dict[str, float] = field(default_factory=dict)
    length: float = 1.0
    square: float = 0.0
    members: deque[Vector] = field(default_factory=lambda: deque(maxlen=_MEMBERS))
    # how many of its tellings hold a term
    counts: Counter[str] = field(default_factory=Counter)
    outlets: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    claims: deque[Claim] = field(default_factory=lambda: deque(maxlen=_CLAIMS))
    companies: set[str] = field(default_factory=set)
    # the words in the names of companies whose figures it tells, which needn't be known ones
    names: set[str] = field(default_factory=set)
    # begun by a denial
    denial: bool = False
    # a round-up, which nothing joins by wording
    alone: bool = False

    @property
    def headlined(self) -> frozenset[str]:
        """The companies whose figures its headlines tell."""
        return headlined(self.claims)

    def tell(self, new: Sketch) -> bool:
        """Take a telling in; False when its words were left out, as a live page's are."""
        self.last = max(self.last, new.at)
        self.outlets.add(new.outlet)
        self.links.add(new.link)
        if self.size and new.shape is not Shape.ARTICLE:
            return False
        self.alone = self.alone or new.shape is Shape.DIGEST
        self.size += 1
        for term, weight in new.vector.items():
            before = self.total.get(term, 0.0)
            self.total[term] = before + weight
            self.square += weight * (2 * before + weight)
        self.length = math.sqrt(max(self.square, _LEAST))
        self.members.append(new.vector)
        self.counts.update(new.terms)
        self.denial = new.denial if self.size == 1 else self.denial
        self.companies.update(new.companies)
        self.claims.extend(claim for claim in new.claims if claim not in self.claims)
        self.names.update(word for company in new.headlined for word in words.plain(company))
        return True

    def absorb(self, younger: Event) -> None:
        """Take in all that a younger story was told of."""
        self.last = max(self.last, younger.last)
        self.size += younger.size
        for term, weight in younger.total.items():
            self.total[term] = self.total.get(term, 0.0) + weight
        self.square = sum(weight * weight for weight in self.total.values())
        self.length = math.sqrt(max(self.square, _LEAST))
        self.members.extend(younger.members)
        self.counts.update(younger.counts)
        self.outlets |= younger.outlets
        self.links |= younger.links
        self.companies |= younger.companies
        self.names |= younger.names
        self.claims.extend(claim for claim in younger.claims if claim not in self.claims)
