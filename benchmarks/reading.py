"""How long one article takes to read, beside a naive money regex over the same text in the same run.

Run: `python -m benchmarks.reading`. Prints milliseconds a text and the ratio; a text twice as long must take
about twice the time. "cleaned" is how the pipeline reads, which has cut the padding before. A 2 kB article is
read in a hundred versions, and its row is their mean: no reader gets one article twice.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks import articles
from bot import shipped
from bot.core import facts

_NAIVE = re.compile(
    r"(?:[$€£¥₹]|US\$|USD|EUR)\s?\d[\d,.]*\s?(?:billion|million|trillion|bn|m|b|k)?\b.{0,60}?valu|valu\w*.{0,60}?[$€£¥₹]\s?\d",
    re.IGNORECASE,
)
_LONG = {
    "8 kB article": articles.LONG[:8_000],
    "80 kB article": articles.LONG[:80_000],
    "100 kB of $1": "$1 " * 33_333,
    "100 kB of raised $1M": "raised $1M " * 9_090,
    "50 kB of raised $1M": "raised $1M " * 4_545,
    "100 kB of brackets": "(" * 100_000,
    "1 MB line": "word " * 200_000,
    "500 kB line": "word " * 100_000,
}

Texts = Sequence[tuple[str, str]]


def _time(work: Callable[[str, str], object], texts: Texts, seconds: float = 0.5) -> float:
    """Milliseconds a text in the quickest round of so many seconds: what else the machine does only adds."""
    quickest, end = float("inf"), time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        for title, text in texts:
            work(title, text)
        quickest = min(quickest, time.perf_counter() - began)
    return quickest * 1000 / len(texts)


def _rows() -> list[tuple[str, Texts, bool]]:
    short = articles.versions(articles.TITLE, articles.LONG[:2_000])
    long = {name: [(articles.TITLE, text)] for name, text in _LONG.items()}
    return [
        ("2 kB article", short, False),
        ("2 kB of news", articles.versions(articles.NEWS_TITLE, articles.NEWS), False),
        ("2 kB dense with sums", articles.versions(articles.DENSE_TITLE, articles.DENSE), False),
        *((name, texts, False) for name, texts in long.items()),
        ("2 kB article, cleaned", short, True),
        ("80 kB article, cleaned", long["80 kB article"], True),
    ]


def main() -> None:
    """Print the table."""
    companies, rates = shipped.companies(), shipped.rates()
    print(f"{'text':24}{'reader ms':>12}{'naive ms':>12}{'ratio':>9}")
    for name, texts, cleaned in _rows():
        reader = partial(facts.read, language="en", cleaned=cleaned, companies=companies, rates=rates)
        read = _time(reader, texts)
        naive = _time(lambda _, text: _NAIVE.findall(text), texts)
        print(f"{name:24}{read:12.2f}{naive:12.3f}{read / naive:9.1f}")


if __name__ == "__main__":
    main()
