import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Fact, Status
from bot.core.summary import summarise
from tests.core.text.articles import ONE_LINE, PAGE, TITLE

LEAD = "Acme opened its new office in Oslo on Monday."
SECOND = "Two hundred people will work there, most of them engineers."
RAISE = "The company raised $2 billion at a valuation of $9 billion in May, it said."
LAST = "The mayor cut a ribbon."
ARTICLE = f"{LEAD} {SECOND}\n\nIt rained.\n\n{RAISE} {LAST}"


def fact(quote: str) -> Fact:
    return Fact(kind="valuation", company="Acme", status=Status.REPORTED, quote=quote, amount=Decimal(9))


def test_the_sentence_that_carries_the_claim_is_told_with_the_lead() -> None:
    summary = summarise("Acme in Oslo", ARTICLE, facts=[fact("at a valuation of $9 billion")], limit=130)
    assert summary == f"{LEAD} {RAISE}"


def test_without_facts_the_lead_is_told() -> None:
    assert summarise("Acme in Oslo", ARTICLE) == f"{LEAD} {SECOND} It rained."


def test_a_quote_that_holds_its_whole_sentence_finds_it() -> None:
    assert RAISE in summarise("", ARTICLE, facts=[fact(RAISE + " " + LAST)], limit=130)


def test_a_quote_of_the_title_alone_changes_nothing() -> None:
    assert summarise("Acme in Oslo", ARTICLE, facts=[fact("Acme in Oslo")]).startswith(LEAD)


@pytest.mark.parametrize("page", [PAGE, ONE_LINE], ids=["page", "one line"])
def test_the_padded_article_is_told_without_its_padding(page: str) -> None:
    quote = "in a round that puts its value at about $45 billion"
    summary = summarise(TITLE, page, facts=[fact(quote)])
    assert "$45 billion" in summary
    assert summary.startswith("DeepSeek, the Hangzhou company")
    assert len(summary) <= 350
    for padding in ("Written by", "Context", "Home /", "TechCrunch TechCrunch", TITLE):
        assert padding not in summary


@pytest.mark.parametrize(
    "title", [LEAD, LEAD.upper(), LEAD.rstrip(".") + "!", "Acme opened its new office in Oslo on Monday"]
)
def test_the_title_is_not_told_again(title: str) -> None:
    assert summarise(title, ARTICLE).startswith(SECOND)


def test_no_sentence_is_told_twice() -> None:
    again = LEAD.replace("office", "Office").replace("on Monday", "on monday")
    assert summarise("", f"{LEAD} {again} {SECOND}") == f"{LEAD} {SECOND}"


def test_a_sentence_with_another_figure_is_another_sentence() -> None:
    text = (
        "Acme raised $2 billion from funds in Oslo in May. Acme raised $3 billion from funds in Oslo in May."
    )
    assert summarise("", text) == text


def test_headings_and_cut_off_sentences_are_not_told() -> None:
    text = f"What happened\n\n{LEAD} {SECOND} The new building has a roof of gl"
    assert summarise("", text) == f"{LEAD} {SECOND}"
    assert summarise("", f"{LEAD} The new building has…") == LEAD


def test_what_has_no_whole_sentence_is_told_as_it_is() -> None:
    assert summarise("", "Acme opens its office in Oslo") == "Acme opens its office in Oslo"


def test_a_first_sentence_beyond_the_limit_is_cut_at_a_clause_or_word() -> None:
    long = (
        "Acme, a maker of chips that were drawn in Oslo and baked in Dresden, raised money from nine funds."
    )
    assert (
        summarise("", long, limit=80)
        == "Acme, a maker of chips that were drawn in Oslo and baked in Dresden…"
    )
    assert summarise("", long, limit=60) == "Acme, a maker of chips that were drawn in Oslo and baked…"


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    summary = summarise("", "字" * 500 + "。", language="zh", limit=100)
    assert summary == "字" * 99 + "…"


def test_chinese_sentences_stand_without_spaces_between() -> None:
    text = "公司完成融资。估值达到450亿美元。资金将用于研发。第四句话。"
    assert summarise("", text, language="zh") == "公司完成融资。估值达到450亿美元。资金将用于研发。"


def test_an_outlet_alone_is_no_sentence() -> None:
    assert summarise("", f"{LEAD} TechCrunch.\n\n{SECOND} TechCrunch.") == f"{LEAD} {SECOND}"


@pytest.mark.parametrize(("title", "text"), [("", ""), ("Acme", ""), ("", " \n "), (LEAD, LEAD)])
def test_nothing_to_tell_is_told_as_nothing(title: str, text: str) -> None:
    assert summarise(title, text) == ""


WORDS = st.sampled_from(
    [LEAD, SECOND, RAISE, LAST, "It rained.", "Read more", "Written by Jane Doe", "“No!” she said."]
)


@given(st.lists(WORDS, max_size=12).map("\n".join), st.integers(1, 400))
def test_a_summary_is_short_and_of_the_article(text: str, limit: int) -> None:
    summary = summarise("Some title", text, facts=[fact("$9 billion")], limit=limit)
    assert len(summary) <= limit
    assert set(re.findall(r"\w+", summary.removesuffix("…"))[:-1]) <= set(re.findall(r"\w+", text))
    assert summary.count("Acme opened") <= 1


@given(st.text(max_size=300), st.text(max_size=300), st.integers(0, 400))
def test_summaries_take_any_text(title: str, text: str, limit: int) -> None:
    assert len(summarise(title, text, limit=limit)) <= limit
