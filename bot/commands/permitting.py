"""Who may do what: the one check that a request from any entry of any chat passes before it is carried out.

A chat finds out what its platform says of a person in a channel; here it is decided what follows from that. A
verdict counts for the channel that it was taken for (`Request.vouched`) and for no other, so that no
argument, however it was smuggled in, reaches a channel that nobody was asked about.
"""

from __future__ import annotations

from bot.commands.command import Command
from bot.core.model import Channel
from bot.errors import NotAllowed
from bot.ports import Request

_TERMINAL = "terminal"


def permit(command: Command, request: Request, target: Channel) -> None:
    """Raise NotAllowed unless the person may do that to the target; nothing was done yet."""
    if request.channel.platform == _TERMINAL:
        # whoever types there could as well edit the database
        return
    person = request.person
    if target != (request.vouched or request.channel):
        raise NotAllowed(
            f"Whether you may act in {target} was not found out, so nothing was changed. "
            "Type the command in that channel."
        )
    if target != request.channel and not person.may_look:
        raise NotAllowed(f"You may not look there: you need {person.lacks or 'to see that channel'}.")
    if command.changes and not person.may_change:
        lacks = person.lacks or "the right to manage this channel"
        raise NotAllowed(f"You may not change this: you need {lacks}. Nothing was changed.")
