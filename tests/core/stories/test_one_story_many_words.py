"""The test that sets the tone: one event in many words is one story, its neighbours are not."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from tests.core.stories.tell import Told

DEEPSEEK = [
    "DeepSeek valued at $45 billion after first funding round",
    "DeepSeek hits $45B valuation in first-ever fundraising",
    "Chinese AI lab DeepSeek is now worth $45bn",
    "DeepSeek's maiden funding round values AI startup at $45 billion",
    "DeepSeek closes first outside investment at a valuation of US$45 billion",
    "DeepSeek reaches $45-billion valuation with its first outside money",
    "深度求索完成首轮融资，估值达450亿美元",
]
NOT_IT = [
    "DeepSeek in talks to raise funds at $20 billion valuation",
    "Moonshot valued at $45 billion after funding round",
    "DeepSeek releases V4",
    "DeepSeek valued at $10 billion after first funding round",
    "DeepSeek denies it is raising money at a $45 billion valuation",
]


SETS = {
    "mistral": (
        [
            "Mistral AI raises €1.7 billion at €11.7 billion valuation",
            "Mistral lands $2 billion in funding, valuing French AI company at about $13.8 billion",
            "French AI start-up Mistral valued at €11.7bn after ASML-led round",
            "Mistral AI sammelt 1,7 Milliarden Euro ein und wird mit 11,7 Milliarden Euro bewertet",
            "Mistral AI lève 1,7 milliard d'euros, sa valorisation atteint 11,7 milliards d'euros",
            "Mistral AI recauda 1.700 millones de euros y alcanza una valoración de 11.700 millones",
            "ミストラルAI、17億ユーロを調達 評価額117億ユーロ",
        ],
        [
            "Mistral AI in talks to raise €1 billion",
            "Mistral releases a new reasoning model",
            "Aleph Alpha raises €500 million",
            "Mistral denies takeover talks with Apple",
        ],
    ),
    "anthropic": (
        [
            "Anthropic raises $30 billion in Series G funding at $380 billion post-money valuation",
            "Anthropic closes $30B funding round at $380B valuation",
            "Claude maker Anthropic now valued at $380 billion after $30 billion raise",
            "Anthropic's new $30bn round lifts its valuation to $380bn",
            "Anthropic获300亿美元融资，估值达3800亿美元",
            "앤트로픽, 300억달러 투자 유치…기업가치 3800억달러",
        ],
        [
            "Anthropic in talks to raise at a $350 billion valuation",
            "OpenAI in talks to raise $100 billion at $830 billion valuation",
            "Anthropic launches Claude for spreadsheets",
            "Anthropic revenue run rate hits $14 billion",
            "Anthropic says reports of a $380 billion valuation are not true",
        ],
    ),
    "acq": (
        [
            "Nvidia to acquire Lambda for $4 billion",
            "Nvidia buys cloud firm Lambda in $4B deal",
            "Chip giant Nvidia agrees to purchase Lambda for $4 billion",
            "Nvidia snaps up GPU cloud Lambda for $4bn",
        ],
        [
            "Nvidia in talks to buy Lambda for $3 billion",
            "Nvidia invests $2 billion in CoreWeave",
            "Lambda denies it is being sold to Nvidia",
        ],
    ),
    "xai": (
        [
            "xAI completes $20 billion Series E",
            "Elon Musk's xAI raises $20 billion in funding round",
            "Musk's AI startup xAI closes $20B round",
            "xAI secures $20bn from investors including Nvidia",
        ],
        [
            "xAI seeks $15 billion in new funding",
            "xAI launches Grok 5",
            "xAI burns $1 billion a month",
        ],
    ),
    "moonshot": (
        [
            "月之暗面完成5亿美元C轮融资，投后估值43亿美元",
            "Moonshot AI raises $500M Series C at $4.3 billion valuation",
            "Kimi maker Moonshot valued at $4.3bn after $500 million round",
            "月之暗面获5亿美元融资 估值升至43亿美元",
        ],
        [
            "智谱AI完成5亿美元融资",
            "月之暗面否认融资传闻",
            "月之暗面发布新模型K3",
        ],
    ),
}


@pytest.mark.parametrize("order", range(20))
def test_seven_wordings_of_one_claim_are_one_story_in_any_order(order: int) -> None:
    headlines = [*DEEPSEEK, *NOT_IT]
    random.Random(order).shuffle(headlines)
    stories = dict(zip(headlines, Told().all(headlines), strict=True))
    assert all(stories[one] == stories[other] for one, other in combinations(DEEPSEEK, 2))
    assert [title for title in NOT_IT if stories[title] == stories[DEEPSEEK[0]]] == []
    assert len({stories[title] for title in NOT_IT}) == len(NOT_IT)


@pytest.mark.parametrize("order", range(12))
@pytest.mark.parametrize("name", SETS)
def test_other_events_in_seven_languages_are_one_story_each(name: str, order: int) -> None:
    same, neighbours = SETS[name]
    headlines = [*same, *neighbours]
    random.Random(order).shuffle(headlines)
    stories = dict(zip(headlines, Told().all(headlines, language=""), strict=True))
    assert len({stories[title] for title in same}) == 1
    assert [title for title in neighbours if stories[title] == stories[same[0]]] == []
