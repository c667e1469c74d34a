"""Who may do what, and how often: the one check that a request passes, from any entry of any chat.

A chat finds out what its platform says of a person in a channel; here it is decided what follows from that. A
verdict counts for the channel that it was taken for (`Request.vouched`) and for no other, so that no
argument, however it was smuggled in, reaches a channel that nobody was asked about.
"""

from __future__ import annotations

import math
from datetime import timedelta

from bot.commands.command import Call, Command
from bot.commands.context import Context
from bot.core.model import Channel
from bot.core.pace import Rule
from bot.core.spans import counted
from bot.errors import NotAllowed, UserError
from bot.ports import Request

_TERMINAL = "terminal"
# where a platform knows of nobody who could do it
_RANK = "its terminal, or the channel that NEWSBELL_ADMIN names"
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
# what the rules count, as it is told
_COMMANDS = "sent {} commands within a minute"
_REHEARSALS = "had {} queries asked of the stored news within a minute"
_FOLLOWS = "had {} addresses looked at within an hour"


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


def runs(context: Context, request: Request) -> bool:
    """Whether the person acts for all channels.

    So does whoever sits at the terminal, whoever may change the channel of the operators when they type in
    it, and whom the platform vouches for.
    """
    if request.channel.platform == _TERMINAL or request.person.may_run:
        return True
    here = request.vouched in {None, request.channel}
    return request.channel == context.admin and here and request.person.may_change


async def permit_shared(context: Context, command: Command, call: Call) -> None:
    """Raise NotAllowed for a change of what all channels have in common, unless it's the person's to make."""
    if command.sharing is None or call.runs:
        return
    shared = await command.sharing(context, call)
    if shared is None or str(call.channel) in shared.whose:
        return
    who = f"{shared.called} or those who run Newsbell" if shared.called else "those who run Newsbell"
    raise NotAllowed(
        f"{shared.what}, so changing that is up to {who}: you need {call.person.rank or _RANK}. "
        "Nothing was changed."
    )


def keep_pace(context: Context, command: Command, request: Request) -> None:
    """Count the request. Raises UserError when the person has asked as much lately as one person may."""
    if request.channel.platform == _TERMINAL:
        return
    who = f"{request.channel.platform}:{request.person.id}"
    spent = context.pace.spend(who, _rules(context, command, request), context.clock.now())
    if spent is None:
        return
    rule, wait = spent
    raise UserError(
        f"You have {rule.name.format(rule.most)}, which is as many as one person may. "
        f"Nothing was changed; try again in {_length(wait)}."
    )


def _rules(context: Context, command: Command, request: Request) -> list[Rule]:
    limits = context.limits
    rules = [Rule(name=_COMMANDS, most=limits.commands_a_minute, within=_MINUTE)]
    # `latest` may come without a query, and then asks nothing
    if command.costs == "rehearsal" and request.arguments.get("query", "").strip():
        rules.append(Rule(name=_REHEARSALS, most=limits.rehearsals_a_minute, within=_MINUTE))
    if command.costs == "follow":
        rules.append(Rule(name=_FOLLOWS, most=limits.follows_an_hour, within=_HOUR))
    return rules


def _length(wait: timedelta) -> str:
    """A wait in words, never shorter than it is."""
    seconds = math.ceil(wait.total_seconds())
    return counted(seconds, "second") if seconds <= 120 else counted(math.ceil(seconds / 60), "minute")
