"""How long our reader takes for a feed, against feedparser on the same bodies in the same run.

python -m benchmarks.feeds
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import feedparser

from bot.sources.feed import tree
from bot.sources.feed.charset import decode
from bot.sources.feed.clean import clean
from bot.sources.feed.read import read

ROUNDS = 5


def body(items: int, words: int) -> bytes:
    """A feed of so many items with texts of so many words, escaped as most feeds have them."""
    text = "&lt;p&gt;" + "The harbour opened a second pier today. " * (words // 7) + "&lt;/p&gt;"
    entries = "".join(
        f"<item><title>Pier {number} &amp;amp; crane</title><link>https://harbour.example/{number}</link>"
        f'<guid isPermaLink="false">pier-{number}</guid><pubDate>Tue, 12 May 2026 08:30:00 +0200</pubDate>'
        f"<description>{text}</description></item>"
        for number in range(items)
    )
    return f'<rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>'.encode()


def best(work: Callable[[], object]) -> float:
    """Seconds of the quickest of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


SHAPES = {"10 items, teasers": (10, 40), "50 items, 2 kB each": (50, 350), "1 item, 300 kB": (1, 52_000)}


def row(name: str, data: bytes) -> str:
    """One shape of feed: parsing alone, against feedparser, and all the way to items in plain text."""
    parsed = best(lambda: tree.read(clean(decode(data))))
    theirs = best(lambda: feedparser.parse(io.BytesIO(data)))
    whole = best(lambda: read(data, address="https://harbour.example/feed"))
    times = "".join(f"{seconds * 1000:9.2f} ms" for seconds in (parsed, theirs, whole))
    return f"{name:20} {times} {theirs / parsed:8.1f}x {theirs / whole:8.1f}x"


def main() -> None:
    """Print one row a shape of feed."""
    print(f"{'feed':20} {'parsed':>12}{'feedparser':>12}{'plain text':>12} {'ratio':>9} {'ratio':>9}")
    for name, (items, words) in SHAPES.items():
        print(row(name, body(items, words)))


if __name__ == "__main__":
    main()
