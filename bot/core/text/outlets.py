"""News outlets that others credit: their names in any script, and their domains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.sought import Hint
from bot.core.text.links import family, publisher
from bot.core.text.outlet_table import TABLE


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet under the name by which we credit it."""

    name: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet's name standing in a text."""

    start: int
    end: int
    name: str


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for raw in cell.split(",") if (part := raw.strip()))


def _read() -> Iterator[Outlet]:
    for line in TABLE.replace(",\n  ", ", ").strip().splitlines():
        name, domains, aliases = (cell.strip() for cell in line.split("|"))
        yield Outlet(name, _split(domains), (name, *_split(aliases)))


OUTLETS = tuple(_read())
_BY_ALIAS = {alias: outlet.name for outlet in OUTLETS for alias in outlet.aliases}
_BY_DOMAIN = {domain: outlet.name for outlet in OUTLETS for domain in outlet.domains}
_HOMES = {outlet.name: outlet.domains[0] for outlet in OUTLETS if outlet.domains}
_BY_FOLDED = {alias.casefold(): name for alias, name in _BY_ALIAS.items()}


def _alternatives(aliases: list[str]) -> str:
    return "|".join(re.escape(alias) for alias in sorted(aliases, key=len, reverse=True))


# one dictionary step a word is cheaper than an alternation of hundreds of names at each position
_LATIN: dict[str, list[str]] = {}
for _alias in sorted(
    (alias for alias in _BY_ALIAS if re.match(r"[\dA-Za-zÀ-ɏЀ-ӿ]", alias)), key=len, reverse=True
):
    _LATIN.setdefault(re.match(r"[A-Za-z0-9À-ɏЀ-ӿ]+", _alias)[0], []).append(_alias)  # type: ignore[index]  # starts with a letter
_ANY_LATIN = Hint(_alternatives([alias for row in _LATIN.values() for alias in row]))
# a Latin name may follow on Chinese or Japanese letters without a space
_WORD = re.compile(r"(?<![0-9A-Za-zÀ-ɏЀ-ӿ_@#./-])[A-Za-z0-9À-ɏЀ-ӿ]+")
_CJK = re.compile(
    _alternatives([alias for alias in _BY_ALIAS if re.match("[\u3040-\u9fff\uac00-\ud7a3]", alias)])
)
_HAS_CJK = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")


def named(name: str) -> str:
    """The canonical name of an outlet given by its domain or any of its names, "" when it isn't known."""
    key = name.strip().casefold().removeprefix("www.")
    return _BY_DOMAIN.get(key) or _BY_FOLDED.get(key, "")


def newsroom(outlet: str) -> str:
    """One key for all names and domains of a newsroom, and of the titles that run its copy."""
    name = named(outlet)
    home = _HOMES.get(name, name or outlet)
    return family(publisher(f"https://{home}/", home) if "." in home else home)


def mentions(text: str) -> list[Mention]:
    """Every known outlet named in the text, in order."""
    found = list(_latin(text))
    if not text.isascii() and _HAS_CJK.search(text):
        found += [Mention(hit.start(), hit.end(), _BY_ALIAS[hit[0]]) for hit in _CJK.finditer(text)]
        return list(_apart(sorted(found, key=lambda mention: (mention.start, -mention.end))))
    return found


def _apart(found: list[Mention]) -> Iterator[Mention]:
    # "晚点LatePost" holds a name of its own
    past = 0
    for mention in found:
        if mention.start >= past:
            past = mention.end
            yield mention


def _latin(text: str) -> Iterator[Mention]:
    # most paragraphs name no outlet
    if not _ANY_LATIN.may_meet(text):
        return
    past = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < past:
            continue
        for alias in _LATIN.get(word[0], ()):
            end = start + len(alias)
            if text.startswith(alias, start) and not re.match(r"[A-Za-z0-9À-ɏ]", text[end : end + 1]):
                yield Mention(start, end, _BY_ALIAS[alias])
                past = end
                break
