"""How much time each step of reading words takes, and how it grows: `python -m benchmarks.text`.

Each line gives the time for a 2 kB article, and how much more ten times the length takes: about 10 is linear.
For hostile input, 10 kB against 100 kB, only steps are shown that take more than 20 times as long.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.core.summary import summarise
from bot.core.text import body, fold, language, origin, plain, sentences
from tests.core.text.articles import PAGE, TITLE

STEPS: dict[str, Callable[[str], object]] = {
    "plain": plain,
    "body": lambda text: body(text, title=TITLE),
    "origin": lambda text: origin(TITLE, text),
    "language": language,
    "sentences": lambda text: sentences(text, "en"),
    "fold": fold,
    "summarise": lambda text: summarise(TITLE, text),
}
HOSTILE = ("<", "<!--", "&amp;", '<a href="', "x TechCrunch. ", "Home > ", "The post ", "“", "Written by x\n")


def seconds(step: Callable[[str], object], text: str, times: int = 5) -> float:
    """The shortest time of several runs."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        step(text)
        spent.append(time.perf_counter() - start)
    return min(spent)


def main() -> None:
    """Print one line a step."""
    article = PAGE[:2000]
    longer = "\n\n".join([article] * 10)
    for name, step in STEPS.items():
        one = seconds(step, article)
        growth = seconds(step, longer) / one
        print(f"{name:10} {one * 1e6:8.0f} µs a 2 kB article, ten times the length: × {growth:.1f}")
    for piece in HOSTILE:
        for name, step in STEPS.items():
            small, large = (piece * (size // len(piece)) for size in (10_000, 100_000))
            one = seconds(step, small, 2)
            ratio = seconds(step, large, 2) / one
            if ratio > 20:
                print(
                    f"{name} of {piece!r}: {one * 1e3:.1f} ms for 10 kB, ten times the length: × {ratio:.0f}"
                )


if __name__ == "__main__":
    main()
