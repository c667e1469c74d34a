"""What placing one article costs with 1,000, 10,000 and 100,000 stories held: `python -m benchmarks.stories`.

The articles are made up of words drawn as in a language (few common, many rare), so that stories share common
words and companies; a third retell a stored story. Times are ratios to the first, measured in the same run,
without the interpreter's own passes over everything in memory.
"""

from __future__ import annotations

import gc
import random
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from bot import shipped
from bot.core.model import Reading
from bot.core.stories import Stories, Telling

SIZES = (1_000, 10_000, 100_000)
MEASURED = 300
START = datetime(2026, 5, 4, tzinfo=UTC)
NOTHING = Reading(company="", facts=(), headline=None)
COMPANIES = ("OpenAI", "Anthropic", "DeepSeek", "Google", "Microsoft", "Mistral", "Nvidia", "xAI", "Meta AI")


class Newsroom:
    """Makes up articles, the same ones each time."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        syllables = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
        self._words = ["".join(self._random.choices(syllables, k=3)) for _ in range(60_000)]
        # Zipf's law: the word of rank n comes with a share of 1/n
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._count = 0

    def article(self) -> Telling:
        """A story that nobody told before."""
        self._count += 1
        words = self._random.choices(self._words, cum_weights=self._weights, k=60)
        title = f"{self._random.choice(COMPANIES)} {' '.join(words[:8])}"
        return self._telling(title, " ".join(words[8:]))

    def retold(self, told: Telling) -> Telling:
        """The same in other words."""
        self._count += 1
        words = told.title.split()
        self._random.shuffle(words)
        return self._telling(" ".join(words[:-2]), told.text)

    def _telling(self, title: str, text: str) -> Telling:
        return Telling(
            title=title,
            text=text,
            publisher=f"outlet{self._count % 500}.com",
            link=f"https://example.com/{self._count}",
            language="en",
            # all inside the window
            published=START + timedelta(seconds=self._count),
            reading=NOTHING,
        )


def cost(size: int) -> tuple[float, int]:
    """Seconds to place and add one article when `size` stories are held, and how many joined one."""
    newsroom, stories = Newsroom(), Stories(companies=shipped.companies())
    told = []
    for number in range(size):
        article = newsroom.article()
        stories.add(number, article)
        told.append(article)
    fresh = [
        newsroom.retold(told[place * size // MEASURED]) if place % 3 == 0 else newsroom.article()
        for place in range(MEASURED)
    ]
    joined = 0
    gc.collect()
    gc.freeze()
    start = time.perf_counter()
    for number, article in enumerate(fresh, start=size):
        placement = stories.place(article)
        joined += placement.story is not None
        stories.add(number if placement.story is None else placement.story, article)
    return (time.perf_counter() - start) / MEASURED, joined


def main() -> None:
    """Print one line a size."""
    first = 0.0
    for size in SIZES:
        spent, joined = cost(size)
        first = first or spent
        shown = f"({spent * 1e3:.2f} ms, {joined} of {MEASURED} joined)"
        print(f"{size:7} stories: × {spent / first:.2f} {shown}", flush=True)


if __name__ == "__main__":
    main()
