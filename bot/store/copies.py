"""Copies of a SQLite database file: made beside a running bot, and checked before they count."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import StoreDamaged, StoreDown, UserError
from bot.store import faults, schema

# what every SQLite file begins with
_MAGIC = b"SQLite format 3\0"

# free space that a copy must leave on its disk, in bytes: the database itself may need it more
_LEFT_FREE = 16 * 1024 * 1024

# seconds for which a copy waits for somebody who keeps the whole file for himself
_PATIENCE = 5.0


def save(database: Path, target: Path) -> None:
    """Copy a database, as it stands at one moment, to a file that appears whole or not at all.

    What stood at `target` is replaced. Whoever writes to the database meanwhile isn't held up.
    Raises StoreDown when there's no room or the copy can't be written, StoreDamaged for a bad copy.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _want_room(database, target.parent)
        part.unlink(missing_ok=True)
        # readable by us alone, from the first byte on
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _copy(database, part)
            if complaint := complaint_of(part):
                raise StoreDamaged(f"The database file is damaged: its copy isn't sound ({complaint}).")
            _to_disk(part)
            part.replace(target)
            _to_disk(target.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreDown(f"{target} can't be written: {error.strerror}.") from error


def complaint_of(file: Path) -> str:
    """What is wrong with a database file, by a look at every page and index; "" when it's sound."""
    try:
        with closing(_look(file)) as link:
            said = str(link.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if said == "ok" else said.splitlines()[-1]


def refuse_unless_ours(file: Path) -> None:
    """Raises UserError, with what to do, unless a file is a sound Newsbell database that we can read."""
    if not file.is_file():
        raise UserError(f"{file} is no file: name a backup that “newsbell backup” has made.")
    try:
        with file.open("rb") as content:
            begins = content.read(len(_MAGIC))
    except OSError as error:
        raise UserError(f"{file} can't be read: {error.strerror}.") from None
    if begins != _MAGIC:
        raise UserError(f"{file} is no SQLite database: name a backup that “newsbell backup” has made.")
    if complaint := complaint_of(file):
        raise UserError(f"{file} is damaged ({complaint}): name another backup.")
    stands = _revision(file)
    if stands is None:
        raise UserError(f"{file} is a database of another program: name one of Newsbell's backups.")
    if not schema.knows(stands):
        raise UserError(
            f"{file} was written by a newer Newsbell (its tables stand at {stands}): install that version."
        )


def _revision(file: Path) -> str | None:
    with closing(_look(file)) as link:
        try:
            found = link.execute("SELECT version_num FROM alembic_version").fetchone()
            # other programs keep that table too
            link.execute("SELECT 1 FROM alerts, notes LIMIT 1")
        except sqlite3.OperationalError:
            return None
    return str(found[0]) if found else None


def _look(file: Path) -> sqlite3.Connection:
    """Open to read alone. A file without a log beside it is read without making one."""
    log = file.with_name(file.name + "-wal")
    how = "mode=ro" if log.exists() else "immutable=1"
    return sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, timeout=_PATIENCE)


def _copy(database: Path, part: Path) -> None:
    try:
        with (
            closing(
                sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE)
            ) as source,
            closing(sqlite3.connect(part)) as copy,
        ):
            # one step is one moment; it's written through to the disk once, at the end
            copy.execute("PRAGMA synchronous=OFF")
            source.backup(copy)
            # one file, with no log that somebody might forget to move along
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        fault = faults.read(error)
        if fault is None:
            raise
        kind = StoreDamaged if fault.damaged else StoreDown
        raise kind(f"No backup could be made: {fault.sentence}.") from error


def _want_room(database: Path, folder: Path) -> None:
    log = database.with_name(database.name + "-wal")
    needed = sum(file.stat().st_size for file in (database, log) if file.exists())
    free = shutil.disk_usage(folder).free
    if free < needed + _LEFT_FREE:
        raise StoreDown(
            f"No backup could be made: {folder} has {_megabytes(free)} MB left, and a backup needs "
            f"{_megabytes(needed + _LEFT_FREE)}."
        )


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
