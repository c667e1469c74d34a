from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.money import parse_threshold

TYPED = [
    ("10B", "10e9", "USD"),
    ("10 bn", "10e9", "USD"),
    ("10 billion", "10e9", "USD"),
    ("10b", "10e9", "USD"),
    ("$10B", "10e9", "USD"),
    ("€40bn", "40e9", "EUR"),
    ("40bn €", "40e9", "EUR"),
    ("US$1.2bn", "1.2e9", "USD"),
    ("¥2T", "2e12", "JPY"),
    ("CN¥20B", "20e9", "CNY"),
    ("₹500 cr", "5e9", "INR"),
    ("500 crore", "5e9", "INR"),
    ("rs 5 lakh", "5e5", "INR"),
    ("5k", "5000", "USD"),
    ("3 mn", "3e6", "USD"),
    ("eur 10m", "10e6", "EUR"),
    ("10B USD", "10e9", "USD"),
    ("10Busd", "10e9", "USD"),
    ("10 billion euros", "10e9", "EUR"),
    ("2 trillion yen", "2e12", "JPY"),
    ("1,000,000", "1e6", "USD"),
    ("1.5", "1.5", "USD"),
    ("１０Ｂ", "10e9", "USD"),
    (" 45亿美元 ", "4.5e9", "USD"),
    ("HK$5m", "5e6", "HKD"),
]
NOT_TYPED = [
    "",
    " ",
    "B",
    "$",
    "ten",
    "10 apples",
    "$10 EUR",
    "10BB",
    "1.2.3B",
    "-5B",
    "10 B 20 B",
    "abc10B",
    "10X",
]


@pytest.mark.parametrize(("typed", "amount", "currency"), TYPED)
def test_a_typed_amount_is_understood(typed: str, amount: str, currency: str) -> None:
    assert parse_threshold(typed) == (Decimal(amount), currency)


@pytest.mark.parametrize("typed", NOT_TYPED)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert parse_threshold(typed) is None


@given(st.text())
def test_nothing_that_a_person_types_raises(typed: str) -> None:
    read = parse_threshold(typed)
    assert read is None or read[0] >= 0


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["k", "m", "b", "t", "bn", "mn", "Billion"]))
def test_case_and_blanks_make_no_difference(number: int, scale: str) -> None:
    typed = {
        f"{number}{scale}",
        f"{number} {scale.upper()}",
        f"${number}{scale.lower()}",
        f"{number}{scale} usd",
    }
    assert len({parse_threshold(one) for one in typed}) == 1
