"""Packs: files that list sources to follow, shipped with Newsbell (`ai`) or a user's own `.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from bot.errors import SettingsError
from bot.sources.addresses import Failed, check

_FIELDS = frozenset({"name", "kind", "address", "topic", "language"})
_NEEDED = ("name", "address")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSource:
    """One source that a pack names; the fields are those of `Store.add_source`."""

    name: str
    kind: str
    target: str
    topic: str
    language: str
    pack: str


def load(packs: Iterable[str]) -> list[PackSource]:
    """The sources of packs, given by shipped name or by path, each address once.

    Raises SettingsError with a sentence for everything that is wrong in any of them.
    """
    found: dict[tuple[str, str], PackSource] = {}
    problems: list[str] = []
    for pack in packs:
        try:
            for source in _read(pack):
                found.setdefault((source.kind, source.target), source)
        except SettingsError as error:
            problems += error.problems
    if problems:
        raise SettingsError(tuple(problems))
    return list(found.values())


def shipped() -> list[str]:
    """The names of the packs that come with Newsbell."""
    files = resources.files(__name__).iterdir()
    return sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml"))


def _read(pack: str) -> list[PackSource]:
    is_path = pack.endswith(".toml") or "/" in pack
    name = Path(pack).stem if is_path else pack
    if not is_path and pack not in shipped():
        known = ", ".join(shipped())
        problem = f"NEWSBELL_PACKS names the pack {pack!r}, which does not exist"
        raise SettingsError((f"{problem}; write one of {known}, the path of a .toml file, or none.",))
    file = Path(pack) if is_path else resources.files(__name__) / f"{pack}.toml"
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError((f"The pack {pack} can't be opened: {error.strerror or error}.",)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError((f"The pack {pack} is not TOML: {error}.",)) from None
    return _sources(content, pack, name)


def _sources(content: Mapping[str, object], pack: str, name: str) -> list[PackSource]:
    entries = content.get("source")
    strangers = ", ".join(sorted(content.keys() - {"source"}))
    if strangers or not isinstance(entries, list) or not entries:
        also = f" (it also holds {strangers})" if strangers else ""
        raise SettingsError(
            (f"The pack {pack} must list its sources, each under a [[source]] of its own{also}.",)
        )
    problems = [
        f"The pack {pack}, source {number}: {problem}."
        for number, entry in enumerate(entries, 1)
        if (problem := _problem(entry))
    ]
    if problems:
        raise SettingsError(tuple(problems))
    return [
        PackSource(
            name=entry["name"].strip(),
            kind=entry.get("kind", "feed"),
            target=entry["address"].strip(),
            topic=entry.get("topic", ""),
            language=entry.get("language", ""),
            pack=name,
        )
        for entry in entries
    ]


def _problem(entry: object) -> str:
    """What is wrong with one entry, "" when nothing is."""
    if not isinstance(entry, Mapping):
        return "this is no table with name and address"
    if odd := sorted(entry.keys() - _FIELDS):
        return f"{odd[0]!r} is no field; write {', '.join(sorted(_FIELDS))}"
    for field, value in entry.items():
        if not isinstance(value, str):
            return f"{field} must be text in quotes"
    for field in _NEEDED:
        if not str(entry.get(field, "")).strip():
            return f"{field} is missing"
    if not re.fullmatch(r"(?:[a-z]{2,3}(?:-[A-Za-z]+)?)?", entry.get("language", "")):
        return f"language {entry['language']!r} is no language code such as en"
    return _wrong_address(entry["address"])


def _wrong_address(address: str) -> str:
    try:
        # which private hosts are allowed is known at the poll, not here
        check(address, allow_private=True)
    except Failed as error:
        return f"the address {address!r} can't be used: {error}"
    return ""
