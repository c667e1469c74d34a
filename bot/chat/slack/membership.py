"""What Slack says of the person who typed a command, in the channel that it names.

Who types in a channel is a member of it. Whoever names another one must be a member of that, which Slack is
asked at the moment of acting.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.chat.slack.channels import DIRECT
from bot.chat.slack.errors import INVITE
from bot.chat.slack.web import Web
from bot.commands import shared
from bot.core.model import Channel
from bot.errors import ChannelGone, DeliveryError, TryLater, UserError
from bot.ports import Request

_ADMIN = "to be an admin of the workspace"

# the forms in which `bot.commands` takes a channel of Slack; its later normalising leaves them as they are
_NAMED = re.compile(r"(?:slack:|#*)([A-Z0-9]+)")


def stranger(me: Mapping[str, Any], command: Mapping[str, Any]) -> bool:
    """Whether a command comes from another workspace than the one that `auth.test` told of.

    Workspaces share channels (Slack Connect); ours alone decides what its bot does. One organisation that
    installed the app for all its workspaces counts as one.
    """
    mine, theirs = me.get("team_id"), command.get("team_id")
    if not mine or not theirs or mine == theirs:
        return False
    organisation = me.get("enterprise_id")
    return not organisation or command.get("enterprise_id") != organisation


async def vouch(open_web: Callable[[], Web], request: Request) -> Request:
    """The request with Slack's verdict on its person.

    `bot.commands` decides by it. Raises UserError when Slack doesn't give one: what can't be found out isn't
    allowed.
    """
    known = await _member(open_web, request)
    if not shared(request.verb):
        return known
    # what all channels have in common is changed by administrators
    may_run, rank = await _rank(open_web, request.person.id)
    return dataclasses.replace(known, person=dataclasses.replace(known.person, may_run=may_run, rank=rank))


async def _rank(open_web: Callable[[], Web], person: str) -> tuple[bool, str]:
    """Whether the person administers the workspace, and what they'd need to."""
    try:
        return await open_web().administers(person), _ADMIN
    except DeliveryError as error:
        return False, f"{_ADMIN}, and Slack doesn't say whether you are one: {str(error).rstrip('.')}"


async def _member(open_web: Callable[[], Web], request: Request) -> Request:
    typed = request.arguments.get("channel", "")
    if not typed:
        return request
    named = _NAMED.fullmatch(typed)
    if named is None:
        # for the case that the words are taken for a channel after all
        return _refused(request, "to pick the channel from Slack's list")
    channel = named[1]
    if channel == request.channel.id:
        return request
    if channel.startswith("D"):
        raise UserError(DIRECT)
    lacks = await _lacks(open_web, channel, request.person.id)
    known = dataclasses.replace(request, vouched=Channel("slack", channel))
    # the watches of a private channel tell what its people follow
    return _refused(known, lacks) if lacks else known


async def _lacks(open_web: Callable[[], Web], channel: str, person: str) -> str:
    try:
        web = open_web()
        if await web.has_member(channel, person):
            return ""
        return f"to be a member of {_shown(await web.info(channel))}"
    except ChannelGone:
        raise UserError(
            "Newsbell can't see that channel, and so can't tell whether you are a member of it. "
            f"If you are, {INVITE} there, then type this again. Nothing was changed."
        ) from None
    except DeliveryError as error:
        cause = "Slack is busy" if isinstance(error, TryLater) else str(error).rstrip(".")
        soon = f"in {error.seconds:.0f} seconds" if isinstance(error, TryLater) else "in a minute"
        raise UserError(
            f"Newsbell could not find out whether you are a member of that channel: {cause}. "
            f"Nothing was changed; type this again {soon}."
        ) from None


def _shown(info: dict[str, object]) -> str:
    # the name of a private channel is nobody's business outside it
    name = info.get("name")
    return f"#{name}" if isinstance(name, str) and name and not info.get("is_private") else "that channel"


def _refused(request: Request, lacks: str) -> Request:
    return dataclasses.replace(
        request, person=dataclasses.replace(request.person, may_change=False, may_look=False, lacks=lacks)
    )
