from collections import Counter

import pytest

from bot.core.text.outlets import OUTLETS, mentions, named


def test_every_name_and_domain_belongs_to_one_outlet() -> None:
    names = Counter(
        alias.casefold() for outlet in OUTLETS for alias in set(map(str.casefold, outlet.aliases))
    )
    domains = Counter(domain for outlet in OUTLETS for domain in outlet.domains)
    assert [name for name, count in names.items() if count > 1] == []
    assert [domain for domain, count in domains.items() if count > 1] == []


@pytest.mark.parametrize(
    ("alias", "name"), [(alias, outlet.name) for outlet in OUTLETS for alias in outlet.aliases]
)
def test_every_name_of_an_outlet_is_found_in_a_text(alias: str, name: str) -> None:
    assert [mention.name for mention in mentions(f"（{alias}）")] == [name]


def test_an_outlet_is_known_by_domain_and_by_any_name() -> None:
    assert named("techcrunch.com") == named("www.techcrunch.com") == named("techcrunch") == "TechCrunch"
    assert named("彭博社") == "Bloomberg"
    assert named("Example Times") == ""


@pytest.mark.parametrize(
    "text", ["wired rooms", "TechCrunchy", "me@forbes.com", "@TechCrunch", "www.Forbes", "reuters"]
)
def test_words_that_only_hold_a_name_are_no_mention(text: str) -> None:
    assert mentions(text) == []
