"""The demo's script: follow four feeds, type commands, let news come in, be told once."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from bot import logs
from bot.app import Newsbell, assemble
from bot.chat.terminal import Screen
from bot.cli.demo.server import NewsServer
from bot.config import Settings, TerminalMode
from bot.core.model import AlertState
from bot.core.spans import bold, code, quiet, text

# a person reads along at a terminal; through a pipe nobody waits
_PAUSE = 0.6


async def play(screen: Screen | None = None) -> int:
    """Play it; 0 when the story rang exactly once, 1 otherwise."""
    logs.set_up(level="error", as_json=False, secrets=())
    screen = screen or Screen(plain=not sys.stdout.isatty())
    with tempfile.TemporaryDirectory(prefix="newsbell-demo-") as folder:
        async with NewsServer() as news:
            pack = _write(folder, news.pack())
            bell = await assemble(_settings(folder, pack), leave=lambda: None, screen=screen)
            try:
                return await _script(bell, news, screen)
            finally:
                await bell.close()


def _write(folder: str, text: str) -> Path:
    path = Path(folder, "demo.toml")
    path.write_text(text, "utf-8")
    return path


def _settings(folder: str, pack: Path) -> Settings:
    """The demo's own settings: nothing that the environment says reaches a real chat or database."""
    return Settings(
        slack_bot_token=None,
        slack_app_token=None,
        discord_token=None,
        database_url=f"sqlite:///{folder}/demo.db",
        packs=(str(pack),),
        admin=None,
        terminal=TerminalMode.ON,
        # the demo needs no network, and its articles stand nowhere
        fetch_pages=False,
        private_hosts=frozenset({"127.0.0.1:*"}),
        _env_file=None,
    )


async def _script(bell: Newsbell, news: NewsServer, screen: Screen) -> int:
    screen.lines(
        (
            (
                bold("Newsbell demo. "),
                text("Four outlets, recorded, on this machine: no network and no token needed."),
            ),
            (quiet("The first poll is silent: what stands in a feed already rings for nobody."),),
        )
    )
    await bell.polling.everything()
    await _type(bell, screen, "watch valuation >= 10B")
    await _type(bell, screen, "try raised >= 100M")
    await _type(bell, screen, "watches")
    screen.lines(((quiet("Now four outlets report one story in four wordings, and another one of $2B …"),),))
    await _pause()
    news.publish()
    await bell.polling.everything()
    await bell.delivery.finish()
    await _pause()
    await _type(bell, screen, "why https://modelledger.example/funding/deepseek-first-round")
    await _type(bell, screen, "status")
    rung = (await bell.store.alert_counts()).get(AlertState.SENT, 0)
    screen.lines(
        (
            (
                bold(f"Rung {rung} time{'' if rung == 1 else 's'} for one story in four outlets. "),
                text("Now "),
                code("make run"),
                text(" follows the real ones."),
            ),
        )
    )
    return 0 if rung == 1 else 1


async def _type(bell: Newsbell, screen: Screen, words: str) -> None:
    screen.lines(((bold("newsbell> "), code(f"/newsbell {words}")),))
    if bell.terminal:
        await bell.terminal.type(words)
    await _pause()


async def _pause() -> None:
    await asyncio.sleep(_PAUSE if sys.stdout.isatty() else 0)
