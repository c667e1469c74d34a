"""Slack among the chats: answers `/newsbell`, posts alerts, looks and checks."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

import aiohttp
import structlog
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.chat.slack import message as messages
from bot.chat.slack import reply as replies
from bot.chat.slack.blocks import Block, Payload
from bot.chat.slack.channels import obstacle
from bot.chat.slack.errors import BadForm
from bot.chat.slack.membership import vouch
from bot.chat.slack.pace import GAP, Pace, Turns
from bot.chat.slack.socket import Command, Seen, Socket
from bot.chat.slack.web import SLACK, Web, client, quiet_logger, tls
from bot.commands import parse
from bot.core.model import Channel, Message, Person, Reply, Span
from bot.errors import ChatDown, DeliveryError, TokenRejected, TryLater, Unknown, UserError
from bot.ports import Answer

log = structlog.get_logger()

# seconds that commands under way get to finish when we leave
_LEAVE = 1.0


class SlackChat:
    """One workspace, over Socket Mode. Implements `bot.ports.Chat`."""

    def __init__(
        self,
        *,
        bot_token: str,
        app_token: str,
        answer: Answer,
        read_history: bool = True,
        web_url: str = SLACK,
        patience: float = 20.0,
        ping: float = 10.0,
        gap: float = GAP,
    ) -> None:
        """`patience`: seconds without a connection until `serve` gives up; `ping`: between heartbeats;
        `gap`: between two posts in one channel."""
        self.name = "slack"
        self._bot_token = bot_token
        self._app_token = app_token
        self._answer = answer
        self._read_history = read_history
        self._web_url = web_url
        self._patience = patience
        self._ping = ping
        self._seen = Seen()
        self._pace = Pace()
        self._turns = Turns(gap)
        self._web: Web | None = None
        self._closed = False
        self._connected = False
        self._rejected: TokenRejected | None = None
        self._turned_away = asyncio.Event()
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def connected(self) -> bool:
        """Whether the socket is open."""
        return self._connected

    async def serve(self) -> None:
        """Connect and answer until cancelled; raises ChatDown when there is no connection to be had."""
        async with aiohttp.ClientSession() as session:
            socket = Socket(
                web=client(self._bot_token, self._web_url, session),
                app_token=self._app_token,
                work=self._work,
                seen=self._seen,
                patience=self._patience,
                ping=self._ping,
            )
            self._rejected = None
            self._turned_away.clear()
            try:
                await socket.open()
                self._connected = True
                log.info("slack.connected")
                await self._stay(socket)
            finally:
                self._connected = False
                await socket.close()

    async def _stay(self, socket: Socket) -> None:
        """Until the connection is lost, or a post finds the token rejected."""
        waits = [asyncio.create_task(socket.stay()), asyncio.create_task(self._turned_away.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waits:
                task.cancel()
            lost, _ = await asyncio.gather(*waits, return_exceptions=True)
        if self._rejected is not None:
            raise self._rejected
        if isinstance(lost, Exception):
            raise lost

    def _stop(self, error: TokenRejected) -> None:
        """Send nothing more with this token. `serve` ends, and says why."""
        self._rejected = error
        self._connected = False
        self._turned_away.set()

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        """Post a message and give its ts; Slack can't tell a repeated key, `find` can."""
        payload = messages.draw(message)
        try:
            return await self._send(channel, payload.text, payload.blocks, key)
        except BadForm:
            return await self._send(channel, payload.text, None, key)

    async def _send(self, channel: Channel, text: str, blocks: list[Block] | None, key: str) -> str:
        await self._turns.take(channel.id)
        web = self._open_web()
        try:
            return await web.post(channel.id, text, blocks, key)
        except TryLater as error:
            raise self._pace.judge(channel.id, error) from error
        except TokenRejected as error:
            self._stop(error)
            raise

    async def find(self, channel: Channel, key: str, since: datetime) -> str | None:
        """The ts of the post with this key; Unknown where we may not read the channel's history."""
        if not self._read_history:
            raise Unknown("reading the channel's history is turned off in the settings")
        web = self._open_web()
        try:
            return await web.find(channel.id, key, since)
        except TokenRejected as error:
            self._stop(error)
            raise

    async def check(self, channel: Channel) -> str:
        """ "" when we can post there, else what to do about it."""
        try:
            return await obstacle(self._open_web(), channel.id)
        except DeliveryError as error:
            return str(error)

    async def close(self) -> None:
        """Let commands under way finish for a moment, then let go of every connection."""
        self._closed = True
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_LEAVE)
        if self._web is not None:
            await self._web.close()
            self._web = None

    def _open_web(self) -> Web:
        if self._closed:
            raise ChatDown("Newsbell is leaving Slack")
        if self._rejected is not None:
            raise self._rejected
        if self._web is None:
            self._web = Web(token=self._bot_token, web_url=self._web_url)
        return self._web

    async def _work(self, command: Command, stranger: bool) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine always runs in one
        self._under_way.add(task)
        try:
            reply = _foreign() if stranger else await self._reply(command)
            await self._respond(str(command.get("response_url", "")), replies.draw(reply))
        except Exception:
            log.exception("slack.command_failed", verb=_verb(command))
            with suppress(Exception):
                await self._respond(str(command.get("response_url", "")), _apology())
        finally:
            self._under_way.discard(task)

    async def _reply(self, command: Command) -> Reply:
        channel = Channel("slack", str(command.get("channel_id", "")))
        person = Person(
            id=str(command.get("user_id", "")), name=str(command.get("user_name", "")), may_change=True
        )
        try:
            request = parse(str(command.get("text") or ""), channel=channel, person=person)
            return await self._answer(await vouch(self._open_web, request))
        except UserError as error:
            return Reply(lines=((Span(str(error)),),), failed=True)

    async def _respond(self, url: str, payload: Payload) -> None:
        # nothing in the text is markup or unfolds a preview, also where it stands without its blocks
        plain: dict[str, Any] = {
            "response_type": "ephemeral",
            "text": payload.text,
            "mrkdwn": False,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        # repeated after a cut connection by slack_sdk's default: an answer shown twice beats none
        webhook = AsyncWebhookClient(url, timeout=10, ssl=tls(), logger=quiet_logger())
        answer = await webhook.send_dict({**plain, "blocks": payload.blocks})
        if answer.status_code == 400:
            answer = await webhook.send_dict(plain)
        if answer.status_code != 200:
            log.warning("slack.answer_refused", status=answer.status_code, body=answer.body[:200])


def _verb(command: Mapping[str, Any]) -> str:
    # the verb alone: what follows is the person's own
    return next(iter(str(command.get("text") or "").split()), "help")


def _foreign() -> Reply:
    said = "This Newsbell belongs to another workspace, and takes commands from its people alone."
    return Reply(lines=((Span(said),),), failed=True)


def _apology() -> Payload:
    return replies.draw(
        Reply(lines=((Span("Something went wrong here, and the log has the cause. Please try again."),),))
    )
