"""How weighty a story is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.core.model import Article, Fact, Status, Story, StoryId
from bot.core.stories import significance
from tests.core.stories.tell import START


def _article(publisher: str) -> Article:
    return Article(
        source="feed",
        publisher=publisher,
        link=f"https://{publisher}/a",
        title="Cohere valued at $45 billion",
        text="",
        published=START,
        first_seen=START,
        language="en",
    )


def _story(*facts: tuple[str, int, Status], outlets: int = 1) -> Story:
    read = tuple(
        Fact(kind=kind, company="Cohere", status=status, quote="", amount=Decimal(usd), usd=Decimal(usd))
        for kind, usd, status in facts
    )
    return Story(
        id=StoryId(1),
        title="Cohere",
        link="",
        language="en",
        company="Cohere",
        facts=read,
        headline=None,
        summary="",
        first_seen=START,
        last_seen=START,
        articles=tuple(_article(f"outlet{place}.com") for place in range(outlets)),
    )


def test_stories_are_ordered_by_their_largest_figure_then_by_outlets() -> None:
    billion = 10**9
    weighty = [
        _story(("valuation", 45 * billion, Status.REPORTED)),
        _story(("valuation", 45 * billion, Status.TALKS)),
        _story(("raised", 20 * billion, Status.REPORTED)),
        _story(("acquisition", billion, Status.REPORTED)),
        _story(("valuation", 90 * billion, Status.PREVIOUS), outlets=5),
        _story(("other", 90 * billion, Status.REPORTED), outlets=2),
        _story(),
    ]
    shuffled = weighty[::-1]
    shuffled.sort(key=significance, reverse=True)
    assert shuffled == weighty


def test_an_amount_without_a_rate_weighs_nothing() -> None:
    story = _story(("valuation", 45, Status.REPORTED))
    unknown = replace(story, facts=tuple(replace(fact, usd=None) for fact in story.facts))
    assert significance(unknown) == (0.0, 1)
