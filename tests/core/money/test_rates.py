from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest

from bot.core.money import Rates
from bot.core.money.currencies import CODES

SHIPPED = Rates.parse((files("bot.core.money") / "rates.csv").read_text(encoding="utf-8"))
SMALL = "month,EUR,XXX\n2020-01,0.5,\n2020-02,0.8,4\n"


def test_an_amount_is_converted_at_the_month_of_the_day() -> None:
    rates = Rates.parse(SMALL)
    assert rates.usd(Decimal(100), "EUR", date(2020, 1, 31)) == 200
    assert rates.usd(Decimal(100), "EUR", date(2020, 2, 1)) == 125


def test_a_day_outside_the_table_takes_its_nearest_end() -> None:
    rates = Rates.parse(SMALL)
    assert rates.usd(Decimal(100), "EUR", date(1999, 1, 1)) == 200
    assert rates.usd(Decimal(100), "EUR", date(2030, 1, 1)) == 125


def test_a_currency_that_starts_later_takes_its_first_month() -> None:
    assert Rates.parse(SMALL).usd(Decimal(4), "XXX", date(2020, 1, 5)) == 1


def test_dollars_need_no_rate_and_an_unknown_currency_has_none() -> None:
    rates = Rates.parse(SMALL)
    assert rates.usd(Decimal(7), "USD", date(2020, 1, 1)) == 7
    assert rates.usd(Decimal(7), "ZZZ", date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    "table", ["", "day,EUR\n", "month,EUR\n2020-13,1\n", "month,EUR\n2020-01,x\n", "month,EUR\n2020-01\n"]
)
def test_a_broken_table_is_refused_with_its_line(table: str) -> None:
    with pytest.raises(ValueError, match="line"):
        Rates.parse(table)


def test_a_rate_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="line 2"):
        Rates.parse("month,EUR\n2020-01,0\n")


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_shipped_table_knows_every_currency_that_is_read(code: str) -> None:
    value = SHIPPED.usd(Decimal(1), code, date(2026, 5, 1))
    assert value is not None
    assert 0 < value < 5


def test_the_shipped_table_agrees_with_well_known_rates() -> None:
    def near(currency: str, day: date, wanted: str) -> bool:
        value = SHIPPED.usd(Decimal(1), currency, day)
        return value is not None and abs(value / Decimal(wanted) - 1) < Decimal("0.03")

    assert near("EUR", date(2022, 9, 15), "0.99")
    assert near("GBP", date(2019, 8, 15), "1.215")
    assert near("JPY", date(2024, 7, 10), "0.00634")
    assert near("CNY", date(2024, 3, 10), "0.139")
    assert near("SAR", date(2024, 3, 10), "0.2667")
