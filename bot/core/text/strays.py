"""Bare outlet names that a lost link leaves behind sentences: "… in the United States TechCrunch."."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bot.core.text.outlets import Mention, mentions

# behind these words the name belongs to the sentence
_BELONGS = re.compile(
    r"(?:\b(?:by|to|told|from|of|the|and|in|at|with|for|per|via|or|on|citing|as|than|like|behind|into|is|was|about|laut|"
    r"selon|según|secondo|segundo|volgens|le|la|el|die|das|der|dem|von|à|au|a|da|do|del|al|sue[sd]?|bu(?:ys|y|ying)|bought|"
    r"sold|sells?|selling|acquir(?:es?|ed|ing)|own(?:s|ed|ing)?|join(?:s|ed|ing)?|left|leaves|call(?:s|ed)|said|saying|"
    r"read(?:s|ing)?|visit|against|under|over|between|its|his|her|their|our)|[,:;&(/-])$",
    re.I,
)
_ENDED = re.compile(r"[.!?…][\"”'’)]*$")
_FULL_STOP = re.compile(r"\s*\.(?=\s|$)|\s*$")


@dataclass(frozen=True, slots=True)
class Stray:
    """A bare name before a full stop; `sure` where the sentence was over, or the name said, before it."""

    mention: Mention
    sure: bool


def without_strays(lines: list[str]) -> list[str]:
    """The lines without outlet names that no sentence needs; a name that may stand so only once stays."""
    found = [strays(line) for line in lines]
    counts = Counter(stray.mention.name for line in found for stray in line)
    return [
        _cut(line, [stray.mention for stray in some if stray.sure or counts[stray.mention.name] > 1])
        for line, some in zip(lines, found, strict=True)
    ]


def strays(line: str) -> list[Stray]:
    """Every outlet name in a paragraph that stands before a full stop and hangs on nothing."""
    found = []
    for mention in mentions(line):
        before = line[max(0, mention.start - 60) : mention.start]
        if not before.strip() or not before[-1].isspace() or not _FULL_STOP.match(line, mention.end):
            continue
        before = before.rstrip()
        sure = bool(_ENDED.search(before)) or before.endswith(line[mention.start : mention.end])
        if sure or not _BELONGS.search(before):
            found.append(Stray(mention, sure))
    return found


def _cut(line: str, names: list[Mention]) -> str:
    pieces: list[str] = []
    position = 0
    for mention in names:
        before = line[position : mention.start].rstrip()
        end = _FULL_STOP.match(line, mention.end)
        position = end.end() if end else mention.end
        # "…TechCrunch TechCrunch." leaves nothing between the two
        said = before or pieces[-1]
        pieces.append(before if _ENDED.search(said) else before + ".")
    return "".join(pieces) + line[position:]
