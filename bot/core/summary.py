"""Two or three sentences of the article itself that tell its news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.core.model import Fact
from bot.core.text import body, fold, sentences
from bot.core.text.outlets import named

_MOST = 3
# the news stands early; later sentences are background
_CONSIDERED = 40
_LONGEST = 20_000
# the same sentence again, however its words are spelled
_SAME = 92.0
_FIGURE = re.compile(r"\d+")
_NOT_WORD = re.compile(r"[\W_]+")
_CJK_END = re.compile("[\u3000-\u9fff\uff00-\uffef]$")
# "…" at the end is where a teaser breaks off
_WHOLE = re.compile(r"(?<!\.\.)[.!?。！？؟।][\"”’'」』»)）]*$")


def summarise(
    title: str, text: str, *, facts: Sequence[Fact] = (), language: str = "en", limit: int = 350
) -> str:
    """The sentences that carry the facts, then the lead, in the article's order, at most `limit` characters.

    Whole sentences; only where the first alone is longer is it cut, at a clause or word, and marked "…".
    """
    found = _candidates(title, text, language)
    if not found:
        return ""
    chosen: list[int] = []
    for index in _ranked(found, facts):
        if len(chosen) < _MOST and len(_joined(found, [*chosen, index])) <= limit:
            chosen.append(index)
    if not chosen:
        return _shorten(found[_ranked(found, facts)[0]], limit)
    return _joined(found, chosen)


def _candidates(title: str, text: str, language: str) -> list[str]:
    """The article's whole sentences, each once, without the title's own.

    What has no full stop is a heading, or was cut off by a feed; it serves only where there is nothing else.
    """
    found = _distinct(title, sentences(body(text, title=title)[:_LONGEST], language))
    whole = [sentence for sentence in found if _WHOLE.search(sentence)]
    return whole or found[:1]


def _distinct(title: str, given: list[str]) -> list[str]:
    seen = [_key(title)] if title else []
    found: list[str] = []
    for sentence in given[: 2 * _CONSIDERED]:
        key = _key(sentence)
        if not key or any(_is_same(key, other) for other in seen) or named(sentence.strip(" .")):
            continue
        seen.append(key)
        found.append(sentence)
    return found[:_CONSIDERED]


def _is_same(key: str, other: str) -> bool:
    """Whether two sentences are one; another figure makes another sentence."""
    return fuzz.ratio(key, other, score_cutoff=_SAME) > 0 and _FIGURE.findall(key) == _FIGURE.findall(other)


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


def _ranked(found: list[str], facts: Sequence[Fact]) -> list[int]:
    keys = [_key(sentence) for sentence in found]
    order: list[int] = []
    for fact in facts:
        quote = _key(fact.quote)
        carrier = next((i for i, key in enumerate(keys) if quote and (quote in key or key in quote)), None)
        if carrier is not None and carrier not in order:
            order.append(carrier)
    return order + [index for index in range(len(found)) if index not in order]


def _joined(found: list[str], chosen: Sequence[int]) -> str:
    out = ""
    for index in sorted(chosen):
        gap = "" if not out or _CJK_END.search(out) else " "
        out += gap + found[index]
    return out


def _shorten(sentence: str, limit: int) -> str:
    if limit < 1:
        return ""
    cut = sentence[: limit - 1]
    clause = max(cut.rfind(mark) for mark in (", ", "; ", " – ", " — ", "，", "、", "；"))
    if clause < limit // 2:
        clause = cut.rfind(" ")
    if clause > limit // 3:
        cut = cut[:clause]
    return cut.rstrip(" ,;:–—，、；(（") + "…"
