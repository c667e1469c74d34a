"""Each telling to its story, once, in the order in which they come: claims first, then words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.core.companies import Companies
from bot.core.stories import wording
from bot.core.stories.bodies import Bodies
from bot.core.stories.claims import Verdict, Weight, compare, income_alone, one_round
from bot.core.stories.digests import Shape
from bot.core.stories.event import Event
from bot.core.stories.ledger import RETOLD, ROUND, Entry, Ledger
from bot.core.stories.shelf import Shelf
from bot.core.stories.sketch import Sketch, sketch
from bot.core.stories.telling import Placement, Telling
from bot.core.stories.terms import Terms

# a shared figure below the headlines is worth this much likeness
_SUPPORT = 0.1
# the share of its headline that a copied text must find in a story, else what they share is a stock phrase
_HEADLINE = 0.25
# round-ups begin with the same words each time: they are one when the headlines are
_HEADLINE_OF_DIGEST = 0.8


class Stories:
    """The stories told of late, in memory. `place` only looks; `add` remembers."""

    def __init__(self, *, companies: Companies, window_days: float = 5) -> None:
        self._companies = companies
        self._terms = Terms()
        self._shelf = Shelf(timedelta(days=window_days))
        self._bodies = Bodies()
        self._ledger = Ledger()
        # the sketch of the telling that was placed last, which is the one added next
        self._last: tuple[Telling, Sketch] | None = None

    def __len__(self) -> int:
        return len(self._shelf)

    def know(self, companies: Companies) -> None:
        """Go by other names of companies from the next telling on; what was told stays as it was read."""
        self._companies = companies
        self._last = None

    def place(self, telling: Telling) -> Placement:
        """Find the story that a telling belongs to. Changes nothing."""
        new = self._sketch(telling)
        linked = self._shelf.linked(new.link)
        if linked is not None and not self._edited(new, linked):
            return Placement(story=linked, follows=None, why="the same page")
        copied = self._copied(new)
        if copied is not None:
            return Placement(story=copied, follows=None, why="the same text")
        if new.shape is Shape.DIGEST:
            return Placement(story=None, follows=None, why="a round-up stands alone")
        return self._by_claim(new) or self._by_words(new)

    def add(self, story: int, telling: Telling, *, follows: int | None = None) -> None:
        """Remember a telling under the story that the caller chose; also to rebuild after a restart.

        `follows` comes with every placement; which story came before is found again by its claims.
        """
        del follows
        new = self._sketch(telling)
        self._last = None
        event = self._shelf.add(story, new)
        self._terms.learn(new.terms)
        if new.shape is Shape.ARTICLE:
            self._ledger.add(story, new.at, new.claims)
        if new.body is not None:
            self._bodies.add(event.id, new.body)
        self._unite(event)
        for gone in self._shelf.expire(new.at):
            self._bodies.drop(gone.id)

    def _unite(self, event: Event) -> None:
        """Let a story that was begun twice go on as one."""
        for other in self._shelf.candidates(event.total) if len(event.outlets) > 1 else ():
            if other is event or not wording.one(event, other):
                continue
            if not compare(tuple(event.claims), other.claims, self._companies.related).forbids:
                older = self._shelf.unite(event, other)
                younger = other if older is event else event
                self._bodies.move(younger.id, older.id)
                return

    def _sketch(self, telling: Telling) -> Sketch:
        if self._last is None or self._last[0] is not telling:
            self._last = (telling, sketch(telling, self._companies, self._terms.vector))
        return self._last[1]

    def _edited(self, new: Sketch, story: int) -> bool:
        """Whether a page's headline has come to contradict its story: another figure, stage, or a denial."""
        event = self._shelf.get(story)
        if event is None or new.shape is not Shape.ARTICLE:
            return False
        return self._verdict(new, event).forbids or bool(
            new.denial and not event.denial and event.headlined & (new.headlined | new.companies)
        )

    def _copied(self, new: Sketch) -> int | None:
        story = self._bodies.find(new.body) if new.body is not None else None
        event = self._shelf.get(story) if story is not None else None
        if event is None or not _headline_shared(new, event):
            return None
        return None if self._verdict(new, event).forbids else event.id

    def _by_claim(self, new: Sketch) -> Placement | None:
        """The story whose headline told the very figure that this one tells."""
        headlines = [claim for claim in new.claims if claim.weight is Weight.HEADLINE]
        for entry in self._entries(new):
            apart = abs(new.at - entry.at)
            joins = compare(headlines, [entry.claim], self._companies.related).joins
            in_one_round = apart <= ROUND and any(
                one_round(claim, entry.claim, self._companies.related) for claim in headlines
            )
            if apart > RETOLD or not (joins or in_one_round):
                continue
            event = self._shelf.get(entry.story)
            if event is None or not self._verdict(new, event).forbids:
                return Placement(
                    story=entry.story, follows=None, why=f"the same claim: {entry.claim.company}"
                )
        return None

    def _by_words(self, new: Sketch) -> Placement:
        best, likeness = None, 0.0
        for event in self._shelf.candidates(new.vector):
            if event.alone:
                continue
            score = wording.alike(new, event, self._shelf.live, new.at)
            verdict = self._verdict(new, event)
            if verdict.supports:
                score += _SUPPORT
            if score > likeness and not verdict.forbids and not self._apart(new, event):
                best, likeness = event, score
        if best is not None and likeness >= wording.THRESHOLD:
            return Placement(story=best.id, follows=None, why=f"alike in words ({likeness:.2f})")
        return Placement(story=None, follows=self._followed(new), why=f"new (nearest {likeness:.2f})")

    def _verdict(self, new: Sketch, event: Event) -> Verdict:
        return compare(new.claims, event.claims, self._companies.related)

    def _apart(self, new: Sketch, event: Event) -> bool:
        """Whether headlines of different companies, or a denial, forbid to go by the words."""
        ours, told = new.headlined, event.headlined
        shared = (ours | new.companies) & (told | event.companies)
        if new.denial != event.denial:
            # a figure and its denial; where neither tells a figure, a denial goes on with the story
            figures = told if new.denial else ours
            if figures and shared:
                return True
        if not ours and compare(new.recalled, event.claims, self._companies.related).recalls:
            # who looks back on a figure tells of something else
            return True
        if shared and income_alone(new.claims, event.claims):
            return True
        if shared or not ((ours and told) or (new.companies and event.companies)):
            return False
        ours, told = ours | new.companies, told | event.companies
        return not any(self._companies.related(one, other) for one in ours for other in told)

    def _entries(self, new: Sketch) -> Iterable[Entry]:
        wanted = {claim.company for claim in new.claims} | (new.companies if new.denial else set())
        return self._ledger.entries(sorted(wanted), new.at)

    def _followed(self, new: Sketch) -> int | None:
        """The latest story whose figure this one changes or denies."""
        ours = [claim for claim in new.claims if claim.weight is Weight.HEADLINE and not claim.sundry]
        followed: Entry | None = None
        for entry in self._entries(new):
            changed = compare(ours, [entry.claim], self._companies.related).forbids
            denied = new.denial and entry.claim.company in new.companies | new.headlined
            if (changed or denied) and (followed is None or entry.at > followed.at):
                followed = entry
        if followed is not None:
            return self._shelf.current(followed.story)
        return self._called_off(new) if new.denial else None

    def _called_off(self, new: Sketch) -> int | None:
        """The story of a figure whose company nobody knew before, and whose every word the denial names."""
        told = self._shelf.candidates(new.vector)
        return next((event.id for event in told if event.names and event.names <= new.title), None)


def _headline_shared(new: Sketch, event: Event) -> bool:
    if new.shape is Shape.DIGEST:
        return len(new.title & event.title) >= _HEADLINE_OF_DIGEST * len(new.title | event.title)
    return len(new.title.intersection(event.counts)) >= _HEADLINE * len(new.title)
