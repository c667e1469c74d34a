"""Puts the pieces together; the only module that knows them all."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from uuid import uuid4

import structlog

from bot import commands
from bot.chat.terminal import Screen, TerminalChat
from bot.config import Settings, TerminalMode
from bot.core.companies import Companies
from bot.core.model import Channel, Line, Message, Reply
from bot.core.money import Rates
from bot.core.spans import text
from bot.errors import DeliveryError
from bot.pipeline import Delivery, Ingest, Polling
from bot.pipeline.status import status_lines
from bot.ports import Chat, Clock, Request, Store
from bot.sources import HttpFetcher
from bot.sources.packs import load as load_packs
from bot.store import open_store

log = structlog.get_logger()

# what is older than this, and owes nobody anything, is forgotten
_KEEP = timedelta(days=90)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


def load_companies() -> Companies:
    """The shipped table of companies."""
    return Companies.parse(files("bot.core.companies").joinpath("companies.toml").read_text("utf-8"))


def load_rates() -> Rates:
    """The shipped table of exchange rates."""
    return Rates.parse(files("bot.core.money").joinpath("rates.csv").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsbell:
    """The bot, put together and open; `assemble` makes one."""

    settings: Settings
    store: Store
    clock: Clock
    companies: Companies
    rates: Rates
    chats: dict[str, Chat]
    terminal: TerminalChat | None
    polling: Polling
    delivery: Delivery
    fetcher: HttpFetcher
    answer: Callable[[Request], object]

    async def close(self) -> None:
        """End cleanly within five seconds: posts under way get three of them."""
        await self.polling.drain()
        await self.delivery.drain(3)
        for chat in self.chats.values():
            try:
                await asyncio.wait_for(chat.close(), 1)
            except Exception as error:
                log.debug("chat.close_failed", chat=chat.name, cause=str(error))
        await self.fetcher.close()
        await self.store.close()

    async def tidy(self) -> None:
        """Forget what is old."""
        await self.store.prune(self.clock.now() - _KEEP)


async def assemble(settings: Settings, *, leave: Callable[[], None], clock: Clock | None = None) -> Newsbell:
    """Open the database, follow the packs and wire every part. Raises SettingsError or StoreDown."""
    clock = clock or SystemClock()
    companies, rates = load_companies(), load_rates()
    packs = load_packs(settings.packs)
    async with AsyncExitStack() as undo:
        store = await open_store(settings.database_url.get_secret_value())
        undo.push_async_callback(store.close)
        fetcher = HttpFetcher(allow_private=settings.private_hosts)
        undo.push_async_callback(fetcher.close)
        await _follow(store, packs, clock)
        ingest = Ingest(store=store, clock=clock, companies=companies, rates=rates, max_age=settings.max_age)
        await ingest.open()
        chats: dict[str, Chat] = {}
        polling = Polling(
            store=store, fetcher=fetcher, ingest=ingest, clock=clock, interval=settings.poll_interval
        )
        delivery = Delivery(
            store=store,
            chats=chats,
            clock=clock,
            installation=await _installation(store),
            notify=Notices(settings.admin, chats),
        )
        await delivery.open()

        async def told() -> tuple[Line, ...]:
            return await status_lines(store=store, chats=chats, clock=clock, offline=polling.offline)

        context = commands.Context(
            store=store,
            fetcher=fetcher,
            chats=chats,
            clock=clock,
            companies=companies,
            rates=rates,
            poll_soon=polling.soon,
            status_lines=told,
        )
        answer = _Answering(context)
        terminal = _terminal(settings, answer, leave)
        if terminal:
            chats[terminal.name] = terminal
        _add_platforms(settings, chats, answer, context, clock)
        undo.pop_all()
    return Newsbell(
        settings=settings,
        store=store,
        clock=clock,
        companies=companies,
        rates=rates,
        chats=chats,
        terminal=terminal,
        polling=polling,
        delivery=delivery,
        fetcher=fetcher,
        answer=answer,
    )


class _Answering:
    """Answers requests from every chat through the one command table; a bug is logged, not shown."""

    def __init__(self, context: commands.Context) -> None:
        self._context = context

    async def __call__(self, request: Request) -> Reply:
        try:
            reply = await commands.handle(self._context, request)
        except Exception as error:
            log.exception(
                "command.crashed", verb=request.verb, channel=str(request.channel), cause=str(error)
            )
            return Reply(
                lines=((text("Something went wrong here; nothing was changed. The log says more."),),),
                failed=True,
            )
        log.info("command.answered", verb=request.verb, channel=str(request.channel), failed=reply.failed)
        return reply


class Notices:
    """Tells the operators, in their channel when there is one, what they must know."""

    def __init__(self, channel: Channel | None, chats: dict[str, Chat]) -> None:
        self._channel = channel
        self._chats = chats

    async def __call__(self, words: str) -> None:
        """Post one notice, as far as that is possible right now; the log has it in any case."""
        chat = self._chats.get(self._channel.platform) if self._channel else None
        if chat is None or self._channel is None:
            return
        notice = Message(entries=(), headline=words, label="Newsbell notice", notice=((text(words),),))
        try:
            await chat.post(self._channel, notice, f"nb-notice-{uuid4().hex[:12]}")
        except DeliveryError as error:
            log.warning("notice.not_posted", channel=str(self._channel), cause=str(error))


def _terminal(settings: Settings, answer: _Answering, leave: Callable[[], None]) -> TerminalChat | None:
    interactive = sys.stdin is not None and sys.stdin.isatty()
    if settings.terminal is TerminalMode.OFF or (settings.terminal is TerminalMode.AUTO and not interactive):
        return None
    return TerminalChat(
        answer=answer, screen=Screen(plain=not sys.stdout.isatty()), interactive=interactive, leave=leave
    )


def _add_platforms(
    settings: Settings, chats: dict[str, Chat], answer: _Answering, context: commands.Context, clock: Clock
) -> None:
    # each platform's library costs memory and start-up time, and is loaded only for its token
    if settings.slack:
        from bot.chat.slack import SlackChat  # noqa: PLC0415 - see above

        bot_token, app_token = settings.slack
        chats["slack"] = SlackChat(
            bot_token=bot_token,
            app_token=app_token,
            answer=answer,
            read_history=settings.slack_history,
            clock=clock,
        )
    if settings.discord:
        from bot.chat.discord import DiscordChat  # noqa: PLC0415 - see above

        async def suggest(
            command: str, parameter: str, channel: Channel, typed: str
        ) -> list[tuple[str, str]]:
            return await commands.suggest(context, command, parameter, channel, typed)

        chats["discord"] = DiscordChat(token=settings.discord, answer=answer, suggest=suggest, clock=clock)


async def _installation(store: Store) -> str:
    """A name for this installation, made once: it keeps the keys of two installations apart."""
    known = await store.get("installation")
    if known is None:
        known = uuid4().hex[:8]
        await store.put("installation", known)
    return known


async def _follow(store: Store, packs: list[object], clock: Clock) -> None:
    """Follow what the packs name, but for what people have unfollowed since."""
    before = set(json.loads(await store.get("packs") or "[]"))
    for feed in packs:
        if feed.target not in before:
            await store.add_source(
                kind=feed.kind,
                target=feed.target,
                name=feed.name,
                topic=feed.topic,
                language=feed.language,
                pack=feed.pack,
                now=clock.now(),
            )
    await store.put("packs", json.dumps(sorted(before | {feed.target for feed in packs})))
