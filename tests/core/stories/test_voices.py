"""How many stand behind a story on their own account, and whose news it is."""

from __future__ import annotations

import pytest

from bot.core.model import Article
from bot.core.stories import independent
from tests.core.stories.tell import START

COPY = (
    "Corven Robotics has agreed to sell a stake of a tenth to a group of pension funds from Norway and "
    "Canada, the company said on Monday. The price was not told. Corven makes arms for warehouses, with four "
    "hundred people in Oslo, where its founders studied."
)
CHINESE = (
    "科文机器人周一表示，已同意向一批来自挪威和加拿大的养老基金出售百分之十的股份，价格未透露。"
    "该公司为仓库制造机械臂，在奥斯陆雇用了四百名员工，其创始人曾在那里求学。"
    "公司首席执行官称，所得资金将用于在汉堡和鹿特丹建设两座新工厂，预计明年春天投产。"
)


def _article(publisher: str, origin: str = "", *, title: str = "", text: str = "") -> Article:
    return Article(
        source="feed",
        publisher=publisher,
        link=f"https://{publisher}/a",
        title=title or f"Cohere valued at $45 billion, {publisher} finds",
        text=text,
        published=START,
        first_seen=START,
        language="en",
        origin=origin,
    )


@pytest.mark.parametrize(
    ("told", "behind"),
    [
        ([("one.com", ""), ("two.com", ""), ("three.com", "")], (3, "")),
        ([("one.com", "TechCrunch"), ("two.com", "TechCrunch")], (1, "TechCrunch")),
        ([("techcrunch.com", ""), ("two.com", "TechCrunch"), ("three.com", "TechCrunch")], (1, "TechCrunch")),
        ([("one.com", "TechCrunch"), ("two.com", "Reuters")], (2, "")),
        ([("one.com", "TechCrunch"), ("two.com", "")], (2, "")),
        ([("one.com", "")], (1, "")),
        ([], (0, "")),
        # one newsroom under several addresses and names, and titles that run one house's copy
        ([("bbc.com", ""), ("bbc.co.uk", "")], (1, "")),
        ([("marketwatch.com", ""), ("one.com", "The Wall Street Journal")], (1, "The Wall Street Journal")),
        ([("one.com", "MarketWatch"), ("two.com", "The Wall Street Journal")], (1, "MarketWatch")),
        ([("mercurynews.com", ""), ("eastbaytimes.com", ""), ("denverpost.com", "")], (1, "")),
        ([("haz.de", ""), ("lvz.de", ""), ("spiegel.de", "")], (2, "")),
        ([("caixin.com", ""), ("caixinglobal.com", "")], (1, "")),
        ([("sina.com.cn", ""), ("one.com", "Sina Finance")], (1, "Sina Finance")),
        # a chain: one cites The Verge, which only cites Bloomberg
        ([("theverge.com", "Bloomberg"), ("one.com", "The Verge")], (1, "Bloomberg")),
        ([("theverge.com", "Bloomberg"), ("theverge.com", ""), ("one.com", "The Verge")], (2, "")),
        # a circle, as two that follow each other's reports make it
        ([("theverge.com", "Axios"), ("axios.com", "The Verge")], (1, "Axios")),
    ],
)
def test_outlets_that_go_back_to_one_origin_are_one_source(
    told: list[tuple[str, str]], behind: tuple[int, str]
) -> None:
    assert independent([_article(*one) for one in told]) == behind


@pytest.mark.parametrize("text", [COPY, CHINESE], ids=["words", "characters"])
def test_copies_of_one_text_are_one_source_although_none_says_whose(text: str) -> None:
    told = [_article(f"paper{place}.com", text=text, title=f"{place} Corven") for place in range(4)]
    assert independent(told) == (1, "")
    assert independent([*told, _article("other.com", text=text[::-1])]) == (2, "")


def test_one_copy_that_says_whose_it_is_speaks_for_all() -> None:
    told = [_article("one.com", text=COPY), _article("two.com", "Reuters", text=COPY)]
    assert independent(told) == (1, "Reuters")


def test_the_same_long_headline_is_a_copy_and_the_same_short_one_is_none() -> None:
    long = "Corven Robotics sells a tenth of itself to pension funds from Norway"
    assert independent([_article("one.com", title=long), _article("two.com", title=f"{long} - Two")]) == (
        1,
        "",
    )
    short = "Corven sells a stake"
    assert independent([_article("one.com", title=short), _article("two.com", title=short)]) == (2, "")
