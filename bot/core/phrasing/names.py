"""Names in a text: companies that we know, and words that are written as names are."""

from __future__ import annotations

import re

from bot.core.companies import Companies
from bot.core.text import fold, sentences

_WORD = re.compile(r"[^\W_]+")
# a word with a capital anywhere, or with letters and digits mixed; and katakana, which writes foreign names
_NAME = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\W_]*|[^\W\d_]+\d[^\W_]*|[\u30a1-\u30fa\u30fc]{3,}")
_INNER = re.compile(r"\w[A-ZÀ-ÖØ-Þ]|\d")
# languages that write every noun with a capital
_CAPITAL_NOUNS = {"de", "lb"}
# words that begin a sentence and are no names
_OPENINGS = """
    a about according after all also although among an and another any as at away because before both but by
    despite during each earlier either even ever for from further he her his how however i if in instead into
    investors it its last later less many meanwhile more moreover most neither new no nor not now of on once
    one only or other others our over overall separately several shares she since so some still such than that
    the their them then there these they this those though through thus to today under unlike until up upon we
    what when where whether which while who why with within without yet
    au aux avec ce ces cette dans de des du elle elles en et il ils la le les leur mais par pour que selon ses
    son sur un une
    al como con del desde dos el ella ellos es esta este la las los para pero por se segun sin su sus tras un
    una y
"""
_OPENING = frozenset(_OPENINGS.split())


def unknown(summary: str, text: str, language: str, companies: Companies) -> str:
    """A name in the summary that the text doesn't give; "" when there is none."""
    told = {mention.company for mention in companies.find(text)}
    for mention in companies.find(summary):
        if mention.company not in told:
            return summary[mention.start : mention.end]
    words = set(_WORD.findall(fold(text)))
    for sentence in sentences(summary, language):
        if name := _strange(sentence, words, language):
            return name
    return ""


def _strange(sentence: str, words: set[str], language: str) -> str:
    """A word of a sentence that is written as a name and stands nowhere in the text."""
    start = next((match.start() for match in _WORD.finditer(sentence)), 0)
    for match in _NAME.finditer(sentence):
        name = match[0]
        known = all(word in words for word in _WORD.findall(fold(name)))
        opening = match.start() == start and fold(name) in _OPENING
        common = language in _CAPITAL_NOUNS and not _INNER.search(name)
        if not (known or opening or common or _figure(name)):
            return name
    return ""


def _figure(name: str) -> bool:
    """Whether this is the tail of a figure ("45B", "20bn"), which is checked as a figure."""
    return len(name) <= 3 and name.isascii() and name.lower() in {"b", "bn", "m", "mn", "t", "tn", "k", "usd"}
