"""Text to well-behaved XML text: everything that the parser must never see is refused or taken out here."""

from __future__ import annotations

import html
import re

from bot.errors import ReadError

# longer tags hang parsers (100,000 attributes: 20 s and more); real feeds stay below 2 kB
LONGEST_TAG = 8192

# more than any feed has; the newest are kept
MOST_ITEMS = 1500

# markup beyond this costs more memory than a feed is worth
_MOST_TAGS = 400_000

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_START = re.compile(r"<(?:\?xml\b|!DOCTYPE\b|(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b)", re.I)
_ASIDE = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.S)
_ROOT = re.compile(r"<[A-Za-z_]")
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.S)
_LONG_TAG = re.compile(rf"<[A-Za-z_:/][^<>]{{{LONGEST_TAG}}}")
# the same by its attributes, whose quotes may hide the ">"; possessive, so that no text makes it go back
_MANY_ATTRIBUTES = re.compile(
    r"""<[A-Za-z_:/][^\s<>/]*+(?:\s*+[^\s<>"'=/]++(?:\s*+=\s*+(?>"[^"<]*+"|'[^'<]*+'|[^\s<>"']*+))?+){300}"""
)
_STRAY = re.compile(r"<(?![A-Za-z_:/!?])")
_AMP = re.compile(
    r"(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))|(?P<less><(?![A-Za-z_:/!?]))|&(?!(?:amp|lt|gt|quot|apos);)(?P<name>#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z]\w{1,31};)?",
    re.S,
)
_ITEM = re.compile(r"<(?:[\w-]+:)?(?:item|entry)[\s>]")


def clean(text: str) -> str:
    """The text from its root element on, without prologue. Raises ReadError for a hostile one.

    Junk before the root and characters that XML forbids are dropped; entities that only HTML knows and stray
    signs become what was meant; of too many items, the first and the last are kept.
    """
    text = _ILLEGAL.sub("", text)
    start = _START.search(text)
    text = _after_prologue(text[start.start() :] if start else text.lstrip("\ufeff \t\r\n"))
    text = _fewer_items(text)
    if text.count("<") > _MOST_TAGS:
        raise ReadError(f"the feed holds more than {_MOST_TAGS:,} tags")
    _check_tags(text)
    return _AMP.sub(_entity, text) if "&" in text or _STRAY.search(text) else text


def _after_prologue(text: str) -> str:
    """Without declaration, comments, instructions and DOCTYPE, the last of which may declare nothing."""
    root = _ROOT.search(_ASIDE.sub(_blank, text[:200_000]))
    prologue = _ASIDE.sub("", text[: root.start()] if root else text)
    # asked of the whole prologue: whatever declares entities is no feed that we want to understand
    if re.search(r"<!\s*ENTITY", prologue, re.I):
        raise ReadError("the feed declares entities of its own, which is how XML bombs work; it is not read")
    return text[root.start() :] if root else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _fewer_items(text: str) -> str:
    """At most `MOST_ITEMS` items: half from either end, as feeds begin, or end, with the newest."""
    starts = [found.start() for found in _ITEM.finditer(text)]
    if len(starts) <= MOST_ITEMS:
        return text
    half = MOST_ITEMS // 2
    return text[: starts[half]] + text[starts[-half] :]


def _check_tags(text: str) -> None:
    """Raises ReadError for an overlong tag; text in CDATA holds what it likes."""
    outside = _CDATA.sub("", text) if "<![CDATA[" in text else text
    if _LONG_TAG.search(outside) or _MANY_ATTRIBUTES.search(outside):
        raise ReadError(f"the feed holds a tag of more than {LONGEST_TAG} characters; it is not read")


def _entity(found: re.Match[str]) -> str:
    if found["cdata"]:
        return found["cdata"]
    if found["less"]:
        return "&lt;"
    name = found["name"]
    if not name:
        return "&amp;"
    decoded = html.unescape(f"&{name}")
    if decoded == f"&{name}":
        return "&amp;" + name
    # a number may name a character that XML forbids, or one that is markup
    return html.escape(_ILLEGAL.sub("", decoded).replace("\ufffd", ""), quote=True)
