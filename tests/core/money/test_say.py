from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.money import parse_threshold, say

SAID = [
    ("45e9", "USD", "$45B"),
    ("300e6", "EUR", "€300M"),
    ("2e12", "JPY", "¥2T"),
    ("20e9", "CNY", "CN¥20B"),
    ("1.25e9", "GBP", "£1.25B"),
    ("500e7", "INR", "₹5B"),
    ("1.5e12", "KRW", "₩1.5T"),
    ("200e6", "HKD", "HK$200M"),
    ("45e6", "CHF", "CHF 45M"),
    ("999.96e6", "USD", "$999.9M"),
    ("999999", "USD", "$999.9K"),
    ("999.99", "USD", "$999.9"),
    ("852e9", "USD", "$852B"),
    ("12345678901", "USD", "$12.3B"),
    ("1234567", "SEK", "SEK 1.23M"),
    ("20", "USD", "$20"),
    ("0.5", "USD", "$0.5"),
    ("0", "USD", "$0"),
    ("1e16", "USD", "$10,000T"),
    ("-2e9", "USD", "-$2B"),
    ("45e9", "", "45B"),
]


@pytest.mark.parametrize(("amount", "currency", "said"), SAID)
def test_an_amount_is_said_briefly_and_never_in_a_wrong_unit(amount: str, currency: str, said: str) -> None:
    assert say(Decimal(amount), currency) == said


def test_a_range_is_said_with_both_ends() -> None:
    assert say(Decimal("1.5e9"), "USD", high=Decimal("2e9")) == "$1.5B–$2B"


def test_a_range_with_equal_ends_is_one_amount() -> None:
    assert say(Decimal("2e9"), "EUR", high=Decimal("2e9")) == "€2B"


CURRENCIES = st.sampled_from(["USD", "EUR", "GBP", "JPY", "CNY", "INR", "KRW", "HKD", "CHF", "TWD", "BRL"])
AMOUNTS = st.decimals(min_value=1, max_value=10**14, places=0, allow_nan=False, allow_infinity=False)


@given(AMOUNTS, CURRENCIES)
def test_what_is_said_is_read_back_within_one_per_cent(amount: Decimal, currency: str) -> None:
    read = parse_threshold(say(amount, currency))
    assert read is not None
    assert read[1] == currency
    assert abs(read[0] - amount) <= amount / 100


@given(AMOUNTS, CURRENCIES)
def test_what_is_said_never_changes_when_said_again(amount: Decimal, currency: str) -> None:
    said = say(amount, currency)
    read = parse_threshold(said)
    assert read is not None
    assert say(*read) == said
