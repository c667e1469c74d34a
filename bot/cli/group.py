"""`newsbell group`: which articles tell one event, line by line; starts empty each time.

In, in time order: `{id, published, title, text?, url?, publisher?, lang?}`, out: `{id, story}`.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from bot import shipped
from bot.cli.protocol import serve
from bot.core import facts, text
from bot.core.stories import Stories, Telling

# seconds beyond this are milliseconds
_MILLISECONDS_FROM = 1e11


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
        title, body = text.plain(_text(record, "title")), text.plain(_text(record, "text"))
        body = text.body(body, title=title)
        link = _text(record, "url")
        language = text.language(f"{title}\n{body}", _text(record, "lang"))
        # articles come in time order, so that a date that can't be read is that of the one before
        published = read_date(record.get("published")) or self._now
        self._now = published
        return Telling(
            title=title,
            text=body,
            publisher=_text(record, "publisher") or text.publisher(link, ""),
            link=link,
            language=language,
            published=published,
            reading=facts.read(
                title,
                body,
                language=language,
                published=published,
                companies=shipped.companies(),
                rates=shipped.rates(),
            ),
        )


def read_date(published: object) -> datetime | None:
    """A date in any of the forms that feeds and scripts use, in UTC; None for anything else."""
    if isinstance(published, bool) or not isinstance(published, int | float | str):
        return None
    try:
        if isinstance(published, str):
            return _written(published.strip())
        if not math.isfinite(published):
            return None
        seconds = published / 1000 if abs(published) >= _MILLISECONDS_FROM else published
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _written(published: str) -> datetime | None:
    try:
        date = datetime.fromisoformat(published)
    except ValueError:
        date = parsedate_to_datetime(published)
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


if __name__ == "__main__":
    serve(Grouper().answer, sys.stdin, sys.stdout)
