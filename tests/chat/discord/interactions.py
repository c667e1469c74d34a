"""What Discord's client sends when somebody types a command or presses a button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.chat.discord import guild
from tests.chat.discord.guild import ADA, APPLICATION, EVERYTHING, GUILD, MEMBER, Place

_CHANNEL = 7


def command(
    group: Mapping[str, Any],
    verb: str,
    options: Mapping[str, Any],
    places: Mapping[str, Place],
    permissions: Mapping[str, str],
    *,
    focused: bool = False,
) -> dict[str, Any]:
    """The data of a command, from what the bot has registered.

    As the client, it knows no other option than those, and sends nothing without the required ones.
    `permissions` are the person's in a channel that an option names: all, where none are given.
    """
    known = {one["name"]: one for one in group["options"]}[verb]
    offered = {option["name"]: option for option in known.get("options", [])}
    assert set(options) <= set(offered), f"{verb} takes {sorted(offered)}"
    required = {name for name, option in offered.items() if option.get("required")}
    assert focused or required <= set(options), f"{verb} needs {sorted(required)}"
    mark = {"focused": True} if focused else {}
    given = [
        {"name": name, "type": offered[name]["type"], "value": value, **mark}
        for name, value in options.items()
    ]
    named = [one["value"] for one in given if one["type"] == _CHANNEL]
    resolved = {
        ident: {**places[ident].info(), "permissions": permissions.get(ident, EVERYTHING)} for ident in named
    }
    chosen = {"name": verb, "type": 1, "options": given}
    return {
        "id": "500",
        "name": group["name"],
        "type": 1,
        "options": [chosen],
        "resolved": {"channels": resolved},
    }


def press(message: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a press of the one button below a message."""
    (row,) = message["components"]
    return {"custom_id": row["components"][0]["custom_id"], "component_type": 2}


def interaction(
    number: str,
    kind: int,
    data: dict[str, Any],
    place: Place,
    *,
    manage_channels: bool,
    message: dict[str, Any] | None,
) -> dict[str, Any]:
    """An interaction of ada's in a channel, as the gateway hands it over."""
    permissions = EVERYTHING if manage_channels else MEMBER
    return {
        "id": number,
        "application_id": APPLICATION,
        "type": kind,
        "token": f"token-{number}",
        "version": 1,
        "guild_id": GUILD,
        "channel_id": place.id,
        "channel": {**place.info(), "permissions": permissions},
        "member": guild.member(ADA, permissions),
        "app_permissions": EVERYTHING,
        "attachment_size_limit": 10_485_760,
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD},
        "context": 0,
        "data": data,
        **({"message": message} if message else {}),
    }
