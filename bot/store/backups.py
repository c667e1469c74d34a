"""Backups of a SQLite database, and going on from one: by hand, or when the file is damaged."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from bot.errors import SettingsError, StoreDown, UserError
from bot.ports import RESTORED, Restored
from bot.store import address, copies
from bot.store.locks import FileLock

T = TypeVar("T")

# how many backups of the folder are kept
KEPT = 7

_STAMP = "%Y%m%dT%H%M%SZ"

# SQLite's own files beside a database
_BESIDE = ("-wal", "-shm", "-journal")

# a store without a file of its own
_POSTGRESQL = (
    "A PostgreSQL database is saved with its own tools: pg_dump --format=custom --file=newsbell.dump, "
    "and pg_restore to bring it back."
)
_MEMORY = "A database in memory leaves nothing to save: set NEWSBELL_DATABASE_URL to a file."


class Backups:
    """The backups of one SQLite database, in a folder, named by the moment they were made."""

    def __init__(self, database: Path, folder: Path | None) -> None:
        self.database = database
        # None: none are made
        self.folder = folder
        self._name = re.compile(re.escape(database.stem) + r"-(\d{8}T\d{6}Z)\.db")

    def found(self) -> list[Path]:
        """Every backup in the folder, the newest first."""
        if self.folder is None or not self.folder.is_dir():
            return []
        return sorted((one for one in self.folder.iterdir() if self._name.fullmatch(one.name)), reverse=True)

    def times(self) -> list[datetime]:
        """When each backup was made, the latest first."""
        return [self.made(file) for file in self.found()]

    def made(self, file: Path) -> datetime:
        """When a backup was made: its name says it, and where that doesn't, the file."""
        if named := self._name.fullmatch(file.name):
            return datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
        return datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(microsecond=0)

    def good(self) -> Path | None:
        """The newest backup that can be gone on from."""
        for file in self.found():
            with suppress(UserError):
                copies.refuse_unless_ours(file)
                return file
        return None

    async def make(self, now: datetime) -> str:
        """Make a backup in the folder, check it, and drop those beyond the newest seven; its path.

        Raises StoreDown when it can't be made, StoreDamaged when the database turns out to be damaged.
        """
        if self.folder is None:
            raise UserError("Daily backups are off (NEWSBELL_BACKUPS): write newsbell backup FILE.")
        target = self.folder / f"{self.database.stem}-{now.astimezone(UTC).strftime(_STAMP)}.db"
        await asyncio.to_thread(copies.save, self.database, target)
        for old in self.found()[KEPT:]:
            # one that can't be deleted is no reason to fail
            with suppress(OSError):
                old.unlink()
        return str(target)


def backups_of(url: str, setting: str) -> Backups:
    """The backups of a database, by the setting: a folder, "on" for the one beside the file, or "off".

    Raises UserError for a database that isn't a file, with how to save that.
    """
    where = address.parse(url)
    if where.file is None:
        raise UserError(_POSTGRESQL if where.postgresql else _MEMORY)
    if setting == "off":
        return Backups(where.file, None)
    beside = where.file.parent / "backups"
    return Backups(where.file, beside if setting == "on" else Path(setting).expanduser().absolute())


async def save_to(backups: Backups, file: Path) -> None:
    """Make a backup under a name that somebody chose. Raises UserError, StoreDown or StoreDamaged."""
    await asyncio.to_thread(_save_new, backups.database, file)


async def save_now(backups: Backups, now: datetime) -> str:
    """Make a backup in the folder of the daily ones; its path. Raises as `save_to` does."""
    _want_database(backups.database)
    return await backups.make(now)


async def restore(backups: Backups, file: Path, now: datetime) -> Path | None:
    """Put a backup in the database's place; where the replaced database is now, None without one.

    Raises UserError for a file that can't serve, SettingsError while a bot runs on the database, and
    StoreDown when the disk doesn't let us.
    """
    await asyncio.to_thread(_want_backup, backups.database, file)
    made = backups.made(file)
    said = f"The database was replaced by the backup of {_told(made)}."
    note = Restored(at=now, made=made, said=said)
    return await _alone(backups.database, lambda: _put_in_place(file, backups.database, note, "replaced"))


async def recover(backups: Backups, now: datetime) -> str:
    """Set a damaged database aside and go on from the newest good backup, or anew; what was done, in words.

    Raises StoreDown when the disk doesn't let us.
    """
    good = await asyncio.to_thread(backups.good)
    made = backups.made(good) if good else None

    def replace() -> str:
        aside = _free_name(backups.database, "damaged", now)
        said = _recovered(made, aside)
        if good and made:
            note = Restored(at=now, made=made, said=said)
            _put_in_place(good, backups.database, note, "damaged")
        else:
            _set_aside(backups.database, aside, keep=False)
        return said

    return await _alone(backups.database, replace)


def _recovered(made: datetime | None, aside: Path) -> str:
    kept = f"The damaged file is kept as {aside.name}."
    if made is None:
        return (
            "The database file was damaged and there was no good backup, so that Newsbell began anew: "
            f"watches and sources that people added must be made again. {kept}"
        )
    return (
        f"The database file was damaged. Newsbell went on from the backup of {_told(made)}; watches, sources "
        f"and names that were changed since are lost, and what was published meanwhile doesn't ring. {kept}"
    )


def _told(made: datetime) -> str:
    return f"{made:%Y-%m-%d %H:%M} UTC"


async def _alone(database: Path, work: Callable[[], T]) -> T:
    lock = FileLock(database)
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError((f"The folder {database.parent} can't be made: {error.strerror}.",)) from None
    await lock.take()
    try:
        return await asyncio.to_thread(work)
    finally:
        await lock.release()


def _put_in_place(backup: Path, database: Path, note: Restored, kind: str) -> Path | None:
    fresh = database.with_name(f".{database.name}.restored")
    aside = _free_name(database, kind, note.at)
    try:
        copies.save(backup, fresh)
        _leave_note(fresh, note)
        there = database.exists()
        if kind == "replaced":
            _empty_log(database)
        _set_aside(database, aside, keep=True)
        # from one moment to the next, so that at no time there's no database
        fresh.replace(database)
    except OSError as error:
        raise StoreDown(f"{database} can't be replaced: {error.strerror}.") from error
    finally:
        fresh.unlink(missing_ok=True)
    return aside if there else None


def _set_aside(database: Path, aside: Path, *, keep: bool) -> None:
    """Give a database, and the files beside it, another name; `keep` leaves it under the old one too."""
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            database.with_name(database.name + ending).rename(aside.with_name(aside.name + ending))
    if not database.exists():
        return
    if keep:
        # some file systems know no second names
        with suppress(OSError):
            aside.hardlink_to(database)
            return
    database.rename(aside)


def _empty_log(database: Path) -> None:
    """Bring what stands in the log into the file, so that the file alone is all."""
    if not database.exists():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as link:
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _leave_note(file: Path, note: Restored) -> None:
    with closing(sqlite3.connect(file)) as link, link:
        link.execute("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)", (RESTORED, note.written()))


def _free_name(database: Path, kind: str, now: datetime) -> Path:
    """A dated name beside the database that nothing has yet."""
    stem = f"{database.name}.{kind}-{now.astimezone(UTC).strftime(_STAMP)}"
    tries = (stem if count == 1 else f"{stem}-{count}" for count in range(1, 1000))
    return next(path for path in map(database.with_name, tries) if not path.exists())


def _save_new(database: Path, file: Path) -> None:
    _want_database(database)
    if file.exists():
        raise UserError(f"{file} is there already, and a backup replaces nothing: choose another name.")
    copies.save(database, file.absolute())


def _want_backup(database: Path, file: Path) -> None:
    if file.exists() and database.exists() and file.samefile(database):
        raise UserError(f"{file} is the database itself: name a backup.")
    copies.refuse_unless_ours(file)


def _want_database(database: Path) -> None:
    if not database.is_file():
        raise UserError(f"There is no database at {database} yet: nothing is to be saved.")
