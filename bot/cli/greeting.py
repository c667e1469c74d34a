"""The first words: what the bot is doing, and what it has just read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import structlog

from bot import shipped
from bot.app import Newsbell
from bot.core.message.time import until
from bot.core.model import Line, Source
from bot.core.spans import bold, code, counted, line, text
from bot.pipeline.preview import preview

log = structlog.get_logger()

# how long the first poll may take before the preview shows what is there, in seconds
_FIRST_POLL = 45.0

# how often it is looked whether there is a network at last, in seconds
_NETWORK = 2.0

_UNREAD = line(
    "No source could be read yet; is there a network? Newsbell goes on trying. ",
    code("/newsbell sources"),
    " says why.",
)


async def greet(bell: Newsbell) -> bool:
    """Say what the bot is doing: sources, next poll, chats, what to type. True when sources are new here."""
    sources = [source for source in await bell.store.sources() if source.enabled]
    soonest = min((source.next_poll for source in sources), default=None)
    when = until(soonest, bell.clock.now()) if soonest else "none planned"
    log.info("bot.started", sources=len(sources), next_poll=when, chats=list(bell.chats))
    new = sum(not source.primed for source in sources)
    if bell.terminal is not None:
        bell.terminal.screen.lines(tuple(_greeting(bell, len(sources), when, new)))
    elif not bell.chats:
        log.warning("bot.no_chat", say="No chat token is set and there is no terminal: nobody will be told.")
    return new > 0


def _greeting(bell: Newsbell, sources: int, when: str, new: int) -> Iterator[Line]:
    every = _minutes(bell.settings.poll_interval)
    yield (
        bold("Newsbell"),
        text(f" follows {counted(sources, 'source')}; next poll {when}, then every {every}."),
    )
    others = [name for name in bell.chats if name != "terminal"]
    joined = "".join(f", {name} (connecting)" for name in others)
    hint = "" if others else " Slack and Discord join when their tokens are set; see README.md."
    yield (text(f"Chats: this terminal{joined}.{hint}"),)
    if new:
        yield (
            text(f"The first poll of {counted(new, 'source')} is silent: what is there rings for nobody."),
        )
    yield (
        text("Type "),
        code("/newsbell watch valuation >= 10B"),
        text(", "),
        code("/newsbell help"),
        text(" or "),
        code("quit"),
        text("."),
    )


def _minutes(interval: timedelta) -> str:
    seconds = interval.total_seconds()
    return f"{seconds:g} seconds" if seconds < 60 else f"{seconds / 60:g} minutes"


async def show_preview(bell: Newsbell) -> None:
    """After the first poll of a new installation: show what this is."""
    if bell.terminal is None or await bell.store.get("previewed"):
        return
    await _first_poll(bell)
    if not await _read(bell):
        bell.terminal.screen.lines((_UNREAD,))
        while not await _read(bell):  # noqa: ASYNC110 - the store tells nobody when it changes
            await asyncio.sleep(_NETWORK)
        # the first is back, the others come within moments
        await asyncio.sleep(_NETWORK)
    now = bell.clock.now()
    read = await _read(bell)
    stories = await bell.store.stories(since=now - timedelta(days=14))
    items = sum(len(story.articles) for story in stories)
    said = line(
        f"Read {counted(len(read), 'source')}: {counted(items, 'older item')} set aside; ",
        code("/newsbell try valuation >= 1B"),
        " shows what a watch would have rung.",
    )
    bell.terminal.screen.lines((said,))
    for message in preview(stories, now, companies=shipped.companies(), rates=shipped.rates()):
        bell.terminal.screen.message(message)
    await bell.store.put("previewed", now.isoformat())


async def _read(bell: Newsbell) -> list[Source]:
    return [source for source in await bell.store.sources() if source.primed]


async def _first_poll(bell: Newsbell) -> None:
    """Wait until every source was polled once, or long enough."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _FIRST_POLL
    while loop.time() < deadline:
        sources = [source for source in await bell.store.sources() if source.enabled]
        if all(source.last_poll for source in sources):
            return
        await asyncio.sleep(0.2)
