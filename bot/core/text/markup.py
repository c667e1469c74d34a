"""HTML as feeds carry it, brought to plain text.

A tokenizer of our own instead of a parser that builds a tree: only names that HTML knows are tags ("Vec<T>"
in a headline stays), nesting has no depth, every step moves forward, so hostile input costs linear time.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from bot.core.text.folding import compose
from bot.core.text.tables import words

_DROPPED = words("script style template svg iframe object noscript select textarea button canvas head")
_PARAGRAPHS = words(
    """
    p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table section article aside header footer nav main
    figure figcaption form fieldset pre hr address details summary body html
    """
)
_LINES = words("br div li tr dt dd option caption legend")
_INLINE = words(
    """
    a abbr acronym audio area b bdi bdo big center cite code col colgroup data del dfn em embed font
    i img input ins kbd label link map mark meta meter nobr output param picture progress q rp rt
    ruby s samp slot small source span strike strong sub sup tbody td tfoot th thead time title
    track tt u var video wbr
    """
)
_TAGS = _DROPPED | _PARAGRAPHS | _LINES | _INLINE
# a longer tag is an attack or a broken quote
_LONGEST_TAG = 8192
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*(?:[:-][\w.:-]*)?)(?=[\s/>])")
_AMPS = re.compile(r"&(?:amp;)+", re.I)
# html.unescape raises for a number of more than 4300 digits
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8});", re.I)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
# all start with a set or literals, to the next of which `re` skips fast
_BREAK = "\r\u0085\u2028\u2029\x0b\x0c"
_BREAKS = re.compile(f"[{_BREAK}](?:(?<=\r)\n)?")
_HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
_ODD_SPACE = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACES = re.compile(f"[{_ODD_SPACE}]")
_ODD = re.compile(f"[{_BREAK}{_HIDDEN}{_ODD_SPACE}]")
_MANY_SPACES = re.compile("  [ ]*")
_MANY_BREAKS = re.compile("\n\n\n+")
# what is escaped twice needs two rounds, a mixture three
_ROUNDS = 4


def plain(markup: str) -> str:
    """Text of an HTML fragment, or of what is plain already: paragraphs by blank lines, list items by lines.

    Entities decoded (also escaped twice), scripts, styles and comments dropped, control, zero-width and
    bidi-override characters out, NFC. Never raises.
    """
    if markup.isascii() and markup.isprintable() and not any(sign in markup for sign in ("<", "&", "  ")):
        # most titles: nothing to do
        return markup.strip()
    text = markup
    for _ in range(_ROUNDS):
        if "<" not in text and not _ESCAPED.search(text):
            break
        before, text = text, _strip(_CDATA.sub("", text))
        text = _tidy(text)
        if text == before:
            return text
    return _tidy(text)


def _tidy(text: str) -> str:
    if _ODD.search(text):
        text = _ODD_SPACES.sub(" ", _INVISIBLE.sub("", _BREAKS.sub("\n", text)))
    text = _MANY_SPACES.sub(" ", text)
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return compose(_MANY_BREAKS.sub("\n\n", text)).strip()


def _decode(text: str) -> str:
    if "&" not in text:
        return text
    text = _AMPS.sub("&", text)
    return html.unescape(_LONG_NUMBER.sub("", text) if "&#" in text else text)


def _strip(text: str) -> str:
    pieces = list(_pieces(text))
    laid_out = any(is_tag and (name in _PARAGRAPHS or name in _LINES) for is_tag, name in pieces)
    out: list[str] = []
    depth_of_pre = 0
    for is_tag, value in pieces:
        if not is_tag:
            data = _decode(value)
            out.append(data.replace("\n", " ") if laid_out and not depth_of_pre else data)
            continue
        out.append(_gap(value))
        if value == "pre":
            depth_of_pre = 1
        elif value == "/pre":
            depth_of_pre = 0
    return "".join(out)


def _gap(tag: str) -> str:
    name = tag.removeprefix("/")
    if name in _PARAGRAPHS:
        return "\n\n"
    if name in _LINES:
        return "\n"
    return " " if name in {"td", "th", "img"} else ""


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Runs of data as (False, data) and tags as (True, "name" or "/name"), dropped elements left out."""
    position = 0
    # a search for what isn't there, once for each "<!--", would be quadratic
    last_comment = text.rfind("-->")
    while (start := text.find("<", position)) >= 0:
        name, end = _tag(text, start, last_comment)
        if end == start:
            end = start + 1
            yield False, text[position:end]
        else:
            yield False, text[position:start]
            if name:
                yield True, name
            if name in _DROPPED:
                end = _end_of(text, name, end)
        position = end
    yield False, text[position:]


def _tag(text: str, start: int, last_comment: int) -> tuple[str, int]:
    """The tag at `start` and where it ends; ("", start) for a "<" that is text, ("", end) for a comment."""
    if text.startswith("<!--", start):
        # looked for from start + 2, as HTML ends "<!-->" at once
        if start + 2 > last_comment:
            return "", _close(text, start, start)
        return "", text.find("-->", start + 2) + 3
    if text.startswith(("<!", "<?"), start) and text[start + 2 : start + 3].isalpha():
        return "", _close(text, start, start)
    found = _NAME.match(text, start)
    if not found:
        return "", start
    name = found[2].lower()
    if name not in _TAGS and ":" not in name and "-" not in name:
        return "", start
    return found[1] + name, _close(text, start, found.end())


def _close(text: str, start: int, position: int) -> int:
    """Behind the ">" that ends the tag, which is none inside quotes; `start` when there is no end near."""
    limit = start + _LONGEST_TAG
    end = first = text.find(">", position, limit)
    while end >= 0:
        inside = text[position:end]
        # most tags hold no attribute
        quote = "=" in inside and next(
            (mark for mark in "\"'" if inside.count("=" + mark) and inside.count(mark) % 2), ""
        )
        if not quote:
            return end + 1
        closing = text.find(quote, end, limit)
        position, end = closing + 1, text.find(">", closing, limit) if closing >= 0 else -1
    return first + 1 if first >= 0 else start


def _end_of(text: str, name: str, position: int) -> int:
    """Behind the end tag of a dropped element, or the end of the text, as in a browser."""
    found = re.compile(f"</{name}\\b[^>]{{0,200}}>?", re.I).search(text, position)
    return found.end() if found else len(text)
