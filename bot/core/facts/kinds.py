"""Every kind of fact there is: one file each in this package, found by its `KIND`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from bot.core.facts.kind import Kind

# the modules of this package that read rather than tell a kind
_MACHINERY = frozenset(
    (
        *(
            "amounts",
            "cues",
            "dates",
            "eastern",
            "grammar",
            "headline",
            "hedges",
            "investors",
            "kind",
            "kinds",
            "lists",
            "merge",
            "names",
        ),
        *(
            "objects",
            "reader",
            "refuted",
            "roles",
            "round",
            "stage",
            "standing",
            "status",
            "subject",
            "titles",
            "unicorn",
        ),
    )
)


def _load() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for module in sorted(item.name for item in pkgutil.iter_modules([str(Path(__file__).parent)])):
        if module not in _MACHINERY:
            kind: Kind = import_module(f"bot.core.facts.{module}").KIND
            found[kind.name] = kind
    return found


# name → kind
KINDS: Mapping[str, Kind] = MappingProxyType(_load())
