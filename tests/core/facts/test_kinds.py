"""Every kind's own examples: what it must read, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.facts import KINDS, Example, Kind
from tests.core.facts.reading import of_kind, read


def _cases(what: str) -> Iterator[object]:
    for kind in KINDS.values():
        for example in getattr(kind, what):
            yield pytest.param(kind, example, id=f"{kind.name}: {example.text[:60]}")


@pytest.mark.parametrize(("kind", "example"), list(_cases("reads")))
def test_a_kind_reads_its_examples(kind: Kind, example: Example) -> None:
    found = of_kind(read(example.text, language=example.language), kind.name)
    assert [int(fact.amount or 0) for fact in found] == list(example.amounts)
    assert {str(fact.status) for fact in found} == {example.status}


@pytest.mark.parametrize(("kind", "example"), list(_cases("ignores")))
def test_a_kind_leaves_other_sums_alone(kind: Kind, example: Example) -> None:
    assert of_kind(read(example.text, language=example.language), kind.name) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_has_examples_of_both_sorts(kind: Kind) -> None:
    assert all(example.amounts for example in kind.reads)
    assert len(kind.reads) >= 4
    assert not any(example.amounts for example in kind.ignores)
    assert len(kind.ignores) >= 3


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_named_as_its_file_and_says_what_it_means(kind: Kind) -> None:
    assert KINDS[kind.name] is kind
    assert kind.title
    assert kind.meaning
