"""Text to well-behaved XML text: everything that the parser must never see is refused or taken out here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice

from bot.errors import ReadError

# longer tags hang parsers (100,000 attributes: 20 s and more); real feeds stay below 2 kB
LONGEST_TAG = 8192

# more than any feed has; the newest are kept
MOST_ITEMS = 1500

# markup beyond this costs more memory than a feed is worth; text in CDATA holds what it likes
_MOST_TAGS = 50_000
_MOST_PARTS = 90_000

# in bytes: of a longer text, or one that is denser than words are, only both ends are read
_LONGEST = 3_000_000
_DENSE_TAGS = 250_000
_DENSE_SIGNS = 400_000
_END, _DENSE_END = 1_000_000, 300_000

# behind the second cut, where an item is looked for
_NEAR = 200_000

# entities beyond these are left to the parser, which knows the numbers among them
_MOST_ENTITIES = 100_000

# all below the space but tab and line breaks; what XML forbids beside them, in UTF-8
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_FORBIDDEN = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_START = re.compile(r"<(?:\?xml\b|!DOCTYPE\b|(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b)", re.I)
_ASIDE = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.S)
_ROOT = re.compile(r"<[A-Za-z_]")
_LONG_TAG = re.compile(rf"<[A-Za-z_:/][^<>]{{{LONGEST_TAG}}}")
# the same by its attributes, whose quotes may hide the ">"; possessive, so that no text makes it go back
_MANY_ATTRIBUTES = re.compile(
    r"""<[A-Za-z_:/][^\s<>/]*+(?:\s*+[^\s<>"'=/]++(?:\s*+=\s*+(?>"[^"<]*+"|'[^'<]*+'|[^\s<>"']*+))?+){300}"""
)
_STRAY = re.compile(r"<(?![A-Za-z_:/!?])")
_NAMED = r"#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z]\w{1,31};"
_BARE = re.compile(rf"&(?!{_NAMED})")
_ENTITY = re.compile(rf"&(?!(?:amp|lt|gt|quot|apos);)({_NAMED})")
_ITEM = re.compile(r"<(?:[\w-]+:)?(?:item|entry)[\s>]")


def clean(text: str) -> str:
    """The text from its root element on, without prologue. Raises ReadError for a hostile one.

    Junk before the root and characters that XML forbids are dropped; entities that only HTML knows and stray
    signs become what was meant; of too many items, the first and the last are kept.
    """
    text = _legal(_shorter(text))
    start = _START.search(text)
    text = _after_prologue(text[start.start() :] if start else text.lstrip("\ufeff \t\r\n"))
    text = _fewer_items(text)
    markup = outside(text)
    tags = markup.count("<")
    if tags > _MOST_TAGS:
        raise ReadError(f"the feed holds more than {_MOST_TAGS:,} tags")
    if tags + markup.count("=") > _MOST_PARTS:
        raise ReadError("the feed holds more attributes than any feed has")
    _check_tags(markup)
    return _mended(text)


def outside(text: str) -> str:
    """What stands in no CDATA section."""
    if "<![CDATA[" not in text:
        return text
    return "".join(markup for markup, _ in _sections(text))


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Markup and the CDATA section behind it, by turns; by hand, as an expression is slow at it."""
    position = 0
    while (start := text.find("<![CDATA[", position)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end + 3
        yield text[position:start], text[start:end]
        position = end
    yield text[position:], ""


def _shorter(text: str) -> str:
    """Both ends of a long text, cut between items: feeds begin, or end, with the newest."""
    dense = text.count("<") > _DENSE_TAGS or text.count("&") > _DENSE_SIGNS
    # about what the parser will see
    sample = text[:100_000]
    size = len(text) * len(sample.encode("utf-8", "ignore")) // max(len(sample), 1)
    if size <= (2 * _DENSE_END if dense else _LONGEST):
        return text
    end = (_DENSE_END if dense else _END) * len(text) // max(size, 1)
    tail = len(text) - end
    until = max(text.rfind(tag, 0, end) for tag in ("<item", "<entry"))
    starts = [at for tag in ("<item", "<entry") if (at := text.find(tag, tail, tail + _NEAR)) >= 0]
    return text[: until if until > 0 else end] + (text[min(starts) :] if starts else "")


def _legal(text: str) -> str:
    """Without the characters that XML forbids; on bytes, where that takes a tenth of the time."""
    data = text.encode("utf-8", "ignore").translate(None, _CONTROLS)
    if text.isascii():
        return data.decode("ascii")
    for character in _FORBIDDEN:
        data = data.replace(character, b"")
    return data.decode("utf-8")


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
    starts = [found.start() for found in islice(_ITEM.finditer(text), MOST_ITEMS + 1)]
    if len(starts) <= MOST_ITEMS:
        return text
    half = MOST_ITEMS // 2
    return text[: starts[half]] + text[_from_the_end(text, half) :]


def _from_the_end(text: str, count: int) -> int:
    """Where the last so many of the items begin; looked for in more and more of the end."""
    near = 50_000
    while True:
        starts = [found.start() for found in _ITEM.finditer(text, max(len(text) - near, 0))]
        if len(starts) >= count or near >= len(text):
            return starts[-count]
        near *= 4


def _check_tags(markup: str) -> None:
    """Raises ReadError for an overlong tag."""
    if _LONG_TAG.search(markup) or _MANY_ATTRIBUTES.search(markup):
        raise ReadError(f"the feed holds a tag of more than {LONGEST_TAG} characters; it is not read")


def _mended(text: str) -> str:
    """Stray signs and entities that only HTML knows as what was meant."""
    known: dict[str, str] = {}
    left = _MOST_ENTITIES
    out: list[str] = []

    def meant(found: re.Match[str]) -> str:
        name = found[1]
        if name not in known:
            known[name] = _entity(name)
        return known[name]

    for markup, section in _sections(text):
        mended = _STRAY.sub("&lt;", markup)
        if "&" in mended:
            mended = _BARE.sub("&amp;", mended)
            if left > 0:
                mended, replaced = _ENTITY.subn(meant, mended, left)
                left -= replaced
        out += mended, section
    return "".join(out)


def _entity(name: str) -> str:
    decoded = html.unescape(f"&{name}")
    if decoded == f"&{name}":
        return "&amp;" + name
    # a number may name a character that XML forbids, or one that is markup
    return html.escape(_legal(decoded).replace("\ufffd", ""), quote=True)
