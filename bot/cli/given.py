"""What a person hands to `newsbell explain`: a text, an address or a file, brought to plain text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from bot.config import Settings
from bot.core import text
from bot.errors import UserError
from bot.sources import HttpFetcher

_NOTHING = "There is nothing to read. Type: newsbell explain 'DeepSeek valued at $45B'"
# one word that nobody writes as a text: /tmp/a, ./a, notes.txt
_PATH = re.compile(r"(?:[/~]|\.{1,2}/)\S*|\S+\.(?:txt|html?|md|json|xml|rss|pdf)", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)
_LARGEST = 3_000_000
# a page, or a feed, whose reader says what it is
_PAGE = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|\?xml|rss|feed)\b", re.I | re.S)
# a shorter line says too little to be taken for a title
_SHORTEST_TITLE = 12


async def taken(what: str, settings: Settings) -> tuple[str, str, str]:
    """Title, text and address of what was given; "" reads what is piped in.

    Raises UserError when there is nothing to read, and says what to type instead.
    """
    address = what if what.startswith(("http://", "https://")) else ""
    raw = b"" if address or not what else _file(what)
    if address or _PAGE.match(raw):
        fetcher = HttpFetcher(allow_private=settings.private_hosts)
        try:
            title, body = await (fetcher.page(address) if address else fetcher.saved(raw))
        finally:
            await fetcher.close()
        return title, body, address
    return _titled(raw.decode("utf-8", errors="replace") if what else sys.stdin.read())


def _titled(raw: str) -> tuple[str, str, str]:
    """The first line is the title; a line of navigation that ends in it, as pages have it, is none."""
    lines = [line.strip() for line in text.plain(raw).split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    if not lines:
        raise UserError(_NOTHING)
    following = next((line for line in lines[1:] if line), "")
    if len(following) > _SHORTEST_TITLE and lines[0] != following and lines[0].endswith(following):
        lines = lines[lines.index(following) :]
    return lines[0], "\n".join(lines[1:]).strip(), ""


def _file(what: str) -> bytes:
    """The file's content when `what` is a file's path, else `what` itself."""
    try:
        with Path(what).expanduser().open("rb") as file:
            content = file.read(_LARGEST + 1)
    except IsADirectoryError:
        raise UserError(f"{what} is a folder: name a file in it.") from None
    except PermissionError:
        raise UserError(f"{what} can't be read: this account isn't allowed to.") from None
    except (OSError, ValueError, RuntimeError):
        # most texts are no paths, and too long for one
        if _PATH.fullmatch(what):
            raise UserError(f"There is no file {what} here.") from None
        if _BARE_ADDRESS.fullmatch(what):
            raise UserError(f"Is that a page? Then type: newsbell explain https://{what}") from None
        return what.encode("utf-8", errors="replace")
    if b"\0" in content:
        raise UserError(f"{what} is no text: give the page's address, or its words in a text or HTML file.")
    if len(content) > _LARGEST:
        raise UserError(f"{what} is larger than 3 MB, which no article is: name a file with one article.")
    return content
