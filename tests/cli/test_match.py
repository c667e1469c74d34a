import io
import json

import pytest

from bot.cli.match import matcher
from bot.cli.protocol import serve


def answers(*records: object) -> list[dict[str, object]]:
    given = io.StringIO("\n".join(each if isinstance(each, str) else json.dumps(each) for each in records))
    out = io.StringIO()
    serve(matcher(), given, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_line_is_answered_in_order() -> None:
    assert answers(
        {"id": 1, "query": "AI", "title": "An AI lab", "lang": "en", "surplus": []},
        {"id": "b", "query": "AI", "title": "He said", "text": None},
    ) == [
        {"id": 1, "match": True, "why": ["word “AI”"]},
        {"id": "b", "match": False, "why": []},
    ]


def test_a_query_that_cannot_be_read_is_answered_with_its_error() -> None:
    (answer,) = answers({"id": 1, "query": "valuation >=", "title": "x"})
    assert answer["id"] == 1
    assert "column 13" in str(answer["error"])


@pytest.mark.parametrize("query", [None, [7], True, ""])
def test_a_missing_query_is_an_error_not_a_crash(query: object) -> None:
    (answer,) = answers({"id": 1, "query": query, "title": "x"})
    assert "nothing to watch for" in str(answer["error"])


def test_entities_are_decoded() -> None:
    assert answers({"id": 1, "query": '"AT&T"', "title": "AT&amp;T&rsquo;s lab"})[0]["match"] is True


def test_the_source_and_language_are_asked() -> None:
    asked = {"id": 1, "query": "source:wired lang:de", "title": "x", "source": "Wired"}
    assert [each["match"] for each in answers({**asked, "lang": "de"}, {**asked, "lang": "en"})] == [
        True,
        False,
    ]


def test_facts_are_read_from_the_text() -> None:
    told = {"title": "Robot maker Acme raises $2B at a $45B valuation", "text": ""}
    met = answers(
        {"id": 1, "query": "valuation >= 10B", **told},
        {"id": 2, "query": "raised >= 10B", **told},
        {"id": 3, "query": "company:openai valuation >= 10B", **told},
    )
    assert [each["match"] for each in met] == [True, False, False]
    assert met[0]["why"] == ["valuation $45B ≥ $10B"]
