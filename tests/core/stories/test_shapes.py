"""Round-ups, offers and live pages: they neither repeat nor swallow stories."""

from __future__ import annotations

import pytest

from bot.core.stories.digests import Shape, shape
from tests.core.stories.tell import Told, tell


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("AI weekly round-up: Cohere, xAI and Mistral", ""),
        ("The Signal: chips, chatbots and a strike", "Welcome back to The Signal, our look at the week."),
        ("Morning briefing: what to know today", ""),
        ("This week in AI: three models and a lawsuit", ""),
        ("Two robots and a lawsuit", "This is our weekday newsletter that tells you what matters."),
        ("科技早报：月之暗面完成融资，智谱发布新模型", ""),
        ("AI周报｜一周大模型要闻", ""),
        ("The week's 10 biggest funding rounds: AI chips lead", ""),
        ("Here are the 49 US AI startups that have raised $100M or more in 2026", ""),
        ("Startups Weekly: everyone wants a chip", ""),
        ("The biggest AI deals of April", ""),
        ("Deals of the week: Cohere, Harvey, Figure", ""),
        ("10 AI startups to watch", ""),
        ("This week's top AI funding rounds", ""),
        ("Daily Crunch: OpenAI closes its round", ""),
        ("What happened in AI this week", ""),
        ("Tech briefing: five stories for Thursday", ""),
        ("Die Woche in der KI: Mistral, Aleph Alpha und Helsing", ""),
        ("L'actu IA de la semaine : Mistral, H et Poolside", ""),
        ("Las noticias de IA de la semana", ""),
        ("本周AI融资盘点", ""),
        ("이번 주 AI 뉴스: 오픈AI, 앤트로픽", ""),
        ("Presseschau: Was über KI geschrieben wird", ""),
        ("Revue de presse : l'IA à la une", ""),
        ("The 12 best Black Friday deals on headphones", ""),
        ("This robot vacuum is $200 off for Prime Day", ""),
        ("The best air purifiers (2026)", ""),
    ],
)
def test_many_things_at_once_are_a_round_up(title: str, text: str) -> None:
    assert shape(title, text) is Shape.DIGEST


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Cohere valued at $45 billion", "The news was first told in a newsletter by an investor."),
        ("Regulators question cable merger deal", "The deal was struck last week."),
        ("Nvidia's best quarter lifts chip stocks", ""),
        ("Ten startups sue OpenAI over data", ""),
        ("OpenAI raises $40 billion this week", ""),
        ("Microsoft's week of layoffs begins", ""),
        ("Anthropic's 10 new models for coding", ""),
        ("Mistral raises €1.7 billion in the biggest AI deal of the year in Europe", ""),
        ("White House briefing room closed after threat", ""),
        ("Game review roundup: critics love it", ""),
        (
            "Family sues carmaker over crash",
            "In a complaint filed this week in court, the family said so.",
        ),
        ("Shares of Cohere on sale to employees", ""),
        ("Google drops a third of its offices", ""),
    ],
)
def test_one_event_is_an_article(title: str, text: str) -> None:
    assert shape(title, text) is Shape.ARTICLE


@pytest.mark.parametrize(
    "title",
    [
        "Keynote live blog",
        "LIVE: Parliament votes",
        "Börsen-Liveticker",
        "发布会图文直播",
        "Vote en direct",
    ],
)
def test_pages_that_go_on_telling_are_live(title: str) -> None:
    assert shape(title, "") is Shape.LIVE


FUNDING = "Cohere valued at $45 billion after pension funds join its new round"
LAUNCH = "Mistral unveils Magistral Ultra, a reasoning model for hospitals"


def test_a_round_up_joins_no_story_and_none_joins_it() -> None:
    told = Told()
    stories = told.all(
        [
            LAUNCH,
            "Weekly round-up: Mistral unveils Magistral Ultra for hospitals, chips stay scarce",
            "Magistral Ultra: Mistral brings a reasoning model to hospitals",
            "Chips stay scarce, foundries warn",
        ]
    )
    assert stories == [1, 2, 1, 3]


def test_a_round_up_that_names_a_figure_does_not_take_its_story() -> None:
    told = Told()
    stories = told.all([f"AI weekly round-up: {FUNDING}", FUNDING, "Cohere now worth $45bn"])
    assert stories == [1, 2, 2]


def test_next_weeks_round_up_with_the_same_opening_words_is_another() -> None:
    opening = (
        "Welcome back to The Signal, our weekly look at what moves artificial intelligence, the people "
        "who build it and the people who pay for it. If a friend sent you this, sign up to get it. "
    )
    told = Told()
    told.put(tell("The Signal: chips stay scarce", opening + "Chips stay scarce.", outlet="signal.com"))
    told.put(
        tell("The Signal: hospitals buy robots", opening + "Hospitals buy.", hours=90, outlet="signal.com")
    )
    assert [number for number, _, _ in told.added] == [1, 2]


def test_a_round_up_posted_twice_is_told_once() -> None:
    text = "Welcome back to The Signal. " + " ".join(f"Item {place} of the long list." for place in range(20))
    told = Told()
    told.put(tell("The Signal: chips stay scarce", text, outlet="signal.com"))
    told.put(tell("The Signal: chips stay scarce", text, hours=2, outlet="copy.com"))
    assert [number for number, _, _ in told.added] == [1, 1]


def test_a_live_page_joins_its_story_without_widening_it() -> None:
    told = Told()
    stories = told.all(
        [
            LAUNCH,
            "Live updates: Mistral unveils Magistral Ultra reasoning model, ministers visit Lyon trade fair",
            "Ministers visit Lyon trade fair",
        ]
    )
    assert stories == [1, 1, 2]
