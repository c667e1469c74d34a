"""A telling boiled down to what placing it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.companies import Companies
from bot.core.stories import bodies, words
from bot.core.stories.claims import Claim, claims, denies, headlined, recalled
from bot.core.stories.digests import Shape, shape
from bot.core.stories.headlines import bare
from bot.core.stories.telling import Telling
from bot.core.stories.terms import Vector
from bot.core.text import canonical

# sites that pass on what others write: a second article from there is no second article of an outlet
_PASSING = """
allsides.com feedly.com flipboard.com google.com lobste.rs msn.com newsnow.com reddit.com slashdot.org
smartnews.com toutiao.com weixin.qq.com x.com yahoo.com ycombinator.com youtube.com
"""
_PASSERS = frozenset(_PASSING.split())

# characters of the text that count as its lead
LEAD = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is compared of a telling. `vector` has length one; `terms` are its distinct terms."""

    at: datetime
    outlet: str
    link: str
    vector: Vector
    title: frozenset[str]
    terms: frozenset[str]
    claims: tuple[Claim, ...]
    # figures of earlier news
    recalled: tuple[Claim, ...]
    # companies named in the headline, canonical
    companies: frozenset[str]
    denial: bool
    shape: Shape
    body: bodies.Signature | None

    @property
    def headlined(self) -> frozenset[str]:
        """The companies whose figures the headline tells."""
        return headlined(self.claims)


def sketch(
    telling: Telling, companies: Companies, weigh: Callable[[Sequence[str], Sequence[str]], Vector]
) -> Sketch:
    """Read a telling's words, claims and shape."""
    title = bare(telling.title, telling.publisher)
    lead = telling.text[:LEAD]
    title_terms = words.terms(title, companies)
    lead_terms = words.terms(lead, companies)
    return Sketch(
        at=telling.published,
        outlet=_outlet(telling),
        link=_page(telling.link),
        vector=weigh(title_terms, lead_terms),
        title=frozenset(title_terms),
        terms=frozenset(title_terms).union(lead_terms),
        claims=claims(telling.reading, telling.title),
        recalled=recalled(telling.reading),
        companies=frozenset(mention.company for mention in companies.find(title)),
        denial=denies(telling.title),
        shape=shape(telling.title, telling.text),
        body=bodies.signature(telling.text),
    )


def _outlet(telling: Telling) -> str:
    outlet = telling.publisher.casefold().removeprefix("www.").removeprefix("news.")
    return f"{outlet} {telling.title.casefold()}" if outlet in _PASSERS else outlet


def _page(link: str) -> str:
    """The article's address; "" for a bare host, which many articles may give as theirs."""
    address = canonical(link)
    path = address.partition("://")[2].partition("/")[2]
    return address if path else ""
