"""The terminal among the chats: reads commands, posts alerts."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TextIO

from bot.chat.terminal.draw import Screen
from bot.commands import COMMANDS, parse
from bot.core.model import Channel, Message, Person, Reply
from bot.core.spans import code, text
from bot.errors import Unknown, UserError
from bot.ports import Answer

HERE = Channel("terminal", "here")

_LEAVE = frozenset({"quit", "exit", "/quit", "/exit"})


class TerminalChat:
    """A chat of one person and one channel. With a prompt when interactive, else a command a line."""

    def __init__(
        self,
        *,
        answer: Answer,
        screen: Screen,
        interactive: bool,
        leave: Callable[[], None],
        stdin: TextIO | None = None,
    ) -> None:
        self.name = "terminal"
        self.connected = True
        self.screen = screen
        self._answer = answer
        self._interactive = interactive
        self._leave = leave
        self._stdin = stdin or sys.stdin
        self._posted = 0

    async def serve(self) -> None:
        """Read and answer until cancelled, or until the person leaves."""
        if self._interactive:
            await self._prompt()
        else:
            await self._pipe()

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        """Draw a message; it can't fail in a way that we would see."""
        self.screen.message(message)
        self._posted += 1
        return f"{key}/{self._posted}"

    async def find(self, channel: Channel, key: str, since: datetime) -> str | None:
        """Nobody can look at what a closed terminal has shown."""
        raise Unknown("what the terminal showed before can't be read back")

    async def check(self, channel: Channel) -> str:
        """We can always write here."""
        return "" if channel == HERE else f"The terminal has no channel {channel}; leave out in:…"

    async def close(self) -> None:
        """Nothing is posted afterwards."""
        self.connected = False

    async def type(self, typed: str) -> None:
        """Answer one line."""
        words = typed.strip()
        if words.lower().startswith("/newsbell"):
            words = words[len("/newsbell") :].strip()
        if words.lower() in _LEAVE:
            self._leave()
            return
        if words or typed.strip():
            self.screen.reply(await self._reply(words))

    async def _reply(self, words: str) -> Reply:
        person = Person(id="you", name="you", may_change=True)
        try:
            return await self._answer(parse(words, channel=HERE, person=person))
        except UserError as error:
            return Reply(lines=((text(str(error)),),), failed=True)

    async def _prompt(self) -> None:
        # the libraries of the prompt are not needed through a pipe or without a terminal
        from prompt_toolkit import PromptSession  # noqa: PLC0415 - see above
        from prompt_toolkit.completion import NestedCompleter  # noqa: PLC0415 - see above
        from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415 - see above

        verbs = {command.name: None for command in COMMANDS.values()}
        completer = NestedCompleter.from_nested_dict({"/newsbell": {**verbs}, **verbs})
        session: PromptSession[str] = PromptSession(
            "newsbell> ", completer=completer, complete_while_typing=False
        )
        with patch_stdout(raw=True):
            while True:
                try:
                    typed = await session.prompt_async()
                except (EOFError, KeyboardInterrupt):
                    break
                await self.type(typed)
        self._leave()
        # leaving takes a moment, and is no lost connection
        await asyncio.Event().wait()

    async def _pipe(self) -> None:
        lines: asyncio.Queue[str | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def read(source: Iterable[str]) -> None:
            # a thread that dies with the process: a blocking read must not hold up the end
            for line in source:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

        threading.Thread(target=read, args=(self._stdin,), daemon=True, name="stdin").start()
        while (line := await lines.get()) is not None:
            await self.type(line)
        # the end of input is not the end of the bot
        await asyncio.Event().wait()

    def greet(self) -> None:
        """Say what can be typed, once, at the start."""
        self.screen.lines(
            (
                (
                    text("Type "),
                    code("/newsbell watch valuation >= 10B"),
                    text(" to be told of such deals here,"),
                ),
                (code("/newsbell help"), text(" for all commands, "), code("quit"), text(" to leave.")),
            )
        )
