"""Discord among the chats: answers `/newsbell`, posts alerts, looks and checks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime

import aiohttp
import discord
import structlog

from bot.chat.discord import channels, errors, examination
from bot.chat.discord import message as messages
from bot.chat.discord import reply as replies
from bot.chat.discord.budget import Budget
from bot.chat.discord.client import Connection, button, carries
from bot.chat.discord.message import Payload
from bot.chat.discord.pace import Pace
from bot.chat.discord.requests import made_of
from bot.chat.discord.slash import Interaction
from bot.core.model import Channel, Message, Reply, Span
from bot.errors import ChannelGone, ChatDown, DeliveryError, TokenRejected, TryLater, Unknown, UserError
from bot.ports import Answer, Clock, Suggest

log = structlog.get_logger()

# seconds that commands under way get to finish when we leave
_LEAVE = 1.0
# seconds for one post with discord.py's own repeats of a 5xx, which take 25
_WHOLE = 90.0
# a look goes no further than so many messages
_FAR = 5_000
# the longest nonce that Discord takes
_NONCE = 25

_APOLOGY = "Something went wrong here, and the log has the cause. Please try again."


class DiscordChat:
    """All servers that the bot was added to, over one gateway connection. Implements `bot.ports.Chat`."""

    def __init__(
        self,
        *,
        token: str,
        answer: Answer,
        suggest: Suggest,
        clock: Clock,
        notify: Callable[[str], Awaitable[None]],
        api_url: str = "",
        patience: float = 2.0,
    ) -> None:
        """`notify` tells the operators.

        `api_url`: a server that stands for Discord ("http://127.0.0.1:1234/api/v10").

        `patience`: seconds without news of another server until we take all of them as known.
        """
        self.name = "discord"
        self._token = token
        self._answer = answer
        self._suggest = suggest
        self._notify = notify
        self._api_url = api_url
        self._patience = patience
        self._budget = Budget(clock, self._rest)
        self._pace = Pace(self._budget)
        self._synced: set[str] = set()
        self._client: Connection | None = None
        self._closed = False
        self._rejected: TokenRejected | None = None
        self._connected = False
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def connected(self) -> bool:
        """Whether the gateway has told us of our servers and is there."""
        return self._connected

    def connection(self) -> Connection:
        """A fresh client, through which we post from now on; `serve` starts one itself."""

        def online(now: bool) -> None:
            if self._client is made:
                self._connected = now

        made = Connection(
            take=self._take,
            suggest=self._suggest,
            api_url=self._api_url,
            patience=self._patience,
            pace=self._pace,
            synced=self._synced,
            online=online,
        )
        self._client = made
        return made

    async def serve(self) -> None:
        """Connect and answer until cancelled; raises ChatDown when there is no connection to be had.

        A session that was cut goes on by itself; what can't go on ends here, for the supervisor to begin
        anew: discord.py's own reconnecting fails when its first connection did.
        """
        if self._closed:
            raise ChatDown("Newsbell is leaving Discord")
        client = self.connection()
        self._rejected = None
        try:
            await client.start(self._token, reconnect=False)
        except Exception as error:
            raise _ended(error) from error
        finally:
            self._connected = False
            await client.close()
        if self._rejected is not None:
            raise self._rejected
        if not self._closed:
            raise ChatDown("the connection to Discord is lost")

    async def post(self, channel: Channel, message: Message, key: str) -> str:
        """Post a message and give its id; within minutes, Discord gives the first one for the same key.

        discord.py sends `enforce_nonce` with each nonce, and repeats a request after a 5xx with the same one.
        """
        self._admit()
        target = self._place(channel)
        payload = messages.draw(message)
        with self._pace.watch() as tries:
            try:
                async with asyncio.timeout(_WHOLE):
                    sent = await target.send(
                        **payload.arguments(),
                        view=button(key),
                        nonce=key[:_NONCE],
                        # a notice's links unfold no previews; the flag would hide embeds of ours
                        suppress_embeds=not payload.embeds,
                        allowed_mentions=discord.AllowedMentions.none(),
                    )
            except Exception as error:
                raise tries.judge(await self._translated(error)) from error
        return str(sent.id)

    async def find(self, channel: Channel, key: str, since: datetime) -> str | None:
        """The id of the post with this key; Unknown where we may not read the channel's history."""
        self._admit()
        try:
            return await self._look(channel, key, since)
        except TokenRejected as error:
            await self._stop(error)
            raise

    async def _look(self, channel: Channel, key: str, since: datetime) -> str | None:
        client = self._open()
        place = await channels.seen(client, channel.id)
        if not channels.readable(place):
            raise Unknown("Newsbell lacks Read Message History in the channel, so it can't look")
        looked = 0
        try:
            async for message in self._place(channel).history(limit=_FAR, after=since, oldest_first=False):
                looked += 1
                if client.user and message.author.id == client.user.id and carries(message, key):
                    return str(message.id)
        except Exception as error:
            raise errors.looking(error) from error
        if looked >= _FAR:
            raise Unknown(f"more than {_FAR} messages stand there since")
        return None

    async def check(self, channel: Channel) -> str:
        """ "" when we can post there, else what to do about it."""
        try:
            return await channels.obstacle(self._open(), channel.id)
        except ChatDown as error:
            return f"{error}. Type this again in a minute."

    async def examine(self) -> list[examination.Finding]:
        """What `newsbell doctor` asks of Discord."""
        return await examination.examine(self._token, api_url=self._api_url)

    async def close(self) -> None:
        """Let commands under way finish for a moment, then let go of every connection."""
        self._closed = True
        self._connected = False
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_LEAVE)
        if self._client is not None:
            await self._client.close()

    def _open(self) -> Connection:
        if self._closed:
            raise ChatDown("Newsbell is leaving Discord")
        if self._client is None or self._client.user is None or self._client.is_closed():
            raise ChatDown("Newsbell is not connected to Discord")
        return self._client

    def _place(self, channel: Channel) -> discord.PartialMessageable:
        client = self._open()
        if not (channel.id.isascii() and channel.id.isdigit()):
            raise ChannelGone(f"{channel} is no channel of Discord.")
        return client.get_partial_messageable(int(channel.id))

    def _admit(self) -> None:
        """Raises TryLater while Discord has turned us away too often to ask for more."""
        if seconds := self._budget.rest():
            raise TryLater(seconds, everywhere=True)

    def _rest(self, seconds: float) -> None:
        said = (
            f"Discord has turned away so many of Newsbell's requests that it rests for {seconds:.0f} seconds,"
            " lest its address is banned. Alerts wait meanwhile; the log has the causes."
        )
        log.error("discord.resting", seconds=round(seconds), say=said)
        task = asyncio.create_task(_told(self._notify, said), name="discord rests")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _stop(self, error: TokenRejected) -> None:
        """Send nothing more: each try counts against our address. `serve` ends, and says why."""
        self._rejected = error
        self._connected = False
        if self._client is not None:
            await self._client.close()

    async def _translated(self, error: Exception) -> DeliveryError:
        found = errors.translate(error)
        if isinstance(found, TokenRejected):
            await self._stop(found)
        return self._pace.judge(found) if isinstance(found, TryLater) else found

    async def _take(self, interaction: Interaction, verb: str, given: Mapping[str, object]) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine always runs in one
        self._under_way.add(task)
        try:
            # within three seconds, so before anything else
            await interaction.response.defer(ephemeral=True, thinking=True)
            await _respond(interaction, replies.draw(await self._reply(interaction, verb, given)))
        except Exception:
            log.exception("discord.command_failed", verb=verb)
            with suppress(Exception):
                await _respond(interaction, replies.draw(Reply(lines=((Span(_APOLOGY),),), failed=True)))
        finally:
            self._under_way.discard(task)

    async def _reply(self, interaction: Interaction, verb: str, given: Mapping[str, object]) -> Reply:
        try:
            return await self._answer(made_of(interaction, verb, given))
        except UserError as error:
            return Reply(lines=((Span(str(error)),),), failed=True)


async def _told(notify: Callable[[str], Awaitable[None]], said: str) -> None:
    await notify(said)


async def _respond(interaction: Interaction, payload: Payload) -> None:
    await interaction.edit_original_response(
        **payload.arguments(), allowed_mentions=discord.AllowedMentions.none()
    )


def _ended(error: Exception) -> ChatDown:
    if isinstance(error, discord.ConnectionClosed):
        # https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway
        if error.code == 4004:
            return TokenRejected(errors.TOKEN)
        return ChatDown(f"Discord ended the connection: {error.code}")
    if isinstance(error, discord.DiscordException | aiohttp.ClientError | OSError):
        found = errors.translate(error)
        return found if isinstance(found, ChatDown) else ChatDown(f"Discord can't be reached: {found}")
    # what discord.py stumbles over, such as an event that it can't read
    return ChatDown(f"the connection to Discord failed: {error!r}")
