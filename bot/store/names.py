"""Names of companies that people added, and who added each where; its queries stand beside it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import AddedName
from bot.store import rows
from bot.store.database import Database
from bot.store.queries import upsert
from bot.store.tables import aliases

_ALL = select(aliases).order_by(aliases.c.made_at, aliases.c.key)


async def added(database: Database) -> list[AddedName]:
    """All of them, oldest first."""
    return [
        AddedName(name=row.name, company=row.company, made_by=row.made_by, made_in=row.made_in)
        for row in await database.fetch(_ALL)
    ]


async def add(database: Database, name: AddedName, now: datetime) -> None:
    """A company's further name, in place of the one that is written alike."""
    row = {
        "key": rows.alias_key(name.name),
        "name": name.name,
        "company": name.company,
        "made_by": name.made_by,
        "made_in": name.made_in,
        "made_at": now,
    }

    async def work(link: AsyncConnection) -> None:
        new = upsert(aliases, link.dialect.name).values(row)
        await link.execute(new.on_conflict_do_update(index_elements=[aliases.c.key], set_=row))

    await database.write(work)


async def remove(database: Database, name: str) -> None:
    """Forget a name, written in any case."""
    await database.run(delete(aliases).where(aliases.c.key == rows.alias_key(name)))
