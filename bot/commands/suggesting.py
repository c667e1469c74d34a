"""What completes an option while it is typed on Discord."""

from __future__ import annotations

from bot.commands.context import Context
from bot.commands.table import COMMANDS
from bot.core.model import Channel, Watch
from bot.errors import StoreDown

# Discord's limits
_MOST = 25
_LONGEST = 100


async def suggest(
    context: Context, command: str, parameter: str, channel: Channel, typed: str
) -> list[tuple[str, str]]:
    """(shown, value) pairs that hold what is typed so far: the channel's own watches, sources, commands."""
    known = COMMANDS.get(command)
    wanted = next((each.suggests for each in known.parameters if each.name == parameter), "") if known else ""
    asked = typed.strip().casefold()
    try:
        pairs = await _pairs(context, wanted, command, channel)
    except StoreDown:
        # nothing to complete with; the command itself says why
        return []
    return [
        (_short(shown), value)
        for shown, value in pairs
        if asked in shown.casefold() and len(value) <= _LONGEST
    ][:_MOST]


async def _pairs(context: Context, wanted: str, command: str, channel: Channel) -> list[tuple[str, str]]:
    match wanted:
        case "watches":
            return [(_shown(watch), str(watch.number)) for watch in await _watches(context, command, channel)]
        case "sources":
            return [(source.name, source.name) for source in await context.store.sources() if source.enabled]
        case "commands":
            return [(f"{each.name}: {each.summary}", each.name) for each in COMMANDS.values()]
        case _:
            return []


async def _watches(context: Context, command: str, channel: Channel) -> list[Watch]:
    """The channel's watches, where it matters only those that rest or don't."""
    known = await context.store.watches(channel)
    if command in {"pause", "resume"}:
        return [watch for watch in known if bool(watch.paused) == (command == "resume")]
    return known


def _shown(watch: Watch) -> str:
    return f"{watch.number}: {watch.query}" + (" (paused)" if watch.paused else "")


def _short(shown: str) -> str:
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
