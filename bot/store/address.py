"""Which database a setting means: `sqlite:///path` or `postgresql://…`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import SettingsError

_WRITE = "write sqlite:///data/newsbell.db or postgresql://user:password@host/database"

_SQLITE = frozenset({"sqlite", "sqlite+aiosqlite"})
_POSTGRESQL = frozenset({"postgresql", "postgres", "postgresql+asyncpg"})

# libpq's names for what a PostgreSQL address may carry behind its "?"; the hosts are left as they are
_KNOWN = frozenset({"host", "port", "sslmode", "application_name", "connect_timeout"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A database that can be opened. `file` is None for PostgreSQL and for memory."""

    url: URL
    file: Path | None
    arguments: dict[str, Any]

    @property
    def postgresql(self) -> bool:
        """Whether this is a PostgreSQL server."""
        return self.url.get_backend_name() == "postgresql"

    def __str__(self) -> str:
        """As it may be shown: without the password."""
        if self.file is not None:
            return str(self.file)
        return self.url.set(drivername=self.url.get_backend_name(), query={}).render_as_string()


def parse(text: str) -> Address:
    """Read a database address. Raises SettingsError, without the address: it may hold a password."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise SettingsError((f"The database address can't be read: {_WRITE}.",)) from None
    if url.drivername in _SQLITE:
        return _sqlite(url)
    if url.drivername in _POSTGRESQL:
        return _postgresql(url)
    raise SettingsError((f"Newsbell keeps its memory in SQLite or PostgreSQL: {_WRITE}.",))


def _sqlite(url: URL) -> Address:
    if url.query or url.host:
        problem = (
            "A SQLite address is three slashes and a path (four for an absolute one), and nothing behind: "
            "write sqlite:///data/newsbell.db."
        )
        raise SettingsError((problem,))
    memory = url.database in {None, "", ":memory:"}
    # the same file by another name must meet the same lock
    file = None if memory else Path(url.database or "").absolute().resolve()
    database = ":memory:" if file is None else str(file)
    return Address(
        url=URL.create("sqlite+aiosqlite", database=database), file=file, arguments={"timeout": 1.0}
    )


def _postgresql(url: URL) -> Address:
    unknown = sorted(set(url.query) - _KNOWN)
    if unknown:
        problem = (
            f"The PostgreSQL address has {', '.join(unknown)} behind its ?, which Newsbell can't use; "
            f"it understands {', '.join(sorted(_KNOWN))}."
        )
        raise SettingsError((problem,))
    if not url.database:
        raise SettingsError((f"The PostgreSQL address names no database: {_WRITE}.",))
    query = dict(url.query)
    arguments: dict[str, Any] = {
        # seconds: for the connection, and for any one statement
        "timeout": _seconds(query.pop("connect_timeout", "5")),
        "command_timeout": 30.0,
        "server_settings": {
            "application_name": str(query.pop("application_name", "newsbell")),
            # seconds after which the server forgets a machine that lost its power, and frees its claim
            "tcp_keepalives_idle": "30",
            "tcp_keepalives_interval": "10",
            "tcp_keepalives_count": "3",
        },
    }
    if sslmode := query.pop("sslmode", None):
        arguments["ssl"] = str(sslmode)
    return Address(url=url.set(drivername="postgresql+asyncpg", query=query), file=None, arguments=arguments)


def _seconds(text: str | tuple[str, ...]) -> float:
    try:
        return float(str(text))
    except ValueError:
        raise SettingsError(("connect_timeout in the database address is no number of seconds.",)) from None
