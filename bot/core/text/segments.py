"""Text cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from bot.core.text.tables import words

# beyond this no alert reads; it bounds the work on hostile input
_LONGEST = 200_000
# sentencex takes quadratic time for a line of nothing but opening quotes or brackets
_PORTION = 6000
_TITLES = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Sgt|St|No|vs|approx|est|Nr|ca|bzw|Mme)\.$"
)
# after these a name may go on or a sentence may start
_COMPANIES = re.compile(
    r"\b(?:Inc|Corp|Ltd|Co|Cos|Bros|Jr|Sr|Mio|Mrd|U\.S|U\.K|U\.N|E\.U|D\.C|S\.A|N\.V|e\.V)\.$"
)
_STARTERS = words(
    """
    a according after although an and as at because before both but by despite during each even few
    for from given he her his however i if in investors it its last many meanwhile more most neither
    no now of on once one only or our over several she since so some still such that the their then
    there these they this those though to under until we what when where while who why with yet you
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ENDED_CJK = re.compile(r"(?<=[。！？])(?=[^\s。！？」』”’）)】》…])")


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text in order, none lost, none empty; at most the first 200,000 characters.

    Half a character (a lone surrogate, as a terminal's bytes may hold) becomes "?".
    """
    found: list[str] = []
    whole = text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    for line in whole.split("\n"):
        for part in _portions(line.strip()):
            found += _join(_cut(part, language))
    return found


def _portions(line: str) -> Iterator[str]:
    """A line in pieces that sentencex cuts fast, each up to the end of a sentence or else of a word."""
    while len(line) > _PORTION:
        ends = [line.rfind(mark, 1, _PORTION) + 1 for mark in (". ", "。", "! ", "? ")]
        cut = max(ends) or line.rfind(" ", 1, _PORTION) + 1 or _PORTION
        yield line[:cut]
        line = line[cut:].lstrip()
    if line:
        yield line


def _cut(line: str, language: str) -> list[str]:
    # an unknown language is cut as English
    parts = sentencex.segment(language or "en", line)
    if not line.isascii():
        parts = [piece for part in parts for piece in _ENDED_CJK.split(part)]
    return [part for part in parts if part.strip()]


def _join(parts: list[str]) -> list[str]:
    """Sentences put together again where the cut was at an abbreviation or inside a word."""
    joined: list[str] = []
    for part in parts:
        if joined and _goes_on(joined[-1], part):
            joined[-1] += part
        else:
            joined.append(part)
    return [sentence.strip() for sentence in joined]


def _goes_on(before: str, after: str) -> bool:
    end = before[-24:]
    if not end.rstrip().endswith("."):
        return False
    if not end[-1].isspace() and re.match(r"[A-Za-z0-9]", after):
        return True
    end = end.rstrip()
    if _TITLES.search(end):
        return True
    first = _WORD.match(after.lstrip())
    if first and first[0][0].islower() and not end.endswith(".."):
        return True
    if _COMPANIES.search(end):
        return not first or first[0].lower() not in _STARTERS
    return False
