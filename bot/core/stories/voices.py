"""How many tell a story on their own account, and whose news it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Article
from bot.core.stories import bodies
from bot.core.stories.headlines import bare
from bot.core.stories.words import fold
from bot.core.text import newsroom

# two desks may find the same short words, but not the same long ones; in bytes, as a CJK character says more
_LONG = 50
# texts that each further one is compared with: the others are mostly copies themselves
_COMPARED = 40


@dataclass(frozen=True, slots=True)
class _Copy:
    """What copies of one article have in common, and whose it is by what they credit."""

    headline: str
    text: str
    body: bodies.Signature | None
    voices: list[str]


def independent(articles: Sequence[Article]) -> tuple[int, str]:
    """How many sources stand behind the articles, and the one outlet that all of them go back to.

    An article that credits an outlet counts as that outlet's, and further back where that outlet only credits
    another; a newsroom's domains count once, and so do copies of one text. The origin is "" where nobody
    credits anyone, or not all the same one: (1, "TechCrunch") reads "3 outlets, all citing TechCrunch",
    (3, "") reads "3 outlets, 3 independent", (1, "") "3 outlets, one source".
    """
    passing = _passing(articles)
    credited = {_last(newsroom(one.origin), passing): one.origin for one in reversed(articles) if one.origin}
    # an outlet that is named at the end of a chain, before those that are on the way there
    credited |= {newsroom(one.origin): one.origin for one in reversed(articles) if one.origin}
    sources = {
        next((voice for voice in copy.voices if voice in credited), copy.voices[0])
        for copy in _copies(articles, passing)
    }
    if len(sources) != 1:
        return len(sources), ""
    return 1, credited.get(sources.pop(), "")


def _passing(articles: Iterable[Article]) -> dict[str, str]:
    """Newsrooms that only pass on what another one has, and that other one."""
    found: dict[str, set[str]] = {}
    for article in articles:
        found.setdefault(newsroom(article.publisher), set()).add(
            newsroom(article.origin or article.publisher)
        )
    return {ours: next(iter(theirs)) for ours, theirs in found.items() if len(theirs) == 1}


def _last(voice: str, passing: Mapping[str, str]) -> str:
    """The end of a chain of credits; where they go round in a circle, one of it, whoever asks the same."""
    way: list[str] = []
    while voice not in way and voice in passing:
        way.append(voice)
        voice = passing[voice]
    return min(way[way.index(voice) :]) if voice in way else voice


def _copies(articles: Iterable[Article], passing: Mapping[str, str]) -> list[_Copy]:
    """The articles, each with its copies."""
    found: list[_Copy] = []
    for article in articles:
        voice = _last(newsroom(article.origin or article.publisher), passing)
        new = _Copy(
            headline=fold(bare(article.title, article.publisher)),
            text=" ".join(fold(article.text).split()),
            body=bodies.signature(article.text),
            voices=[voice],
        )
        known = next((one for one in found[:_COMPARED] if voice in one.voices or _alike(one, new)), None)
        if known is None:
            found.append(new)
        else:
            known.voices.append(voice)
    return found


def _alike(one: _Copy, other: _Copy) -> bool:
    if one.body is not None and other.body is not None:
        return bodies.alike(one.body, other.body) >= bodies.ALIKE
    pairs = ((one.headline, other.headline), (one.text, other.text))
    return any(ours == theirs and len(ours.encode()) >= _LONG for ours, theirs in pairs)
