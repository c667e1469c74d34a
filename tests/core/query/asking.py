"""What the tests of the watch language share: a small table of companies and short ways to ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.core import query as watching
from bot.core.model import Fact, Status
from bot.core.query import Document, Query


@dataclass(frozen=True)
class Found:
    company: str


class Table:
    """Three companies, one of which has a subsidiary."""

    def __init__(self) -> None:
        self._names = {
            "DeepSeek": ("DeepSeek", "深度求索"),
            "Google": ("Google", "谷歌"),
            "DeepMind": ("DeepMind",),
        }

    def canonical(self, name: str) -> str | None:
        for company, names in self._names.items():
            if name.casefold() in {known.casefold() for known in names}:
                return company
        return None

    def names(self, company: str) -> tuple[str, ...]:
        return self._names.get(company, (company,))

    def covers(self, wanted: str, named: str) -> bool:
        return wanted == named or (wanted, named) == ("Google", "DeepMind")

    def find(self, text: str) -> Sequence[Found]:
        return [
            Found(company) for company, names in self._names.items() if any(name in text for name in names)
        ]


class Fixed:
    """A euro is worth 1.10 dollars, whatever the day; nothing else has a rate."""

    def usd(self, amount: Decimal, currency: str, day: date) -> Decimal | None:
        return {"USD": amount, "EUR": amount * Decimal("1.1")}.get(currency)


def ask(query: str) -> Query:
    return watching.compile(query, companies=Table(), rates=Fixed())


def met(query: str, title: str, text: str = "") -> bool:
    return ask(query).match(Document(title, text)) is not None


def fact(billions: str, kind: str = "valuation", **more: Any) -> Fact:
    """A fact in US dollars, reported, DeepSeek's unless told otherwise."""
    amount = Decimal(billions) * 10**9
    told = Fact(
        kind=kind,
        company="DeepSeek",
        status=Status.REPORTED,
        quote="",
        amount=amount,
        currency="USD",
        usd=amount,
    )
    return replace(told, **more)


def story(*facts: Fact, title: str = "News", companies: tuple[str, ...] = ()) -> Document:
    return Document(title, "", facts=facts, companies=companies)
