"""Articles in other languages: the value that rings, and whose it is."""

from __future__ import annotations

import pytest

from bot.core.model import Status
from tests.core.facts.reading import read


@pytest.mark.parametrize(
    ("language", "title", "text", "value"),
    [
        (
            "fr",
            "Lumenta devient la nouvelle licorne du cloud",
            "La société lève 200 millions d'euros. L'opération la valorise à 1,3 milliard d'euros.",
            1_300_000_000,
        ),
        (
            "es",
            "Nébula entra en el club de los unicornios",
            "La startup cerró una ronda de 90 millones de euros y alcanza una valoración de 1.100 millones.",
            1_100_000_000,
        ),
        (
            "de",
            "Investoren stecken 60 Millionen Euro in Lumenta",
            "Wie die Zeitung Rundschau meldet, wird das Unternehmen nun mit zwei Milliarden Euro bewertet.",
            2_000_000_000,
        ),
        ("ja", "ミナモ電機、来月上場へ　想定時価総額は約6400億円", "", 640_000_000_000),
        ("zh", "市值4449亿元，机器人第一股来了", "", 444_900_000_000),
        (
            "ko",
            "한빛로보틱스, 구주 매각 협상",
            "이번 거래에서 한빛로보틱스의 기업가치는 3조원으로 평가된다.",
            3_000_000_000_000,
        ),
    ],
)
def test_a_title_of_a_deal_lets_the_value_in_its_text_ring(
    language: str, title: str, text: str, value: int
) -> None:
    chief = read(title, text, language).headline
    assert chief is not None
    assert chief.amount == value


def test_all_that_is_told_after_three_months_ago_is_over() -> None:
    text = "三个月前该公司完成2.2亿美元融资，由松柏资本领投，投后估值约10亿美元。"
    reading = read("蓝鲸智能寻求65亿美元估值", text, "zh")
    assert {fact.status for fact in reading.facts if fact.amount and fact.amount < 2_000_000_000} == {
        Status.PREVIOUS
    }
    # what stands before a listing isn't over
    assert read("橡树科技IPO之前的年化营收突破65亿美元", language="zh").facts[0].status is Status.REPORTED


def test_a_listing_is_planned_and_sales_to_come_are_aimed_at() -> None:
    listing = read("投资方预计橡树科技十月挂牌上市，估值有望达2万亿美元", language="zh")
    assert listing.facts[0].status is Status.TARGET
    assert read("橡树科技收入或达1万亿美元", language="zh").facts[0].status is Status.TARGET
    assert read("橡树科技洽谈融资，估值有望达20亿美元", language="zh").facts[0].status is Status.TALKS


def test_a_sum_of_whoever_opens_the_sentence_is_theirs() -> None:
    text = "本次IPO对应的估值有望达到2万亿美元。它将超过SpaceX；SpaceX于六月上市，估值1.77万亿美元。"
    reading = read("Anthropic计划IPO，拟募资1000亿美元", text, "zh")
    assert reading.headline is not None
    assert reading.headline.amount == 2_000_000_000_000


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("橡树科技据悉回购7亿美元员工股份", "橡树科技"),
        ("橡树科技通过港交所聆讯，拟募资约5亿美元", "橡树科技"),
        ("橡树科技香港上市目标募资10亿美元", "橡树科技"),
        ("橡树集团据悉洽购 Tarnwell，作价6亿美元", "Tarnwell"),
        ("橡树集团正与其AI数据供应商 Tarnwell 商讨融资事宜，估值20亿美元", "Tarnwell"),
    ],
)
def test_a_chinese_title_tells_of_one_company(title: str, company: str) -> None:
    assert read(title, language="zh").company == company
