from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.money.numerals import chinese, number, spelled

WRITTEN = [
    ("45", "en", "45"),
    ("1.5", "en", "1.5"),
    ("1,500", "en", "1500"),
    ("1.500", "en", "1.500"),
    ("1,500,000.25", "en", "1500000.25"),
    ("1,50,000", "en", "150000"),
    ("1,5", "de", "1.5"),
    ("1.500", "de", "1500"),
    ("1.500.000,25", "de", "1500000.25"),
    ("1.5", "de", "1.5"),
    ("1 500", "fr", "1500"),
    ("1\u202f500,5", "fr", "1500.5"),
    ("1'500", "de", "1500"),
    ("0.125", "de", "0.125"),
    ("４５", "ja", "45"),
]
NO_NUMBER = ["1.2.3", "12.05.2024", "1,2,3", "1,500.25.3", "9" * 41, "12.3456,7,8"]


@pytest.mark.parametrize(("written", "language", "value"), WRITTEN)
def test_digits_are_read_with_the_signs_of_their_language(written: str, language: str, value: str) -> None:
    assert number(written, language) == Decimal(value)


@pytest.mark.parametrize("written", NO_NUMBER)
def test_what_only_looks_like_a_number_is_none(written: str) -> None:
    assert number(written, "en") is None


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["en", "de", "fr", "es", "zh"]))
def test_a_number_grouped_in_thousands_keeps_its_value(value: int, language: str) -> None:
    sign = "." if language in {"de", "es"} else "\u202f" if language == "fr" else ","
    assert number(f"{value:,}".replace(",", sign), language) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a", "1"),
        ("half a", "0.5"),
        ("one and a half", "1.5"),
        ("two and a half", "2.5"),
        ("a quarter of a", "0.25"),
        ("three quarter", "0.75"),
        ("twenty five", "25"),
        ("two hundred", "200"),
        ("two hundred and fifty", "250"),
        ("eine halbe", "0.5"),
        ("anderthalb", "1.5"),
        ("dos mil", "2000"),
        ("un demi", "0.5"),
    ],
)
def test_number_words_add_up(words: str, value: str) -> None:
    assert spelled(words.split()) == Decimal(value)


@pytest.mark.parametrize("words", ["several", "a few", "and", "of", "dozens of"])
def test_vague_words_are_no_number(words: str) -> None:
    assert spelled(words.split()) is None


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        ("三", "3"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("百", "100"),
        ("两百五十", "250"),
        ("一千二百", "1200"),
        ("半", "0.5"),
        ("三点五", "3.5"),
    ],
)
def test_chinese_numerals_add_up(signs: str, value: str) -> None:
    assert chinese(signs) == Decimal(value)


@pytest.mark.parametrize("signs", ["几", "三点", "三点十", "点"])
def test_broken_chinese_numerals_are_none(signs: str) -> None:
    assert chinese(signs) is None
