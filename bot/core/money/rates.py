"""What a currency was worth in US dollars on a day, from a table that ships with the program."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from io import StringIO

_WIDE = Context(prec=40)
_DAY_OF_MONTH = 1


@dataclass(frozen=True, slots=True)
class Rates:
    """Dated rates: for each currency the first days of its months and the dollars that one unit was worth."""

    table: Mapping[str, tuple[tuple[date, ...], tuple[Decimal, ...]]]

    @classmethod
    def parse(cls, csv_text: str) -> Rates:
        """Read the shipped table: a header `month,CODE,…`, then a row a month in units per dollar, or empty.

        Raises ValueError, naming the line, for a cell that is no number or a month that is no month.
        """
        rows = list(csv.reader(StringIO(csv_text)))
        if not rows or rows[0][:1] != ["month"]:
            raise ValueError("line 1: the table starts with a header 'month,CODE,…'")
        codes = rows[0][1:]
        columns: dict[str, tuple[list[date], list[Decimal]]] = {code: ([], []) for code in codes}
        for at, row in enumerate(rows[1:], start=2):
            try:
                month = date.fromisoformat(f"{row[0]}-{_DAY_OF_MONTH:02}")
                for code, cell in zip(codes, row[1:], strict=True):
                    if cell:
                        days, values = columns[code]
                        days.append(month)
                        values.append(_WIDE.divide(Decimal(1), Decimal(cell)))
            except (ArithmeticError, ValueError) as error:
                raise ValueError(f"line {at}: {','.join(row)!r} is no row of rates") from error
        return cls({code: (tuple(days), tuple(values)) for code, (days, values) in columns.items() if days})

    def usd(self, amount: Decimal, currency: str, day: date) -> Decimal | None:
        """The amount in US dollars, at the month of the day; None for a currency that the table lacks.

        A day after the table's end takes its last month, one before its start its first.
        """
        if currency == "USD":
            return amount
        column = self.table.get(currency)
        if column is None:
            return None
        days, values = column
        at = max(bisect_right(days, day) - 1, 0)
        return _WIDE.multiply(amount, values[at])
