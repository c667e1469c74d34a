"""Whether Newsbell can post in a channel, in a sentence that says what to do."""

from __future__ import annotations

import discord

from bot.chat.discord.errors import PERMISSIONS, looking
from bot.errors import DeliveryError, TryLater, Unknown

_UNSEEN = (
    "Newsbell can't see this channel. Add Newsbell to the server with its install link, then allow"
    f" View Channel under {PERMISSIONS}, and type this again."
)
_KIND = "Newsbell can't post in this kind of channel: choose a text or announcement channel, or a thread."

Postable = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


async def obstacle(client: discord.Client, ident: str) -> str:
    """ "" when nothing keeps us from posting, else what to do about it."""
    try:
        channel = await seen(client, ident)
    except TryLater as error:
        return f"Discord is busy; type this again in {error.seconds:.0f} seconds."
    except Unknown:
        return _UNSEEN
    except DeliveryError as error:
        return f"{error} Type this again in a minute."
    if not isinstance(channel, Postable):
        return _KIND
    missing = lacking(channel)
    if not missing:
        return ""
    return (
        f"Newsbell lacks {_listed(missing)} in #{channel.name}:"
        f" allow it under {PERMISSIONS}, then type this again."
    )


async def seen(client: discord.Client, ident: str) -> object:
    """The channel, from the cache, or asked for (threads leave the cache).

    Raises Unknown for one that we can't see, TryLater or ChatDown.
    """
    if not (ident.isascii() and ident.isdigit()) or len(ident) > 20:
        raise Unknown(f"{ident} is no channel of Discord")
    known = client.get_channel(int(ident))
    if known is not None:
        return known
    try:
        return await client.fetch_channel(int(ident))
    except (discord.InvalidData, ValueError) as error:
        raise Unknown("Discord's description of the channel can't be read") from error
    except Exception as error:
        raise looking(error) from error


def lacking(channel: Postable) -> list[str]:
    """The permissions that we need for posting and don't have, as Discord's settings call them."""
    try:
        mine = channel.permissions_for(channel.guild.me)
    except discord.ClientException:
        # a thread whose parent we can't see
        return ["View Channel"]
    thread = isinstance(channel, discord.Thread)
    needed = {
        "View Channel": mine.view_channel,
        **(
            {"Send Messages in Threads": mine.send_messages_in_threads}
            if thread
            else {"Send Messages": mine.send_messages}
        ),
        "Embed Links": mine.embed_links,
    }
    return [name for name, given in needed.items() if not given]


def readable(channel: object) -> bool:
    """Whether Discord would show us what stands there: without the permission it answers an empty list."""
    if not isinstance(channel, Postable):
        return False
    try:
        mine = channel.permissions_for(channel.guild.me)
    except discord.ClientException:
        return False
    return mine.view_channel and mine.read_message_history


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
