"""JSON Feed 1.0 and 1.1, and its careless relatives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bot.errors import ReadError
from bot.sources.feed.clean import MOST_ITEMS
from bot.sources.feed.model import Raw, Read

# far more than a feed of the longest texts has; each part takes some hundred bytes of memory
_MOST_PARTS = 50_000
_MOST_COMMAS = 300_000


def read(text: str) -> Read:
    """The items of a JSON Feed. Raises ReadError when it is none."""
    if text.count("[") + text.count("{") > _MOST_PARTS or text.count(",") > _MOST_COMMAS:
        raise ReadError("this is JSON of too many parts, more than any feed has")
    try:
        # strict off: line breaks inside strings
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise ReadError("this is JSON that can't be read") from None
    if not isinstance(found, Mapping) or not isinstance(found.get("items"), Sequence):
        raise ReadError("this is JSON, but not a JSON Feed")
    return Read(
        title=_word(found, "title"),
        items=tuple(_item(item) for item in found["items"][:MOST_ITEMS] if isinstance(item, Mapping)),
        language=_word(found, "language"),
    )


def _item(item: Mapping[str, object]) -> Raw:
    text = max((_word(item, name) for name in ("content_html", "content_text", "summary")), key=len)
    authors = item.get("authors")
    author = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return Raw(
        id=_word(item, "id"),
        link=_word(item, "url") or _word(item, "external_url"),
        title=_word(item, "title"),
        text=text,
        published=_word(item, "date_published") or _word(item, "date_modified"),
        author=_word(author, "name") if isinstance(author, Mapping) else "",
        language=_word(item, "language"),
    )


def _word(holder: Mapping[str, object], name: str) -> str:
    """A string, or the number that stands for one, as an id may be."""
    value = holder.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
