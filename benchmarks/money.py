"""What finding money and companies costs on an article, against a naive money regex in the same run.

`python -m benchmarks.money` prints microseconds an article, the ratio to the regex, and how the cost of
hostile text grows when the text doubles (2.0 is linear).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import partial
from importlib.resources import files

from bot.core.companies import Companies
from bot.core.money import find

PARAGRAPH = (
    "Cerulean Labs, which builds reasoning models for hospitals, has raised $450 million in a Series C "
    "led by Northgate, lifting its valuation to US$3.2bn from $1.1 billion in 2024, according to two people "
    "with knowledge of the matter. The company, founded in 2021, says that 40 of the 100 largest clinics in "
    "Europe use its 70B model every day. Rivals such as OpenAI and Anthropic sell to the same buyers, and "
    "Microsoft has named health care one of its three priorities. Analysts expect spending of up to "
    "€15 billion a year by 2028, though margins of 12% leave little room for mistakes. "
)
ARTICLE = (PARAGRAPH * 4)[:2000]
CHINESE = (
    "深海智能近日完成新一轮融资，估值约45亿美元，由多家机构领投，公司计划把3亿元人民币用于算力。" * 40
)[:1000]
NAIVE = re.compile(
    r"(?:US)?[$€£¥]\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|mn|bn|tn|[kmbt])\b)?|"
    r"\d[\d,.]*\s?(?:million|billion|trillion)\s(?:dollars|euros|pounds)|\d[\d,.]*[万亿]+(?:美元|元|欧元)",
    re.IGNORECASE,
)
HOSTILE = {
    "amounts": "$1 ",
    "digits": "1",
    "separators": "1.",
    "parentheses": "($1",
    "ranges": "$1 to ",
    "number words": "one and a half ",
    "chinese": "三亿",
    "names": "OpenAI ",
    "ordinary words": "Figure ",
}
LENGTH = 100_000


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The best time of five rounds for one call."""
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        for _ in range(repeats):
            work()
        best = min(best, (time.perf_counter() - started) / repeats)
    return best


def article(companies: Companies, name: str, text: str, language: str) -> None:
    """Print what an article costs."""
    naive = seconds(partial(NAIVE.findall, text), 200)
    money = seconds(partial(find, text, language), 200)
    named = seconds(partial(companies.find, text), 200)
    print(f"{name}: regex {naive * 1e6:.0f} µs, money {money * 1e6:.0f} µs ({money / naive:.1f}x), ", end="")
    print(f"companies {named * 1e6:.0f} µs ({named / naive:.1f}x)")


def growth(work: Callable[[str], object], text: str) -> float:
    """How many times as long twice the text takes."""
    return seconds(partial(work, text * 2), 1) / seconds(partial(work, text), 1)


def main() -> None:
    companies = Companies.parse((files("bot.core.companies") / "companies.toml").read_text(encoding="utf-8"))
    article(companies, "English, 2 kB", ARTICLE, "en")
    article(companies, "Chinese, 1,000 characters", CHINESE, "zh")
    for name, piece in HOSTILE.items():
        text = (piece * LENGTH)[:LENGTH]
        money, named = growth(find, text), growth(companies.find, text)
        print(f"hostile {name}: doubling the text costs {money:.1f}x for money, {named:.1f}x for companies")


if __name__ == "__main__":
    main()
