"""Puts the pieces together; with the command line, the only module that knows them all."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from bot import commands, opening, shipped
from bot.answering import Answering
from bot.chat.terminal import Screen, TerminalChat
from bot.config import Settings, TerminalMode
from bot.core.companies import Known
from bot.core.model import Channel, Line
from bot.pipeline import (
    Completion,
    DailyBackup,
    Delivery,
    Ingest,
    Notices,
    Polling,
    Troubles,
    settle_restored,
)
from bot.pipeline.checks import Checks
from bot.pipeline.phrase import Phrasing
from bot.pipeline.status import status_lines
from bot.ports import Chat, Clock, Fetcher, Store
from bot.sources import HttpFetcher
from bot.sources.packs import load

log = structlog.get_logger()

# what is older than this, and owes nobody anything, is forgotten
_KEEP = timedelta(days=90)

# what a post under way gets to finish when the bot ends, in seconds; all of the end takes five at most
_LAST_POSTS = 3.0

# where the last sign of life is remembered
BEAT = "beat"


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsbell:
    """The bot, put together and open; `assemble` makes one."""

    settings: Settings
    clock: Clock
    store: Store
    fetcher: Fetcher
    chats: dict[str, Chat]
    terminal: TerminalChat | None
    notices: Notices
    backup: DailyBackup
    polling: Polling
    completion: Completion
    phrasing: Phrasing | None
    delivery: Delivery
    checks: Checks

    async def close(self) -> None:
        """End cleanly within five seconds."""
        await self.polling.drain()
        await self.completion.close()
        await self.delivery.drain(_LAST_POSTS)
        for chat in self.chats.values():
            try:
                await asyncio.wait_for(chat.close(), 1)
            except Exception as error:
                # a platform that can't say goodbye must not hold us up
                log.debug("chat.close_failed", chat=chat.name, cause=str(error))
        await self.fetcher.close()
        if self.phrasing:
            await self.phrasing.close()
        await self.store.close()

    async def beat(self) -> None:
        """Leave a sign of life, for the health check."""
        await self.store.put(BEAT, self.clock.now().isoformat())

    async def tidy(self) -> None:
        """Forget what is old."""
        await self.store.prune(self.clock.now() - _KEEP)


async def assemble(
    settings: Settings, *, leave: Callable[[], None], clock: Clock | None = None, screen: Screen | None = None
) -> Newsbell:
    """Open the database, follow the packs and wire every part. Raises SettingsError or StoreDown."""
    clock = clock or SystemClock()
    pack = load(settings.packs)
    store = await opening.open_memory(settings, clock)
    fetcher = HttpFetcher(allow_private=settings.private_hosts)
    try:
        await opening.follow(store, pack, clock)
        return await _wire(settings, leave, clock, screen, store, fetcher)
    except BaseException:
        await fetcher.close()
        await store.close()
        raise


async def _wire(
    settings: Settings,
    leave: Callable[[], None],
    clock: Clock,
    screen: Screen | None,
    store: Store,
    fetcher: Fetcher,
) -> Newsbell:
    chats: dict[str, Chat] = {}
    notices = Notices(settings.admin, chats, clock)
    await settle_restored(store, clock, name=opening.new_name(), say=notices)
    known = Known(shipped.companies(), await store.aliases())
    ingest = await _ingest(settings, store, clock, known)
    interval = settings.poll_interval
    troubles = Troubles(store=store, chats=chats, ingest=ingest, notify=notices)
    polling = _polling(store, fetcher, ingest, clock, interval, troubles)
    phrasing = _phrasing(settings, store, clock, known)
    pages = fetcher if settings.fetch_pages else None
    completion = Completion(store=store, ingest=ingest, fetcher=pages, phrasing=phrasing)
    delivery = Delivery(
        store=store,
        chats=chats,
        clock=clock,
        installation=await opening.installation(store),
        notify=notices,
        complete=completion,
        repeat=settings.repeat_unanswered,
    )
    await delivery.open()
    checks = Checks(store=store, chats=chats, clock=clock, polling=polling, interval=interval)
    context = _context(settings, store, fetcher, chats, clock, checks, known, phrasing)
    terminal = _terminal(settings, Answering(context), leave, screen)
    _connect(settings, chats, terminal, context, notices)
    return Newsbell(
        settings=settings,
        clock=clock,
        store=store,
        fetcher=fetcher,
        chats=chats,
        terminal=terminal,
        notices=notices,
        backup=DailyBackup(backups=opening.backups(settings), clock=clock, notify=notices),
        polling=polling,
        completion=completion,
        phrasing=phrasing,
        delivery=delivery,
        checks=checks,
    )


def _polling(
    store: Store, fetcher: Fetcher, ingest: Ingest, clock: Clock, interval: timedelta, troubles: Troubles
) -> Polling:
    return Polling(
        store=store, fetcher=fetcher, ingest=ingest, clock=clock, interval=interval, troubles=troubles
    )


async def _ingest(settings: Settings, store: Store, clock: Clock, known: Known) -> Ingest:
    ingest = Ingest(
        store=store,
        clock=clock,
        companies=known.now,
        rates=shipped.rates(),
        max_age=settings.max_age,
    )
    await ingest.open()
    known.tell(ingest.know)
    return ingest


def _phrasing(settings: Settings, store: Store, clock: Clock, known: Known) -> Phrasing | None:
    """The summariser, when an endpoint and a model are set."""
    if not settings.llm_url or not settings.llm_model:
        return None
    from bot.summarise import OpenAiSummariser  # noqa: PLC0415 - loaded for its setting alone

    summariser = OpenAiSummariser(
        url=settings.llm_url,
        key=settings.llm_key.get_secret_value() if settings.llm_key else "",
        model=settings.llm_model,
        monthly_tokens=settings.llm_monthly_tokens,
        store=store,
        clock=clock,
    )
    phrasing = Phrasing(summariser=summariser, companies=known.now, rates=shipped.rates())
    known.tell(phrasing.know)
    return phrasing


def _context(
    settings: Settings,
    store: Store,
    fetcher: Fetcher,
    chats: dict[str, Chat],
    clock: Clock,
    checks: Checks,
    known: Known,
    phrasing: Phrasing | None,
) -> commands.Context:
    async def told() -> tuple[Line, ...]:
        lines = await status_lines(store=store, clock=clock, checks=checks, offline=checks.polling.offline)
        return (*lines, await phrasing.status()) if phrasing else lines

    return commands.Context(
        store=store,
        fetcher=fetcher,
        chats=chats,
        clock=clock,
        companies=known,
        rates=shipped.rates(),
        poll_soon=checks.polling.soon,
        status_lines=told,
        admin=settings.admin,
    )


def _terminal(
    settings: Settings, answer: Answering, leave: Callable[[], None], screen: Screen | None
) -> TerminalChat | None:
    interactive = screen is None and sys.stdin is not None and sys.stdin.isatty()
    if settings.terminal is TerminalMode.OFF or (settings.terminal is TerminalMode.AUTO and not interactive):
        return None
    screen = screen or Screen(plain=not sys.stdout.isatty())
    return TerminalChat(answer=answer, screen=screen, interactive=interactive, leave=leave)


def _connect(
    settings: Settings,
    chats: dict[str, Chat],
    terminal: TerminalChat | None,
    context: commands.Context,
    notices: Notices,
) -> None:
    """Add the platforms whose tokens are set; a library costs memory, and loads for its token alone."""
    if terminal:
        chats[terminal.name] = terminal
    if settings.slack:
        from bot.chat.slack import SLACK, SlackChat  # noqa: PLC0415 - see above

        bot_token, app_token = settings.slack
        chats["slack"] = SlackChat(
            bot_token=bot_token,
            app_token=app_token,
            answer=Answering(context),
            read_history=settings.slack_history,
            web_url=settings.slack_url or SLACK,
        )
    if settings.discord:
        from bot.chat.discord import DiscordChat  # noqa: PLC0415 - see above

        async def suggest(
            command: str, parameter: str, channel: Channel, typed: str
        ) -> list[tuple[str, str]]:
            return await commands.suggest(context, command, parameter, channel, typed)

        chats["discord"] = DiscordChat(
            token=settings.discord,
            answer=Answering(context),
            suggest=suggest,
            clock=context.clock,
            notify=notices,
            api_url=settings.discord_url,
        )
