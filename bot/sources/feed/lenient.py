"""The child process of `rescue`: bodies in on stdin, eight bytes of length before each, a line of JSON out.

Runs as a lone file, so that it loads nothing of ours; its one argument is how many items are kept.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from contextlib import suppress
from typing import Any, BinaryIO

# bytes of memory, far above what a real feed needs
_MEMORY = 1_000_000_000


def main() -> None:
    """Answer every body until stdin ends."""
    with suppress(ValueError, OSError):
        # macOS knows the limit but refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    most = int(sys.argv[1])
    given, out = sys.stdin.buffer, sys.stdout.buffer
    while (body := _body(given)) is not None:
        out.write(json.dumps(_read(body, most)).encode() + b"\n")
        out.flush()


def _body(given: BinaryIO) -> bytes | None:
    length = given.read(8)
    return given.read(int.from_bytes(length, "big")) if len(length) == 8 else None


def _read(body: bytes, most: int) -> dict[str, Any]:
    import feedparser  # noqa: PLC0415 - the parent reads this file's name and must not load the library

    # always a stream: a string could be taken for a path or an address, and be opened
    found = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return {
        "title": found.feed.get("title") or "",
        "language": found.feed.get("language") or "",
        "version": found.version or "",
        "items": [_item(entry) for entry in found.entries[:most]],
    }


def _item(entry: Any) -> dict[str, str]:
    texts = [part.get("value") or "" for part in entry.get("content", ())] + [entry.get("summary") or ""]
    return {
        "id": entry.get("id") or "",
        "link": entry.get("link") or "",
        "title": entry.get("title") or "",
        "text": max(texts, key=len),
        "published": entry.get("published") or entry.get("updated") or "",
        "author": entry.get("author") or "",
    }


if __name__ == "__main__":
    main()
