"""An article's own page: its title and text, taken out of what stands around them."""

from __future__ import annotations

import asyncio

from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.errors import ReadError
from bot.sources.http import Client

# extraction runs in a thread, which can't be ended; past this many seconds nobody waits for it
_PATIENCE = 10.0

# more of a page than this is no article; the time of an extraction grows with the size
_LARGEST = 3_000_000


async def fetch(http: Client, address: str) -> tuple[str, str]:
    """The title and the plain text of the page at an address.

    Raises Failed for what the server does, ReadError for a page without an article.
    """
    answer = await http.get(address, headers={"Accept": "text/html,application/xhtml+xml"})
    try:
        async with asyncio.timeout(_PATIENCE):
            found = await asyncio.to_thread(_extract, answer.body[:_LARGEST], answer.address)
    except TimeoutError:
        raise ReadError("the page takes too long to read") from None
    if found is None:
        raise ReadError("no article was found on the page")
    return found


def _extract(body: bytes, address: str) -> tuple[str, str] | None:
    document = bare_extraction(body, url=address, fast=True, include_comments=False)
    if not isinstance(document, Document) or not document.text:
        return None
    return document.title or "", document.text
