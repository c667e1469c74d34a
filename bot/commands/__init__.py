"""What people can type, once, for every platform.

`COMMANDS` is the table; a platform makes its options of it, or hands a typed line to `parse`. `handle`
answers a request, `suggest` completes an option.
"""

from bot.commands.answering import handle
from bot.commands.command import Call, Command, Parameter
from bot.commands.context import Context
from bot.commands.suggesting import suggest
from bot.commands.table import COMMANDS
from bot.commands.typed import normalise, parse, shared

__all__ = [
    "COMMANDS",
    "Call",
    "Command",
    "Context",
    "Parameter",
    "handle",
    "normalise",
    "parse",
    "shared",
    "suggest",
]
