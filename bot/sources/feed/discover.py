"""The feeds behind an address that a person typed: itself, what its page declares, or the usual places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from bot.core import text as words
from bot.core.model import Verdict
from bot.errors import UserError
from bot.ports import FoundFeed
from bot.sources.addresses import Failed
from bot.sources.feed.charset import decode
from bot.sources.feed.kind import ACCEPT, FeedKind
from bot.sources.http import Answer, Client

# where feeds stand when a page declares none, the likeliest first
_USUAL = ("feed", "rss", "feed.xml", "atom.xml", "index.xml")

_TYPES = re.compile(
    r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)|application/json|(?:text|application)/xml", re.I
)

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_TAG = re.compile(r"<(html|base|link)\b([^>]{0,2000})", re.I)
_ATTRIBUTE = re.compile(r"""([a-z-]{1,20})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)

# some heads hold a megabyte of scripts; more links than this are no choice for a person
_HEAD = 2_000_000
_MOST = 20

_HELP = "Type the address of the feed itself; it's often behind a “RSS” or “Subscribe” link on the site."


async def discover(http: Client, kind: FeedKind, typed: str) -> tuple[FoundFeed, ...]:
    """The feeds behind an address. Raises UserError, with what to type instead, where there is none."""
    address = _address(typed)
    try:
        answer = await http.get(address, headers={"Accept": ACCEPT})
    except Failed as error:
        if error.result.verdict is Verdict.REFUSED_ADDRESS:
            raise UserError(f"I can't follow {_short(typed)}: {error}. {_HELP}") from None
        raise UserError(
            f"I couldn't open {_short(typed)}: {error}. Check the address and type it again."
        ) from None
    try:
        feed = await kind.parse(answer)
    except Failed as error:
        found = _declared(answer) or await _usual(http, kind, answer.address)
        if not found:
            raise UserError(f"I found no feed at {_short(typed)}: {error}. {_HELP}") from None
        return found
    return (FoundFeed(address=answer.moved_to or address, title=feed.title, language=feed.language),)


def _address(typed: str) -> str:
    """What was typed as an address, with https where no scheme is given."""
    address = re.sub(r"^feed:(?://)?(?=https?:)", "", typed.strip(), flags=re.I)
    address = re.sub(r"^feed:(?://)?", "https://", address, flags=re.I)
    if not address:
        raise UserError(f"Which address? {_HELP}")
    # a port behind the host is no scheme
    if re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", address, re.I):
        return address
    return "https://" + address.removeprefix("//")


def _short(typed: str) -> str:
    """The address for a sentence, without the query that may hold a token."""
    return typed.strip().partition("?")[0][:100] or "that"


@dataclass(slots=True)
class _Page:
    """What a page declares about itself."""

    base: str = ""
    language: str = ""
    # addresses and titles
    feeds: list[tuple[str, str]] = field(default_factory=list)


def _read(markup: str) -> _Page:
    """Read by expressions of linear time: on hostile pages a parser may take minutes."""
    page = _Page()
    for tag, inside in _TAG.findall(_COMMENT.sub("", markup)):
        given = {
            name.lower(): html.unescape(value.strip("\"'")).strip()
            for name, value in _ATTRIBUTE.findall(inside)
        }
        match tag.lower():
            case "html":
                page.language = page.language or given.get("lang", "")
            case "base":
                page.base = page.base or given.get("href", "")
            case _ if _is_feed(given):
                page.feeds.append((given["href"], given.get("title", "")))
    return page


def _is_feed(link: dict[str, str]) -> bool:
    relations = link.get("rel", "").lower().split()
    if not link.get("href") or not {"alternate", "feed"} & set(relations) or "stylesheet" in relations:
        return False
    kind = link.get("type", "").partition(";")[0].strip()
    if kind.lower() == "application/json":
        # WordPress declares its programming interface in the same way
        return "wp-json" not in link["href"]
    return bool(_TYPES.fullmatch(kind))


def _declared(answer: Answer) -> tuple[FoundFeed, ...]:
    """The feeds that a page declares, those of its comments left out where there are others."""
    page = _read(decode(answer.body[:_HEAD], answer.headers.get("content-type", "")))
    found: dict[str, FoundFeed] = {}
    for address, title in _absolute(page, answer.address):
        found.setdefault(
            address, FoundFeed(address=address, title=words.plain(title)[:200], language=page.language[:20])
        )
    articles = [one for one in found.values() if "/comments/" not in one.address.lower()]
    return tuple((articles or list(found.values()))[:_MOST])


def _absolute(page: _Page, address: str) -> Iterator[tuple[str, str]]:
    for link, title in page.feeds:
        try:
            found = urljoin(urljoin(address, page.base), link)
            if urlsplit(found).scheme in ("http", "https"):
                yield found, title
        except ValueError:
            continue


async def _usual(http: Client, kind: FeedKind, address: str) -> tuple[FoundFeed, ...]:
    """The first feed in the usual places, asked for one after the other."""
    root = urljoin(address, "/")
    for place in _USUAL:
        try:
            answer = await http.get(urljoin(root, place), headers={"Accept": ACCEPT})
            feed = await kind.parse(answer)
        except Failed as error:
            if error.result.verdict in (Verdict.RATE_LIMITED, Verdict.TIMEOUT, Verdict.CONNECTION):
                # a server that has enough is left alone
                return ()
            continue
        return (FoundFeed(address=answer.address, title=feed.title, language=feed.language),)
    return ()
