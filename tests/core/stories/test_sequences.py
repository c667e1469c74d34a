"""Fourteen events, each in six wordings or more and beside its neighbours, as a channel would meet them.

Written and labelled before they were placed. Of the pairs of wordings some are still told twice, and of the
pairs of neighbours some are still joined; `LEFT` counts them, so that they can't grow unseen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest

from tests.core.stories.tell import Told, tell

# event: its wordings, its neighbours
EVENTS: dict[str, tuple[list[str], list[str]]] = {
    "a round in four languages": (
        [
            "Perplexity raises $500 million at $18 billion valuation",
            "AI search startup Perplexity hits $18B valuation in new round",
            "Perplexity now valued at $18bn after fresh $500m funding",
            "Perplexity AI wird mit 18 Milliarden Dollar bewertet",
            "Perplexity lève 500 millions de dollars et atteint 18 milliards de valorisation",
            "Perplexity完成5亿美元融资，估值180亿美元",
            "パープレキシティ、5億ドル調達 評価額180億ドル",
        ],
        [
            "Perplexity in talks to raise at $14 billion valuation",
            "Perplexity sued by Dow Jones over copyright",
            "Perplexity launches a browser",
            "Perplexity denies it raised money at an $18 billion valuation",
            "Harvey raises $500 million at $8 billion valuation",
        ],
    ),
    "talks": (
        [
            "Figure AI in talks to raise $1.5 billion at $40 billion valuation",
            "Robot maker Figure seeks $1.5B at a $40B valuation",
            "Figure AI said to be seeking funds at $40bn valuation",
            "Humanoid startup Figure AI negotiates round valuing it at $40 billion",
            "Figure AI verhandelt über Finanzierung bei 40 Milliarden Dollar Bewertung",
            "Figure AI洽谈融资15亿美元，估值400亿美元",
        ],
        [
            "Figure AI raises $1.5 billion at $40 billion valuation",
            "Figure AI shows its third humanoid robot",
            "Apptronik in talks to raise $1.5 billion",
            "Figure AI sued by former safety chief",
        ],
    ),
    "layoffs": (
        [
            "Microsoft to cut 9,000 jobs as it spends on AI",
            "Microsoft lays off 9,000 workers",
            "Microsoft cuts about 9,000 jobs in latest round of layoffs",
            "Microsoft slashing 9,000 jobs amid AI spending",
            "Microsoft job cuts: 9,000 employees to go",
            "Microsoft eliminates 9,000 positions, 4% of workforce",
        ],
        [
            "Microsoft opens research lab in Nairobi",
            "Google cuts 200 jobs in its cloud unit",
            "Microsoft raises price of Xbox",
            "Microsoft and OpenAI revise their contract",
        ],
    ),
    "a launch": (
        [
            "OpenAI launches GPT-6, its most capable model",
            "OpenAI releases GPT-6 to all ChatGPT users",
            "GPT-6 is here: OpenAI unveils its new flagship model",
            "OpenAI's GPT-6 arrives with longer memory",
            "OpenAI debuts GPT-6, says it makes fewer mistakes",
            "ChatGPT maker OpenAI rolls out GPT-6",
        ],
        [
            "OpenAI delays its open-weight model",
            "OpenAI hires Meta's chief of security",
            "Anthropic releases Claude Opus 6",
            "OpenAI retires GPT-4o",
            "OpenAI signs cloud deal with Oracle",
        ],
    ),
    "a takeover": (
        [
            "Databricks to buy Neon for $1 billion",
            "Databricks acquires database startup Neon in $1B deal",
            "Databricks agrees to acquire Neon for about $1 billion",
            "Neon is being bought by Databricks for $1bn",
            "Databricks kauft Neon für eine Milliarde Dollar",
            "Databricks va racheter Neon pour 1 milliard de dollars",
        ],
        [
            "Databricks invests in AI startup Mistral",
            "Snowflake to buy Crunchy Data for $250 million",
            "Databricks raises $10 billion",
            "Databricks walks away from Neon deal",
        ],
    ),
    "a fine": (
        [
            "EU fines Meta €200 million under digital markets act",
            "Meta hit with €200m EU fine over pay-or-consent model",
            "European Commission fines Meta 200 million euros",
            "Brussels slaps Meta with 200-million-euro penalty over ads model",
            "EU regulators fine Meta $228 million for digital markets breach",
            "Meta fined by EU for breaching digital markets rules",
        ],
        [
            "EU fines Apple €500 million under digital markets act",
            "Meta to open data center in Louisiana",
            "EU opens probe into X's Grok",
            "Meta appeals EU ruling on WhatsApp",
        ],
    ),
    "a round of people's names": (
        [
            "Safe Superintelligence raises $2 billion at $32 billion valuation",
            "Ilya Sutskever's SSI valued at $32 billion",
            "SSI, Sutskever's startup, raises $2B at $32B valuation",
            "Safe Superintelligence now worth $32bn after $2bn raise",
            "Sutskevers Start-up SSI wird mit 32 Milliarden Dollar bewertet",
            "伊利亚创办的SSI融资20亿美元，估值320亿美元",
        ],
        [
            "Safe Superintelligence in talks at $20 billion valuation",
            "Meta tried to buy Safe Superintelligence",
            "SSI co-founder Daniel Gross leaves",
            "Thinking Machines raises $2 billion at $12 billion valuation",
        ],
    ),
    "a round in yuan": (
        [
            "百度昆仑芯完成新一轮融资，估值210亿元",
            "昆仑芯获新融资，投后估值210亿元人民币",
            "百度旗下昆仑芯估值达210亿元",
            "昆仑芯完成D轮融资 估值约210亿元",
            "百度AI芯片公司昆仑芯融资后估值升至210亿元",
            "Baidu's chip unit Kunlunxin valued at 21 billion yuan",
        ],
        [
            "百度发布文心大模型5.0",
            "昆仑芯计划在香港上市",
            "寒武纪市值突破6000亿元",
            "昆仑芯否认估值210亿元",
        ],
    ),
    "a flotation": (
        [
            "智谱启动上市辅导，拟募资10亿美元",
            "智谱AI计划IPO募资10亿美元",
            "Zhipu AI plans IPO to raise $1 billion",
            "China's Zhipu seeks to raise $1bn in Hong Kong IPO",
            "Zhipu targets $1B in Hong Kong share sale",
            "智谱拟赴港上市 募资规模约10亿美元",
        ],
        [
            "MiniMax拟赴港上市募资7亿美元",
            "智谱发布GLM-5",
            "智谱获10亿元战略投资",
            "Zhipu added to US entity list",
        ],
    ),
    "a market value": (
        [
            "Nvidia becomes first company worth $5 trillion",
            "Nvidia hits $5 trillion market value",
            "Nvidia market cap tops $5 trillion for first time",
            "Chipmaker Nvidia reaches $5tn valuation",
            "Nvidia knackt die Marke von fünf Billionen Dollar Börsenwert",
            "엔비디아, 시가총액 5조달러 돌파",
        ],
        [
            "Nvidia reports record revenue of $57 billion",
            "Microsoft market cap tops $4 trillion",
            "Nvidia to invest $5 billion in Intel",
            "Nvidia unveils Rubin chips",
        ],
    ),
    "a round told by half": (
        [
            "Helsing raises €600 million at €12 billion valuation",
            "German defence startup Helsing valued at €12bn",
            "Helsing sammelt 600 Millionen Euro ein, Bewertung steigt auf 12 Milliarden",
            "Spotify-Gründer Ek führt 600-Millionen-Runde bei Helsing an",
            "Helsing lève 600 millions d'euros à une valorisation de 12 milliards",
            "Drone maker Helsing lands €600M led by Daniel Ek",
        ],
        [
            "Helsing buys plane maker Grob",
            "Quantum Systems raises €160 million",
            "Helsing in talks to raise at €5 billion",
            "Helsing unveils underwater drone",
        ],
    ),
    "an outage": (
        [
            "ChatGPT goes down for users worldwide",
            "OpenAI's ChatGPT suffers global outage",
            "ChatGPT outage: thousands of users report problems",
            "ChatGPT is down: OpenAI investigates outage",
            "ChatGPT back after hours-long outage",
            "OpenAI says ChatGPT outage caused by configuration error",
        ],
        [
            "ChatGPT gets group chats",
            "ChatGPT passes one billion users",
            "Cloudflare outage takes down X",
            "OpenAI opens ChatGPT app store",
        ],
    ),
    "a lawsuit": (
        [
            "New York Times sues Perplexity over copyright",
            "The New York Times files lawsuit against AI startup Perplexity",
            "Perplexity sued by New York Times for copying articles",
            "NYT takes Perplexity to court, alleging copyright infringement",
            "New York Times verklagt Perplexity wegen Urheberrechtsverletzung",
            "Le New York Times poursuit Perplexity pour violation du droit d'auteur",
        ],
        [
            "Perplexity launches shopping assistant",
            "New York Times signs licensing deal with Amazon",
            "Getty Images loses case against Stability AI",
            "Reddit sues Perplexity over scraping",
        ],
    ),
    "revenue": (
        [
            "Mistral's annual revenue passes €300 million",
            "Mistral AI revenue run rate tops €300 million",
            "Mistral AI hits €300m in annualised revenue",
            "French AI firm Mistral says revenue run rate exceeds 300 million euros",
            "Mistral AI dépasse 300 millions d'euros de revenus annualisés",
            "Mistral AI übertrifft 300 Millionen Euro Jahresumsatz",
        ],
        [
            "Mistral AI raises €300 million",
            "Mistral opens Munich office",
            "Cohere revenue run rate tops $200 million",
            "Mistral signs deal with French army",
        ],
    ),
}
# event: pairs told twice and pairs joined wrongly, in all orders
LEFT = {
    "talks": (0, 6),
    "a launch": (0, 12),
    "a takeover": (10, 2),
    "a fine": (5, 15),
    "a round told by half": (0, 6),
    "an outage": (10, 2),
    "a lawsuit": (20, 5),
}
ORDERS = 2


def _placed(event: str) -> Iterator[tuple[Sequence[str], Sequence[str], dict[str, int]]]:
    same, neighbours = EVENTS[event]
    for order in range(ORDERS):
        headlines = [*same, *neighbours]
        random.Random(order).shuffle(headlines)
        yield same, neighbours, dict(zip(headlines, Told().all(headlines, language=""), strict=True))


@pytest.mark.parametrize("event", EVENTS)
def test_wordings_of_an_event_are_one_story_and_its_neighbours_others(event: str) -> None:
    twice = joined = 0
    for same, neighbours, story in _placed(event):
        twice += sum(story[one] != story[other] for one, other in combinations(same, 2))
        near = [(one, other) for one in same for other in neighbours]
        joined += sum(story[one] == story[other] for one, other in [*near, *combinations(neighbours, 2)])
    assert (twice, joined) == LEFT.get(event, (0, 0))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Databricks to buy Neon for $1 billion", "Databricks walks away from Neon deal"),
        ("Adobe to buy Figma for $20 billion", "Adobe calls off Figma takeover"),
        ("Cohere in talks to raise at a $10 billion valuation", "Cohere scraps funding round"),
        ("Nvidia to acquire Lambda for $4 billion", "Nvidia's takeover of Lambda falls through"),
    ],
)
def test_the_end_of_a_deal_is_a_story_that_follows_it(earlier: str, later: str) -> None:
    told = Told()
    assert told.all([earlier, later]) == [1, 2]
    assert told.added[1][2].follows == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corven Robotics raises €600 million", "Corven Robotics now valued at €12 billion"),
        ("Corven Robotics seeks $1 billion", "Corven Robotics in talks at a $9 billion valuation"),
        ("EU fines Meta €200 million over ads", "Brussels slaps Meta with 200-million-euro penalty"),
    ],
)
def test_what_a_round_brings_and_what_it_makes_of_a_company_are_one_story(one: str, other: str) -> None:
    assert Told().all([one, other]) == [1, 1]
    assert Told().all([other, one]) == [1, 1]


def test_a_value_told_days_after_a_round_needs_words_in_common() -> None:
    told = Told()
    told.put(tell("Corven Robotics raises €600 million"))
    told.put(tell("Corven Robotics now valued at €12 billion", hours=72, outlet="late.com"))
    assert [number for number, _, _ in told.added] == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mistral AI raises €300 million", "Mistral AI revenue tops €300 million"),
        ("Meta fined €200 million by EU", "Meta fined €390 million by Irish regulator"),
        ("Corven Robotics raises €600 million", "Corven Robotics in talks at €12 billion valuation"),
    ],
)
def test_other_figures_of_one_company_are_other_stories(one: str, other: str) -> None:
    assert Told().all([one, other]) == [1, 2]
    assert Told().all([other, one]) == [1, 2]
