"""Whether the person who typed a command may change, or look into, the channel that it names.

Who types in a channel is a member of it. Whoever names another one must be a member of that, which Slack is
asked at the moment of acting.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from bot.chat.slack.channels import DIRECT
from bot.chat.slack.errors import INVITE
from bot.chat.slack.web import Web
from bot.commands.typed import find
from bot.errors import ChannelGone, DeliveryError, TryLater, UserError
from bot.ports import Request

# the forms in which `bot.commands` takes a channel of Slack; its later normalising leaves them as they are
_NAMED = re.compile(r"(?:slack:|#*)([A-Z0-9]+)")


async def vouch(open_web: Callable[[], Web], request: Request) -> Request:
    """The request with Slack's verdict on its person.

    Raises UserError when Slack doesn't give one: what can't be found out isn't allowed.
    """
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
    if lacks and not find(request.verb).changes:
        # the watches of a private channel tell what its people follow
        raise UserError(f"You may not look there: you need {lacks}.")
    return _refused(request, lacks) if lacks else request


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
        request, person=dataclasses.replace(request.person, may_change=False, lacks=lacks)
    )
