"""Log lines on stderr: one event name for each thing that happens, secrets blotted out."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any
from urllib.parse import quote, quote_plus, unquote

import structlog
from structlog.typing import EventDict, Processor

# libraries whose info lines tell nothing that ours don't
_QUIET = (
    "apscheduler",
    "discord",
    "slack_bolt",
    "slack_sdk",
    "httpx",
    "aiohttp",
    "aiosqlite",
    "alembic",
    "asyncio",
    "trafilatura",
)

# these write whole events and requests at the debug level, and in them what lets anybody answer in our place
# and what people type
_INDISCREET = ("discord.gateway", "discord.http", "discord.webhook", "discord.client", "discord.state")


class _Stderr:
    """The sys.stderr of the moment of writing, which a prompt replaces while it stands."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


# hears the level and the fields of an event of ours
Listener = Callable[[str, Mapping[str, Any]], None]


def set_up(*, level: str, as_json: bool, secrets: Iterable[str], listener: Listener | None = None) -> None:
    """Send our lines and those of the libraries through one form. `secrets` never appear in any of them.

    A `listener` hears every event of ours, also those below the level, which no line shows.
    """
    hidden = tuple(secrets)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        Blot(hidden),
    ]
    colour = not as_json and sys.stderr.isatty()
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=colour)
    )
    stream: Any = _Stderr()
    least = getattr(logging, level.upper())
    ears: list[Processor] = (
        [structlog.contextvars.merge_contextvars, Ear(listener), Threshold(least)] if listener else []
    )
    structlog.configure(
        processors=[*ears, *shared, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if listener else least),
        logger_factory=structlog.PrintLoggerFactory(file=stream),
        cache_logger_on_first_use=False,
    )
    handler: logging.Handler = logging.StreamHandler(stream)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processor=last))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # a tick that still runs, as with a slow database, leaves out the next one on purpose
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    logging.captureWarnings(True)
    _hear_crashes()
    for name in _INDISCREET:
        logging.getLogger(name).setLevel(logging.INFO)
    if level != "debug":
        for name in _QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)


class Ear:
    """Lets a listener hear each event; one that fails costs its own figure, and no line and no alert."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def __call__(self, logger: object, method: str, event: EventDict) -> EventDict:
        """Pass one event on, unchanged."""
        try:
            self._listener(method, event)
        except Exception as error:
            # logging this through ourselves would come back here
            event["unheard"] = repr(error)
        return event


class Threshold:
    """Drops what is below a level, as late as possible."""

    def __init__(self, least: int) -> None:
        self._least = least

    def __call__(self, logger: object, method: str, event: EventDict) -> EventDict:
        """Let an event pass, or end it here."""
        if getattr(logging, "ERROR" if method == "exception" else method.upper()) < self._least:
            raise structlog.DropEvent
        return event


def _hear_crashes() -> None:
    """Let what nobody caught be written as every other line, so without secrets."""
    log = structlog.get_logger()

    def crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.critical("bot.crashed", exc_info=(kind, error, trace))

    sys.excepthook = crashed
    threading.excepthook = lambda hook: log.error(
        "thread.crashed", exc_info=(hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback)
    )
    sys.unraisablehook = lambda hook: log.error(
        "object.crashed", exc_info=(hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback)
    )


# more marks on one letter than any script has: they would run over the lines above
_STACK = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]{5,}"
)

# addresses of the platforms in which whoever knows them may write: for the answer to a command, and webhooks
_OPEN_DOOR = re.compile(
    r"(hooks\.slack(?:-gov)?\.com/[a-z]+/|/webhooks/\d+/|/interactions/\d+/)[\w./-]+",
    re.ASCII | re.IGNORECASE,
)

# a shorter secret would be found in innocent words when it is written another way
_LEAST = 6


def _forms(secret: str) -> set[str]:
    """A secret as it may be written: in an address, in JSON, in a header; and its longer parts."""
    plain = {secret, unquote(secret)}
    found = {
        form
        for each in plain
        for form in (each, quote(each, safe=""), quote_plus(each), quote(each), repr(each)[1:-1])
    }
    found |= {json.dumps(each)[1:-1] for each in plain}
    if len(secret) >= _LEAST:
        for each in plain:
            data = each.encode("utf-8", "replace")
            found |= {b64encode(data).decode().rstrip("="), urlsafe_b64encode(data).decode().rstrip("=")}
    # of a token in parts, such as Discord's, the last is the secret by itself
    found |= {part for part in secret.split(".") if len(part) >= 20}
    return found - {""}


class Blot:
    """Replaces every secret in every value, however it got there (an exception's text, a URL)."""

    def __init__(self, secrets: Iterable[str]) -> None:
        found = {form for secret in secrets if secret for form in _forms(secret)}
        # the longest first: one may hold another
        self._secrets = sorted(found, key=len, reverse=True)

    def __call__(self, logger: object, method: str, event: EventDict) -> EventDict:
        """Clean one event."""
        return {name: self._clean(value, whole=name == "exception") for name, value in event.items()}

    def text(self, said: str) -> str:
        """A text of several lines without secrets, and without what would steer a terminal."""
        for secret in self._secrets:
            said = said.replace(secret, "***")
        said = _OPEN_DOOR.sub(r"\1***", said)
        said = _STACK.sub("\ufffd", said)
        return "".join(
            character if character.isprintable() or character in "\n\t" else "\ufffd" for character in said
        )

    def _clean(self, value: object, *, whole: bool) -> object:
        if isinstance(value, int | float | bool | None):
            return value
        if isinstance(value, list | tuple):
            return [self._clean(one, whole=whole) for one in value]
        said = self.text(value if isinstance(value, str) else str(value))
        # one event is one line: a feed's words can't look like a line of ours. A trace is set in for the same
        return said.replace("\n", "\n    ") if whole else said.replace("\n", "\u23ce").replace("\t", " ")
