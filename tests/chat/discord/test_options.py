"""`/newsbell` as Discord is told of it."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import app_commands

from bot.chat.discord import slash
from bot.core.model import Channel

_STRING, _INTEGER, _CHANNEL = 3, 4, 7

# exactly what people are promised: each command's options in order, their type, whether they're needed
OFFERED: dict[str, list[tuple[str, int, bool]]] = {
    "watch": [("query", _STRING, True), ("channel", _CHANNEL, False)],
    "watches": [("page", _INTEGER, False), ("channel", _CHANNEL, False)],
    "unwatch": [("number", _INTEGER, True)],
    "edit": [("number", _INTEGER, True), ("query", _STRING, True)],
    "pause": [("number", _INTEGER, True)],
    "resume": [("number", _INTEGER, True)],
    "try": [("query", _STRING, True)],
    "latest": [("query", _STRING, False)],
    "why": [("link", _STRING, True)],
    "sources": [("page", _INTEGER, False)],
    "follow": [("address", _STRING, True)],
    "unfollow": [("name", _STRING, True)],
    "status": [],
    "help": [("command", _STRING, False)],
    "test": [],
}
COMPLETED = {"unwatch": "number", "edit": "number", "pause": "number", "resume": "number", "unfollow": "name",
             "help": "command"}  # fmt: skip


async def nothing(*_: object) -> None:
    """Takes a command and does nothing."""


async def no_words(command: str, parameter: str, channel: Channel, typed: str) -> list[tuple[str, str]]:
    return []


@pytest.fixture
async def offered() -> dict[str, Any]:
    client = discord.Client(intents=discord.Intents.none())
    tree = app_commands.CommandTree(client)
    return dict(slash.group(nothing, no_words).to_dict(tree))


def test_it_offers_exactly_the_promised_options(offered: dict[str, Any]) -> None:
    told = {
        command["name"]: [
            (option["name"], option["type"], option["required"]) for option in command.get("options", [])
        ]
        for command in offered["options"]
    }
    assert told == OFFERED


def test_everything_is_described_within_discords_limits(offered: dict[str, Any]) -> None:
    for command in (offered, *offered["options"]):
        for told in (command, *command.get("options", [])):
            assert 1 <= len(told["name"]) <= 32
            assert 1 <= len(told["description"]) <= 100
            # discord.py's mark for "nobody described this"
            assert told["description"] != "…"


def test_watches_sources_and_commands_are_completed(offered: dict[str, Any]) -> None:
    completed = {
        command["name"]: option["name"]
        for command in offered["options"]
        for option in command.get("options", [])
        if option.get("autocomplete")
    }
    assert completed == COMPLETED


def test_it_is_for_servers_alone_and_open_to_everyone(offered: dict[str, Any]) -> None:
    assert offered["contexts"] == [0]
    assert offered["integration_types"] == [0]
    assert offered["default_member_permissions"] is None


def test_the_channel_option_offers_channels_in_which_an_alert_can_stand(offered: dict[str, Any]) -> None:
    watch = next(command for command in offered["options"] if command["name"] == "watch")
    assert sorted(watch["options"][1]["channel_types"]) == [0, 5, 10, 11, 12]


async def test_the_fingerprint_changes_with_the_commands_alone() -> None:
    def tree(*groups: Any) -> app_commands.CommandTree[Any]:
        made = app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))
        for group in groups:
            made.add_command(group)
        return made

    once, again, none = (
        tree(slash.group(nothing, no_words)),
        tree(slash.group(nothing, no_words)),
        tree(),
    )
    assert slash.fingerprint(once) == slash.fingerprint(again)
    assert slash.fingerprint(once) != slash.fingerprint(none)
