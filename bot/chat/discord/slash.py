"""`/newsbell` as Discord's application commands, built from the command table."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.chat.discord.places import here
from bot.commands import COMMANDS, Command, Parameter
from bot.errors import UserError
from bot.ports import Suggest

NAME = "newsbell"

# Discord's limits on what completes an option
_MOST_CHOICES, _LONGEST_CHOICE = 25, 100

Interaction = discord.Interaction[Any]
Take = Callable[[Interaction, str, Mapping[str, object]], Awaitable[None]]


class ChannelOption(app_commands.Transformer):
    """A channel as Discord resolved it for the person who typed, so also one that we can't see."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """An option of Discord's own channel picker."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Where alerts make sense."""
        return [
            discord.ChannelType.text,
            discord.ChannelType.news,
            discord.ChannelType.public_thread,
            discord.ChannelType.private_thread,
            discord.ChannelType.news_thread,
        ]

    async def transform(self, interaction: Interaction, value: Any, /) -> Any:
        """As it came, with the person's permissions there."""
        return value


def group(take: Take, suggest: Suggest) -> app_commands.Group:
    """The command group: in servers alone, open to everyone; who may change what is decided when acting."""
    made = app_commands.Group(
        name=NAME,
        description="Alerts for AI-industry news",
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        guild_only=True,
    )
    for command in COMMANDS.values():
        made.add_command(_command(command, take, suggest))
    return made


def fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """What the commands look like to Discord, as one short text."""
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _command(command: Command, take: Take, suggest: Suggest) -> app_commands.Command[Any, Any, Any]:
    async def act(interaction: Interaction, **given: object) -> None:
        await take(interaction, command.name, given)

    # discord.py reads the options from the signature
    act.__signature__ = _signature(command.parameters)  # type: ignore[attr-defined]  # inspect honours it
    described = {parameter.name: parameter.description for parameter in command.parameters}
    if described:
        app_commands.describe(**described)(act)
    made: app_commands.Command[Any, Any, Any] = app_commands.Command(
        name=command.name,
        description=command.summary,
        callback=act,  # type: ignore[arg-type]  # mypy takes "interaction" for a bound first argument
    )
    for parameter in command.parameters:
        if parameter.suggests:
            made.autocomplete(parameter.name)(_completion(command, parameter, suggest))
    return made


def _signature(parameters: tuple[Parameter, ...]) -> inspect.Signature:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    options = [
        inspect.Parameter(
            parameter.name,
            kind,
            annotation=_annotation(parameter),
            default=inspect.Parameter.empty if parameter.required else None,
        )
        for parameter in parameters
    ]
    interaction = inspect.Parameter("interaction", kind, annotation=discord.Interaction)
    return inspect.Signature([interaction, *options])


def _annotation(parameter: Parameter) -> Any:
    made: Any = {
        "text": str,
        "number": app_commands.Range[int, 1, 999_999_999],
        "channel": app_commands.Transform[Any, ChannelOption],
    }[parameter.kind]
    return made if parameter.required or parameter.kind == "channel" else made | None


def _completion(
    command: Command, parameter: Parameter, suggest: Suggest
) -> Callable[[Interaction, Any], Coroutine[Any, Any, list[app_commands.Choice[Any]]]]:
    async def complete(interaction: Interaction, current: Any) -> list[app_commands.Choice[Any]]:
        try:
            place = here(interaction)
        except UserError:
            # there is nothing to choose from where no command is taken
            return []
        found = await suggest(command.name, parameter.name, place, str(current))
        number = parameter.kind == "number"
        return [
            app_commands.Choice(name=shown[:_LONGEST_CHOICE], value=int(value) if number else value)
            for shown, value in found[:_MOST_CHOICES]
            if shown.strip() and len(value) <= _LONGEST_CHOICE
        ]

    return complete
