"""`newsbell health`: whether a running bot still moves, for a container's health check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from typing import Any

from bot.config import Settings
from bot.core.message.time import ago
from bot.store import open_store

# three beats may be missed: a slow disk is not a dead bot
_LATE = timedelta(seconds=90)

# a bot that moves answers in milliseconds; a container's own limit is ten seconds
_PATIENCE = 5.0

# where a server listens on every address, we ask on our own machine
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - nothing is bound here


async def health(settings: Settings) -> int:
    """0 when the bot on this database has shown life lately, else 1 with a sentence.

    A running bot is asked over HTTP. Where none answers there, since that is turned off or another program
    has the port, its last sign of life in the database counts.
    """
    asked = _ask(settings)
    if isinstance(asked, bool):
        return 0 if asked else 1
    return await _look(settings)


def _ask(settings: Settings) -> bool | None:
    """Whether our bot says that it's well; None when it doesn't answer there. A hanging one is not well."""
    if settings.http is None:
        return None
    host, port = settings.http
    door = HTTPConnection(_EVERYWHERE.get(host, host), port, timeout=_PATIENCE)
    try:
        door.request("GET", "/healthz")
        answer = json.loads(door.getresponse().read(100_000))
    except TimeoutError:
        print(f"No answer at {host}:{port} within {_PATIENCE:g} s: the bot hangs. Restart it.")
        return False
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        door.close()
    if not isinstance(answer, dict) or answer.get("bot") != settings.mark:
        # another program, or the bot of another database
        return None
    return _told(answer)


def _told(answer: Mapping[str, Any]) -> bool:
    alive = answer.get("alive") is True
    for check in answer["checks"]:
        if alive or not check["well"]:
            print(check["said"])
    return alive


async def _look(settings: Settings) -> int:
    # one text for the application and for us
    from bot.app import BEAT  # noqa: PLC0415 - a bot that answers over HTTP needs none of what this loads

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
