"""The first words: what the bot is doing, and what it has just read."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot import shipped
from bot.app import Newsbell
from bot.core.message.time import until
from bot.core.model import Line
from bot.core.spans import bold, code, text
from bot.pipeline.preview import preview

log = structlog.get_logger()

# how long the first poll may take before the preview shows what is there, in seconds
_FIRST_POLL = 45.0


async def greet(bell: Newsbell) -> None:
    """Say what the bot is doing: sources, next poll, chats, what to type."""
    sources = [source for source in await bell.store.sources() if source.enabled]
    soonest = (
        until(min(source.next_poll for source in sources), bell.clock.now()) if sources else "none planned"
    )
    chats = [name for name in bell.chats if name != "terminal"]
    log.info("bot.started", sources=len(sources), next_poll=soonest, chats=list(bell.chats))
    if bell.terminal is None:
        if not chats:
            log.warning(
                "bot.no_chat", say="No chat token is set and there is no terminal: nobody will be told."
            )
        return
    new = [source for source in sources if not source.primed]
    lines: list[Line] = [
        (
            bold("Newsbell"),
            text(
                f" follows {len(sources)} sources; next poll {soonest}, then every "
                f"{_minutes(bell.settings.poll_interval)}."
            ),
        ),
        (
            text(
                "Chats: this terminal"
                + "".join(f", {name} (connecting)" for name in chats)
                + "."
                + ("" if chats else " Slack and Discord join when their tokens are set; see README.")
            ),
        ),
    ]
    if new:
        lines.append(
            (text(f"The first poll of {len(new)} sources is silent: nothing rings for what is old."),)
        )
    lines.append(
        (
            text("Type "),
            code("/newsbell watch valuation >= 10B"),
            text(", "),
            code("/newsbell help"),
            text(" or "),
            code("quit"),
            text("."),
        )
    )
    bell.terminal.screen.lines(tuple(lines))


def _minutes(interval: timedelta) -> str:
    seconds = interval.total_seconds()
    return f"{seconds:g} seconds" if seconds < 60 else f"{seconds / 60:g} minutes"


async def show_preview(bell: Newsbell) -> None:
    """After the first poll of a new installation: show what this is."""
    if await bell.store.get("previewed") or bell.terminal is None:
        return
    deadline = asyncio.get_running_loop().time() + _FIRST_POLL
    while asyncio.get_running_loop().time() < deadline:
        sources = [source for source in await bell.store.sources() if source.enabled]
        if all(source.last_poll for source in sources):
            break
        await asyncio.sleep(0.2)
    now = bell.clock.now()
    stories = await bell.store.stories(since=now - timedelta(days=14))
    read = [source for source in await bell.store.sources() if source.primed]
    if not read:
        bell.terminal.screen.lines(
            (
                (
                    text("No source could be read yet; is there a network? Newsbell goes on trying. "),
                    code("/newsbell sources"),
                    text(" says why."),
                ),
            )
        )
        return
    items = sum(len(story.articles) for story in stories)
    bell.terminal.screen.lines(
        (
            (
                text(f"Read {len(read)} sources: {items} older items set aside; "),
                code("/newsbell try valuation >= 1B"),
                text(" shows what a watch would have rung."),
            ),
        )
    )
    for message in preview(stories, now, companies=shipped.companies(), rates=shipped.rates()):
        bell.terminal.screen.message(message)
    await bell.store.put("previewed", now.isoformat())
