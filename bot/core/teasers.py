"""Teasers: feed texts that only lead to the article, and whether a page is the article they lead to."""

from __future__ import annotations

import re

from bot.core.text import fold

# a text below this tells one or two sentences; a CJK character says as much as these Latin letters
_SHORT = 500
_CJK_WEIGHT = 2.5
# a text above this is an article, even where its end is cut off
_LONG = 4000

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# what a feed writes where it breaks off; padding such as "Read more" is mostly gone by now
_BROKEN = re.compile(
    r"(?i)(?:…|\.{3}|\[\s*(?:…|\.{3})\s*\]|\b(?:read|see) (?:more|the full \w+)|continue reading|weiterlesen"
    r"|lire la suite|leer más|阅读全文|続きを読む|더 보기)[\s»›→>)\]]*$"
)
_ENDED = re.compile("[.!?。！？؟।][\"”’'」』»)）\\]]*$")
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|[^\\W_]{2,}")
# as many letters as an inflected word keeps ("valued", "valuation")
_STEM = 4
# a page with fewer of the title's words speaks of something else: a cookie wall, a log-in, a front page
_ENOUGH = 0.3


def is_teaser(text: str) -> bool:
    """Whether a feed's text is too little to know the article by: short, or broken off."""
    text = text.strip()
    if len(text) + (_CJK_WEIGHT - 1) * len(_CJK.findall(text[:_SHORT])) < _SHORT:
        return True
    return len(text) < _LONG and (_BROKEN.search(text[-60:]) is not None or _ENDED.search(text) is None)


def completes(title: str, teaser: str, page: str) -> bool:
    """Whether the text of a page is the article behind a teaser: longer, and of the same matter."""
    return len(page) > len(teaser) and shared(title or teaser, page) >= _ENOUGH


def shared(words: str, text: str) -> float:
    """The share of a title's words that stand in a text, by their stems; 1 when the title has none."""
    wanted, found = _stems(words), _stems(text)
    return len(wanted & found) / len(wanted) if wanted else 1.0


def _stems(text: str) -> set[str]:
    stems = set()
    for word in _WORD.findall(fold(text)):
        if _CJK.match(word):
            # these scripts set no spaces, and two characters are about a word
            stems |= {word[place : place + 2] for place in range(max(1, len(word) - 1))}
        elif len(word) >= _STEM or word.isdigit():
            stems.add(word[:_STEM])
    return stems
