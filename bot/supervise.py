"""Keeps a chat connected: starts it again, with growing rests, whatever ends it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from bot.errors import TokenRejected
from bot.ports import Chat, Clock

log = structlog.get_logger()

# the rest between two tries, in seconds: doubled after each, and forgotten after a good while
_FIRST_REST = 1.0
_LONGEST_REST = 300.0
_GOOD_WHILE = timedelta(minutes=2)


async def keep(
    chat: Chat,
    clock: Clock,
    *,
    notify: Callable[[str], Awaitable[None]],
    leaving: asyncio.Event,
    first_rest: float = _FIRST_REST,
) -> None:
    """Serve a chat until cancelled, or until it ends while we are leaving.

    Its failures are logged with their cause and end nothing else. A rejected token is told through
    `notify`, once, and tried again after the longest rest alone.
    """
    rest, told = first_rest, ""
    while True:
        began, rejected = clock.now(), False
        try:
            await chat.serve()
            cause = "the connection was closed"
        except TokenRejected as error:
            cause, rejected = str(error), True
        except Exception as error:
            cause = str(error) or type(error).__name__
        if leaving.is_set():
            return
        if clock.now() - began > _GOOD_WHILE:
            rest, told = first_rest, ""
        if rejected:
            # platforms ban those who keep knocking
            rest = _LONGEST_REST
        log.warning("chat.down", chat=chat.name, cause=cause, again_in=f"{rest:g} s")
        if rejected and cause != told:
            told = cause
            await notify(cause)
        await asyncio.sleep(rest)
        rest = min(rest * 2, _LONGEST_REST)
