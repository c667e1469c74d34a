"""`newsbell read` by its answers."""

from pathlib import Path
from typing import Any

from tests.cli.newsbell import ask

FIELDS = {"id", "company", "facts", "headline_valuation_usd", "origin", "summary"}
FACT = {"kind", "company", "amount", "currency", "amount_usd", "status", "round", "quote"}

TOLD = {
    "title": "DeepSeek valued at $45B in its first funding round",
    "text": (
        "<p>The Chinese AI lab DeepSeek has been valued at $45 billion in its first funding round, "
        "TechCrunch reported on Tuesday. The round is led by a state fund. The lab did not comment.</p>"
        "<p>Written by A. Writer. Subscribe to our newsletter to read more.</p>"
    ),
    "lang": "en",
    "url": "https://wire.example/deepseek",
    "published": "2026-05-06T10:00:00Z",
}


def only(answer: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = (fact for fact in answer["facts"] if fact["kind"] == kind)
    assert isinstance(found, dict)
    return found


async def test_an_article_is_read_whole(tmp_path: Path) -> None:
    (answer,) = await ask(tmp_path, "read", {"id": 1, **TOLD})
    assert set(answer) == FIELDS
    assert (answer["company"], answer["headline_valuation_usd"]) == ("DeepSeek", 45_000_000_000)
    assert answer["origin"] == "TechCrunch"
    fact = only(answer, "valuation")
    assert set(fact) == FACT
    assert (fact["amount"], fact["currency"], fact["amount_usd"]) == (45_000_000_000, "USD", 45_000_000_000)
    assert (fact["company"], fact["status"]) == ("DeepSeek", "reported")
    assert "45" in fact["quote"]


async def test_the_summary_is_the_articles_own_words_without_the_padding(tmp_path: Path) -> None:
    (answer,) = await ask(tmp_path, "read", {"id": 1, **TOLD})
    assert answer["summary"].startswith("The Chinese AI lab DeepSeek has been valued at $45 billion")
    assert "newsletter" not in answer["summary"]
    assert len(answer["summary"]) <= 350


async def test_amounts_are_numbers_in_their_currency_and_in_dollars(tmp_path: Path) -> None:
    german, ranged, none = await ask(
        tmp_path,
        "read",
        {"id": 1, "title": "Startup Acme wird mit 2,5 Milliarden Euro bewertet", "lang": "de"},
        {"id": 2, "title": "Acme in talks at a valuation of $8 billion to $12 billion", "lang": "en"},
        {"id": 3, "title": "Acme releases a model with 671B parameters", "lang": "en"},
    )
    fact = only(german, "valuation")
    assert (fact["amount"], fact["currency"]) == (2_500_000_000, "EUR")
    assert isinstance(fact["amount_usd"], int | float)
    fact = only(ranged, "valuation")
    assert (fact["amount"], fact["amount_max"], fact["status"]) == (8_000_000_000, 12_000_000_000, "talks")
    assert (none["facts"], none["headline_valuation_usd"], none["origin"]) == ([], None, "")


async def test_any_date_of_publication_is_taken(tmp_path: Path) -> None:
    dates: list[object] = [
        "2026-05-06", "Wed, 06 May 2026 10:00:00 +0200", "2026年5月6日", "6.5.2026", 1778061600,
        1778061600000, 1778061600.5, "1778061600", None, "", "yesterday", "2026-99-99",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", -1, 10**400, 1e300, True,
        [], {"year": 2026},
    ]  # fmt: skip
    records = [{"id": place, **TOLD, "published": date} for place, date in enumerate(dates)]
    answers = await ask(tmp_path, "read", *records)
    assert [answer["headline_valuation_usd"] for answer in answers] == [45_000_000_000] * len(dates)


async def test_hostile_text_is_answered(tmp_path: Path) -> None:
    hostile = [
        "Acme valued at $" + "9" * 5000 + " billion",
        "$1 " * 20_000,
        "(" * 20_000,
        "<b>" * 20_000,
        "\x00\x1b[31m $45B \u202e valuation",
    ]
    records = [{"id": place, "title": text[:200], "text": text} for place, text in enumerate(hostile)]
    answers = await ask(tmp_path, "read", *records)
    assert [set(answer) for answer in answers] == [FIELDS] * len(hostile)
