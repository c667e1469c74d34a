"""Whether values and deals are told apart in every language: own sentences, half of them traps."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import pytest

from bot.core.model import Reading
from tests.core.facts.languages import de, en, es, fr, hi_en, ja, ko, zh
from tests.core.facts.reading import read

TABLES = {"de": de, "en": en, "es": es, "fr": fr, "hi_en": hi_en, "ja": ja, "ko": ko, "zh": zh}
CODES = {"hi_en": "en-IN"}
# what a language must reach in both columns
ENOUGH = 0.85


@dataclass
class Score:
    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.false + self.missed)


def _facts(reading: Reading) -> list[str]:
    return [
        f"{fact.kind} {float(fact.amount or 0):g} {fact.status}"
        for fact in reading.facts
        if fact.kind != "other"
    ]


def _wanted(told: str) -> list[str]:
    rows = (row.split() for row in told.split(";") if row.strip())
    return [f"{kind} {float(amount):g} {status}" for kind, amount, status in rows]


def _score(table: ModuleType, language: str) -> tuple[Score, Score, list[str]]:
    heads, facts, faults = Score(), Score(), []
    for line, value, told in table.ROWS:
        reading = read(line, language=language)
        got = float(reading.headline.amount or 0) if reading.headline else None
        heads.right += got is not None and got == value
        heads.false += got is not None and got != value
        heads.missed += value is not None and got != value
        found, left = _facts(reading), _wanted(told)
        right = 0
        for fact in found:
            if fact in left:
                left.remove(fact)
                right += 1
        facts.right += right
        facts.false += len(found) - right
        facts.missed += len(left)
        if got != value or left or len(found) != right:
            faults.append(f"{line}: {got} {found}, wanted {value} {told}")
    return heads, facts, faults


@pytest.mark.parametrize("name", TABLES)
def test_a_language_tells_values_from_traps(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    heads, facts, faults = _score(TABLES[name], CODES.get(name, name))
    with capsys.disabled():
        print(
            f"\n{name:6} {len(TABLES[name].ROWS)} lines  headline F1 {heads.f1:.2f}  facts F1 {facts.f1:.2f}",
            end="",
        )
    assert heads.f1 >= ENOUGH, "\n".join(faults)
    assert facts.f1 >= ENOUGH, "\n".join(faults)


@pytest.mark.parametrize("name", TABLES)
def test_half_of_a_table_are_traps(name: str) -> None:
    rows = TABLES[name].ROWS
    assert len(rows) >= 40
    assert sum(value is None for _, value, _ in rows) * 2 >= len(rows) - 1
