"""From a line as it was typed in Slack or the terminal to a request."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import process

from bot.commands.command import Command
from bot.commands.table import ALL, SAME
from bot.core.model import Channel, Person
from bot.errors import UserError
from bot.ports import Request

_ENTITY = re.compile(r"&(lt|gt|amp);")
_DECODED = {"lt": "<", "gt": ">", "amp": "&"}
# what Slack and Discord make of an address, a channel or a person that is typed
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>|]+)(?:\|[^<>]*)?>")
_CHANNEL = re.compile(r"<#([A-Za-z0-9]+)(?:\|[^<>]*)?>")
_PERSON = re.compile(r"<[@!][^\s<>|]+\|([^<>]*)>")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "≥": ">=",
        "≤": "<=",
        # full-width forms are those of ASCII, 0xFEE0 further on
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    }
)
_LAST_WORD = re.compile(r"(?:^|\s)in:(#\S+|(?:slack|discord|terminal):\S+|[CGD][A-Z0-9]{7,})$")
_COMMAND = re.compile(r"/?newsbell(?:\s+|$)", re.IGNORECASE)


def normalise(text: str) -> str:
    """What was typed, in plain signs, however a platform or a phone has dressed it up.

    `&gt; &lt; &amp;` are decoded once; `<https://…|label>` is its address and `<#C…|name>` its channel;
    curly quotes, `≥ ≤`, odd spaces, full-width letters and dashes become their plain forms.
    """
    text = _ADDRESS.sub(lambda found: found[1].removeprefix("mailto:"), text)
    text = _CHANNEL.sub(lambda found: str(_known(found[1])), text)
    text = _PERSON.sub(lambda found: found[1], text)
    text = _ENTITY.sub(lambda found: _DECODED[found[1]], text)
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text).translate(_PLAIN))
    return "".join(" " if letter.isspace() else letter for letter in text).strip()


def _known(ident: str) -> Channel:
    """The channel of a mention: Discord's ids are numbers, Slack's start with a letter."""
    return Channel("discord" if ident.isdigit() else "slack", ident)


def parse(text: str, *, channel: Channel, person: Person) -> Request:
    """Read a line such as `watch valuation >= 10B in:slack:C0123`; an empty one asks for help.

    The verb may have any case, what stands behind it is kept as it is. Raises UserError, which names the
    nearest command, for an unknown verb, and for a command that lacks something.
    """
    line = _COMMAND.sub("", normalise(text), count=1).strip()
    if not line:
        return Request(verb="help", arguments={}, channel=channel, person=person)
    typed, _, rest = line.partition(" ")
    command = find(typed)
    arguments: dict[str, str] = {}
    if last := _LAST_WORD.search(rest):
        arguments["channel"] = last[1]
        rest = rest[: last.start()]
    arguments |= _arguments(command, rest.strip())
    return Request(verb=command.name, arguments=arguments, channel=channel, person=person)


def find(verb: str) -> Command:
    """The command of that name. Raises UserError, which names the nearest, when there is none."""
    name = verb.lower().lstrip("/")
    command = ALL.get(SAME.get(name, name))
    if command is not None:
        return command
    near = process.extractOne(name, [*ALL, *SAME], score_cutoff=50)
    meant = f"Did you mean /newsbell {near[0]}? " if near else ""
    raise UserError(f"There is no command “{verb[:40]}”. {meant}/newsbell help shows all commands.")


def shared(verb: str) -> bool:
    """Whether a command may change what all channels have in common. Raises UserError for an unknown one."""
    return find(verb).sharing is not None


def _arguments(command: Command, rest: str) -> dict[str, str]:
    """The rest of the line, dealt out to what the command takes; the last one keeps all that is left."""
    found: dict[str, str] = {}
    wanted = [parameter for parameter in command.parameters if parameter.kind != "channel"]
    for place, parameter in enumerate(wanted):
        value, rest = (rest, "") if place == len(wanted) - 1 else _first(rest)
        if value:
            found[parameter.name] = value
        elif parameter.required:
            raise UserError(
                f"/newsbell {command.name} needs a {parameter.name}. Type it like this: "
                f"/newsbell {command.examples[0]}"
            )
    if rest:
        raise UserError(f"/newsbell {command.name} takes nothing behind it, but “{rest[:60]}” was typed.")
    return found


def _first(rest: str) -> tuple[str, str]:
    value, _, more = rest.partition(" ")
    return value, more.strip()
