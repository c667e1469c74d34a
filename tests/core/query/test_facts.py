from decimal import Decimal

import pytest

from bot.core import query as watching
from bot.core.model import Bound, Status
from bot.core.query import Document
from bot.errors import QueryError
from tests.core.query.asking import Table, ask, fact, story

BILLION = Decimal(10**9)


def matched(query: str, document: Document) -> bool:
    return ask(query).match(document) is not None


@pytest.mark.parametrize(
    "typed",
    [
        "10B",
        "10b",
        "$10B",
        "10 bn",
        "10 billion",
        "$10 billion",
        "10,000M",
        "0.01T",
        "US$10bn",
        "10 billion dollars",
    ],
)
@pytest.mark.parametrize("sign", [">=", " >= ", " ≥ ", " => ", ": >="])
def test_one_figure_has_many_spellings(sign: str, typed: str) -> None:
    assert matched(f"valuation{sign}{typed}", story(fact("10")))
    assert not matched(f"valuation{sign}{typed}", story(fact("9.9")))


@pytest.mark.parametrize(
    ("query", "yes", "no"),
    [
        ("valuation > 10B", "10.1", "10"),
        ("valuation < 10B", "9.9", "10"),
        ("valuation <= 10B", "10", "10.1"),
        ("valuation = 10B", "9.98", "10.4"),
        ("valuation:10B", "10", "11"),
        ("valuation:1B..5B", "1", "0.9"),
        ("valuation:1B..5B", "5", "5.1"),
        ("valuation:1B..", "90", "0.5"),
        ("valuation:..5B", "0.1", "6"),
        ("valuation > 1B valuation < 5B", "3", "7"),
        ("valuation >= €10B", "11", "10.9"),
    ],
)
def test_amounts_are_compared(query: str, yes: str, no: str) -> None:
    assert matched(query, story(fact(yes)))
    assert not matched(query, story(fact(no)))


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("raised >= 1B", "raised"),
        ("raise >= 1B", "raised"),
        ("marketcap >= 1B", "market_cap"),
        ("market cap >= 1B", "market_cap"),
        ("market_cap:1B..9B", "market_cap"),
        ("Acquisition >= 1B", "acquisition"),
        ("ipo >= 1B", "ipo"),
        ("revenue >= 1B", "revenue"),
        ("fund >= 1B", "fund"),
        ("investment >= 1B", "investment"),
    ],
)
def test_a_comparison_speaks_of_one_kind(query: str, kind: str) -> None:
    assert matched(query, story(fact("2", kind)))
    assert not matched(query, story(fact("2", "valuation")))


def test_a_valuation_is_no_market_value() -> None:
    assert not matched("valuation >= 1B", story(fact("5", "market_cap")))


def test_both_limits_must_be_met_by_the_same_fact() -> None:
    assert not matched("valuation > 2B valuation < 5B", story(fact("1"), fact("9")))


def test_the_same_currency_is_compared_without_rates() -> None:
    euros = fact("41", currency="EUR", usd=None)
    assert matched("valuation > €40bn", story(euros))
    assert not matched("valuation > €42bn", story(euros))
    assert not matched("valuation > 1B", story(euros))


def test_a_range_counts_by_the_end_that_may_reach_the_limit() -> None:
    between = fact("8", amount_max=12 * BILLION, usd_max=12 * BILLION)
    assert ask("valuation >= 10B").match(story(between)) == ("valuation $8B–$12B may be ≥ $10B",)
    assert matched("valuation < 10B", story(between))
    assert not matched("valuation > 12B", story(between))


def test_at_least_counts_by_its_lower_end() -> None:
    assert not matched("valuation >= 10B", story(fact("9", bound=Bound.AT_LEAST)))
    assert ask("valuation >= 8B").match(story(fact("9", bound=Bound.AT_LEAST))) == (
        "valuation at least $9B ≥ $8B",
    )


@pytest.mark.parametrize("hidden", [Status.PREVIOUS, Status.DENIED])
def test_old_and_denied_figures_ring_only_when_asked_for(hidden: Status) -> None:
    told = story(fact("20", status=hidden))
    assert not matched("valuation >= 10B", told)
    assert matched(f"valuation >= 10B status:{hidden.value}", told)
    assert not matched("valuation >= 10B -status:talks", told)


def test_talks_ring_and_say_so() -> None:
    assert ask("valuation >= 10B").match(story(fact("20", status=Status.TALKS))) == (
        "valuation $20B ≥ $10B, in talks",
    )


def test_a_status_speaks_of_the_compared_fact() -> None:
    told = story(fact("20"), fact("1", "raised", status=Status.TALKS))
    assert not matched("valuation >= 10B status:talks", told)
    assert matched("raised >= 1B status:talks", told)
    assert not matched("(valuation >= 10B OR raised >= 2B) status:talks", told)
    assert matched("valuation >= 10B -status:talks", story(fact("20")))


def test_closed_is_reported() -> None:
    assert matched("valuation >= 10B status:closed", story(fact("20")))
    assert not matched("valuation >= 10B status:closed", story(fact("20", status=Status.TALKS)))


def test_a_status_alone_asks_for_any_fact() -> None:
    assert matched("status:denied", story(fact("20", status=Status.DENIED)))
    assert not matched("status:denied", story(fact("20")))


def test_a_company_speaks_of_the_compared_fact() -> None:
    told = story(fact("20", company="Moonshot"), companies=("DeepSeek", "Moonshot"))
    assert not matched("company:deepseek valuation > 10B", told)
    assert matched("company:moonshot valuation > 10B", told)
    assert matched("(company:deepseek OR company:moonshot) valuation > 10B", told)


def test_a_company_is_met_under_all_its_names() -> None:
    told = story(companies=("DeepSeek",))
    assert ask("company:深度求索").match(told) == ("company DeepSeek",)
    assert matched("company:deepseek", told)
    assert not matched("company:deepseek", story(companies=("Moonshot",)))


def test_a_company_is_found_in_the_text_when_nobody_has_looked() -> None:
    assert matched("company:deepseek", Document("深度求索发布新模型", ""))
    assert not matched("company:deepseek", Document("Moonshot ships", ""))


def test_a_parent_is_met_in_its_subsidiary() -> None:
    assert matched("company:google valuation > 1B", story(fact("2", company="DeepMind")))
    assert not matched("company:deepmind valuation > 1B", story(fact("2", company="Google")))


def test_an_unlisted_company_is_met_by_its_words() -> None:
    assert matched('company:"Acme Robots"', Document("Acme Robots opens a lab", ""))
    assert not matched('company:"Acme Robots"', Document("Robots open a lab", ""))


def test_several_kinds_may_come_from_several_facts() -> None:
    told = story(fact("45"), fact("2", "raised"))
    assert ask("valuation >= 10B raised >= 1B").match(told) == ("valuation $45B ≥ $10B", "raise $2B ≥ $1B")
    assert not matched("valuation >= 10B raised >= 3B", told)


def test_a_comparison_may_be_excluded() -> None:
    assert matched("news -valuation > 10B", story(fact("1")))
    assert not matched("news -valuation > 10B", story(fact("11")))


def test_a_bare_kind_is_a_word() -> None:
    assert matched("valuation", Document("A valuation of nothing", ""))
    assert not matched("valuation", story(fact("10")))


def test_source_language_and_origin_are_labels() -> None:
    told = Document(
        "News",
        "",
        source="TechCrunch AI",
        publisher="techcrunch.com",
        language="zh-CN",
        origin="Reuters",
    )
    assert ask("source:techcrunch lang:chinese origin:reuters").match(told) == (
        "source “techcrunch”",
        "in Chinese",
        "first reported by “reuters”",
    )
    for miss in ("source:wired", "lang:en", "origin:bloomberg"):
        assert not matched(miss, told)


def test_a_quoted_source_is_the_whole_name() -> None:
    query = ask('source:"AI News"')
    assert query.names_source("AI News")
    assert not query.names_source("MIT AI News")
    assert ask("source:news").names_source("MIT AI News")
    assert ask('source:"The Verge"').names_source("", publisher="theverge.com")


def test_a_query_knows_its_sources() -> None:
    assert ask('(source:wired OR source:"The Verge") -source:x ai').sources == ("wired", "The Verge", "x")


def test_without_rates_only_dollars_compare() -> None:
    with pytest.raises(QueryError, match="no exchange rate for EUR"):
        watching.compile("valuation > €40bn", companies=Table())
