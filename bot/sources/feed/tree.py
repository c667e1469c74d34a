"""RSS 0.9x, 1.0 and 2.0, Atom and RDF read from one tree, by lxml, well-formed or not."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html import escape
from itertools import islice

from lxml import etree

from bot.errors import ReadError
from bot.sources.feed.model import Raw, Read

# namespaces whose elements are the feed's own, by the end of their address; "" stands for none
_OWN = re.compile(
    r"|https?://(?:www\.)?(?:purl\.org/(?:rss/1\.0/?|net/rss1\.1#|atom/ns#.*)|w3\.org/2005/atom/?|my\.netscape\.com/rdf/.*|"
    r"channel\.netscape\.com/rdf/.*|backend\.userland\.com/.*|(?:blogs|cyber)\.law\.harvard\.edu/.*)",
    re.I,
)
_SHORT = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}
_XML = "{http://www.w3.org/XML/1998/namespace}"

_PUBLISHED = (
    *("published", "pubDate", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created"),
    *("updated", "modified", "dcterms:modified", "date", "pubdate"),
)
_TEXTS = (
    *("content:encoded", "content", "fullitem", "xhtml:body", "body", "description", "summary"),
    *("media:description", "itunes:summary", "dc:description"),
)
_AUTHORS = ("dc:creator", "author", "itunes:author", "dc:author")

# tags and words of one element, three for each of its children: a title has few; items that stand in titles
# of items, hundreds deep, would each be written out whole
_PIECES = 20_000
_SHORT_PIECES = 100

# how far around a link its base is looked for: item, channel and root, and one more
_MOST_AROUND = 4

_Element = etree._Element


def read(text: str) -> Read:
    """The items of cleaned feed text. Raises ReadError when it is no feed."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise ReadError("this is not a feed")
    reader = _Reader()
    channel = reader.channel(root)
    items = tuple(reader.item(element) for element in reader.items(root))
    return Read(
        title=reader.title(channel),
        items=items,
        language=_language(root, channel),
        whole=not any(entry.level_name == "FATAL" for entry in parser.error_log),
    )


class _Reader:
    """Knows the names of one feed's elements."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, element: _Element) -> str:
        """ "title" for an element of the feed's own format, "dc:date" for one of a known other."""
        tag = element.tag
        if tag not in self._names:
            self._names[tag] = _name(tag)
        return self._names[tag]

    def channel(self, root: _Element) -> _Element:
        """The element that holds the feed's own title."""
        if self.name(root).lower() in ("rss", "rdf:rdf", "rdf"):
            return next(
                (child for child in root.iterchildren("*") if self.name(child).lower() == "channel"), root
            )
        return root

    def items(self, root: _Element) -> Iterator[_Element]:
        """Every item or entry that stands in no other one."""
        for element in root.iter("{*}item", "{*}entry", "{*}Item", "{*}Entry"):
            if self.name(element).lower() in ("item", "entry"):
                yield element

    def title(self, channel: _Element) -> str:
        return next((_words(child) for child in channel.iterchildren("*") if self.name(child) == "title"), "")

    def item(self, element: _Element) -> Raw:
        parts: dict[str, list[_Element]] = {}
        for child in element.iterchildren("*"):
            parts.setdefault(self.name(child), []).append(child)
        link, linked = _link(parts)
        ident = _first(parts, ("guid", "id", "dc:identifier")) or element.get(_RDF_ABOUT, "")
        return Raw(
            id=ident.strip(),
            link=link,
            base=_base(linked if linked is not None else element),
            title=_first(parts, ("title", "dc:title", "media:title", "itunes:title")),
            text=max((_words(part) for name in _TEXTS for part in parts.get(name, ())), key=len, default=""),
            published=_first(parts, _PUBLISHED),
            author=_author(parts),
            language=_first(parts, ("dc:language", "language")) or element.get(_XML + "lang", ""),
        )


_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    namespace = namespace.removeprefix("{")
    if _OWN.fullmatch(namespace):
        return local
    return f"{_SHORT.get(namespace, namespace)}:{local}"


def _first(parts: dict[str, list[_Element]], names: tuple[str, ...]) -> str:
    """The words of the first of these elements that has any."""
    for name in names:
        for part in parts.get(name, ()):
            if found := _words(part, _SHORT_PIECES):
                return found
    return ""


def _words(element: _Element, most: int = _PIECES) -> str:
    """What an element says, as HTML: escaped text as it is unescaped, child elements as tags."""
    if not len(element):
        text = (element.text or "").strip()
        return _unpacked(text) if element.get("mode") == "base64" else text
    return "".join(islice(_inner(element), most)).strip()


def _inner(element: _Element) -> Iterator[str]:
    # by hand: a generator inside each other one would hand every piece through all of them
    for event, child in etree.iterwalk(element, events=("start", "end")):
        if child is element:
            if event == "start":
                yield escape(child.text or "", quote=False)
            continue
        if child.tag is etree.Entity:
            # left where the cleaning took its place for CDATA and the parser doesn't
            if event == "start":
                yield f"{child.text}{escape(child.tail or '', quote=False)}"
            continue
        local = child.tag.rpartition("}")[2]
        yield (
            f"<{local}>{escape(child.text or '', quote=False)}"
            if event == "start"
            else f"</{local}>{escape(child.tail or '', quote=False)}"
        )


def _unpacked(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return text


def _link(parts: dict[str, list[_Element]]) -> tuple[str, _Element | None]:
    """The item's page: an alternate link, a plain one, a guid that is an address, or whatever else links."""
    best: tuple[int, str, _Element | None] = (9, "", None)
    for element in [*parts.get("link", ()), *parts.get("Link", ())]:
        address = (element.get("href") or element.text or "").strip()
        rank = _rank(element)
        # of equals the last counts, as in other readers
        if address and rank <= best[0]:
            best = (rank, address, element)
    if best[0] > 3:
        for element in [*parts.get("guid", ()), *parts.get("id", ())]:
            address = (element.text or "").strip()
            if element.get("isPermaLink", "true").lower() != "false" and re.match(
                r"https?://", address, re.I
            ):
                return address, element
    return best[1], best[2]


def _rank(element: _Element) -> int:
    relation = (element.get("rel") or "alternate").lower().rpartition("/")[2]
    if relation != "alternate":
        return {"related": 6, "self": 7, "via": 6}.get(relation, 8)
    kind = (element.get("type") or "text/html").lower()
    return 1 if "html" in kind else 3


def _author(parts: dict[str, list[_Element]]) -> str:
    for name in _AUTHORS:
        for element in parts.get(name, ()):
            named = [_words(child) for child in element.iterchildren("*") if _name(child.tag) == "name"]
            if found := (named[0] if named else _words(element)):
                return found
    return ""


def _base(element: _Element) -> str:
    """The xml:base attributes around an element, outermost first, with line breaks between them."""
    bases = [
        around.get(_XML + "base", "")
        for around in (element, *islice(element.iterancestors(), _MOST_AROUND))
        if around.get(_XML + "base")
    ]
    return "\n".join(reversed(bases))


def _language(root: _Element, channel: _Element) -> str:
    for child in channel.iterchildren("*"):
        if _name(child.tag) in ("language", "dc:language"):
            return _words(child)
    return root.get(_XML + "lang", "") or channel.get(_XML + "lang", "")
