from dataclasses import replace
from datetime import UTC, datetime

from bot.core.matching import meets
from bot.core.model import Article, Story, StoryId
from tests.core.query.asking import ask, fact

NOW = datetime(2026, 5, 6, 12, tzinfo=UTC)


def article(title: str, text: str = "", source: str = "Wire") -> Article:
    return Article(
        source=source,
        publisher="wire.example",
        link="https://wire.example/1",
        title=title,
        text=text,
        published=NOW,
        first_seen=NOW,
        language="en",
    )


FIRST = article("DeepSeek closes its first round", "No figure was given.")
SECOND = article("DeepSeek is worth $45B", "A crypto wallet is involved.", source="Ledger")
STORY = Story(
    id=StoryId(1),
    title=FIRST.title,
    link=FIRST.link,
    language="en",
    company="DeepSeek",
    facts=(fact("45"),),
    headline=None,
    summary="",
    first_seen=NOW,
    last_seen=NOW,
    articles=(FIRST, SECOND),
)


def test_words_and_figures_may_come_from_different_articles() -> None:
    assert meets(ask('"first round" valuation >= 10B'), STORY) == (
        "phrase “first round”",
        "valuation $45B ≥ $10B",
    )


def test_words_and_exclusions_are_asked_of_one_article() -> None:
    assert meets(ask('"first round" crypto'), STORY) is None
    assert meets(ask("deepseek -crypto"), STORY) == ("word “deepseek”",)
    assert meets(ask("deepseek -crypto"), STORY, [SECOND]) is None


def test_a_source_is_that_of_the_article() -> None:
    assert meets(ask("source:ledger crypto"), STORY) is not None
    assert meets(ask('source:ledger "first round"'), STORY) is None


def test_only_the_given_articles_are_asked() -> None:
    assert meets(ask("valuation >= 10B"), STORY, []) is None


def test_facts_that_came_later_are_seen() -> None:
    silent = replace(STORY, facts=())
    assert meets(ask("valuation >= 10B"), silent) is None
    assert meets(ask("valuation >= 10B"), STORY) is not None


def test_a_company_is_found_in_the_article() -> None:
    assert meets(ask("company:deepseek"), replace(STORY, facts=())) == ("company DeepSeek",)
