from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Bound
from bot.core.money import Amount, find
from tests.core.money.examples import BY_LANGUAGE, NONE

MARKS = {Bound.EXACT: "", Bound.AT_LEAST: "+", Bound.AT_MOST: "-"}
CASES = [(language, text, wanted) for language, rows in BY_LANGUAGE.items() for text, wanted in rows]
TRAPS = [(language, text) for language, texts in NONE.items() for text in texts]


def written(amount: Amount) -> tuple[Decimal, Decimal | None, str]:
    mark = MARKS[amount.bound] + ("" if amount.explicit else "?")
    return amount.low, amount.high, amount.currency + mark


def wanted_amount(row: str) -> tuple[Decimal, Decimal | None, str]:
    figures, currency = row.split(" ")
    low, _, high = figures.partition("–")
    return Decimal(low), Decimal(high) if high else None, currency


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_every_amount_is_read_as_its_language_means_it(language: str, text: str, wanted: str) -> None:
    assert [written(amount) for amount in find(text, language)] == [
        wanted_amount(row) for row in wanted.split("|") if row
    ]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_what_is_no_amount_of_money_is_left_alone(language: str, text: str) -> None:
    assert find(text, language) == []


def test_the_span_holds_the_figure_with_its_currency_and_scale() -> None:
    text = "It is said to raise US$1.2 billion at a value of 45亿美元."
    assert [text[amount.start : amount.end] for amount in find(text)] == ["US$1.2 billion", "45亿美元"]


def test_the_span_of_a_range_holds_both_ends() -> None:
    text = "between $1B and $2B, they say"
    assert [text[amount.start : amount.end] for amount in find(text)] == ["$1B and $2B"]


def test_a_range_that_falls_is_two_amounts() -> None:
    assert [written(amount) for amount in find("$10 billion to $2 billion")] == [
        (Decimal("10e9"), None, "USD"),
        (Decimal("2e9"), None, "USD"),
    ]


def test_a_range_that_begins_at_nothing_has_one_figure() -> None:
    assert [written(amount) for amount in find("$0 to $2 billion")] == [(Decimal("2e9"), None, "USD")]


def test_two_currencies_make_no_range() -> None:
    assert [amount.currency for amount in find("$10 million - €12 million")] == ["USD", "EUR"]


def test_the_same_words_mean_more_in_a_long_scale_language() -> None:
    text = "2 billions de dollars"
    assert find(text, "fr")[0].low == 1000 * find(text, "en")[0].low


HOSTILE = {
    "amounts": "$1 " * 30_000,
    "digits": "1" * 1_000_000,
    "separators": "1." * 50_000,
    "groups": "1 111 " * 15_000,
    "parentheses": "(" * 100_000 + "$1" + ")" * 100_000,
    "amounts in parentheses": "($1" * 30_000,
    "endless range": "$1 to " * 20_000,
    "number words": "one and " * 15_000 + "billion",
    "scale words": "a billion " * 10_000,
    "chinese numerals": "三" * 100_000 + "亿",
    "chinese amounts": "三亿" * 30_000,
    "one line": "word " * 200_000,
    "pesos": "1 pesos " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_comes_to_an_end(name: str) -> None:
    for language in ("en", "zh", "fr"):
        found = find(HOSTILE[name], language)
        assert all(amount.start < amount.end for amount in found)


def test_each_of_many_amounts_is_found() -> None:
    assert len(find(HOSTILE["amounts"])) == 30_000


WORDS = (
    "$ € ¥ US$ 1 2.5 1,500 1.500 10 45 B bn billion million Mrd. 亿 万 억 원 兆 円 美元 dollars euros "
    "milliards d'euros to – - and between bis over up from a half mil millones crore 三 半 多 元 . , ( ) K M"
)
PIECES = st.sampled_from(sorted(set(WORDS.split())))
LANGUAGES = st.sampled_from(["en", "zh", "de", "fr", "es", "ja", "ko", "pt", "it", "xx", ""])


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)), LANGUAGES)
def test_amounts_lie_in_order_within_any_text(text: str, language: str) -> None:
    done = 0
    for amount in find(text, language):
        assert done <= amount.start < amount.end <= len(text)
        assert amount.low > 0
        assert amount.high is None or amount.high > amount.low
        assert len(amount.currency) == 3
        done = amount.end
