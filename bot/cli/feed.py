"""`newsbell feed`: what Newsbell reads in a feed file, for scripts and for people."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bot.chat.text import line
from bot.core.model import Item
from bot.errors import ReadError, UserError
from bot.sources.feed.model import Feed
from bot.sources.feed.read import read
from bot.sources.feed.rescue import Rescuer


def answer(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entries of the file at `path`, links against `url`. Raises ReadError or UserError."""
    path, base = record.get("path"), record.get("url")
    if not isinstance(path, str) or not path:
        raise UserError('name the file: {"id": 1, "path": "feed.xml", "url": "https://example.com/feed.xml"}')
    feed = _open(path, base if isinstance(base, str) else "")
    return {"id": record.get("id"), "title": feed.title, "entries": [_entry(item) for item in feed.items]}


def show(files: Sequence[str]) -> int:
    """Print each file's items for people. Gives 1 when one of them can't be read, else 0."""
    status = 0
    for path in files:
        try:
            feed = _open(path, "")
        except (ReadError, UserError) as error:
            print(line(f"{path}: {error}"), file=sys.stderr)
            status = 1
            continue
        print(line(f"{path}: {feed.title or 'no title'} ({len(feed.items)} items)"))
        for item in feed.items:
            print(f"  {_day(item)}  {line(item.title or item.text[:80] or '(no title)')}")
            print(f"              {line(item.link or 'no link')}")
    return status


def _open(path: str, base: str) -> Feed:
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or "not a path"
        raise UserError(f"the file {path!r} can't be opened: {cause}") from None
    return read(data, address=base, rescuer=_rescuer())


@cache
def _rescuer() -> Rescuer:
    """One child process for all files; it ends with us."""
    return Rescuer()


def _entry(item: Item) -> dict[str, str | None]:
    published = item.published.isoformat() if item.published else None
    return {
        "id": item.id,
        "title": item.title,
        "link": item.link,
        "published": published,
        "text": item.text,
    }


def _day(item: Item) -> str:
    return f"{item.published:%Y-%m-%d}" if item.published else "no date   "
