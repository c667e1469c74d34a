"""Short ways to say what a test tells the stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot import shipped
from bot.core import facts
from bot.core.stories import Placement, Stories, Telling

START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


def tell(
    title: str,
    text: str = "",
    *,
    hours: float = 0,
    outlet: str = "example.com",
    link: str = "",
    language: str = "en",
) -> Telling:
    """One outlet's article, so many hours after the start, read by the real reader."""
    published = START + timedelta(hours=hours)
    reading = facts.read(
        title,
        text,
        language=language,
        published=published,
        companies=shipped.companies(),
        rates=shipped.rates(),
    )
    return Telling(
        title=title,
        text=text,
        publisher=outlet,
        link=link,
        language=language,
        published=published,
        reading=reading,
    )


class Told:
    """Stories that give each new one the next number."""

    def __init__(self) -> None:
        self.stories = Stories(companies=shipped.companies())
        self.added: list[tuple[int, Telling, Placement]] = []

    def put(self, telling: Telling) -> int:
        """Place and add; the story's number."""
        placement = self.stories.place(telling)
        number = placement.story
        if number is None:
            number = 1 + max((story for story, _, _ in self.added), default=0)
        self.stories.add(number, telling, follows=placement.follows)
        self.added.append((number, telling, placement))
        return number

    def all(self, titles: Sequence[str], *, language: str = "en") -> list[int]:
        """The stories of headlines from one outlet each, ten minutes apart."""
        return [
            self.put(tell(title, hours=place / 6, outlet=f"outlet{place}.com", language=language))
            for place, title in enumerate(titles)
        ]
