"""Log lines on stderr: one event name for each thing that happens, secrets blotted out."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

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
    hidden = tuple(secret for secret in secrets if secret)
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


class Blot:
    """Replaces every secret in every value, however it got there (an exception's text, a URL)."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        self._secrets = secrets

    def __call__(self, logger: object, method: str, event: EventDict) -> EventDict:
        """Clean one event."""
        return {name: self._clean(value) for name, value in event.items()}

    def _clean(self, value: object) -> object:
        if isinstance(value, int | float | bool | None):
            return value
        if isinstance(value, list | tuple):
            return [self._clean(one) for one in value]
        said = value if isinstance(value, str) else str(value)
        for secret in self._secrets:
            said = said.replace(secret, "***")
        # a feed's words in a log line must not steer the terminal that shows it
        return "".join(
            character if character.isprintable() or character in "\n\t" else "\ufffd" for character in said
        )
