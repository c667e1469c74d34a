"""The stories of the last days, found by their terms at a cost that doesn't grow with their number."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
from heapq import nsmallest
from itertools import islice

from bot.core.stories.event import Event
from bot.core.stories.sketch import Sketch
from bot.core.stories.terms import Vector

# a telling's weightiest terms, the latest stories that hold each, and the stories that are compared in full
_TERMS, _POSTINGS, _COMPARED = 12, 32, 12


class Shelf:
    """Stories with a telling inside the window."""

    def __init__(self, window: timedelta) -> None:
        self._window = window
        self._events: OrderedDict[int, Event] = OrderedDict()
        # term → stories that hold it, latest last
        self._postings: dict[str, dict[int, None]] = {}
        self._links: dict[str, int] = {}
        # a story that grew together with an older one → that one
        self._became: dict[int, int] = {}
        # how many tellings on the shelf hold a term
        self.live: Counter[str] = Counter()
        # the two latest dates met: one wrong date must not clear the shelf
        self._latest: list[datetime] = []

    def __len__(self) -> int:
        return len(self._events)

    def current(self, story: int) -> int:
        """The story that a story has become: itself, or the older one that it grew together with."""
        while story in self._became:
            story = self._became[story]
        return story

    def get(self, story: int) -> Event | None:
        """A story on the shelf."""
        return self._events.get(self.current(story))

    def linked(self, link: str) -> int | None:
        """The story that a page belongs to."""
        story = self._links.get(link) if link else None
        return self.current(story) if story is not None else None

    def candidates(self, vector: Vector) -> list[Event]:
        """The stories most like a telling by its weightiest terms, best first."""
        scores: dict[int, float] = {}
        for term, weight in nsmallest(_TERMS, vector.items(), key=lambda item: (-item[1], item[0])):
            for story in islice(reversed(self._postings.get(term, {})), _POSTINGS):
                event = self._events[story]
                scores[story] = scores.get(story, 0.0) + weight * event.total[term] / event.length
        best = sorted(scores, key=lambda story: (-scores[story], story))[:_COMPARED]
        return [self._events[story] for story in best]

    def add(self, story: int, new: Sketch) -> Event:
        """Put a telling under its story, which is made when there is none on the shelf."""
        story = self.current(story)
        event = self._events.get(story)
        if event is None:
            event = self._events[story] = Event(id=story, first=new.at, last=new.at, title=new.title)
        self._events.move_to_end(story)
        if new.link:
            self._links[new.link] = story
        if event.tell(new):
            self.live.update(new.terms)
            self._post(story, new.terms)
        return event

    def unite(self, one: Event, other: Event) -> Event:
        """Let two stories go on as one, the older of them, which is given back."""
        older, younger = sorted((one, other), key=lambda event: (event.first, event.id))
        del self._events[younger.id]
        self._became[younger.id] = older.id
        self._forget(younger.id, younger.counts)
        older.absorb(younger)
        self._events.move_to_end(older.id)
        self._post(older.id, younger.counts)
        return older

    def expire(self, now: datetime) -> list[Event]:
        """Take down what nobody told of for a window, and return it."""
        self._latest = sorted([*self._latest, now])[-2:]
        bound = self._latest[0] - self._window
        gone: list[Event] = []
        # stories stand in the order in which they were last told of, which is that of time but for stragglers
        while self._events and (event := next(iter(self._events.values()))).last < bound:
            self._drop(event)
            gone.append(event)
        return gone

    def _drop(self, event: Event) -> None:
        del self._events[event.id]
        self._forget(event.id, event.counts)
        self.live.subtract(event.counts)
        for term in event.counts:
            if self.live[term] <= 0:
                del self.live[term]
        for link in event.links:
            if self.linked(link) == event.id:
                del self._links[link]

    def _post(self, story: int, terms: Iterable[str]) -> None:
        for term in terms:
            posting = self._postings.setdefault(term, {})
            posting.pop(story, None)
            posting[story] = None

    def _forget(self, story: int, terms: Iterable[str]) -> None:
        for term in terms:
            posting = self._postings.get(term)
            if posting is not None:
                posting.pop(story, None)
                if not posting:
                    del self._postings[term]
