"""`newsbell health`: whether a running bot still moves, for a container's health check."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.app import BEAT
from bot.config import Settings
from bot.core.message.time import ago
from bot.store import open_store

# three beats may be missed: a slow disk is not a dead bot
_LATE = timedelta(seconds=90)


async def health(settings: Settings) -> int:
    """0 when the bot on this database has shown life lately, else 1 with a sentence."""
    store = await open_store(settings.database_url.get_secret_value(), exclusive=False)
    try:
        beat = await store.get(BEAT)
    finally:
        await store.close()
    now = datetime.now(UTC)
    if beat is None:
        print("No bot has run on this database yet.")
        return 1
    then = datetime.fromisoformat(beat)
    print(f"Last sign of life {ago(then, now)}.")
    return 0 if now - then < _LATE else 1
