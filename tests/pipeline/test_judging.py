"""A story keeps one headline, however its articles come together: further outlets, or a teaser's page."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot import shipped
from bot.core.model import Article, Reading, Status, Story
from bot.pipeline.judge import Judge, article, completed, joined, started
from tests.pipeline.conftest import BEGAN, item

Further = Callable[[Story, Article, Reading], Story]
JUDGE = Judge(companies=shipped.companies(), rates=shipped.rates())
BACKGROUND = "Corven Robotics, valued at $8 billion, opens its doors to banks"
NEWS = "Corven Robotics raises $900 million at a $10 billion valuation"


def told(title: str, text: str = "") -> Article:
    return article(item(title, text), BEGAN)


def begun(title: str, text: str = "") -> Story:
    first = told(title, text)
    return started(first, JUDGE.read(first))


@pytest.fixture(params=[joined, completed])
def further(request: pytest.FixtureRequest) -> Further:
    chosen: Further = request.param
    return chosen


def amount(story: Story) -> Decimal | None:
    return story.headline.amount if story.headline else None


def test_a_value_told_as_background_gives_no_headline(further: Further) -> None:
    known = begun(BACKGROUND)
    assert [fact.amount for fact in known.facts] == [8_000_000_000]
    assert known.headline is None
    more = told("Corven Robotics opens its doors to banks", BACKGROUND + ".")
    assert amount(further(known, more, JUDGE.read(more))) is None


def test_the_news_is_the_headline_and_not_the_background_known_before(further: Further) -> None:
    known = begun(BACKGROUND)
    more = told(NEWS)
    assert amount(further(known, more, JUDGE.read(more))) == 10_000_000_000


def test_a_story_keeps_its_headline_where_its_status_grows(further: Further) -> None:
    known = begun("Corven Robotics in talks to raise funds at $10 billion valuation")
    assert known.headline is not None
    assert known.headline.status is Status.TALKS
    more = told(
        "Corven Robotics opens its doors to banks", "Corven Robotics, valued at $10 billion, says so."
    )
    assert amount(further(known, more, JUDGE.read(more))) == 10_000_000_000


def test_what_was_known_as_past_is_no_headline_because_it_is_told_again(further: Further) -> None:
    known = begun("Corven Robotics, previously valued at $10 billion, cuts a tenth of its staff")
    assert [fact.status for fact in known.facts] == [Status.PREVIOUS]
    more = told(NEWS)
    assert amount(further(known, more, JUDGE.read(more))) is None
