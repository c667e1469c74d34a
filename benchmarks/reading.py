"""How long one article takes to read, beside a naive money regex over the same text in the same run.

Run: `python -m benchmarks.reading`. Prints milliseconds a text and the ratio; a text twice as long must take
about twice the time. "cleaned" is how the pipeline reads, which has cut the padding before.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import partial

from bot import shipped
from bot.core import facts

_NAIVE = re.compile(
    r"(?:[$€£¥₹]|US\$|USD|EUR)\s?\d[\d,.]*\s?(?:billion|million|trillion|bn|m|b|k)?\b.{0,60}?valu|valu\w*.{0,60}?[$€£¥₹]\s?\d",
    re.IGNORECASE,
)
_TITLE = "Marlin AI valuation doubles to $21B"
_NEWS = (
    "Marlin AI, a maker of voice agents based in Rotterdam, has raised $700 million at a $21 billion "
    "valuation, led by Pine Ventures. It was last valued at $5 billion in December. The company says that "
    "banks and hospitals use its agents for calls, and that its software now answers in forty languages. "
)
_FILLING = (
    "The field has changed quickly since the first of these systems was shown to the public three years ago. "
    "Customers want answers that can be checked, and they want to know who is liable when one is wrong. "
    "Several people who work with the company describe a culture in which every release is argued over. "
)


def _time(work: Callable[[], object], seconds: float = 0.5) -> float:
    """Milliseconds of the quickest call in so many seconds: what else the machine does only adds to it."""
    work()
    quickest, end = float("inf"), time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        work()
        quickest = min(quickest, time.perf_counter() - began)
    return quickest * 1000


def main() -> None:
    """Print the table."""
    companies, rates = shipped.companies(), shipped.rates()
    varied = "".join(f"{_NEWS if part % 12 == 0 else _FILLING}({part}) " for part in range(300))
    texts = {
        "2 kB article": varied[:2_000],
        "8 kB article": varied[:8_000],
        "80 kB article": varied[:80_000],
        "100 kB of $1": "$1 " * 33_333,
        "100 kB of raised $1M": "raised $1M " * 9_090,
        "50 kB of raised $1M": "raised $1M " * 4_545,
        "100 kB of brackets": "(" * 100_000,
        "1 MB line": "word " * 200_000,
        "500 kB line": "word " * 100_000,
    }
    print(f"{'text':24}{'reader ms':>12}{'naive ms':>12}{'ratio':>9}")
    rows = [(name, text, False) for name, text in texts.items()]
    rows += [(f"{name}, cleaned", texts[name], True) for name in ("2 kB article", "80 kB article")]
    for name, text, cleaned in rows:
        reader = partial(facts.read, language="en", cleaned=cleaned, companies=companies, rates=rates)
        read = _time(partial(reader, _TITLE, text))
        naive = _time(partial(_NAIVE.findall, text))
        print(f"{name:24}{read:12.2f}{naive:12.3f}{read / naive:9.1f}")


if __name__ == "__main__":
    main()
