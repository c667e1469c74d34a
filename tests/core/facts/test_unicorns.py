"""A company that is called a unicorn is worth a billion dollars at least, though no figure says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.core.model import Bound
from tests.core.facts.reading import of_kind, read


def test_a_unicorn_without_a_figure_is_a_bound_and_no_headline() -> None:
    reading = read("Accounting startup Rilletta raised $100M and became a unicorn")
    (value,) = of_kind(reading, "valuation")
    assert (value.amount, value.bound) == (Decimal(1_000_000_000), Bound.AT_LEAST)
    assert reading.headline is None


@pytest.mark.parametrize(
    ("title", "language", "least"),
    [
        ("Larch enters the unicorn club with fresh funding", "en", 1_000_000_000),
        ("Larch becomes a decacorn after its third round", "en", 10_000_000_000),
        ("Nordwerk wird zum Einhorn", "de", 1_000_000_000),
        ("月之暗面晋升十角兽", "zh", 10_000_000_000),
    ],
)
def test_a_title_without_any_sum_still_tells_of_a_unicorn(title: str, language: str, least: int) -> None:
    (fact,) = read(title, language=language).facts
    assert (fact.kind, fact.amount, fact.bound) == ("valuation", Decimal(least), Bound.AT_LEAST)
    assert fact.quote == title


def test_unicorns_of_nobody_are_no_news() -> None:
    assert read("How to become a unicorn: lessons from 30 founders").facts == ()
    assert read("Report: the new unicorns of Europe").facts == ()
