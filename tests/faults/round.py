"""One round: a bot, everything it talks to, and a plan that is played out on them."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.chat.discord.server import TOKEN, DiscordServer
from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.faults import tally as counting
from tests.faults.memory import FileMemory, Memory
from tests.faults.plan import Event, Life, Plan
from tests.faults.served import ServedMemory
from tests.faults.stories import POSTS, Post
from tests.faults.tally import Tally
from tests.faults.weather import Weather
from tests.store.server import PASSWORD, Server
from tests.whole.news import NewsSite
from tests.whole.process import Launch, Process, cold

KEY = "sk-torture-0123456789"
SECRETS = (BOT_TOKEN, APP_TOKEN, TOKEN, KEY, PASSWORD)
# seconds that a bot may take to be there, and to settle all that is open once nothing goes wrong any more
_START = 20.0
_SETTLE = 300.0
# nothing may come after all has been quiet for so long, in seconds
_QUIET = 3.0
# a kill at a post waits so long for one
_POST = 10.0
# a silent gateway is called dead after a minute, and joined anew
_SILENCE = 100.0


class Round:
    """Played once. `said` is all that the bot wrote, in all of its lives."""

    def __init__(
        self,
        plan: Plan,
        folder: Path,
        *,
        launch: Launch = cold,
        first: Launch = cold,
        server: Server | None = None,
    ) -> None:
        """`first` launches the first bot: as users start it, where there is time for that.

        `server`: where a plan's PostgreSQL database is made; without one, SQLite stands in.
        """
        self._plan = plan
        self._folder = folder
        self._launch = launch
        self._first = first
        self._server = server
        self._stack = AsyncExitStack()
        self.tally = Tally()
        self.out = ""
        self.log = ""
        self._told: set[str] = set()

    async def __aenter__(self) -> Self:
        self._memory = await self._stack.enter_async_context(self._database())
        self._slack = await self._stack.enter_async_context(SlackServer())
        self._discord = await self._stack.enter_async_context(DiscordServer())
        self._news = await self._stack.enter_async_context(NewsSite())
        self._slack.paced = self._plan.paced
        self._discord.nonce_lasts = self._plan.nonce_lasts
        if self._plan.blind == "discord":
            # one is known not to be readable, the other one is found out
            self._discord.channels["123"].denied.update(read_message_history=True)
            self._discord.channels["124"].hidden = True
        self._weather = Weather(
            slack=self._slack, discord=self._discord, news=self._news, memory=self._memory
        )
        return self

    def _database(self) -> Memory:
        server = self._server if self._plan.postgresql else None
        self.tally.databases["PostgreSQL" if server else "SQLite"] += 1
        if server:
            return ServedMemory(server, f"round_{self._plan.seed}")
        return FileMemory(self._folder)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def play(self) -> Tally:
        """Play the plan to its end, let the bot settle, and count."""
        first = self._bell()
        first.launch = self._first
        async with first as bell:
            await self._set_up(bell)
        self._heard(bell)
        for life in self._plan.lives[:-1]:
            await self._live(life)
        await self._last(self._plan.lives[-1])
        self.tally += await self._count()
        self.tally.drawn += self._plan.drawn
        self.tally.met += self._weather.happened + self.tally.ends
        self.tally.notes |= self._weather.notes
        return self.tally

    def bell(self, *arguments: str) -> Process:
        """The bot with this round's settings, for another command."""
        return self._bell(*arguments)

    def _bell(self, *arguments: str) -> Process:
        made = Process(
            self._folder,
            *arguments,
            NEWSBELL_DATABASE_URL=self._memory.url,
            SLACK_BOT_TOKEN=BOT_TOKEN,
            SLACK_APP_TOKEN=APP_TOKEN,
            NEWSBELL_SLACK_URL=self._slack.url,
            NEWSBELL_SLACK_HISTORY="off" if self._plan.blind == "slack" else "on",
            DISCORD_TOKEN=TOKEN,
            NEWSBELL_DISCORD_URL=self._discord.url,
            # nobody listens there: a summariser that fails must hold up nothing
            NEWSBELL_LLM_URL="http://127.0.0.1:9/v1",
            NEWSBELL_LLM_MODEL="none",
            NEWSBELL_LLM_KEY=KEY,
            NEWSBELL_LOG_LEVEL="debug" if self._plan.chatty else "info",
        )
        made.launch = self._launch
        return made

    async def _set_up(self, bell: Process) -> None:
        await bell.type(f"/newsbell follow {self._news.url}")
        await bell.shows("is followed now", seconds=60)
        for post in POSTS:
            match post.platform:
                case "slack":
                    typed = f"/newsbell watch {post.query.replace('>', '&gt;')}"
                    await self._slack.type(typed, channel=post.channel, timeout=60)
                case "discord":
                    await self._discord.type("watch", {"query": post.query}, channel=post.channel, timeout=60)
                case _:
                    await bell.type(f"/newsbell watch {post.query}")
                    await bell.shows("rings here", seconds=60)
        await self._polled()
        await bell.stop()

    async def _polled(self) -> None:
        enough = self._news.polls + 2
        while self._news.polls < enough:  # noqa: ASYNC110 - the site counts, and tells nobody
            await asyncio.sleep(0.02)

    async def _live(self, life: Life) -> None:
        bell = self._bell()
        try:
            async with bell:
                happening = asyncio.create_task(self._happen(life, bell))
                try:
                    await self._end(life, bell)
                finally:
                    await self._stop(happening)
        finally:
            self._heard(bell)
        self._publish_the_rest(life)

    async def _happen(self, life: Life, bell: Process) -> None:
        """The events of a life, each at its time, whatever the one before still does."""
        if life.end != "kill while it starts":
            await self._connected(bell)
        async with asyncio.TaskGroup() as events:
            for event in life.events:
                events.create_task(self._at(event, bell))

    async def _at(self, event: Event, bell: Process) -> None:
        await asyncio.sleep(event.after)
        if event.news:
            self._told.add(event.news.mark)
        with suppress(TimeoutError):
            await self._weather.play(event, bell)

    def _publish_the_rest(self, life: Life) -> None:
        """News doesn't wait for a bot that was killed."""
        for event in life.events:
            if event.news and event.news.mark not in self._told:
                self._told.add(event.news.mark)
                self._weather.publish(event)

    async def _end(self, life: Life, bell: Process) -> None:
        if life.end == "kill at a post":
            before = self._weather.posts()
            await self._until(lambda: self._weather.posts() > before, bell, _POST + _START)
        elif life.end != "kill while it starts":
            await self._connected(bell)
        if life.silent:
            await self._join_again(bell)
        await asyncio.sleep(life.after)
        self.tally.ends[life.end if bell.running else "gave up"] += 1
        if not bell.running:
            return
        if life.end == "term":
            await bell.stop(signal.SIGTERM)
        else:
            await bell.kill()

    async def _join_again(self, bell: Process) -> None:
        await self._until(lambda: self._weather.heard_again, bell, _SILENCE)
        if bell.running and self._weather.silenced and not self._weather.heard_again:
            self.tally.wrong.append("the gateway fell silent, and the bot never joined it anew")

    async def _connected(self, bell: Process) -> None:
        await self._until(lambda: "slack.connected" in bell.log and "discord.ready" in bell.log, bell, _START)

    async def _last(self, life: Life) -> None:
        """The last life: it ends as planned and another one begins, or it simply goes on in calm."""
        if not self._plan.goes_on:
            await self._live(life)
            life = Life(events=(), end="calm", after=0.0)
        began = asyncio.get_running_loop().time()
        first = True
        while first or asyncio.get_running_loop().time() - began < _SETTLE:
            async with self._bell() as bell:
                if first:
                    await self._stop(asyncio.create_task(self._happen(life, bell)), seconds=_START)
                    self._publish_the_rest(life)
                    # so that what is planned meets a post before all is calm
                    await asyncio.sleep(life.after)
                self._weather.calm()
                first = False
                done = await self._settle(bell, began + _SETTLE)
                await self._ask_status(bell)
                if bell.running:
                    await bell.stop()
            self._heard(bell)
            if done:
                return
            self.tally.ends["gave up"] += 1

    async def _settle(self, bell: Process, until: float) -> bool:
        """Wait until nothing is open and nothing comes any more; False when the bot ended by itself."""
        quiet = 0.0
        polls = self._news.polls
        while quiet < _QUIET and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.25)
            if not bell.running:
                return False
            known = await counting.ledger(self._memory)
            owed = {(one.mark, post.name) for one in self._plan.news for post in one.owed()}
            done = owed <= set(known) and counting.settled(known.values()) and self._news.polls > polls + 2
            quiet = quiet + 0.25 if done else 0.0
        return True

    async def _ask_status(self, bell: Process) -> None:
        if bell.running:
            with suppress(TimeoutError):
                answer = await self._slack.type("/newsbell status", timeout=10)
                self.out += json.dumps(answer)

    async def _until(self, true: Callable[[], bool], bell: Process, seconds: float) -> None:
        for _ in range(int(seconds * 100)):
            if true() or not bell.running:
                return
            await asyncio.sleep(0.01)

    async def _stop(self, task: asyncio.Task[None], seconds: float = 0.0) -> None:
        if seconds:
            await asyncio.wait([task], timeout=seconds)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if not task.cancelled() and (error := task.exception()):
            raise error

    def _heard(self, bell: Process) -> None:
        self.out += bell.out
        self.log += bell.log
        for line in bell.log.splitlines():
            for name in ("deliver.crashed", "poll.crashed", "command.crashed", "command_failed", "Traceback"):
                self.tally.crashes[name] += name in line

    async def _count(self) -> Tally:
        known = await counting.ledger(self._memory)
        kind = partial(counting.kind, blind=self._plan.blind)
        found = counting.count(self._plan.news, POSTS, self._texts, known, kind)
        watches = await counting.watches(self._memory)
        for channel, query in self._weather.commands:
            if watches.count((channel, query)) > 1:
                found.doubled += 1
                found.wrong.append(f"the command `watch {query}` in {channel} acted twice")
        return found

    def _texts(self, post: Post) -> Sequence[str]:
        """The messages of a channel, each as one text."""
        if post.platform == "terminal":
            # an alert's last line says why it rang
            return self.out.split("why: ")
        server = self._slack if post.platform == "slack" else self._discord
        return [json.dumps(message, ensure_ascii=False) for message in server.messages(post.channel)]
