"""What an alert says: the claim in one line, who says so, since when, and why it rings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.core import message
from bot.core.message.time import ago, day, until
from bot.core.model import Article, Bound, Fact, Reason, Status, Story, StoryId

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)


def fact(amount: str | None = "45e9", kind: str = "valuation", **more: object) -> Fact:
    usd = Decimal(amount) if amount and more.get("currency", "USD") == "USD" else None
    fields = {"company": "DeepSeek", "status": Status.REPORTED, "quote": "q", "currency": "USD", "usd": usd}
    value = Decimal(amount) if amount else None
    return Fact(kind=kind, amount=value, **{**fields, **more})  # type: ignore[arg-type]  # fields by name


def article(publisher: str = "techcrunch.com", origin: str = "", text: str = "") -> Article:
    return Article(
        source=publisher,
        publisher=publisher,
        link=f"https://{publisher}/a",
        title="Title",
        text=text,
        published=NOW - timedelta(minutes=12),
        first_seen=NOW,
        language="en",
        origin=origin,
    )


def story(*facts: Fact, articles: tuple[Article, ...] = (), title: str = "A lab gets money") -> Story:
    return Story(
        id=StoryId(1),
        title=title,
        link="https://techcrunch.com/a",
        language="en",
        company="DeepSeek",
        facts=facts,
        headline=facts[0] if facts else None,
        summary="One. Two.",
        first_seen=NOW,
        last_seen=NOW,
        articles=articles or (article(),),
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((fact(),), "DeepSeek valued at $45B"),
        ((fact(round="first round"),), "DeepSeek valued at $45B, first round"),
        ((fact(status=Status.TALKS),), "DeepSeek in talks at a valuation of $45B"),
        ((fact(status=Status.DENIED),), "DeepSeek denies a valuation of $45B"),
        ((fact(), fact("2e9", "raised")), "DeepSeek valued at $45B, raises $2B"),
        (
            (fact(status=Status.TALKS), fact("2e9", "raised", status=Status.TALKS)),
            "DeepSeek in talks at a valuation of $45B, to raise $2B",
        ),
        ((fact(bound=Bound.AT_LEAST),), "DeepSeek valued at $45B or more"),
        ((fact("40e9", currency="EUR", usd=Decimal("45.23e9")),), "DeepSeek valued at €40B (about $45B)"),
        ((fact("1.5e9", amount_max=Decimal("2e9")),), "DeepSeek valued at $1.5B–$2B"),
    ],
)
def test_the_headline_is_the_claim(facts: tuple[Fact, ...], said: str) -> None:
    assert message.claim(story(*facts)) == said


def test_a_story_without_a_figure_is_told_by_its_title() -> None:
    assert message.claim(story(title="DeepSeek opens an office")) == "DeepSeek opens an office"


def test_an_undisclosed_sum_is_said_when_an_article_says_so() -> None:
    told = story(fact(round="first round"), articles=(article(text="The sum was not disclosed."),))
    assert message.claim(told) == "DeepSeek valued at $45B, first round, amount undisclosed"
    assert ("Raised", "amount undisclosed") in message.rows(told)


def test_the_notification_line_credits_who_reported_it_first() -> None:
    told = story(fact(), articles=(article("wire.example", origin="TechCrunch"),))
    said = message.alert(message.Telling(story=told), NOW)
    assert said.headline == "DeepSeek valued at $45B, per TechCrunch"


def test_rows_start_with_the_headline_and_end_with_background() -> None:
    previous = fact("14e9", status=Status.PREVIOUS)
    raised = fact("2e9", "raised")
    rows = message.rows(story(fact(round="Series E"), previous, raised))
    assert rows == (
        ("Valuation", "$45B · reported · Series E"),
        ("Raised", "$2B · reported"),
        ("Valuation", "$14B · earlier"),
    )


def test_forty_facts_make_six_rows() -> None:
    assert len(message.rows(story(*(fact(f"{n}e9") for n in range(1, 41))))) == 6


def test_another_companys_figure_names_the_company() -> None:
    rows = message.rows(story(fact(), fact("852e9", company="OpenAI")))
    assert rows[1] == ("Valuation", "OpenAI · $852B · reported")


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        ((article("techcrunch.com"),), "TechCrunch"),
        ((article("wire.example", origin="TechCrunch"),), "wire.example, citing TechCrunch"),
        (
            (
                article("a.example", "TechCrunch"),
                article("b.example", "TechCrunch"),
                article("c.example", "TechCrunch"),
            ),
            "3 outlets, all citing TechCrunch (a.example, b.example, c.example)",
        ),
        (
            (article("techcrunch.com"), article("a.example", "TechCrunch")),
            "2 outlets, origin TechCrunch (TechCrunch, a.example)",
        ),
        ((article("a.example"), article("b.example")), "2 outlets, 2 independent (a.example, b.example)"),
    ],
)
def test_every_outlet_is_credited(articles: tuple[Article, ...], said: str) -> None:
    told = message.alert(message.Telling(story=story(fact(), articles=articles)), NOW)
    assert told.entries[0].outlets == said


def test_an_alert_says_which_watch_it_met_and_how() -> None:
    reason = Reason(watch=3, query="valuation >= 10B", why=("valuation $45B ≥ $10B",))
    told = message.alert(message.Telling(story=story(fact()), reasons=(reason,)), NOW)
    assert told.entries[0].why == ("valuation $45B ≥ $10B (watch 3: valuation >= 10B)",)


def test_a_follow_up_says_what_it_follows() -> None:
    earlier = replace(story(fact("40e9", status=Status.TALKS)), first_seen=NOW - timedelta(days=3))
    told = message.alert(message.Telling(story=story(fact()), earlier=earlier), NOW)
    assert told.entries[0].follows == "was: in talks at a valuation of $40B, 3 May"


def test_a_batch_has_a_line_for_each_story() -> None:
    told = message.batch([message.Telling(story=story(fact(f"{n}e9"))) for n in (1, 2, 3)], NOW)
    assert [entry.title for entry in told.entries] == [f"DeepSeek valued at ${n}B" for n in (1, 2, 3)]
    assert told.headline.startswith("3 stories")


def test_a_line_of_a_batch_says_what_it_follows_too() -> None:
    earlier = replace(story(fact("40e9", status=Status.TALKS)), first_seen=NOW - timedelta(days=3))
    told = message.batch([message.Telling(story=story(fact()), earlier=earlier)] * 2, NOW)
    assert told.entries[0].follows == "was: in talks at a valuation of $40B, 3 May"
    assert told.entries[0].age == "12 min ago"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=9), "9 days ago"),
        (timedelta(days=40), "27 March"),
    ],
)
def test_ages_are_said_as_people_say_them(before: timedelta, said: str) -> None:
    assert ago(NOW - before, NOW) == said


def test_what_comes_is_said_as_people_say_it() -> None:
    assert until(NOW, NOW) == "now"
    assert until(NOW + timedelta(seconds=40), NOW) == "in 40 s"
    assert until(NOW + timedelta(days=2), NOW) == "in 2 days"
    assert day(NOW - timedelta(days=400), NOW) == "1 April 2025"
