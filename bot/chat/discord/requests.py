"""From an interaction of Discord's to a request of ours, with the right to act taken at that moment."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord.app_commands import AppCommandChannel, AppCommandThread

from bot.chat.discord.slash import Interaction
from bot.commands import normalise
from bot.core.model import Channel, Person
from bot.ports import Request


def made_of(interaction: Interaction, verb: str, given: Mapping[str, object]) -> Request:
    """The request; its person may change things with Manage Channels in the channel that it's about."""
    return Request(
        verb=verb,
        arguments={name: _argument(value) for name, value in given.items() if value is not None},
        channel=Channel("discord", str(interaction.channel_id)),
        person=_person(interaction, given.get("channel")),
    )


def _argument(value: object) -> str:
    if isinstance(value, AppCommandChannel | AppCommandThread):
        return str(Channel("discord", str(value.id)))
    return normalise(str(value))


def _person(interaction: Interaction, target: object) -> Person:
    if isinstance(target, AppCommandChannel | AppCommandThread):
        permissions, name = target.permissions, target.name
    else:
        # Discord computes both for the person and the channel of this very interaction
        permissions, name = interaction.permissions, _name(interaction)
    return Person(
        id=str(interaction.user.id),
        name=interaction.user.display_name,
        may_change=_may(permissions),
        lacks=f"Manage Channels in {f'#{name}' if name else 'this channel'}",
    )


def _may(permissions: discord.Permissions) -> bool:
    return permissions.manage_channels or permissions.administrator


def _name(interaction: Interaction) -> str:
    found = getattr(interaction.channel, "name", None)
    return found if isinstance(found, str) else ""
