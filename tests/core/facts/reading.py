"""Reads with the tables that ship, as the program does."""

from __future__ import annotations

from datetime import UTC, datetime

from bot import shipped
from bot.core import facts
from bot.core.model import Fact, Reading

DAY = datetime(2026, 5, 6, 12, tzinfo=UTC)


def read(title: str, text: str = "", language: str = "en", published: datetime | None = DAY) -> Reading:
    return facts.read(
        title,
        text,
        language=language,
        published=published,
        companies=shipped.companies(),
        rates=shipped.rates(),
    )


def of_kind(reading: Reading, kind: str) -> list[Fact]:
    return [fact for fact in reading.facts if fact.kind == kind]
