"""Answering a request: who may, about which channel, and what is said when it can't be done."""

from __future__ import annotations

import re

from bot.commands.command import Call
from bot.commands.context import Context
from bot.commands.permitting import keep_pace, permit, permit_shared, runs
from bot.commands.typed import find, normalise
from bot.core.model import Channel, Reply
from bot.core.spans import text
from bot.errors import DeliveryError, StoreDown, UserError
from bot.ports import Request

_SLACK_ID = re.compile(r"[CGD][A-Z0-9]{7,}")


async def handle(context: Context, request: Request) -> Reply:
    """The answer to a request; what a person typed wrong is an answer too, and changes nothing."""
    try:
        command = find(request.verb)
        arguments = {name: normalise(value) for name, value in request.arguments.items()}
        call = Call(
            command=command.name,
            arguments=arguments,
            channel=_target(context, request, arguments.get("channel", "")),
            typed_in=request.channel,
            person=request.person,
            runs=runs(context, request),
        )
        permit(command, request, call.channel)
        keep_pace(context, command, request)
        await permit_shared(context, command, call)
        return await command.handler(context, call)
    except UserError as error:
        return Reply(lines=tuple((text(said),) for said in str(error).splitlines()), failed=True)
    except StoreDown as error:
        said = f"{error} That can't be done now; try again in a few minutes, Newsbell goes on by itself."
        return Reply(lines=((text(said),),), failed=True)
    except DeliveryError as error:
        return Reply(
            lines=((text(f"That did not work: {error}. Nothing was changed; try again soon."),),), failed=True
        )


def _target(context: Context, request: Request, typed: str) -> Channel:
    """The channel that a request is about. Raises UserError for one that it can't be about."""
    here = request.channel
    if not typed:
        return here
    try:
        channel = Channel.parse(typed) if ":" in typed else Channel(here.platform, typed.lstrip("#"))
    except ValueError as error:
        raise UserError(f"{error}.") from None
    if channel.platform not in context.chats:
        known = ", ".join(sorted(context.chats))
        raise UserError(f"Newsbell has no {channel.platform} here; it is connected to: {known}.")
    if here.platform not in {channel.platform, "terminal"}:
        raise UserError(f"From {here.platform}, only channels of {here.platform} can be reached.")
    if channel.platform == "slack" and not _SLACK_ID.fullmatch(channel.id):
        raise UserError(
            f"“{typed}” can't be looked up by its name. Type in:# and pick the channel from Slack's list, "
            "type the command in that channel, or write in:slack:C… with the id from its details."
        )
    return channel
