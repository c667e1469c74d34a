"""The outlet to which an article's first sentences link for its news, which plain text doesn't show."""

from __future__ import annotations

import re

from bot.core.text.links import publisher
from bot.core.text.markup import plain
from bot.core.text.outlets import named

# characters of markup in which a lead stands; a link's address alone may take hundreds
_HEAD = 4000
# sentences that are looked at: the news, and who has it
_SENTENCES = 2
# links to outlets that are looked at: a list of them credits nobody
_LINKS = 6
_LINK = re.compile(
    r"""<a\s[^<>]{0,400}?href\s*=\s*["']?(?P<host>https?://[^\s"'<>/]{4,100})/(?P<path>[^\s"'<>]{8,1000})["']?"""
    r"[^<>]{0,400}>(?P<said>[^<]{0,300})",
    re.IGNORECASE,
)
_ENDED = re.compile(r"""[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-ZÀ-ÞЀ-Я])|[。！？]|\n""")
# a sentence that says where it has its news from
_CREDITS = re.compile(
    r"\b(?:report|accord|says?\b|said\b|told\b|tells?\b|scoop|via\b|per\b|source|cit(?:es|ed|ing)\b|learn|bericht|laut\b"
    r"|zufolge|melde|selon\b|d['’]après|rapport|révél|según\b|inform|adelant|secondo\b|segundo\b)"
    r"|报道|報導|報道|報じ|援引|据|據|によると|消息|보도|따르면|인용"
)
# what was news before: the link leads to the background
_BEFORE = re.compile(
    r"\b(?:which|who|whose|previous|earlier|last|former|already|ago|since|had|has been"
    r"|20\d\d)\b"
    r"|此前|曾|去年|上月|昨年|先月|지난"
)


def linked(markup: str, link: str = "") -> str:
    """The outlet, by its usual name, whose report the first sentences of a text link to; "" for none.

    Links to the outlet of `link`, the article's own address, are none. One counts where its sentence credits
    somebody, or where it stands alone in the first sentence's news.
    """
    head = markup[:_HEAD]
    if "<a" not in head and "<A" not in head:
        return ""
    own = named(publisher(link, ""))
    found = [(named(publisher(hit["host"], "")), hit) for hit in _LINK.finditer(head)]
    others = [(name, hit) for name, hit in found if name not in ("", own)][:_LINKS]
    placed = [(name, *_around(head, hit)) for name, hit in others]
    lead = [(name, sentence) for name, number, sentence in placed if number < _SENTENCES]
    credited = [name for name, sentence in lead if _CREDITS.search(sentence)]
    if credited:
        return credited[0]
    news = [name for name, number, sentence in placed if number == 0 and not _BEFORE.search(sentence)]
    return news[0] if len(set(news)) == 1 else ""


def _around(head: str, hit: re.Match[str]) -> tuple[int, str]:
    """Which sentence a link stands in, counted from 0, and that sentence in small letters."""
    before = plain(head[: hit.start()])
    after = plain(head[hit.end("said") :])
    ends = [end.end() for end in _ENDED.finditer(before + " ") if end.end() < len(before) + 1]
    begin = ends[-1] if ends else 0
    stop = _ENDED.search(after)
    rest = after[: stop.start()] if stop else after
    return len(ends), f"{before[begin:]} {plain(hit['said'])} {rest}".casefold()
