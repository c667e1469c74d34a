"""What a database's failure means: whether it passes, and how to say it without a secret."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure that is the database's, not the program's."""

    sentence: str
    # whether the same again in a moment may work
    passing: bool
    # whether the settings must be changed before it can work
    settings: bool = False
    # whether the file itself is damaged, so that only a backup helps
    damaged: bool = False


# SQLite's primary result codes, https://www.sqlite.org/rescode.html
_SQLITE = {
    sqlite3.SQLITE_BUSY: Fault("the database file is locked by another program", passing=True),
    sqlite3.SQLITE_LOCKED: Fault("the database file is locked", passing=True),
    sqlite3.SQLITE_NOMEM: Fault("there is no memory left", passing=False),
    sqlite3.SQLITE_READONLY: Fault("the database file can't be written", passing=False),
    sqlite3.SQLITE_IOERR: Fault("the disk that holds the database fails", passing=False),
    sqlite3.SQLITE_CORRUPT: Fault("the database file is damaged", passing=False, damaged=True),
    sqlite3.SQLITE_FULL: Fault("the disk that holds the database is full", passing=False),
    sqlite3.SQLITE_CANTOPEN: Fault("the database file can't be opened", passing=False),
    sqlite3.SQLITE_PROTOCOL: Fault("the database file is locked", passing=True),
    sqlite3.SQLITE_NOTADB: Fault(
        "the file is no SQLite database", passing=False, settings=True, damaged=True
    ),
}

# PostgreSQL's states and classes of states, the longer first,
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL = (
    ("25006", Fault("the PostgreSQL server only lets us read", passing=False)),
    ("3D000", Fault("the PostgreSQL server has no such database", passing=False, settings=True)),
    ("53100", Fault("the PostgreSQL server's disk is full", passing=False)),
    ("53300", Fault("the PostgreSQL server has no connection left", passing=True)),
    ("08", Fault("the connection to the PostgreSQL server broke", passing=True)),
    ("28", Fault("the PostgreSQL server refused the user or the password", passing=False, settings=True)),
    ("40", Fault("the PostgreSQL server asked to try again", passing=True)),
    ("53", Fault("the PostgreSQL server has no resources left", passing=True)),
    ("55", Fault("the PostgreSQL server holds a lock on it", passing=True)),
    ("57", Fault("the PostgreSQL server is starting or stopping", passing=True)),
    ("58", Fault("the PostgreSQL server's disk fails", passing=False)),
    ("XX", Fault("the PostgreSQL server's data is damaged", passing=False)),
)

_LOST = Fault("the connection to the database broke", passing=True)
_UNREACHED = Fault("the database server can't be reached", passing=True)
_PLAIN = Fault("the PostgreSQL server takes no encrypted connections", passing=False, settings=True)
_SLOW = Fault("the database took too long to answer", passing=False)


def read(error: BaseException) -> Fault | None:
    """What went wrong at the database; None when the error is a mistake of ours."""
    if isinstance(error, PoolTimeout | TimeoutError):
        return _SLOW
    if isinstance(error, OSError):
        return _PLAIN if "rejected SSL upgrade" in str(error) else _UNREACHED
    cause = error.orig if isinstance(error, DBAPIError) else error
    driver = cause.__cause__ if cause is not None else None
    # asyncpg's, which isn't imported for its name alone
    if type(driver).__name__ == "ClientConfigurationError":
        return Fault(f"the PostgreSQL address can't be used ({driver})", passing=False, settings=True)
    if isinstance(cause, sqlite3.Error):
        # the lower byte is the primary code
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    known = _by_state(str(getattr(cause, "sqlstate", None) or ""))
    if known is None and isinstance(error, DBAPIError) and error.connection_invalidated:
        return _LOST
    return known


def _by_state(state: str) -> Fault | None:
    return next((fault for start, fault in _POSTGRESQL if state.startswith(start)), None)
