"""`newsbell run`: the bot itself, until Ctrl-C or SIGTERM; with --once, one round and out."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from datetime import timedelta

import structlog
from bot.core.spans import bold, code, text

from bot import supervise
from bot.app import Newsbell, assemble
from bot.config import Settings
from bot.core.message.time import until
from bot.core.model import AlertState, Line
from bot.pipeline import Polled
from bot.pipeline.preview import preview
from bot.schedule import scheduler

log = structlog.get_logger()

# how long --once waits for the chats to connect, in seconds
_CONNECT = 20.0

# how long the first poll may take before the preview shows what is there, in seconds
_FIRST_POLL = 45.0


async def run(settings: Settings) -> None:
    """Serve until told to stop. Raises SettingsError or StoreDown when it can't start."""
    stop = asyncio.Event()
    _on_signals(stop)
    bell = await assemble(settings, leave=stop.set)
    await _greet(bell)
    ticks = scheduler(poll=bell.polling.tick, deliver=bell.delivery.tick, tidy=bell.tidy)
    ticks.start()
    tasks = [
        asyncio.create_task(supervise.keep(chat, bell.clock), name=name) for name, chat in bell.chats.items()
    ]
    if bell.terminal:
        tasks.append(asyncio.create_task(_preview(bell), name="preview"))
    try:
        await stop.wait()
    finally:
        log.info("bot.stopping")
        ticks.shutdown(wait=False)
        await bell.close()
        for task in tasks:
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 1)


async def once(settings: Settings) -> None:
    """Poll every source once, deliver what is owed, print what each did and a closing line."""
    stop = asyncio.Event()
    _on_signals(stop)
    bell = await assemble(settings, leave=stop.set)
    platforms = [chat for chat in bell.chats.values() if chat is not bell.terminal]
    tasks = [asyncio.create_task(supervise.keep(chat, bell.clock), name=chat.name) for chat in platforms]
    try:
        work = asyncio.create_task(_round(bell), name="round")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        await asyncio.wait({work, stopped}, return_when=asyncio.FIRST_COMPLETED)
        work.cancel() if not work.done() else work.result()
        stopped.cancel()
    finally:
        await bell.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _round(bell: Newsbell) -> None:
    before = (await bell.store.alert_counts()).get(AlertState.SENT, 0)
    polls = await bell.polling.everything()
    for polled in polls:
        print(_told(polled))
    with suppress(TimeoutError):
        await asyncio.wait_for(_connected(bell), _CONNECT)
    await bell.delivery.finish()
    sent = (await bell.store.alert_counts()).get(AlertState.SENT, 0) - before
    print(
        f"sources={len(polls)}"
        f" articles={sum(polled.taken.new + polled.taken.set_aside for polled in polls)}"
        f" stories={sum(polled.taken.stories for polled in polls)}"
        f" alerts={sent}"
        f" failures={sum(polled.failed for polled in polls)}",
        flush=True,
    )


async def _connected(bell: Newsbell) -> None:
    while not all(chat.connected for chat in bell.chats.values()):
        # a chat's connection is its own affair, and only --once has to wait for it
        await asyncio.sleep(0.1)  # noqa: ASYNC110 - no port gives an event for this one use


def _told(polled: Polled) -> str:
    source, taken = polled.source, polled.taken
    if polled.failed:
        return f"{source.name}: {source.verdict}: {source.cause}"
    said = f"{source.name}: {taken.new} new"
    return f"{said}, {taken.set_aside} older items set aside" if taken.set_aside else said


def _on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            # Windows has no such handlers; Ctrl-C ends the loop there
            loop.add_signal_handler(number, stop.set)


async def _greet(bell: Newsbell) -> None:
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


async def _preview(bell: Newsbell) -> None:
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
    for message in preview(stories, now, companies=bell.companies, rates=bell.rates):
        bell.terminal.screen.message(message)
    await bell.store.put("previewed", now.isoformat())
