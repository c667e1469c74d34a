"""What stands in the small Discord: a server with channels, its bot and a person, in Discord's own forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import discord

APPLICATION, GUILD, OWNER, PERSON, ROLE = "100", "200", "301", "302", "400"
EVERYTHING = str(discord.Permissions.all().value)
MEMBER = str(discord.Permissions(view_channel=True, send_messages=True).value)
BOT = {"id": APPLICATION, "username": "newsbell", "discriminator": "0", "avatar": None, "bot": True}
ADA = {"id": PERSON, "username": "ada", "discriminator": "0", "avatar": None, "global_name": "Ada"}


@dataclass
class Place:
    """A channel and what stands in it, oldest first; `denied` are permissions that the bot lacks there."""

    id: str
    name: str
    denied: discord.Permissions = field(default_factory=discord.Permissions.none)
    messages: list[dict[str, Any]] = field(default_factory=list)
    # a look is turned away, though the permissions that the bot knows would allow it
    hidden: bool = False

    def info(self) -> dict[str, Any]:
        """The channel as Discord tells it."""
        overwrite = {"id": APPLICATION, "type": 1, "allow": "0", "deny": str(self.denied.value)}
        common = {"nsfw": False, "topic": None, "parent_id": None, "rate_limit_per_user": 0}
        overwrites = [overwrite] if self.denied.value else []
        return {
            "id": self.id,
            "type": 0,
            "name": self.name,
            "guild_id": GUILD,
            "position": 0,
            "permission_overwrites": overwrites,
            **common,
        }


def application(name: str = "Newsbell") -> dict[str, Any]:
    """The bot's application."""
    owner = {"id": OWNER, "username": "owner", "discriminator": "0", "avatar": None}
    return {
        "id": APPLICATION,
        "name": name,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "owner": owner,
        "team": None,
        "rpc_origins": [],
        "summary": "",
    }


def ready(gateway: str) -> dict[str, Any]:
    """The gateway's first word to a bot that it knows."""
    return {
        "v": 10,
        "user": BOT,
        "session_id": "session",
        "resume_gateway_url": gateway,
        "guilds": [{"id": GUILD, "unavailable": True}],
        "application": {"id": APPLICATION, "flags": 0},
    }


def server(places: list[Place]) -> dict[str, Any]:
    """The one server, as the gateway tells it."""
    everyone = {
        "id": GUILD,
        "name": "@everyone",
        "color": 0,
        "hoist": False,
        "position": 0,
        "permissions": str(
            discord.Permissions(
                view_channel=True, send_messages=True, embed_links=True, read_message_history=True
            ).value
        ),
        "managed": False,
        "mentionable": False,
    }
    return {
        "id": GUILD,
        "name": "Test",
        "icon": None,
        "owner_id": OWNER,
        "roles": [everyone],
        "emojis": [],
        "features": [],
        "member_count": 2,
        "large": False,
        "unavailable": False,
        "members": [member(BOT)],
        "channels": [place.info() for place in places],
        "threads": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "afk_timeout": 300,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "preferred_locale": "en-US",
        "nsfw_level": 0,
        "joined_at": "2026-01-01T00:00:00+00:00",
        "stickers": [],
    }


def member(user: dict[str, Any], permissions: str | None = None) -> dict[str, Any]:
    """Somebody in the server; in an interaction with the permissions that Discord computed."""
    known = {
        "user": user,
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    return known if permissions is None else {**known, "permissions": permissions}


def message(ident: str, place: Place, body: dict[str, Any]) -> dict[str, Any]:
    """A message of the bot's as it stands in a channel."""
    return {
        "id": ident,
        "channel_id": place.id,
        "author": BOT,
        "content": body.get("content") or "",
        "embeds": body.get("embeds") or [],
        "components": body.get("components") or [],
        "allowed_mentions": body.get("allowed_mentions"),
        "timestamp": "2026-05-12T09:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "pinned": False,
        "type": 0,
        "flags": body.get("flags", 0),
    }
