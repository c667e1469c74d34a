"""Whether docs/commands.md tells of every command, field and setting, and its examples are true."""

import argparse
import json
import re
from pathlib import Path

import pytest

from bot.__main__ import _parser
from bot.cli import group, match, read
from bot.config import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/commands.md").read_text("utf-8").partition("<!-- end of chat commands -->")[2]


def verbs() -> list[str]:
    (action,) = (one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction))
    return list(action.choices)


def section(verb: str) -> str:
    (found,) = re.findall(rf"^### `newsbell {verb}\b.*?(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize("verb", verbs())
def test_a_command_is_told(verb: str) -> None:
    assert len(section(verb)) > 100


def test_no_command_is_told_that_is_none() -> None:
    assert set(re.findall(r"^### `newsbell (\w+)", PAGE, re.MULTILINE)) == set(verbs())


@pytest.mark.parametrize("setting", [str(field.alias) for field in Settings.model_fields.values()])
def test_a_setting_is_told(setting: str) -> None:
    assert re.search(rf"^#? ?{setting}=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)


def test_each_field_of_an_answer_is_told() -> None:
    told = {"id": 1, "title": "Acme in talks at a valuation of $8 billion to $12 billion", "query": "acme"}
    answers = {
        "read": read.answer(told),
        "group": group.Grouper().answer(told),
        "match": match.matcher()(told),
    }
    fact = answers["read"]["facts"][0]
    for verb, fields in {**answers, "read": {**answers["read"], **fact}}.items():
        assert all(f"`{field}`" in section(verb) for field in fields), verb


@pytest.mark.parametrize("verb", ["read", "group", "match"])
def test_the_example_of_a_command_is_answered_as_shown(verb: str) -> None:
    answer = {"read": read.answer, "group": group.Grouper().answer, "match": match.matcher()}[verb]
    (typed, *shown) = section(verb).split("```")[1].strip().splitlines()
    given = [json.loads(line) for line in re.findall(r"'(\{.*?\})'", typed)]
    assert len(given) == len(shown)
    for one, line in zip(given, shown, strict=True):
        said = json.dumps(answer(one), ensure_ascii=False)
        assert said.startswith(line.removesuffix("…"))
        assert said == line or line.endswith("…")
