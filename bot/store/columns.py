"""Column types that hold the nouns without loss on both databases."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator

from bot.core.model import Bound, Change, Fact, Reason, Status, Verdict

# SQLite numbers rows by itself only for a column that is exactly INTEGER
Ident = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware time, in UTC. SQLite keeps it as text that sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time: nobody knows when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text from anywhere. NUL, which PostgreSQL can't hold, goes; a lone surrogate becomes "?"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Make sure that no text from a feed can make a row unwritable."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """The text as both databases can hold it."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


class Facts(TypeDecorator[tuple[Fact, ...]]):
    """Facts as JSON; an amount is text there, so that no digit is lost."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Fact, ...] | None, dialect: Dialect) -> Any:
        """Write the amounts as text."""
        return [_written(fact) for fact in value or ()]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Fact, ...]:
        """Read the facts back, without fields that an earlier version knew."""
        return tuple(_fact(written) for written in value or ())


class Changes(TypeDecorator[tuple[Change, ...]]):
    """How a source fared before, as JSON; NULL for one of an earlier version."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Change, ...] | None, dialect: Dialect) -> Any:
        """Write the changes."""
        return [
            {"at": one.at.isoformat(), "verdict": one.verdict.value, "cause": storable(one.cause)}
            for one in value or ()
        ]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Change, ...]:
        """Read the changes back."""
        return tuple(
            Change(at=datetime.fromisoformat(one["at"]), verdict=Verdict(one["verdict"]), cause=one["cause"])
            for one in value or ()
        )


class Reasons(TypeDecorator[tuple[Reason, ...]]):
    """The reasons of an alert as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Reason, ...] | None, dialect: Dialect) -> Any:
        """Write the reasons."""
        return [_written(reason) for reason in value or ()]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Reason, ...]:
        """Read the reasons back."""
        return tuple(
            Reason(watch=one["watch"], query=one["query"], why=tuple(one["why"])) for one in value or ()
        )


_AMOUNTS = ("amount", "amount_max", "usd", "usd_max")
_FACT_FIELDS = frozenset(field.name for field in fields(Fact))


def _written(thing: Fact | Reason) -> dict[str, Any]:
    return {name: _plain(value) for name, value in asdict(thing).items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return storable(value) if isinstance(value, str) else value


def _fact(written: dict[str, Any]) -> Fact:
    known = {name: value for name, value in written.items() if name in _FACT_FIELDS}
    for name in _AMOUNTS:
        if known.get(name) is not None:
            known[name] = Decimal(known[name])
    known["status"] = Status(known["status"])
    known["bound"] = Bound(known.get("bound", ""))
    known["investors"] = tuple(known.get("investors", ()))
    return Fact(**known)
