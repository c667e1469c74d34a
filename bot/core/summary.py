"""Two or three sentences of the article itself that tell its news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.core import money
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
_CJK_END = re.compile("[\u3000-\u9fff\uff00-\uffef][”’]?$")
# its subject stands in the sentence before
_POINTS_BACK = re.compile(
    r"[\"“„«'‘]?(?:(?:it|he|she|they|its|his|her|their|er|sie|es|il|elle|ils|elles|cela|ella|ello|ellos|esto)\b"
    r"|(?:this|that|these|those) (?:is|are|was|were|comes?|means?|would|will|makes?|gives?|puts?|values?)\b"
    r"|das (?:ist|war|wäre|würde|entspricht|sind|bedeutet)\b)|[它他她]|同社|これ|それ|이는|그는",
    re.IGNORECASE,
)
# where and by which agency a report was filed, before its first word
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.,'/ -]{2,40}(?:, (?:[A-Z][a-z]+\.? ){1,2}\d{1,2}(?:, \d{4})?)?(?: ?\([A-Za-z /]{2,30}\))?"
    r"\s?(?:--?|–|—) ?|\[[^\]\n]{2,20}\] ?(?:[가-힣]{2,4} ?(?:기자|특파원) ?=? ?)?)(?=\S)"
)
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
    carriers = _carriers(found, facts, language)
    chosen: list[int] = []
    for index in [*carriers, *(index for index in range(len(found)) if index not in carriers)]:
        more = _with_what_it_means(index, found, chosen)
        if len(chosen) + len(more) <= _MOST and len(_joined(found, [*chosen, *more])) <= limit:
            chosen += more
    first = (carriers or [0])[0]
    if first in chosen or any(index in chosen for index in carriers):
        return _joined(found, chosen)
    # what stands around the news is no news, and a part of the news is
    return _shorten(found[first], limit)


def _with_what_it_means(index: int, found: list[str], chosen: Sequence[int]) -> list[int]:
    """A sentence that isn't told yet, behind the one whose subject it only points to ("It made a loss")."""
    if index in chosen:
        return []
    if index and index - 1 not in chosen and _POINTS_BACK.match(found[index]):
        return [index - 1, index]
    return [index]


def _candidates(title: str, text: str, language: str) -> list[str]:
    """The article's whole sentences, each once, without the title's own.

    What has no full stop is a heading, or was cut off by a feed; it serves only where there is nothing else.
    """
    told = _DATELINE.sub("", body(text, title=title)[:_LONGEST])
    found = _distinct(title, sentences(told, language))
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


def _carriers(found: list[str], facts: Sequence[Fact], language: str) -> list[int]:
    """The sentences that carry facts, in the facts' order: by words, or by a sum that the title told."""
    keys = [_key(sentence) for sentence in found]
    sums = _sums(found, language) if facts else []
    order: list[int] = []
    for fact in facts:
        quote = _key(fact.quote)
        by_words = [i for i, key in enumerate(keys) if quote and (quote in key or key in quote)]
        by_sum = [i for i, told in enumerate(sums) if (fact.amount, fact.currency) in told]
        carrier = next(iter(by_words or by_sum), None)
        if carrier is not None and carrier not in order:
            order.append(carrier)
    return order


def _sums(found: list[str], language: str) -> list[set[tuple[object, str]]]:
    return [{(one.low, one.currency) for one in money.find(sentence, language)} for sentence in found]


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
