"""The stories of the last days, found by their terms at a cost that doesn't grow with their number."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice

from bot.core.stories.event import Event
from bot.core.stories.sketch import Sketch
from bot.core.stories.terms import Vector

# a telling's weightiest terms, the latest stories that hold each, and the stories that are compared in full
_TERMS, _POSTINGS, _COMPARED = 16, 160, 24


class Shelf:
    """Stories with a telling inside the window."""

    def __init__(self, window: timedelta) -> None:
        self._window = window
        self._events: OrderedDict[int, Event] = OrderedDict()
        # term → stories that hold it, latest last
        self._postings: dict[str, dict[int, None]] = {}
        self._links: dict[str, int] = {}
        # how many tellings on the shelf hold a term
        self.live: Counter[str] = Counter()
        # the two latest dates met: one wrong date must not clear the shelf
        self._latest: list[datetime] = []

    def __len__(self) -> int:
        return len(self._events)

    def get(self, story: int) -> Event | None:
        """A story on the shelf."""
        return self._events.get(story)

    def linked(self, link: str) -> int | None:
        """The story that a page belongs to."""
        return self._links.get(link) if link else None

    def candidates(self, vector: Vector) -> list[Event]:
        """The stories most like a telling by its weightiest terms, best first."""
        scores: dict[int, float] = {}
        for term, weight in sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]:
            for story in islice(reversed(self._postings.get(term, {})), _POSTINGS):
                event = self._events[story]
                scores[story] = scores.get(story, 0.0) + weight * event.total[term] / event.length
        best = sorted(scores, key=lambda story: (-scores[story], story))[:_COMPARED]
        return [self._events[story] for story in best]

    def add(self, story: int, new: Sketch) -> Event:
        """Put a telling under its story, which is made when there is none on the shelf."""
        event = self._events.get(story)
        if event is None:
            event = self._events[story] = Event(id=story, last=new.at)
        self._events.move_to_end(story)
        if new.link:
            self._links[new.link] = story
        if event.tell(new):
            self.live.update(new.terms)
            for term in new.vector:
                posting = self._postings.setdefault(term, {})
                posting.pop(story, None)
                posting[story] = None
        return event

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
            if self._links.get(link) == event.id:
                del self._links[link]

    def _forget(self, story: int, terms: Iterable[str]) -> None:
        for term in terms:
            posting = self._postings.get(term)
            if posting is not None:
                posting.pop(story, None)
                if not posting:
                    del self._postings[term]
