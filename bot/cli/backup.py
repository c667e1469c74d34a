"""`newsbell backup` and `newsbell restore`: the memory kept, and brought back."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.store import backups_of, restore, save_now, save_to


async def save(settings: Settings, file: str | None) -> int:
    """Make a backup, also beside a running bot. Raises UserError or StoreDown with what to do."""
    kept = backups_of(settings.database_url.get_secret_value(), settings.backups)
    if file is None:
        path = await save_now(kept, datetime.now(UTC))
    else:
        path = file
        await save_to(kept, Path(file))
    print(_saved(path))
    return 0


def _saved(path: str) -> str:
    return f"Saved and checked: {path} ({os.path.getsize(path) / 1e6:.1f} MB)."


async def bring_back(settings: Settings, file: str) -> int:
    """Put a backup in the database's place. Raises UserError, SettingsError or StoreDown with what to do."""
    kept = backups_of(settings.database_url.get_secret_value(), settings.backups)
    aside = await restore(kept, Path(file), datetime.now(UTC))
    print(f"Restored: {kept.database} is now what {file} holds.")
    if aside:
        print(f"What was there before is kept as {aside}.")
    print("Start the bot. What was published until now is taken as told and doesn't ring again.")
    return 0
