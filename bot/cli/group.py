"""`newsbell group`: which articles tell one event, line by line; starts empty each time.

In, in time order: `{id, published, title, text?, url?, publisher?, lang?}`, out: `{id, story}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot import shipped
from bot.cli import published
from bot.cli.protocol import words
from bot.core import facts, text
from bot.core.stories import Stories, Telling


class Grouper:
    """Answers the protocol, one article after the other; remembers what came before."""

    def __init__(self) -> None:
        self._stories = Stories(companies=shipped.companies())
        self._count = 0
        self._now = datetime(1970, 1, 1, tzinfo=UTC)

    def answer(self, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Place one article; the answer is never revised."""
        telling = self._telling(record)
        placement = self._stories.place(telling)
        story = placement.story
        if story is None:
            self._count += 1
            story = self._count
        self._stories.add(story, telling, follows=placement.follows)
        return {"id": record.get("id"), "story": str(story)}

    def _telling(self, record: Mapping[str, Any]) -> Telling:
        title, body = text.plain(words(record, "title")), text.plain(words(record, "text"))
        body = text.body(body, title=title)
        link = words(record, "url")
        language = text.language(f"{title}\n{body}", words(record, "lang"))
        # articles come in time order, so that a date that can't be read is that of the one before
        date = published.parse(record.get("published")) or self._now
        self._now = date
        return Telling(
            title=title,
            text=body,
            publisher=words(record, "publisher") or text.publisher(link, ""),
            link=link,
            language=language,
            published=date,
            reading=facts.read(
                title,
                body,
                language=language,
                published=date,
                companies=shipped.companies(),
                rates=shipped.rates(),
            ),
        )
