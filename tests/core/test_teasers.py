"""What is only a teaser, and which page is the article that it leads to."""

import pytest

from bot.core.teasers import completes, is_teaser, shared

SENTENCE = "The laboratory, which makes models for ships, has agreed to sell a stake to three funds. "
ARTICLE = (SENTENCE * 12).strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One sentence says it all.",
        ARTICLE + " The funds, it said, are …",
        ARTICLE + " The funds [...]",
        ARTICLE + " The round was led by",
        ARTICLE + " Continue reading →",
        "这家公司宣布完成新一轮融资。",
    ],
)
def test_a_short_or_broken_text_is_a_teaser(text: str) -> None:
    assert is_teaser(text)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        ARTICLE + ' "We are glad."',
        "这家公司宣布完成新一轮融资，投资方包括三家基金，所得款项将用于数据中心。" * 8,
        SENTENCE * 60 + "cut off",
    ],
)
def test_a_text_of_many_whole_sentences_is_none(text: str) -> None:
    assert not is_teaser(text)


def test_the_article_behind_a_teaser_is_known_by_its_words() -> None:
    title = "Lumen Forge hits $45B valuation in first-ever fundraising"
    page = "Lumen Forge is valued at $45 billion after raising funds for the first time. " + SENTENCE
    assert completes(title, "Lumen Forge is worth more now …", page)


def test_the_article_behind_a_chinese_title_is_known_too() -> None:
    assert completes("深度求索估值达450亿美元", "", "据报道，深度求索完成首轮融资，估值达到450亿美元。")
    assert not completes("深度求索估值达450亿美元", "", "请先登录后继续阅读，本网站使用缓存改善体验。")


@pytest.mark.parametrize(
    "page",
    [
        "We use cookies to improve this website. Choose which partners may store information on your device. "
        * 4,
        "Please enable scripts and reload to prove that no robot is asking. " * 4,
    ],
)
def test_a_wall_before_the_article_is_not_the_article(page: str) -> None:
    assert not completes("Lumen Forge hits $45B valuation in first-ever fundraising", "", page)


def test_a_page_that_says_less_than_the_teaser_completes_nothing() -> None:
    assert not completes("Lumen Forge raises money", SENTENCE, "Lumen Forge raises money.")


def test_a_title_without_words_is_shared_by_any_text() -> None:
    assert shared("—", "anything") == 1.0
