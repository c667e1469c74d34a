"""Which channel an interaction is about: one of the server in which it was typed, and of no other."""

from __future__ import annotations

from typing import Any

import discord
from discord.app_commands import AppCommandChannel, AppCommandThread

from bot.core.model import Channel
from bot.errors import UserError

_SERVERS = "Newsbell takes commands in the channels of a server, not in direct messages."
_OTHER = "That channel isn't one of this server. Type the command in a channel of its own server."
_PICK = "Pick the channel from Discord's list."

Named = AppCommandChannel | AppCommandThread


def here(interaction: discord.Interaction[Any]) -> Channel:
    """Where it was typed. Raises UserError outside of a server."""
    if interaction.guild_id is None or interaction.channel_id is None:
        raise UserError(_SERVERS)
    _keep(interaction, interaction.channel_id)
    return Channel("discord", str(interaction.channel_id))


def named(interaction: discord.Interaction[Any], option: object) -> Named | None:
    """The channel that an option names, None without one. Raises UserError for one of another server.

    Only a channel that Discord resolved carries the person's rights there; an id in words carries none.
    """
    if option is None:
        return None
    if not isinstance(option, Named):
        raise UserError(_PICK)
    _keep(interaction, option.id)
    if isinstance(option, AppCommandThread):
        _keep(interaction, option.parent_id)
    return option


def _keep(interaction: discord.Interaction[Any], ident: int) -> None:
    """Raise UserError for a channel that we know in another server than the interaction's."""
    known = interaction.client.get_channel(ident)
    guild = getattr(known, "guild", None)
    if guild is not None and guild.id != interaction.guild_id:
        raise UserError(_OTHER)
