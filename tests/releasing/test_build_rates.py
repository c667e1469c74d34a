from datetime import date
from decimal import Decimal

from bot.core.money import Rates
from releasing.build_rates import TABLE, approximate, lines, months


def test_a_month_is_the_mean_of_its_days_and_gaps_are_left_out() -> None:
    days = {
        date(2014, 12, 31): Decimal(9),
        date(2020, 1, 2): Decimal(1),
        date(2020, 1, 3): Decimal(2),
        date(2020, 1, 4): None,
        date(2020, 2, 3): Decimal(4),
    }
    assert months(days) == {"2020-01": Decimal("1.5"), "2020-02": Decimal(4)}


def test_a_dated_value_holds_until_the_next() -> None:
    rouble = approximate(["2022-01", "2022-03", "2022-04", "2022-05", "2022-06"])["RUB"]
    assert "2022-01" not in rouble
    assert rouble["2022-03"] == rouble["2022-04"] != rouble["2022-05"] == rouble["2022-06"]


def test_the_written_table_can_be_read_back() -> None:
    table = {"EUR": {"2020-01": Decimal("0.8")}, "XXX": {"2020-02": Decimal("12345.678")}}
    rates = Rates.parse("\n".join(lines(table, ["2020-01", "2020-02"])))
    assert rates.usd(Decimal(8), "EUR", date(2020, 1, 9)) == 10
    assert rates.usd(Decimal("12345.7"), "XXX", date(2020, 2, 9)) == 1


def test_the_table_is_written_where_the_program_ships_it() -> None:
    assert TABLE.name == "rates.csv"
    assert TABLE.is_file()
