"""Opens the memory for the bot, and mends it first: a damaged database goes on from its newest backup."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from uuid import uuid4

import structlog

from bot.config import Settings
from bot.errors import SettingsError, StoreDamaged, UserError
from bot.ports import RESTORED, Clock, Restored, Store
from bot.sources.packs import PackSource
from bot.store import Backups, backups_of, complaint_of, open_store, recover

log = structlog.get_logger()


def backups(settings: Settings) -> Backups | None:
    """The backups of the database; None where it isn't a file of ours to copy."""
    try:
        return backups_of(settings.database_url.get_secret_value(), settings.backups)
    except UserError:
        return None


async def open_memory(settings: Settings, clock: Clock) -> Store:
    """Open the database for this bot alone. Raises SettingsError or StoreDown.

    A damaged SQLite file is set aside, and the newest good backup takes its place; without any, an empty
    database does. What was done stands in the log, and in the database itself until people are told.
    """
    url = settings.database_url.get_secret_value()
    try:
        return await open_store(url, clock=clock)
    except StoreDamaged as error:
        cause = str(error)
    except SettingsError:
        # a file that is no database may be any file; with backups beside, it was one
        kept = backups(settings)
        complaint = await asyncio.to_thread(complaint_of, kept.database) if kept and kept.found() else ""
        if not complaint:
            raise
        cause = f"The database file is damaged ({complaint})."
    return await _mended(settings, clock, cause)


async def look_again(settings: Settings, clock: Clock) -> None:
    """After damage was met at run time and the database closed: look through all of it, and mend it.

    Raises SettingsError or StoreDown when that can't be done.
    """
    kept = backups(settings)
    if kept and (complaint := await asyncio.to_thread(complaint_of, kept.database)):
        await (await _mended(settings, clock, complaint)).close()


async def _mended(settings: Settings, clock: Clock, cause: str) -> Store:
    kept = backups(settings)
    if kept is None:
        raise StoreDamaged(cause)
    log.error("store.mending", cause=cause)
    said = await recover(kept, clock.now())
    store = await open_store(settings.database_url.get_secret_value(), clock=clock)
    if await store.get(RESTORED) is None:
        await store.put(RESTORED, Restored(at=clock.now(), made=None, said=said).written())
    return store


async def follow(store: Store, pack: Sequence[PackSource], clock: Clock) -> None:
    """Follow what the packs name, but for what people have unfollowed since."""
    before = set(json.loads(await store.get("packs") or "[]"))
    for source in pack:
        if source.target not in before:
            await store.add_source(
                kind=source.kind,
                target=source.target,
                name=source.name,
                topic=source.topic,
                language=source.language,
                pack=source.pack,
                now=clock.now(),
            )
    await store.put("packs", json.dumps(sorted(before | {source.target for source in pack})))


async def installation(store: Store) -> str:
    """A name for this installation, made once: it keeps the keys of two installations apart."""
    known = await store.get("installation")
    if known is None:
        known = new_name()
        await store.put("installation", known)
    return known


def new_name() -> str:
    """A name that no installation has."""
    return uuid4().hex[:8]
