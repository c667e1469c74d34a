"""`newsbell read`: what Newsbell reads in an article, one JSON object a line in and out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import shipped
from bot.cli import published
from bot.cli.protocol import words
from bot.core import facts, text
from bot.core.companies import Companies
from bot.core.model import Fact, Reading
from bot.core.money import Rates
from bot.core.summary import summarise


def answer(
    record: Mapping[str, Any], *, companies: Companies | None = None, rates: Rates | None = None
) -> dict[str, Any]:
    """Read one article, given as `id, title, text, lang, url, published`; any of them may be missing."""
    companies, rates = companies or shipped.companies(), rates or shipped.rates()
    title, body = text.plain(words(record, "title")), text.plain(words(record, "text"))
    hint, link = words(record, "lang"), words(record, "url")
    reading = facts.read(
        title,
        body,
        language=hint,
        published=published.parse(record.get("published")),
        companies=companies,
        rates=rates,
    )
    return {
        "id": record.get("id"),
        "company": _name(reading, f"{title}\n{body}", companies),
        "facts": [_fact(fact) for fact in reading.facts],
        "headline_valuation_usd": _number(reading.headline.usd) if reading.headline else None,
        "origin": text.origin(title, body, publisher=text.publisher(link, "")),
        "summary": summarise(
            title, body, facts=reading.facts, language=text.language(f"{title}\n{body}", hint)
        ),
    }


def _name(reading: Reading, told: str, companies: Companies) -> str:
    """The company; behind it how the article writes it, where that is another name: "Samsung (三星电子)"."""
    own = [
        told[mention.start : mention.end]
        for mention in companies.find(told[:5000])
        if mention.company == reading.company
    ]
    fullest = max(own, key=len, default="")
    if (
        not fullest
        or _plain(reading.company) in _plain(fullest)
        or _plain(fullest) in _plain(reading.company)
    ):
        return reading.company
    return f"{reading.company} ({fullest})"


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _fact(fact: Fact) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": fact.kind,
        "company": fact.company,
        "amount": _number(fact.amount),
        "currency": fact.currency,
        "amount_usd": _number(fact.usd),
        "status": str(fact.status),
        "round": fact.round,
        "quote": fact.quote,
    }
    if fact.amount_max is not None:
        row["amount_max"] = _number(fact.amount_max)
    return row


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
