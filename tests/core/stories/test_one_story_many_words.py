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


@pytest.mark.parametrize("order", range(20))
def test_seven_wordings_of_one_claim_are_one_story_in_any_order(order: int) -> None:
    headlines = [*DEEPSEEK, *NOT_IT]
    random.Random(order).shuffle(headlines)
    stories = dict(zip(headlines, Told().all(headlines), strict=True))
    assert all(stories[one] == stories[other] for one, other in combinations(DEEPSEEK, 2))
    assert [title for title in NOT_IT if stories[title] == stories[DEEPSEEK[0]]] == []
    assert len({stories[title] for title in NOT_IT}) == len(NOT_IT)
