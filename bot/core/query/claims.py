"""The parts of a query that facts answer: comparisons of amounts, and whose news it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from bot.core.model import Bound, Fact, Status
from bot.core.money import say
from bot.core.query.document import Document, Mention
from bot.core.query.fields import MEASURES, STATUS_WORDS
from bot.core.query.nodes import And, Leaf, Node, Or, Reasons, Scope, StatusIs
from bot.core.query.patterns import Pattern
from bot.core.query.words import fold

# what a comparison leaves out unless a status in the same AND asks for it
HIDDEN = frozenset({Status.PREVIOUS, Status.DENIED})
# `=` meets what rounding makes of a figure: $9.97B is the 10B of a headline
_ROUNDING = Decimal("0.005")
_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "="}
_SAID = {">=": "of at least", ">": "above", "<=": "of at most", "<": "below", "=": "of"}
_SCALES = {"K": "thousand", "M": "million", "B": "billion", "T": "trillion"}


class Names(Protocol):
    """What a query needs to know about companies; `bot.core.companies.Companies` knows it."""

    def canonical(self, name: str) -> str | None:
        """The one name of a company that has several."""
        ...

    def names(self, company: str) -> tuple[str, ...]:
        """All names of a company."""
        ...

    def covers(self, wanted: str, named: str) -> bool:
        """Whether news of the one is news of the other: itself, and what it owns."""
        ...

    def find(self, text: str) -> Sequence[Mention]:
        """The known companies that a text names."""
        ...


class Rates(Protocol):
    """What a query needs to know about currencies; `bot.core.money.Rates` knows it."""

    def usd(self, amount: Decimal, currency: str, day: date) -> Decimal | None:
        """The amount in US dollars."""
        ...


@dataclass(frozen=True, slots=True)
class Limit:
    """One side of a comparison: the operator and the amount, as typed and in US dollars."""

    sign: str
    amount: Decimal
    currency: str
    # None when no exchange rates are at hand: then only facts in the same currency compare
    usd: Decimal | None

    def met(self, fact: Fact) -> bool:
        """Whether the fact's amount is on the asked side; of a range the end that may reach it counts."""
        asked, low, high = self._figures(fact)
        if asked is None or low is None or high is None:
            return False
        if self.sign == "=":
            return low <= asked * (1 + _ROUNDING) and high >= asked * (1 - _ROUNDING)
        tests: dict[str, Callable[[], bool]] = {
            ">=": lambda: high >= asked,
            ">": lambda: high > asked,
            "<=": lambda: low <= asked,
            "<": lambda: low < asked,
        }
        return tests[self.sign]()

    def _figures(self, fact: Fact) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        if fact.currency == self.currency:
            top = fact.amount_max if fact.amount_max is not None else fact.amount
            return self.amount, fact.amount, top
        return self.usd, fact.usd, fact.usd_max if fact.usd_max is not None else fact.usd

    def shown(self) -> str:
        """Such as: ≥ $10B."""
        return f"{_SIGNS[self.sign]} {say(self.amount, self.currency)}"

    def spelled(self) -> str:
        """Such as: of at least $10 billion."""
        return f"{_SAID[self.sign]} {spell(self.amount, self.currency)}"


@dataclass(frozen=True, slots=True)
class Claim(Leaf):
    """A comparison: one fact of the kind must keep within every limit."""

    kind: str
    limits: tuple[Limit, ...]
    compares = True

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """The first fact that keeps within the limits and is all that the AND asks of a fact."""
        hidden = HIDDEN - named(scope)
        for fact in document.facts:
            if fact.kind == self.kind and fact.status not in hidden and self._fits(fact, scope):
                return (self._why(fact),)
        return None

    def _fits(self, fact: Fact, scope: Scope) -> bool:
        return all(limit.met(fact) for limit in self.limits) and all(node.holds(fact) for node in scope)

    def _why(self, fact: Fact) -> str:
        amount = fact.amount if fact.amount is not None else Decimal(0)
        shown = say(amount, fact.currency, high=fact.amount_max)
        bound = "" if fact.bound is Bound.EXACT else f"{fact.bound.value} "
        limits = " and ".join(limit.shown() for limit in self.limits)
        may = "may be " if fact.amount_max is not None else ""
        status = "" if fact.status is Status.REPORTED else f", {STATUS_WORDS[fact.status]}"
        return f"{MEASURES[self.kind].name} {bound}{shown} {may}{limits}{status}"

    def words(self, scope: Scope = ()) -> str:
        """Such as: valuation of at least $10 billion, in talks included."""
        noun = MEASURES[self.kind].noun
        limits = " and ".join(limit.spelled() for limit in self.limits)
        asked = named(scope)
        if not asked:
            return f"{noun} {limits}, in talks included"
        return f"{noun} {limits}, {' or '.join(STATUS_WORDS[status] for status in Status if status in asked)}"


@dataclass(frozen=True, slots=True)
class Company:
    """Whose news it is, by any of the company's names."""

    name: str
    # every spelling, folded
    spellings: frozenset[str]
    # for a company that nobody has listed: its name as words of the text
    pattern: Pattern | None
    companies: Names
    factual = True

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met when the company is named in the article, or a fact is about it."""
        named_there = any(map(self.holds, document.facts)) or any(
            map(self._is, document.mentions(self.companies.find))
        )
        if named_there or (self.pattern is not None and self.pattern.within(document.words)):
            return (f"company {self.name}",)
        return None

    def holds(self, fact: Fact) -> bool:
        """Whether the fact is about the company."""
        return self._is(fact.company)

    def _is(self, company: str) -> bool:
        return bool(company) and (
            fold(company) in self.spellings or self.companies.covers(self.name, company)
        )

    def words(self, scope: Scope = ()) -> str:
        """Such as: company DeepSeek."""
        return f"company {self.name}"


def company(typed: str, pattern: Pattern, companies: Names) -> Company:
    """The company that a person typed, with all its names."""
    known = companies.canonical(typed)
    name = known or typed
    names = companies.names(name) if known else ()
    return Company(
        name=name,
        spellings=frozenset(map(fold, (name, typed, *names))),
        pattern=None if known else pattern,
        companies=companies,
    )


def named(scope: Iterable[Node]) -> frozenset[Status]:
    """The statuses that are asked for, not those that are excluded."""
    found: set[Status] = set()
    for node in scope:
        if isinstance(node, StatusIs):
            found.add(node.status)
        elif isinstance(node, And | Or):
            found |= named(node.children)
    return frozenset(found)


def spell(amount: Decimal, currency: str) -> str:
    """An amount for reading aloud: "$10 billion"."""
    short = say(amount, currency)
    return f"{short[:-1]} {_SCALES[short[-1]]}" if short[-1] in _SCALES else short
