"""`newsbell doctor`: is everything in order, and what to do where it isn't."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import config, logs
from bot.chat.text import neutral
from bot.cli.exposure import exposed
from bot.config import Settings
from bot.core.model import FetchFailed, Source, SourceId
from bot.errors import NewsbellError, SettingsError
from bot.sources import HttpFetcher
from bot.sources.packs import load
from bot.store import open_store

# a clock that is off by more makes ages, retries and a platform's signatures wrong
_MOST_SKEW = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One check: what was looked at, whether it is well, and what was found or what to do."""

    subject: str
    well: bool
    said: str


async def examine() -> int:
    """Check everything, print a table; 0 when all is well, 1 otherwise."""
    try:
        settings = config.load()
    except SettingsError as error:
        _show(Finding(subject="settings", well=False, said=problem) for problem in error.problems)
        return 1
    logs.set_up(level="error", as_json=False, secrets=settings.secrets)
    findings = [Finding(subject="settings", well=True, said="all can be used"), *_env_file()]
    findings += await _database(settings)
    findings += await _chats(settings)
    findings += await _model(settings)
    findings += await _sources(settings)
    _show(findings, logs.Blot(settings.secrets))
    return 0 if all(finding.well for finding in findings) else 1


def _env_file(path: Path = Path(".env")) -> list[Finding]:
    if not path.is_file():
        return []
    mend = exposed(path)
    said = f"other accounts can read it and the tokens in it: {mend}" if mend else "readable by you alone"
    return [Finding(subject=".env", well=not mend, said=said)]


async def _database(settings: Settings) -> list[Finding]:
    kind = settings.database_url.get_secret_value().partition(":")[0]
    try:
        store = await open_store(settings.database_url.get_secret_value(), exclusive=False)
        try:
            watches, sources = await store.watches(), await store.sources()
        finally:
            await store.close()
    except NewsbellError as error:
        return [Finding(subject="database", well=False, said=str(error))]
    said = f"{kind}: {len(sources)} sources, {len(watches)} watches"
    return [Finding(subject="database", well=True, said=said)]


async def _chats(settings: Settings) -> list[Finding]:
    findings: list[Finding] = []
    if settings.slack:
        from bot.chat.slack import SLACK  # noqa: PLC0415 - loaded for its token alone
        from bot.chat.slack import examine as slack  # noqa: PLC0415 - loaded for its token alone

        bot_token, app_token = settings.slack
        found = await slack(
            bot_token,
            app_token,
            web_url=settings.slack_url or SLACK,
            read_history=settings.slack_history,
        )
        findings += [Finding(subject=f"Slack {what}", well=well, said=said) for what, well, said in found]
    if settings.discord:
        from bot.chat.discord import examine as discord  # noqa: PLC0415 - loaded for its token alone

        findings += [
            Finding(subject=f"Discord {what}", well=well, said=said)
            for what, well, said in await discord(settings.discord, api_url=settings.discord_url)
        ]
    if not findings:
        said = (
            "no token is set, so the terminal is the only chat; README.md shows how to add Slack and Discord"
        )
        findings.append(Finding(subject="chats", well=True, said=said))
    return findings


async def _model(settings: Settings) -> list[Finding]:
    if not settings.llm_url or not settings.llm_model:
        return []
    from bot.summarise import examine as model  # noqa: PLC0415 - loaded for its setting alone

    found = await model(
        url=settings.llm_url,
        key=settings.llm_key.get_secret_value() if settings.llm_key else "",
        model=settings.llm_model,
    )
    return [Finding(subject=f"model {what}", well=well, said=said) for what, well, said in found]


async def _sources(settings: Settings) -> list[Finding]:
    """Poll what is followed, or would be, without keeping anything."""
    sources = await _followed(settings)
    fetcher = HttpFetcher(allow_private=settings.private_hosts)
    try:
        results = await asyncio.gather(*(fetcher.poll(source) for source in sources))
    finally:
        await fetcher.close()
    failed = [
        Finding(subject=source.name, well=False, said=f"{result.verdict}: {result.reason}")
        for source, result in zip(sources, results, strict=True)
        if isinstance(result, FetchFailed)
    ]
    answered = len(sources) - len(failed)
    if sources and not answered:
        return [
            Finding(subject="sources", well=False, said="none can be reached: is there a network?"),
            *failed[:3],
        ]
    said = (
        f"{answered} of {len(sources)} answer"
        if sources
        else "none are followed: set NEWSBELL_PACKS or type /newsbell follow ADDRESS"
    )
    return [Finding(subject="sources", well=bool(sources), said=said), *failed, *_clock(fetcher.server_date)]


async def _followed(settings: Settings) -> list[Source]:
    store = await open_store(settings.database_url.get_secret_value(), exclusive=False)
    try:
        known = [source for source in await store.sources() if source.enabled]
    finally:
        await store.close()
    if known:
        return known
    now = datetime.now(UTC)
    return [
        Source(id=SourceId(place), kind=one.kind, target=one.target, name=one.name, next_poll=now)
        for place, one in enumerate(load(settings.packs))
    ]


def _clock(server_date: str | None) -> list[Finding]:
    """Hold our clock against the Date header of a server that answered."""
    try:
        theirs = parsedate_to_datetime(server_date or "")
    except ValueError:
        return []
    off = abs((datetime.now(UTC) - theirs).total_seconds())
    said = (
        "right within two minutes"
        if off < _MOST_SKEW
        else f"off by {off:.0f} s against a server: set the machine's time"
    )
    return [Finding(subject="clock", well=off < _MOST_SKEW, said=said)]


def _show(findings: Iterable[Finding], blot: logs.Blot = logs.Blot(())) -> None:  # noqa: B008 - it holds nothing
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        mark = Text("ok", "green") if finding.well else Text("WRONG", "bold red")
        table.add_row(mark, Text(neutral(finding.subject), "bold"), Text(neutral(blot.text(finding.said))))
    Console(highlight=False).print(table)
