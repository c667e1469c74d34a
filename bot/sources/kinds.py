"""The contract of a source kind: a module or package of this folder that holds a `KIND`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from bot.core.model import FetchResult, Source
from bot.sources.http import Client


class Kind(Protocol):
    """How one kind of source is asked what is new."""

    @property
    def name(self) -> str:
        """What stands in `Source.kind`."""
        ...

    async def fetch(self, http: Client, source: Source) -> FetchResult:
        """Ask for what is new; whatever a server may do becomes a FetchFailed or raises Failed."""
        ...

    async def close(self) -> None:
        """Let go of whatever the kind holds."""
        ...


def load() -> dict[str, Kind]:
    """A fresh one of every kind, by name; adding a file that holds a `KIND` adds a kind."""
    kinds: dict[str, Kind] = {}
    for module in pkgutil.iter_modules([str(Path(__file__).parent)], "bot.sources."):
        make: Callable[[], Kind] | None = getattr(importlib.import_module(module.name), "KIND", None)
        if make is not None:
            kind = make()
            kinds[kind.name] = kind
    return kinds
