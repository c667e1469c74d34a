"""From an interaction of Discord's to a request of ours, with the right to act taken at that moment."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.chat.discord.places import Named, here, named
from bot.chat.discord.slash import Interaction
from bot.commands import normalise
from bot.core.model import Channel, Person
from bot.ports import Request


def made_of(interaction: Interaction, verb: str, given: Mapping[str, object]) -> Request:
    """The request; its person may change things with Manage Channels in the channel that it's about.

    Raises UserError outside of a server, and for a channel that isn't one of it.
    """
    channel = here(interaction)
    target = named(interaction, given.get("channel"))
    vouched = Channel("discord", str(target.id)) if target else None
    arguments = {name: normalise(str(value)) for name, value in given.items() if value is not None}
    if vouched:
        arguments["channel"] = str(vouched)
    return Request(
        verb=verb,
        arguments=arguments,
        channel=channel,
        person=_person(interaction, target),
        vouched=vouched,
    )


def _person(interaction: Interaction, target: Named | None) -> Person:
    # Discord computes both for the person: in the channel of this very interaction, or in the named one
    permissions = target.permissions if target else interaction.permissions
    name = target.name if target else _name(interaction)
    changes, looks = _may(permissions, "manage_channels"), _may(permissions, "view_channel")
    if target and not looks:
        # the name of a hidden channel is nobody's business outside it
        lacks = "to see that channel"
    else:
        lacks = f"Manage Channels in {f'#{name}' if name else 'this channel'}"
    # the sources and names of an installation are those of all its servers
    alone = len(interaction.client.guilds) == 1
    return Person(
        id=str(interaction.user.id),
        name=interaction.user.display_name,
        # who can't see a channel has no rights there, whatever else the numbers say
        may_change=changes and (looks or target is None),
        may_look=looks,
        lacks=lacks,
        may_run=alone and _may(interaction.permissions, "manage_guild"),
        rank="Manage Server" if alone else "",
    )


def _may(permissions: discord.Permissions, right: str) -> bool:
    return bool(getattr(permissions, right)) or permissions.administrator


def _name(interaction: Interaction) -> str:
    found = getattr(interaction.channel, "name", None)
    return found if isinstance(found, str) else ""
