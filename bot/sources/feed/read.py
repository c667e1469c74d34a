"""From bytes to items: clean, parse, fall back to the lenient parser, and give each item its final form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from bot.core import text as words
from bot.core.model import Item
from bot.errors import ReadError
from bot.sources import bodies
from bot.sources.feed import jsonfeed, tree
from bot.sources.feed.charset import decode
from bot.sources.feed.clean import MOST_ITEMS, clean, outside
from bot.sources.feed.dates import moment
from bot.sources.feed.model import Feed, Raw, Read
from bot.sources.feed.rescue import Rescuer

# unpacked, where a file is gzipped inside its answer
_MOST_BYTES = 8_000_000

# a title is a line, not an essay; a text longer than a book chapter is no news
_LONGEST_TITLE = 1_000
_LONGEST_TEXT = 100_000
_SHORT_TEXT = 500
# texts beyond so much, a tag counting as so many characters, are kept shorter: cleaning them takes time
_MOST_TEXT = 2_000_000
_TAG = 40
# of a text with more tags than any article has, the beginning must do, in characters
_MOST_TAGS = 4_000
_DENSE_TEXT = 20_000

# a link that is longer than servers take is none; a date is much shorter
_LONGEST_LINK = 2_048
_LONGEST_DATE = 80
# controls, and halves of characters, which JSON may hold and no address can be encoded with
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")
_MOST_BASES = 3

# where a feed has begun, or else is none
_HEAD = 200_000

# possessive: comments without end would each be tried at every length
_HTML = re.compile(r"\s*+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FEED_TAG = re.compile(r"<(?:[\w-]+:)?(?:rss|feed|rdf|channel|item|entry)[\s>]", re.I)
_ITEM_TAG = re.compile(r"<(?:[\w-]+:)?(?:item|entry)[\s>]", re.I)
# the same in bytes of any encoding that keeps to ASCII, once the null bytes of UTF-16 and 32 are out
_FEED_BYTES = re.compile(rb"<(?:[\w-]+:)?(?:rss|feed|rdf|channel|item|entry)[\s>]", re.I)
_EBCDIC = b"\x4c\x6f\xa7\x94"


def read(data: bytes, *, address: str = "", content_type: str = "", rescuer: Rescuer | None = None) -> Feed:
    """The feed in a body that was found at `address`.

    Raises ReadError, which says in words what is wrong, for what is no feed or a hostile one. May take
    seconds for a damaged feed: not for the event loop.
    """
    if data[:2] == b"\x1f\x8b":
        data = bodies.gunzip(data, _MOST_BYTES)
    data = data.lstrip(b" \t\r\n")
    _check_start(data[:_HEAD])
    text = decode(data, content_type)
    found = _parsed(text, rescuer)
    items = tuple(_items(found.items[:MOST_ITEMS], address))
    return Feed(title=_line(found.title), items=items, language=found.language.strip()[:20])


def _check_start(head: bytes) -> None:
    """Raises ReadError for what doesn't begin like a feed: the rest of it isn't even decoded."""
    bare = head.replace(b"\0", b"")
    if not bare.strip():
        raise ReadError("the answer is empty")
    if _FEED_BYTES.search(bare) or b"{" in bare[:100] or head.startswith(_EBCDIC):
        return
    page = _HTML.match(bare.decode("latin-1"))
    raise ReadError("this is a web page, not a feed" if page else "this is not a feed")


def _parsed(text: str, rescuer: Rescuer | None) -> Read:
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return jsonfeed.read(text)
    if not _FEED_TAG.search(text):
        raise ReadError("this is a web page, not a feed" if _HTML.match(text) else "this is not a feed")
    cleaned = clean(text)
    try:
        found = tree.read(cleaned)
    except ReadError:
        found = None
    if found is not None and _good(found, cleaned):
        return found
    rescued = rescuer.read(cleaned) if rescuer else None
    best = _better(found, rescued)
    if best is None:
        raise ReadError("this is a web page, not a feed" if _HTML.match(text) else "this is not a feed")
    return best


def _good(found: Read, cleaned: str) -> bool:
    """Whether nothing seems to be lost: as many items as tags begin one, and each can be told from others."""
    if any(raw.hollow for raw in found.items):
        return False
    if found.items and found.whole:
        return True
    return len(_ITEM_TAG.findall(outside(cleaned))) <= len(found.items)


def _better(found: Read | None, rescued: Read | None) -> Read | None:
    if found is None or rescued is None:
        return found or rescued
    return max(found, rescued, key=lambda read: sum(not raw.hollow for raw in read.items))


def _items(raws: Sequence[Raw], address: str) -> Iterator[Item]:
    """Each item in its final form; texts are kept shorter once a feed has given more than any has to say."""
    given = 0
    for raw in raws:
        limit = _LONGEST_TEXT if given < _MOST_TEXT else _SHORT_TEXT
        if raw.text.count("<", 0, limit) > _MOST_TAGS:
            limit = _DENSE_TEXT
        given += min(len(raw.text), limit) + _TAG * raw.text.count("<", 0, limit)
        yield _item(raw, address, limit)


def _item(raw: Raw, address: str, limit: int) -> Item:
    link = _absolute(raw, address)
    return Item(
        id=raw.id[:2048],
        link=link,
        title=_line(raw.title),
        text=words.plain(raw.text[:limit]),
        published=moment(raw.published[:_LONGEST_DATE]),
        language=raw.language.strip()[:20],
        author=_line(raw.author)[:200],
        linked=words.linked(raw.text, link),
    )


def _line(markup: str) -> str:
    return " ".join(words.plain(markup[: 4 * _LONGEST_TITLE]).split())[:_LONGEST_TITLE]


@lru_cache(maxsize=16)
def _based(address: str, bases: str) -> str:
    """An address against the bases around a link; remembered, as the items of a feed share them."""
    for step in bases.split("\n")[-_MOST_BASES:]:
        address = urljoin(address, step)
    return address


def _absolute(raw: Raw, address: str) -> str:
    """The link against its bases, "" for what is no web address."""
    if len(raw.link) > _LONGEST_LINK:
        return ""
    link = _UNWRITABLE.sub("", raw.link).strip()
    try:
        base = _based(address, raw.base) if raw.base else address
        # a part that ends in "=" or holds spaces is common and harmless
        found = urljoin(base, link).replace(" ", "%20") if link else ""
        parts = urlsplit(found)
    except ValueError:
        return ""
    return found if parts.scheme in ("http", "https") and parts.netloc else ""
