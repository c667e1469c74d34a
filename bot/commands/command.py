"""What a command is: its name, what it takes, what it says of itself, and the function that answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.commands.context import Context
from bot.core.model import Channel, Person, Reply
from bot.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that a command takes; the description has 100 characters at most (Discord's limit)."""

    name: str
    kind: Literal["text", "number", "channel"] = "text"
    required: bool = True
    description: str
    # what completes it while it's typed: "watches", "sources", "commands", or nothing
    suggests: Literal["watches", "sources", "commands", ""] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One command as it is carried out."""

    command: str
    arguments: Mapping[str, str]
    # the channel that it is about, and the one in which it was typed
    channel: Channel
    typed_in: Channel
    person: Person
    # whether the person acts for all channels, not for this one alone
    runs: bool = False

    def text(self, name: str) -> str:
        """An argument, "" when it was left out."""
        return self.arguments.get(name, "").strip()

    def number(self, name: str = "number") -> int:
        """The number of a watch, or another one. Raises UserError for anything else."""
        typed = self.text(name).lstrip("#")
        if not (typed.isascii() and typed.isdigit()) or len(typed) > 9:
            told = f"{self.say('watches')} shows the numbers of the watches."
            if name != "number":
                told = f"Type it like this: {self.say(self.command, **{name: 2})}"
            raise UserError(f"“{typed[:40]}” is no number. {told}")
        return int(typed)

    @property
    def who(self) -> str:
        """The person by id, the same in every channel of their platform: "slack:U1"."""
        return f"{self.typed_in.platform}:{self.person.id}"

    @property
    def here(self) -> str:
        """The channel in a sentence: "here", or its address."""
        return "here" if self.channel == self.typed_in else f"in {self.channel}"

    def say(self, command: str, /, **arguments: str | int) -> str:
        """A command as this person would type it, for this channel."""
        if self.typed_in.platform == "discord":
            return " ".join(["/newsbell", command, *(f"{name}:{value}" for name, value in arguments.items())])
        elsewhere = [] if self.channel == self.typed_in else [f"in:{self.channel}"]
        return " ".join(["/newsbell", command, *map(str, arguments.values()), *elsewhere])


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Something that all channels have in common, so that not everybody who may change one may change it."""

    # in a sentence: "Example News is read for all channels"
    what: str
    # the channels whose people may change it all the same, and these in words; "" and none for nobody's
    whose: Collection[str] = ()
    called: str = ""


Sharing = Callable[[Context, Call], Awaitable[Shared | None]]
Handler = Callable[[Context, Call], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One entry of the command table."""

    name: str
    parameters: tuple[Parameter, ...] = ()
    # one line, 100 characters at most (Discord's limit)
    summary: str
    # what `help NAME` adds, and what people may type, without "/newsbell"
    help: str
    examples: tuple[str, ...]
    # whether it needs the right to change the channel
    changes: bool = False
    # what counts beside the command itself: the stored news is asked, or an address outside is
    costs: Literal["rehearsal", "follow", ""] = ""
    # offered where lines are typed, and not among Discord's options
    typed_only: bool = False
    # what of all channels it changes, as it was typed; None where it only ever changes one channel
    sharing: Sharing | None = None
    handler: Handler

    @property
    def usage(self) -> str:
        """How it is typed: "watch QUERY [in:CHANNEL]"."""
        words = [self.name]
        for parameter in self.parameters:
            shown = "in:CHANNEL" if parameter.kind == "channel" else parameter.name.upper()
            words.append(shown if parameter.required else f"[{shown}]")
        return " ".join(words)
