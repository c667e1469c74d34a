"""Text to canonical terms: companies by their one name, figures with their scale, words by their stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from bot.core.companies import Companies

# the sign that sets a company's term apart from the word ("@apple" is not "apple")
COMPANY = "@"

_STOP_WORDS = """
a aber about after al all als also am amid an and any are aren't as at au auch auf aus aux avec be been
before bei being bis but by can can't ce ces cette como con could couldn't dans das dass de del dem den der
des did didn't die do does doesn't doing don't down du durch ein eine einem einen einer el elle en es est et
for from für ha had has hasn't hat have haven't he he's her here here's his how i i'm if il im in into is
isn't ist it it's its just la las le les leur lo los may me might mit more most must my más nach ne new
nicht no noch nor not now oder of off on or our out over pas plus por pour que qui sa said say says se según
selon ses she should shouldn't sich sie sind so soll some son su such sur sus than that that's the their
them then there there's these they they're this those to too tras um un una und une unter up us very von vor
war was wasn't we we're we've were what what's when where which who whom whose why will wird with won't
would wouldn't y you you're your yours zu zum zur über
"""
STOP = frozenset(_STOP_WORDS.split())

_TERM = re.compile(
    r"""(?P<figure>\d+(?:[.,]\d+)*)(?:[\s-]?(?P<scale>thousand|million|billion|trillion|mill|mio|mrd|mn|bn|tn|[kmbt])\b)?
    |(?P<cjk>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+)
    |(?P<word>[^\W\d_]+(?:['&.][^\W\d_]+)*\d*)""",
    re.VERBOSE,
)

_SCALES = {
    "thousand": "k",
    "mill": "m",
    "million": "m",
    "mio": "m",
    "mn": "m",
    "billion": "b",
    "bn": "b",
    "mrd": "b",
    "trillion": "t",
    "tn": "t",
}


def fold(text: str) -> str:
    """One spelling for widths, quotes and case."""
    return unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").casefold()


def stem(word: str) -> str:
    """A word without its commonest English endings; lightly, since two words made one cost more."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        return word[:-1]
    return word


def terms(text: str, companies: Companies) -> list[str]:
    """The terms of a text in order, each as often as it stands there."""
    found: list[str] = []
    at = 0
    for mention in companies.find(text):
        found.extend(_plain(text[at : mention.start], companies))
        found.append(COMPANY + mention.company.casefold())
        at = mention.end
    found.extend(_plain(text[at:], companies))
    return found


def plain(name: str) -> set[str]:
    """The terms that a name's words are where nobody knows it for a name."""
    return {term for match in _TERM.finditer(fold(name)) if match["word"] for term in _word(match["word"])}


def _plain(text: str, companies: Companies) -> Iterator[str]:
    for match in _TERM.finditer(fold(text)):
        if match["figure"]:
            yield _figure(match["figure"], match["scale"] or "")
        elif match["cjk"]:
            yield from _pairs(match["cjk"])
        elif companies.product(match["word"]):
            # a product's name tells no more than its company's
            yield COMPANY + match["word"]
        else:
            yield from _word(match["word"])


def _figure(figure: str, scale: str) -> str:
    # "1,049" is one figure, "4,9" and "4.9" are another; a trailing zero says nothing
    plain = re.sub(r",(?=\d{3}\b)", "", figure).replace(",", ".")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain + _SCALES.get(scale, scale)


def _pairs(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    for first, second in pairwise(run):
        yield first + second


def _word(word: str) -> Iterator[str]:
    bare = word.removesuffix("'s")
    if bare in STOP or word in STOP or len(bare) < 2:
        return
    yield stem(bare.replace(".", "") if re.fullmatch(r"(?:\w\.)+\w?", bare) else bare)
