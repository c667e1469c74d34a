"""discord.py's client as we use it: guilds alone, commands from the table, and a button below each post."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.chat.discord import endpoint, slash
from bot.chat.discord.pace import Pace
from bot.chat.discord.slash import Interaction, Take
from bot.ports import Suggest

log = structlog.get_logger()

# what the install link asks for
PERMISSIONS = discord.Permissions(
    view_channel=True, send_messages=True, embed_links=True, read_message_history=True
)

# seconds of a wait that discord.py sleeps through; it takes no less
_LONGEST_WAIT = 30.0
# interactions remembered, against one that comes twice
_REMEMBERED = 1_000

_MARK = "newsbell:"


def install_link(application: int) -> str:
    """The address at which the bot is added to a server."""
    return discord.utils.oauth_url(
        application, permissions=PERMISSIONS, scopes=("bot", "applications.commands")
    )


def button(key: str) -> discord.ui.View:
    """The row below a post: a button that lists the channel's watches, and carries the post's key."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Watches", emoji="🔔", custom_id=f"{_MARK}{key}"))
    # stopped, it isn't kept in memory: a press is answered by `on_interaction`, also after a restart
    view.stop()
    return view


def carries(message: discord.Message, key: str) -> bool:
    """Whether a message of ours has this key."""
    wanted = f"{_MARK}{key}"
    return any(
        child.custom_id == wanted
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for child in row.children
        if isinstance(child, discord.Button)
    )


class Connection(discord.Client):
    """One connection to Discord, used once."""

    def __init__(
        self,
        *,
        take: Take,
        suggest: Suggest,
        api_url: str,
        patience: float,
        pace: Pace,
        synced: set[str],
        online: Callable[[bool], None],
    ) -> None:
        """`synced` holds the fingerprints of commands that Discord has; `online` hears of each change."""
        endpoint.aim(api_url)
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=_LONGEST_WAIT,
            http_trace=pace.trace,
            max_messages=None,
            guild_ready_timeout=patience,
        )
        self._take = take
        self._api_url = api_url
        self._synced = synced
        self._online = online
        self._seen: deque[int] = deque(maxlen=_REMEMBERED)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(slash.group(self._once, suggest))

    async def setup_hook(self) -> None:
        """Tell Discord the commands before we connect, unless it has them already."""
        await endpoint.aim_gateway(self.http, self._api_url)
        looks = slash.fingerprint(self.tree)
        if looks in self._synced:
            return
        try:
            await self.tree.sync()
        except discord.DiscordException as error:
            # alerts don't need the commands, and those that Discord knows still work
            log.warning("discord.commands_not_updated", cause=str(error))
        else:
            self._synced.add(looks)

    async def on_ready(self) -> None:
        """The servers are known: people can be told."""
        self._online(True)
        log.info("discord.ready", servers=len(self.guilds), install=install_link(self.application_id or 0))

    async def on_resumed(self) -> None:
        """The session goes on after a cut."""
        self._online(True)

    async def on_disconnect(self) -> None:
        """The gateway is gone; discord.py tries to go on with the session."""
        self._online(False)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer the button below a post; commands go their own way, through the tree."""
        if interaction.type is not discord.InteractionType.component:
            return
        data: Mapping[str, Any] = interaction.data or {}
        if str(data.get("custom_id", "")).startswith(_MARK):
            await self._once(interaction, "watches", {})

    async def _once(self, interaction: Interaction, verb: str, given: Mapping[str, object]) -> None:
        if interaction.id not in self._seen:
            self._seen.append(interaction.id)
            await self._take(interaction, verb, given)
