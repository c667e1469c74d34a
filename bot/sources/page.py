"""An article's own page: its title and text, taken out of what stands around them."""

from __future__ import annotations

import asyncio
import html
import re

from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import decode_file

from bot.errors import ReadError
from bot.sources.http import Client

# extraction runs in a thread, which can't be ended; past this many seconds nobody waits for it
_PATIENCE = 10.0

# more of a page than this is no article; the time of an extraction grows with the size
_LARGEST = 3_000_000

# where a page says what it is and how it is called
_HEAD = 300_000
_FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_TITLES = (
    re.compile(
        r"""<meta\s[^<>]{0,300}?og:title["'][^<>]{0,300}?content=(["'])(?P<title>[^<>]{3,400}?)\1""", re.I
    ),
    re.compile(r"<h1[^<>]{0,400}>(?P<title>[^<>]{3,400})</h1", re.I),
    re.compile(r"<title[^<>]{0,200}>(?P<title>[^<>]{3,400}?)(?:\s[-–—|]\s[^<>|]{2,40})?</title", re.I),
)


async def fetch(http: Client, address: str) -> tuple[str, str]:
    """The title and the plain text of the page at an address.

    Raises Failed for what the server does, ReadError for a page without an article.
    """
    answer = await http.get(address, headers={"Accept": "text/html,application/xhtml+xml"})
    return await read(answer.body, answer.address)


async def read(body: bytes, address: str = "") -> tuple[str, str]:
    """The title and the plain text of a page. Raises ReadError for one without an article."""
    if _FEED.match(body[:1000]):
        raise ReadError("it is a feed; give the address of one of its articles")
    if b"\0" in body[:1000]:
        raise ReadError("it is no web page")
    try:
        async with asyncio.timeout(_PATIENCE):
            found = await asyncio.to_thread(_extract, body[:_LARGEST], address)
    except TimeoutError:
        raise ReadError("the page takes too long to read") from None
    if found is None:
        raise ReadError("no article was found on the page")
    return found


def _extract(body: bytes, address: str) -> tuple[str, str] | None:
    document = bare_extraction(body, url=address, fast=True, include_comments=False)
    if not isinstance(document, Document) or not document.text:
        return None
    return document.title or _title(body), document.text


def _title(body: bytes) -> str:
    """The headline that a page gives itself for others, shows, or gives its window; "" for none."""
    head = decode_file(body[:_HEAD])
    found = next((hit for pattern in _TITLES if (hit := pattern.search(head))), None)
    return " ".join(html.unescape(found["title"]).split()) if found else ""
