"""`newsbell group`, line by line."""

from __future__ import annotations

import io
import json

import pytest

from bot.cli.group import Grouper
from bot.cli.protocol import serve


def _answers(*lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    serve(Grouper().answer, io.StringIO("".join(f"{line}\n" for line in lines)), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def _line(number: int, title: str, published: object = "2026-05-04T08:00:00Z") -> str:
    return json.dumps({"id": number, "title": title, "published": published, "publisher": f"o{number}.com"})


def test_every_article_is_answered_in_order_with_its_story() -> None:
    answers = _answers(
        _line(1, "Cohere valued at $45 billion"),
        _line(2, "Rain in Lisbon"),
        _line(3, "Cohere now worth $45bn"),
    )
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert answers[0]["story"] == answers[2]["story"] != answers[1]["story"]


def test_a_denial_has_an_id_of_its_own() -> None:
    answers = _answers(
        _line(1, "Cohere valued at $45 billion"), _line(2, "Cohere denies $45 billion valuation")
    )
    assert answers[0]["story"] != answers[1]["story"]


@pytest.mark.parametrize(
    "published",
    [
        None,
        "",
        "yesterday",
        "0000-00-00",
        1e99,
        -1,
        True,
        [],
        {},
        1_777_881_600,
        "Mon, 04 May 2026 08:00:00 GMT",
    ],
)
def test_a_date_that_cannot_be_read_is_no_error(published: object) -> None:
    answers = _answers(
        _line(1, "Cohere valued at $45 billion"), _line(2, "Cohere now worth $45bn", published)
    )
    assert answers[0]["story"] == answers[1]["story"]


def test_bad_lines_are_answered_and_skipped() -> None:
    answers = _answers("no json", "", '["a list"]', '{"id": 7, "title": 5, "text": null}')
    assert [("error" in answer, answer["id"]) for answer in answers] == [
        (True, None),
        (True, None),
        (False, 7),
    ]


def test_each_run_starts_empty() -> None:
    assert _answers(_line(1, "Rain in Lisbon")) == _answers(_line(1, "Snow in Riga"))
