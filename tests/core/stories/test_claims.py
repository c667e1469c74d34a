"""How the figures of two tellings decide whether they tell one story."""

from __future__ import annotations

import pytest

from bot.core.stories import Stories
from bot.core.stories.claims import denies
from tests.core.stories.tell import Told, tell

# pairs that tell one claim: rounded, in another currency, in another language, with more or fewer details
SAME = [
    ("Cohere valued at $6.8 billion in new round", "Cohere's new round puts its value at $6.75bn"),
    ("Cohere valued at $6.8 billion in new round", "AI startup Cohere hits nearly $7 billion valuation"),
    ("Mistral AI valued at €11.7 billion", "Mistral reaches $13.7 billion valuation"),
    ("Mistral AI valued at €11.7 billion", "Mistral AI wird mit 11,7 Milliarden Euro bewertet"),
    ("Mistral AI valued at €11.7 billion", "Mistral AI valorisée 11,7 milliards d'euros"),
    ("Moonshot AI valued at $4.3 billion", "月之暗面估值达43亿美元"),
    ("Anthropic valued at $380 billion", "앤트로픽 기업가치 3800억달러"),
    ("xAI raises $20 billion", "Elon Musk's xAI closes $20B round"),
    ("xAI raises $20 billion at a $230 billion valuation", "xAI now valued at $230bn"),
    ("Perplexity raises $200M", "Perplexity secures $200 million in fresh funding from investors"),
    ("Nvidia to acquire Lambda for $4 billion", "Chipmaker Nvidia buys cloud firm Lambda in $4B deal"),
    ("Cohere in talks to raise at $10 billion valuation", "Cohere seeks $10bn valuation in new round"),
]

# pairs that share almost every word and yet tell two stories
DIFFERENT = [
    ("DeepSeek valued at $45 billion after first round", "DeepSeek valued at $10 billion after first round"),
    ("DeepSeek valued at $45 billion after first round", "Moonshot valued at $45 billion after first round"),
    ("DeepSeek in talks at $45 billion valuation", "DeepSeek raises money at $45 billion valuation"),
    ("xAI raises $20 billion in Series E", "xAI raises $6 billion in Series E"),
    ("Mistral AI raises €1.7 billion", "Aleph Alpha raises €1.7 billion"),
    ("月之暗面估值达43亿美元", "月之暗面估值达180亿美元"),
    ("月之暗面完成5亿美元融资", "智谱AI完成5亿美元融资"),
    ("Anthropic valued at $380 billion", "Anthropic denies it is valued at $380 billion"),
    ("Anthropic valued at $380 billion", "Anthropic: reports of a $380 billion valuation are not true"),
    ("DeepSeek valued at $45 billion", "DeepSeek releases V4"),
    ("OpenAI valued at $852 billion in share sale", "OpenAI revenue reaches $25 billion"),
]


def _both_ways(pair: tuple[str, str]) -> list[list[int]]:
    return [Told().all(pair, language=""), Told().all(pair[::-1], language="")]


@pytest.mark.parametrize("pair", SAME)
def test_the_same_claim_is_one_story_whatever_the_words(pair: tuple[str, str]) -> None:
    assert _both_ways(pair) == [[1, 1], [1, 1]]


@pytest.mark.parametrize("pair", DIFFERENT)
def test_another_claim_is_another_story_however_alike_the_words(pair: tuple[str, str]) -> None:
    assert _both_ways(pair) == [[1, 2], [1, 2]]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "Cohere in talks to raise at a $40 billion valuation",
            "Cohere raises funds at a $45 billion valuation",
        ),
        (
            "Cohere in talks to raise at a $40 billion valuation",
            "Cohere raises funds at a $40 billion valuation",
        ),
        ("Cohere valued at $40 billion", "Cohere valued at $60 billion"),
        ("Cohere valued at $40 billion", "Cohere denies it is valued at $40 billion"),
        ("月之暗面洽谈以180亿美元估值融资", "月之暗面估值达200亿美元"),
    ],
)
def test_a_changed_figure_or_status_follows_the_earlier_story(earlier: str, later: str) -> None:
    told = Told()
    assert told.all([earlier, later], language="") == [1, 2]
    assert [placement.follows for _, _, placement in told.added] == [None, 1]


@pytest.mark.parametrize(
    "other",
    [
        "Cohere valued at $45.2 billion",
        "Cohere now worth €38.4 billion",
        "Moonshot valued at $45 billion",
        "Cohere releases a new model",
        "Cohere opens an office in Paris",
    ],
)
def test_rounding_another_currency_and_other_news_follow_nothing(other: str) -> None:
    told = Told()
    told.all(["Cohere valued at $45 billion", other])
    assert told.added[1][2].follows is None


def test_a_deal_follows_its_talks_of_weeks_ago_though_their_words_are_gone() -> None:
    told = Told()
    told.put(tell("Cohere in talks to raise at a $40 billion valuation"))
    told.put(tell("Tariffs on chips postponed again", hours=24 * 20, outlet="other.com"))
    told.put(tell("Nobel committee meets in Oslo", hours=24 * 20 + 1, outlet="other.com"))
    assert len(told.stories) == 2
    told.put(tell("Cohere raises $2B at a $45 billion valuation", hours=24 * 21, outlet="third.com"))
    number, _, placement = told.added[-1]
    assert (number, placement.follows) == (4, 1)


def test_a_figure_retold_ten_days_later_is_no_news() -> None:
    told = Told()
    told.put(tell("Cohere valued at $45 billion"))
    told.put(tell("Toronto's Cohere, now worth $45bn, is hiring", hours=24 * 10, outlet="late.com"))
    assert [number for number, _, _ in told.added] == [1, 1]


def test_a_background_figure_in_the_text_joins_no_funding_story() -> None:
    told = Told()
    told.put(tell("Anthropic valued at $380 billion after new round", "Anthropic has raised $30 billion."))
    told.put(
        tell(
            "Anthropic brings Claude to spreadsheets",
            "Anthropic said on Monday that its assistant can now edit spreadsheets. The company was last "
            "valued at $380 billion.",
            hours=3,
            outlet="second.com",
        )
    )
    assert [number for number, _, _ in told.added] == [1, 2]


def test_a_figure_that_only_one_text_gives_still_tells_two_rounds_apart() -> None:
    told = Told()
    told.put(tell("DeepSeek in talks at a $20 billion valuation, sources say"))
    told.put(
        tell(
            "DeepSeek closes its first funding round",
            "DeepSeek closed its first funding round at a valuation of $45 billion on Tuesday.",
            hours=5,
            outlet="second.com",
        )
    )
    assert [number for number, _, _ in told.added] == [1, 2]


def test_a_denial_goes_on_with_a_story_that_tells_no_figure() -> None:
    told = Told()
    told.all(
        [
            "Robotaxi crash in Katy blamed on autopilot",
            "Carmaker denies autopilot caused robotaxi crash in Katy",
        ]
    )
    assert [number for number, _, _ in told.added] == [1, 1]


@pytest.mark.parametrize(
    ("title", "denial"),
    [
        ("Cohere denies raising $500 million", True),
        ("Cohere: report of $45 billion valuation is false", True),
        ("Cohere weist Bericht über Verkauf für 5 Mrd. Dollar zurück", True),
        ("Cohere desmiente una venta por 5.000 millones", True),
        ("月之暗面否认融资传闻", True),
        ("코히어, 매각설 부인", True),
        ("Cohere raises $500M, denies rumours of a sale", False),
        ("Cohere's founder kehrt zurück", False),
        ("Cohere raises $500 million", False),
    ],
)
def test_a_headline_denies_what_follows_its_verb(title: str, denial: bool) -> None:
    assert denies(title) is denial


def test_placing_says_why() -> None:
    told = Told()
    told.all(["Cohere valued at $45 billion", "Cohere now worth $45bn", "Cohere opens an office in Paris"])
    assert [placement.why.split(" (")[0] for _, _, placement in told.added] == [
        "new",
        "the same claim: Cohere",
        "new",
    ]


def test_placing_alone_changes_nothing() -> None:
    told = Told()
    told.put(tell("Cohere valued at $45 billion"))
    asked = tell("Cohere now worth $45bn", hours=1)
    before = len(told.stories)
    assert told.stories.place(asked) == told.stories.place(asked)
    assert len(told.stories) == before
    assert isinstance(told.stories, Stories)


@pytest.mark.parametrize(
    ("first", "edited", "stories"),
    [
        ("Cohere valued at $20 billion", "Cohere valued at $45 billion", [1, 2]),
        ("Cohere in talks at $40 billion valuation", "Cohere raises funds at $40 billion valuation", [1, 2]),
        ("Cohere valued at $45 billion", "Cohere denies it is valued at $45 billion", [1, 2]),
        ("Cohere valued at $44.6 billion", "Cohere valued at $45 billion", [1, 1]),
        ("Cohere valued at $45 billion", "What Cohere's investors paid for", [1, 1]),
    ],
)
def test_a_page_stays_in_its_story_until_its_headline_contradicts_it(
    first: str, edited: str, stories: list[int]
) -> None:
    told = Told()
    link = "https://example.com/cohere-round"
    told.put(tell(first, link=link))
    told.put(tell(edited, hours=2, link=link))
    assert [number for number, _, _ in told.added] == stories
    assert told.added[1][2].follows == (1 if stories == [1, 2] else None)
