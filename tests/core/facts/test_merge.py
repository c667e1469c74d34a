"""The same claim once, in one article and in a story."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bot.core.facts import headline, merge
from bot.core.facts.merge import join, same
from bot.core.model import Bound, Fact, Status


def _fact(amount: str = "45e9", **fields: Any) -> Fact:
    told: dict[str, Any] = {
        "kind": "valuation",
        "company": "Marlin AI",
        "status": Status.REPORTED,
        "quote": "…",
        "currency": "USD",
        "amount": Decimal(amount),
        "usd": Decimal(amount),
    }
    return Fact(**{**told, **fields})


@pytest.mark.parametrize("amount", ["45e9", "45.2e9", "44.9e9"])
def test_a_rounding_is_the_same_sum(amount: str) -> None:
    assert same(_fact(), _fact(amount))


@pytest.mark.parametrize("amount", ["40e9", "10e9", "50e9", "450e9"])
def test_another_figure_is_another_claim(amount: str) -> None:
    assert not same(_fact(), _fact(amount))


def test_fewer_digits_of_the_same_sum_are_the_same() -> None:
    assert same(_fact("1e9"), _fact("1.03e9"))
    assert not same(_fact("1e9"), _fact("1.4e9"))


def test_another_currency_for_the_same_sum_is_the_same() -> None:
    assert same(_fact(), _fact("39.8e9", currency="EUR", usd=Decimal("45.1e9")))
    assert not same(_fact(), _fact("45e9", currency="EUR", usd=Decimal("51e9")))


def test_an_unknown_rate_makes_no_claim_the_same() -> None:
    assert not same(_fact(), _fact("39.8e9", currency="XXX", usd=None))


def test_another_company_or_kind_is_another_claim() -> None:
    assert not same(_fact(), _fact(company="Oakhurst"))
    assert not same(_fact(), _fact(kind="raised"))


def test_a_claim_told_twice_in_an_article_is_kept_once_with_its_riches() -> None:
    (fact,) = join([_fact(), _fact(round="Series B", investors=("Pine Ventures",))])
    assert (fact.round, fact.investors) == ("Series B", ("Pine Ventures",))


def test_a_plain_title_yields_to_the_talks_in_its_text() -> None:
    (fact,) = join([_fact(), _fact(status=Status.TALKS)])
    assert fact.status is Status.TALKS


def test_two_known_companies_may_have_the_same_sum() -> None:
    facts = join([_fact(), _fact(company="Oakhurst")], "Marlin AI", {"Marlin AI", "Oakhurst"}.__contains__)
    assert [fact.company for fact in facts] == ["Marlin AI", "Oakhurst"]


def test_in_a_story_done_outweighs_talks() -> None:
    (fact,) = merge([_fact(status=Status.TALKS)], [_fact()])
    assert fact.status is Status.REPORTED


def test_in_a_story_a_new_claim_is_added_behind() -> None:
    assert [fact.amount for fact in merge([_fact()], [_fact("2e9", kind="raised")])] == [
        Decimal("45e9"),
        Decimal("2e9"),
    ]


def test_an_exact_figure_outweighs_a_bound() -> None:
    (fact,) = merge([_fact(bound=Bound.AT_LEAST)], [_fact("45.3e9")])
    assert (fact.bound, fact.amount) == (Bound.EXACT, Decimal("45.3e9"))


def test_merging_nothing_changes_nothing() -> None:
    assert merge([_fact()], []) == (_fact(),)


def test_the_headline_is_the_companys_own_value() -> None:
    facts = [_fact("852e9", company="OpenAI"), _fact("2e9", kind="raised"), _fact()]
    assert headline(facts, "Marlin AI") == _fact()


def test_done_comes_before_talked_of() -> None:
    facts = [_fact("50e9", status=Status.TALKS), _fact()]
    assert headline(facts, "Marlin AI") == _fact()


@pytest.mark.parametrize("status", [Status.PREVIOUS, Status.DENIED])
def test_former_and_denied_values_are_no_headline(status: Status) -> None:
    assert headline([_fact(status=status)], "Marlin AI") is None
