"""A fact in words: the one line that a phone's lock screen shows, and the rows of an alert."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.core import money
from bot.core.facts import KINDS
from bot.core.message.time import day
from bot.core.model import Bound, Fact, Status, Story

# (kind, status) → what the company does; {} is the amount. Statuses that are not named fall back to reported.
_PHRASES: dict[tuple[str, Status], str] = {
    ("valuation", Status.REPORTED): "valued at {}",
    ("valuation", Status.TALKS): "in talks at a valuation of {}",
    ("valuation", Status.TARGET): "aims for a valuation of {}",
    ("valuation", Status.DENIED): "denies a valuation of {}",
    ("valuation", Status.PREVIOUS): "was valued at {}",
    ("raised", Status.REPORTED): "raises {}",
    ("raised", Status.TALKS): "in talks to raise {}",
    ("raised", Status.TARGET): "seeks to raise {}",
    ("raised", Status.DENIED): "denies raising {}",
    ("raised", Status.PREVIOUS): "had raised {}",
    ("acquisition", Status.REPORTED): "in a takeover for {}",
    ("acquisition", Status.TALKS): "in takeover talks at {}",
    ("acquisition", Status.TARGET): "plans a takeover for {}",
    ("acquisition", Status.DENIED): "denies a takeover for {}",
    ("market_cap", Status.REPORTED): "reaches a market value of {}",
    ("ipo", Status.REPORTED): "goes public for {}",
    ("ipo", Status.TALKS): "weighs going public for {}",
    ("ipo", Status.TARGET): "plans to go public for {}",
    ("revenue", Status.REPORTED): "reports revenue of {}",
    ("revenue", Status.TARGET): "expects revenue of {}",
    ("fund", Status.REPORTED): "has a fund of {}",
    ("fund", Status.TARGET): "seeks a fund of {}",
    ("investment", Status.REPORTED): "invests {}",
    ("investment", Status.TALKS): "in talks to invest {}",
    ("investment", Status.TARGET): "plans to invest {}",
}

_STATUS_WORDS = {
    Status.REPORTED: "reported",
    Status.TALKS: "in talks",
    Status.TARGET: "target",
    Status.DENIED: "denied",
    Status.PREVIOUS: "earlier",
}

# the most rows that a reader takes in; weightier kinds come first
MOST_ROWS = 6
_ORDER = ("valuation", "market_cap", "acquisition", "raised", "ipo", "revenue", "fund", "investment")


def amount(fact: Fact) -> str:
    """The figure as the article gives it, with dollars behind another currency: "€40B (about $45B)"."""
    if fact.amount is None:
        return ""
    said = money.say(fact.amount, fact.currency, high=fact.amount_max)
    if fact.bound is Bound.AT_LEAST:
        said += " or more"
    elif fact.bound is Bound.AT_MOST:
        said = f"up to {said}"
    if fact.currency != "USD" and fact.usd is not None:
        said += f" (about {money.say(_rounded(fact), 'USD')})"
    return said


def _rounded(fact: Fact) -> Decimal:
    # a converted figure is known to two digits at best: rates are daily, headlines are rounded
    assert fact.usd is not None  # noqa: S101 - the caller has looked
    exponent = fact.usd.adjusted() - 1
    return fact.usd.quantize(Decimal(1).scaleb(exponent)).normalize()


def claim(story: Story) -> str:
    """The story in one line: "DeepSeek valued at $45B, first round"; its title when no figure leads it."""
    fact = story.headline or _leading(story)
    if fact is None or not (fact.company or story.company) or fact.amount is None:
        return story.title
    phrase = _PHRASES.get((fact.kind, fact.status)) or _PHRASES.get((fact.kind, Status.REPORTED))
    if phrase is None:
        return story.title
    parts = [f"{fact.company or story.company} {phrase.format(amount(fact))}"]
    if fact.round:
        parts.append(fact.round)
    raised = next(
        (f for f in story.facts if f.kind == "raised" and f.status == fact.status and f.amount), None
    )
    if fact.kind == "valuation" and raised and raised.company in ("", fact.company):
        parts.append(
            f"raises {amount(raised)}" if fact.status is Status.REPORTED else f"to raise {amount(raised)}"
        )
    elif fact.kind == "valuation" and fact.round and undisclosed(story):
        parts.append("amount undisclosed")
    return ", ".join(parts)


def _leading(story: Story) -> Fact | None:
    """The fact that a title states, when no valuation leads the story."""
    now = [fact for fact in story.facts if fact.status is not Status.PREVIOUS and fact.kind in _ORDER]
    own = [
        fact for fact in now if fact.company and fact.company == story.company and fact.quote in story.title
    ]
    return min(own, key=lambda fact: _ORDER.index(fact.kind), default=None)


def rows(story: Story) -> tuple[tuple[str, str], ...]:
    """The facts of a story as label and value, the headline first, background last, at most six."""
    chosen = sorted(
        (fact for fact in story.facts if fact.amount is not None and fact.kind in _ORDER),
        key=lambda fact: _weight(fact, story),
    )[:MOST_ROWS]
    found = [(KINDS[fact.kind].title, _value(fact, story)) for fact in chosen]
    if any(fact.kind == "valuation" and fact.round for fact in chosen) and undisclosed(story):
        found.insert(1, ("Raised", "amount undisclosed"))
    return tuple(dict.fromkeys(found))


def _weight(fact: Fact, story: Story) -> tuple[bool, bool, bool, int]:
    return (
        fact != story.headline,
        fact.status is Status.PREVIOUS,
        bool(fact.company) and fact.company != story.company,
        _ORDER.index(fact.kind),
    )


def _value(fact: Fact, story: Story) -> str:
    parts = [amount(fact), _STATUS_WORDS[fact.status], fact.round]
    if fact.company and fact.company != story.company:
        parts.insert(0, fact.company)
    if fact.investors:
        parts.append("from " + _listed(fact.investors))
    return " · ".join(part for part in parts if part)


def _listed(names: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


_UNDISCLOSED = (
    "undisclosed",
    "not disclosed",
    "not been disclosed",
    "not been publicly disclosed",
    "did not disclose",
    "未披露",
)


def undisclosed(story: Story) -> bool:
    """Whether the articles say outright that the sum of the round isn't known."""
    if any(
        fact.kind == "raised" and fact.status is not Status.PREVIOUS and fact.amount for fact in story.facts
    ):
        return False
    return any(phrase in article.text for article in story.articles for phrase in _UNDISCLOSED)


def was(earlier: Story, now: datetime) -> str:
    """What a follow-up follows: "was: in talks at a valuation of $40B, 3 May"."""
    said = claim(earlier)
    company = (earlier.headline.company if earlier.headline else "") or earlier.company
    if company and said.startswith(f"{company} "):
        said = said[len(company) + 1 :]
    return f"was: {said}, {day(earlier.first_seen, now)}"
