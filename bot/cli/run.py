"""`newsbell run`: the bot itself, until Ctrl-C or SIGTERM; with --once, one round and out."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import opening, supervise
from bot.app import Newsbell, assemble
from bot.chat.text import line
from bot.cli.greeting import greet, show_preview
from bot.config import Settings
from bot.core.model import AlertState
from bot.lookout import Lookout, Meters
from bot.pipeline import Outage, Polled
from bot.schedule import scheduler

log = structlog.get_logger()

# what the end may take, in seconds; about what the last posts and the goodbyes get
_END = 5.0

# how long --once waits for the chats to connect, in seconds
_CONNECT = 20.0


def serve(settings: Settings, meters: Meters | None = None) -> bool:
    """Serve until told to stop, and be gone soon after; True when it must begin again.

    Raises SettingsError or StoreDown when it can't start.
    """
    last = threading.Timer(_END, _leave)
    # it must hold up nobody
    last.daemon = True
    try:
        return asyncio.run(run(settings, meters, leaving=last.start))
    finally:
        last.cancel()


def _leave() -> None:
    # a locked database or a library's last words may never end, and a kill loses nothing either
    log.warning("bot.left", say="Something took too long to end; it is settled after the next start.")
    os._exit(0)


async def run(settings: Settings, meters: Meters | None = None, *, leaving: Callable[[], None]) -> bool:
    """Serve until told to stop, and call `leaving` then; True on a database that was mended instead.

    With meters it can be watched over HTTP, where the settings say.
    Raises SettingsError or StoreDown when it can't start.
    """
    stop, damaged = asyncio.Event(), asyncio.Event()
    _on_signals(stop)
    bell = await assemble(settings, leave=stop.set)
    new = await greet(bell)
    lookout = _lookout(bell, meters)
    ticks = _ticks(bell, lookout, damaged, stop)
    if lookout:
        await lookout.listen()
    await bell.beat()
    ticks.start()
    tasks = [
        asyncio.create_task(supervise.keep(chat, bell.clock, notify=bell.notices, leaving=stop), name=name)
        for name, chat in bell.chats.items()
    ]
    tasks.append(asyncio.create_task(bell.checks.pulse.feel(), name="pulse"))
    if new:
        tasks.append(asyncio.create_task(show_preview(bell), name="preview"))
    try:
        await stop.wait()
    finally:
        stop.set()
        log.info("bot.stopping")
        # mending a database takes as long as it takes
        if not damaged.is_set():
            leaving()
        ticks.shutdown(wait=False)
        if lookout:
            await lookout.close()
        await bell.close()
        for task in tasks:
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 1)
    if damaged.is_set():
        await opening.look_again(settings, bell.clock)
    return damaged.is_set()


def begin_again() -> NoReturn:
    """Become a fresh process: nothing that was known of the lost database may live on."""
    log.info("bot.beginning_again")
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    # the very command that began us, whatever it was
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - see above


def _ticks(
    bell: Newsbell, lookout: Lookout | None, damaged: asyncio.Event, stop: asyncio.Event
) -> AsyncIOScheduler:
    def give_up() -> None:
        damaged.set()
        stop.set()

    outage = Outage(store=bell.store, clock=bell.clock, probe=bell.beat, notify=bell.notices, damaged=give_up)
    alive = outage.guard(bell.beat)

    async def beat() -> None:
        if lookout:
            # a port that was taken may be free by now
            await lookout.listen()
        await alive()

    pulse = bell.checks.pulse
    return scheduler(
        poll=pulse.of("polling", outage.guard(bell.polling.tick)),
        deliver=pulse.of("delivery", outage.guard(bell.delivery.tick)),
        beat=beat,
        tidy=outage.guard(bell.tidy),
        backup=outage.guard(bell.backup.tick),
        notices=bell.notices.tick,
    )


def _lookout(bell: Newsbell, meters: Meters | None) -> Lookout | None:
    settings = bell.settings
    if meters is None or settings.http is None:
        return None
    host, port = settings.http
    return Lookout(
        host=host,
        port=port,
        named=settings.http_named,
        mark=settings.mark,
        meters=meters,
        alive=bell.checks.alive,
        ready=bell.checks.ready,
        survey=bell.checks.survey,
    )


async def once(settings: Settings) -> None:
    """Poll every source once, deliver what is owed, print what each did and a closing line."""
    stop = asyncio.Event()
    _on_signals(stop)
    bell = await assemble(settings, leave=stop.set)
    platforms = [chat for chat in bell.chats.values() if chat is not bell.terminal]
    tasks = [
        asyncio.create_task(
            supervise.keep(chat, bell.clock, notify=bell.notices, leaving=stop), name=chat.name
        )
        for chat in platforms
    ]
    try:
        work = asyncio.create_task(_round(bell), name="round")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        await asyncio.wait({work, stopped}, return_when=asyncio.FIRST_COMPLETED)
        work.cancel() if not work.done() else work.result()
        stopped.cancel()
    finally:
        stop.set()
        await bell.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _round(bell: Newsbell) -> None:
    before = (await bell.store.alert_counts()).get(AlertState.SENT, 0)
    polls = await bell.polling.everything()
    for polled in polls:
        print(line(_told(polled)))
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
    for chat in bell.chats.values():
        # a chat's connection is its own affair; only --once has to wait for it
        while not chat.connected:  # noqa: ASYNC110 - the port gives no event for this one use
            await asyncio.sleep(0.1)


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
