"""docs/watching.md promises only what the language keeps."""

import re
from pathlib import Path

import pytest

from bot.core.facts import KINDS
from bot.core.model import Status
from bot.core.query.fields import FIELDS, MEASURES
from tests.core.query.asking import ask, met

TEXT = (Path(__file__).parents[3] / "docs" / "watching.md").read_text("utf-8")
BLOCKS = re.findall(r"```query\n(.*?)```", TEXT, re.DOTALL)
EXAMPLES = [re.split(r"\s{2,}# ", line)[0].strip() for block in BLOCKS for line in block.splitlines()]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 30


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_query(example: str) -> None:
    assert ask(example).words()


@pytest.mark.parametrize("name", [*(f"{field}:" for field in FIELDS), *MEASURES])
def test_every_field_and_kind_is_in_an_example(name: str) -> None:
    assert any(name in example for example in EXAMPLES)


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_named(status: Status) -> None:
    assert status.value in TEXT


def test_every_kind_of_fact_can_be_compared() -> None:
    # "other" is what the reader sets aside: loans, fines, prices
    assert set(MEASURES) == set(KINDS) - {"other"}


@pytest.mark.parametrize(
    ("query", "text"), re.findall(r"`([^`]+)` meets \*([^*]+)\*", TEXT.replace("\n", " "))
)
def test_what_the_page_says_is_met_is_met(query: str, text: str) -> None:
    assert met(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("AI", "said"), ("GPT-5", "GPT-5.6"), ("GPT-5", "GPT-55"), ("OpenAI", "open AI"), ("layoffs", "layoff")],
)
def test_what_the_page_says_is_not_met_is_not_met(query: str, text: str) -> None:
    assert not met(query, text)
