"""How good the judgement is: `make judge`.

The examples in the repository are read and counted. Where labelled text lies beside the checkout
(`../shared/dev`), its score scripts run this checkout's commands too. One table shows all of it.
"""

import json
import operator
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.core.facts import KINDS
from tests.core.facts.reading import of_kind, read
from tests.core.facts.test_languages import CODES, TABLES

ROOT = Path(__file__).parents[1]
LABELLED = ROOT.parent / "shared" / "dev"

Compare = Callable[[float, float], bool]
AT_LEAST: Compare = operator.ge
AT_MOST: Compare = operator.le


@dataclass(frozen=True)
class Run:
    """A score script, the data that it reads, and the command that it scores."""

    script: str
    data: str
    verb: str


DEALS = Run("eval_deals.py", "deals.jsonl", "read")
JUNE = Run("eval_stories.py", "stories.june2026.jsonl", "group")
KITE = Run("eval_stories.py", "stories.kite2025.jsonl", "group")
UCI = Run("eval_stories.py", "stories.uci2014.jsonl", "group")
RELEVANCE = Run("eval_relevance.py", "relevance.jsonl", "match")
FEEDS = Run("eval_feeds.py", "feeds/feeds.jsonl", "feed")

# what is measured, where its figure stands in the script's answer, and what it has to be
TARGETS: tuple[tuple[str, Run, str, Compare, float], ...] = (
    ("headline valuation, strict F1", DEALS, "headline_strict f1", AT_LEAST, 0.93),
    ("headline valuation, lenient precision", DEALS, "headline_lenient p", AT_LEAST, 0.97),
    ("company right where the valuation is", DEALS, "company_accuracy_on_tp", AT_LEAST, 0.95),
    ("all scored facts, micro F1", DEALS, "facts_micro f1", AT_LEAST, 0.85),
    ("status right", DEALS, "status_accuracy", AT_LEAST, 0.92),
    ("alerts at $1B or more: right", DEALS, "threshold_alerts 1e+09 tp", AT_LEAST, 38),
    ("alerts at $1B or more: false", DEALS, "threshold_alerts 1e+09 false", AT_MOST, 1),
    ("alerts at $1B or more: missed", DEALS, "threshold_alerts 1e+09 missed", AT_MOST, 2),
    ("Chinese valuations, lenient F1", DEALS, "by_lang_headline_lenient zh f1", AT_LEAST, 0.85),
    ("june2026: duplicate alerts a story", JUNE, "duplicate_alerts_per_multi_item_story", AT_MOST, 0.25),
    ("june2026: missed stories", JUNE, "missed_stories", AT_MOST, 3),
    ("kite2025: B-cubed F1", KITE, "bcubed f1", AT_LEAST, 0.88),
    ("uci2014: B-cubed F1", UCI, "bcubed f1", AT_LEAST, 0.75),
    ("relevance of keyword rules", RELEVANCE, "keyword accuracy", AT_LEAST, 0.98),
    ("feeds: entry count right", FEEDS, "all count_ok", AT_LEAST, 0.985),
    ("feeds: whole file right", FEEDS, "all file_perfect", AT_LEAST, 0.97),
)


def main() -> int:
    """Print the tables. Gives 1 when a target is missed, else 0."""
    rows = list(_repository())
    if LABELLED.is_dir():
        rows += _labelled()
    else:
        print("No labelled text beside this checkout: the examples in the repository alone are read.")
    table = Table(box=None, header_style="bold")
    for column in ("what", "measured", "wanted", ""):
        table.add_column(column)
    for what, measured, wanted, well in rows:
        table.add_row(what, measured, wanted, "ok" if well else "MISSED")
    Console(highlight=False).print(table)
    return 0 if all(well for *_, well in rows) else 1


Row = tuple[str, str, str, bool]


def _labelled() -> Iterator[Row]:
    scores = {run: _score(run) for run in dict.fromkeys(run for _, run, *_ in TARGETS)}
    for what, run, path, compare, target in TARGETS:
        value: Any = scores[run]
        for step in path.split():
            value = value[step]
        sign = "≥" if compare is AT_LEAST else "≤"
        yield what, f"{value:g}", f"{sign} {target:g}", compare(value, target)


def _score(run: Run) -> Any:
    command = f"{sys.executable} -m bot {run.verb}"
    done = subprocess.run(
        [sys.executable, run.script, run.data, command],
        cwd=LABELLED,
        check=True,
        capture_output=True,
        text=True,
    )
    if done.stderr:
        print(done.stderr, file=sys.stderr)
    return json.loads(done.stdout)


def _repository() -> Iterator[Row]:
    yield from _kinds()
    yield from _languages()


def _kinds() -> Iterator[Row]:
    """Each kind's own examples: what it must read, and what it must leave alone."""
    for kind in KINDS.values():
        examples = [*kind.reads, *kind.ignores]
        right = sum(
            [int(fact.amount or 0) for fact in of_kind(read(one.text, language=one.language), kind.name)]
            == list(one.amounts)
            for one in examples
        )
        yield f"examples of {kind.name}", f"{right} of {len(examples)}", "all", right == len(examples)


def _languages() -> Iterator[Row]:
    """F1 of the headline valuation on each language's own table of sentences, half of them traps."""
    for name, table in TABLES.items():
        right = false = missed = 0
        for line, value, _ in table.ROWS:
            found = read(line, language=CODES.get(name, name)).headline
            got = float(found.amount or 0) if found else None
            right += got is not None and got == value
            false += got is not None and got != value
            missed += value is not None and got != value
        f1 = 2 * right / (2 * right + false + missed)
        yield f"own sentences, {name}: headline F1", f"{f1:.2f}", "≥ 0.85", f1 >= 0.85


if __name__ == "__main__":
    sys.exit(main())
