"""Opens a store: the folder, the claim, the tables."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import SettingsError, StoreDamaged
from bot.ports import Clock, Store
from bot.store import address, schema
from bot.store.database import Database
from bot.store.sql import SqlStore

# up to this size, in bytes, a file is looked through at the start: half a second. A larger one is looked
# through when its daily backup is checked.
_LOOKED_THROUGH = 256 * 1024 * 1024


class _Machine:
    """The machine's clock, for who opens a store without handing one in."""

    def now(self) -> datetime:
        return datetime.now(UTC)


async def open_store(url: str, *, exclusive: bool = True, clock: Clock | None = None) -> Store:
    """Open `sqlite:///path`, `sqlite://` (in memory) or `postgresql://…`, and bring its tables up to date.

    Refuses when another process has it open exclusively; `exclusive=False` opens it beside a running bot,
    to look or to edit watches. By the clock it notes when posts were settled.

    Raises SettingsError with what to correct, StoreDown when the database can't be reached just now,
    StoreDamaged when only a backup helps.
    """
    where = address.parse(url)
    _make_folder(where)
    database = Database(where)
    try:
        await _prepare(database, exclusive=exclusive)
        if exclusive and where.file and where.file.stat().st_size <= _LOOKED_THROUGH:
            await database.read(_look_through)
    except BaseException:
        await database.close()
        raise
    return SqlStore(database, clock or _Machine())


def _make_folder(where: address.Address) -> None:
    if where.file is None:
        return
    try:
        where.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError((f"The folder {where.file.parent} can't be made: {error.strerror}.",)) from None


async def _prepare(database: Database, *, exclusive: bool) -> None:
    if exclusive:
        await database.claim()
    if await database.read(_current):
        return
    # whoever changes the tables does it alone, also one that only wants to look
    if not exclusive:
        await database.claim()
    await database.write(_upgrade)
    if not exclusive:
        await database.release()


async def _current(link: AsyncConnection) -> bool:
    return await link.run_sync(schema.current)


async def _upgrade(link: AsyncConnection) -> None:
    await link.run_sync(schema.upgrade)


async def _look_through(link: AsyncConnection) -> None:
    """Every page, but not every index against its table. Raises StoreDamaged."""
    found = await link.exec_driver_sql("PRAGMA quick_check(1)")
    said = str(found.scalar_one())
    if said != "ok":
        raise StoreDamaged(f"The database file is damaged ({said.splitlines()[-1]}).")
