"""Help, status and the sample alert."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapidfuzz import process

from bot.commands.command import Call, Command, Handler
from bot.commands.context import Context
from bot.commands.sample import example
from bot.commands.watches import require_post
from bot.core import message
from bot.core.delivery import post_key
from bot.core.model import AlertId, Line, Reply
from bot.core.spans import bold, code, line, quiet
from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, TryLater, Unknown, UserError


def helper(table: Callable[[], Mapping[str, Command]], same: Mapping[str, str]) -> Handler:
    """The handler of `help [COMMAND]` for a table of commands, which holds `help` itself."""

    async def answer(_: Context, call: Call) -> Reply:
        commands = {name: each for name, each in table().items() if _offered(each, call)}
        typed = call.text("command").lower().removeprefix("/newsbell").strip().lstrip("/")
        if not typed:
            return Reply(lines=_overview(call, commands))
        command = commands.get(same.get(typed, typed))
        if command is None:
            near = process.extractOne(typed, [*commands, *same], score_cutoff=50)
            meant = f" Did you mean {call.say('help', command=near[0])}?" if near else ""
            raise UserError(f"There is no command “{typed[:40]}”.{meant}")
        return Reply(lines=_page(call, command))

    return answer


def _overview(call: Call, commands: Mapping[str, Command]) -> tuple[Line, ...]:
    return (
        line("Newsbell reads AI news and rings here when a story meets a watch of this channel. Start with:"),
        line(code(call.say("watch", query="valuation >= 10B"))),
        *(line(code(_usage(call, command)), f"  {command.summary}") for command in commands.values()),
        line(quiet("Examples of each: "), code(call.say("help", command="watch"))),
    )


def _page(call: Call, command: Command) -> tuple[Line, ...]:
    return (
        line(bold(_usage(call, command))),
        line(command.summary),
        *(line(paragraph) for paragraph in command.help.splitlines()),
        *(line("• ", code(_example(call, command, example))) for example in command.examples),
    )


def _offered(command: Command, call: Call) -> bool:
    return not (command.typed_only and call.typed_in.platform == "discord")


def _usage(call: Call, command: Command) -> str:
    """How a command is typed on this platform; Discord shows its options by itself."""
    if call.typed_in.platform != "discord":
        return f"/newsbell {command.usage}"
    shown = (each.name if each.required else f"[{each.name}]" for each in command.parameters)
    return " ".join([f"/newsbell {command.name}", *shown])


def _example(call: Call, command: Command, example: str) -> str:
    """An example as it is typed on this platform."""
    if call.typed_in.platform != "discord":
        return f"/newsbell {example}"
    words = example.split(" ", maxsplit=len([p for p in command.parameters if p.kind != "channel"]))
    wanted = [parameter.name for parameter in command.parameters if parameter.kind != "channel"]
    arguments: dict[str, str | int] = dict(zip(wanted, words[1:], strict=False))
    return call.say(words[0], **arguments)


async def status(context: Context, _: Call) -> Reply:
    """`status`: how the bot is."""
    return Reply(lines=await context.status_lines())


async def test(context: Context, call: Call) -> Reply:
    """`test`: post a sample alert, marked as such, and say truly what became of it."""
    await require_post(context, call.channel)
    now = context.clock.now()
    sample = message.sample(now, example(now))
    key = post_key(f"test {call.channel} {now.isoformat()}", AlertId(0))
    try:
        await context.chats[call.channel.platform].post(call.channel, sample, key)
    except DeliveryError as error:
        return Reply(lines=(line(_failure(error)),), failed=True)
    return Reply(
        lines=(line(f"A sample alert was posted {call.here}; nothing happened, and nothing was saved."),)
    )


def _failure(error: DeliveryError) -> str:
    match error:
        case TryLater():
            return f"The platform asks to wait {error.seconds:.0f} seconds; alerts wait, too. Try this later."
        case ChannelGone():
            return f"Nothing can be posted in this channel: {error}"
        case ChatDown():
            return f"The platform can't be reached at the moment ({error}). Alerts wait until it can."
        case Unknown():
            return (
                f"The sample was sent, but the platform's answer was lost ({error}): see if it stands there."
            )
        case Refused():
            return f"The platform refused the sample: {error}"
        case _:
            return f"The sample could not be posted: {error}"
