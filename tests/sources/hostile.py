"""Bodies that no honest server sends, each as large as the limits let in; made when asked for."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

_MB = 1_000_000

HEAD = b"<rss version='2.0'><channel><title>Wire</title>"
TAIL = b"</channel></rss>"


def feed(inside: bytes) -> bytes:
    """A feed around something."""
    return HEAD + inside + TAIL


def item(inside: bytes) -> bytes:
    """An item around something."""
    return b"<item><guid>1</guid><title>Pier</title>" + inside + b"</item>"


def _fill(piece: bytes, size: int = 5 * _MB) -> bytes:
    return piece * (size // len(piece))


def _noise(size: int) -> bytes:
    return random.Random(4).randbytes(size)


def _laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10 if number else "ha"}">' for number in range(10)
    )
    return (f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]>").encode() + feed(item(b"<title>&a9;</title>"))


def _quadratic() -> bytes:
    return b"<!DOCTYPE rss [<!ENTITY a '" + b"x" * 100_000 + b"'>]>" + feed(item(b"&a;" * 100_000))


def _external(address: bytes) -> bytes:
    return b"<!DOCTYPE rss [<!ENTITY a SYSTEM '" + address + b"'>]>" + feed(item(b"<title>&a;</title>"))


def _attributes(value: bytes, most: int) -> bytes:
    return feed(b"<item " + b" ".join(b"a%d=%b" % (number, value) for number in range(most)) + b"/>")


BODIES: dict[str, Callable[[], bytes]] = {
    # entities
    "a billion laughs": _laughs,
    "quadratic entities": _quadratic,
    "an external file": lambda: _external(b"file:///etc/passwd"),
    "an external address": lambda: _external(b"http://127.0.0.1/"),
    "parameter entities": lambda: (
        b"<!DOCTYPE rss [<!ENTITY % a SYSTEM 'http://127.0.0.1/'> %a;]>" + feed(item(b""))
    ),
    "a DOCTYPE of 5 MB": lambda: b"<!DOCTYPE rss [" + _fill(b"<!ELEMENT a ANY>") + b"]>" + feed(item(b"")),
    "an entity behind 5 MB of comment": lambda: (
        b"<!--" + _fill(b"x") + b"--><!DOCTYPE rss [<!ENTITY a 'b'>]>" + feed(item(b""))
    ),
    "unknown entities": lambda: feed(item(b"<description>" + _fill(b"&foo;&") + b"</description>")),
    "numeric entities": lambda: feed(item(b"<description>" + _fill(b"&#233;") + b"</description>")),
    "ampersands": lambda: feed(item(b"<description>" + _fill(b"&") + b"</description>")),
    # structure
    "deep nesting": lambda: feed(_fill(b"<a>")),
    "deep nesting, closed": lambda: feed(item(b"<a>" * 500_000 + b"</a>" * 500_000)),
    "items in items": lambda: feed(_fill(b"<item>")),
    "items in items, with titles": lambda: feed(_fill(b"<item><title>x</title>")),
    "100,000 items": lambda: feed(b"<item><title>x</title></item>" * 100_000),
    "100,000 items with words": lambda: feed(b"<item><title>The pier opened today</title></item>" * 90_000),
    "titles that end nowhere": lambda: feed(_fill(b"<item><title>x")),
    "tags that end nowhere": lambda: feed(_fill(b"<item><a b='")),
    "stray signs": lambda: feed(item(b"<description>" + _fill(b"<") + b"</description>")),
    "stray signs and blanks": lambda: feed(item(b"<description>" + _fill(b"< ") + b"</description>")),
    "empty tags": lambda: feed(_fill(b"<a/>")),
    "ends without beginnings": lambda: feed(_fill(b"</a>")),
    "namespaces": lambda: feed(b"".join(b"<item xmlns:n%d='u%d'/>" % (n, n) for n in range(100_000))),
    "bases in bases": lambda: feed(
        b"<a xml:base='http://h.example/a/'>" * 100 + b"<item><link>x</link></item>" * 1_500
    ),
    # attributes
    "an attribute of 1 MB": lambda: feed(b"<item a='" + b"x" * _MB + b"'/>"),
    "an attribute of 4 MB": lambda: feed(b"<item a='" + b"x" * 4 * _MB + b"'/>"),
    "100,000 attributes": lambda: _attributes(b"'1'", 100_000),
    "attributes that hold >": lambda: _attributes(b"'>'", 50_000),
    "attributes without quotes": lambda: _attributes(b"1", 100_000),
    "many tags with attributes": lambda: feed(_fill(b"<a b='1' c='2' d='3' e='4' f='5'/>")),
    "299 attributes, again and again": lambda: feed(_fill(b"<a " + b"b=1 " * 299 + b">")),
    # sections
    "CDATA without end": lambda: feed(_fill(b"<![CDATA[")),
    "CDATA of 5 MB": lambda: feed(item(b"<description><![CDATA[" + _fill(b"x ") + b"]]></description>")),
    "CDATA of 5 MB of markup": lambda: feed(
        item(b"<description><![CDATA[" + _fill(b"<p>a</p>") + b"]]></description>")
    ),
    "CDATA again and again": lambda: feed(
        item(b"<description>" + _fill(b"<![CDATA[]]>") + b"</description>")
    ),
    "comments without end": lambda: _fill(b"<!--") + feed(item(b"")),
    "comments again and again": lambda: feed(_fill(b"<!---->")),
    "instructions without end": lambda: _fill(b"<?") + feed(item(b"")),
    # texts
    "a title of 5 MB": lambda: feed(b"<item><title>" + _fill(b"pier ") + b"</title></item>"),
    "a title of one word": lambda: feed(b"<item><title>" + _fill(b"x") + b"</title></item>"),
    "escaped markup": lambda: feed(item(b"<description>" + _fill(b"&lt;p&gt;a") + b"</description>")),
    "markup escaped four times": lambda: feed(
        item(b"<description>" + _fill(b"&amp;amp;amp;lt;p&amp;amp;amp;gt;") + b"</description>")
    ),
    "base64": lambda: feed(item(b"<content mode='base64'>" + _fill(b"PHA+") + b"</content>")),
    "dates": lambda: feed(
        b"".join(b"<item><pubDate>%d</pubDate></item>" % number * 9 for number in range(1_500))
    ),
    "dates of 3 kB": lambda: feed((b"<item><pubDate>" + b"12:" * 1_000 + b"</pubDate></item>") * 1_500),
    "links of 3 kB": lambda: feed((b"<item><link>" + b"/../" * 800 + b"</link></item>") * 1_500),
    # bytes
    "null bytes": lambda: feed(item(_fill(b"\0"))),
    "nothing but null bytes": lambda: _fill(b"\0"),
    "noise": lambda: _noise(5 * _MB),
    "noise in a feed": lambda: feed(item(b"<description>" + _noise(4_900_000) + b"</description>")),
    "broken UTF-8": lambda: feed(item(b"<description>" + _fill(b"\xc3(") + b"</description>")),
    "cp1252 with holes": lambda: (
        b"<?xml version='1.0' encoding='windows-1252'?>" + feed(item(_fill(b"\x81\xe9")))
    ),
    "UTF-8 twice": lambda: feed(item(b"<description>" + _fill("Ã©".encode()) + b"</description>")),
    "UTF-8 twice but once": lambda: feed(
        item(b"<description>" + _fill("Ã©".encode()) + "深".encode() + b"</description>")
    ),
    "UTF-16 that lies": lambda: b"<?xml version='1.0' encoding='utf-16'?>" + feed(item(_fill(b"x"))),
    "UTF-16 of surrogates": lambda: b"\xff\xfe" + _fill(b"\x00\xd8"),
    "UTF-7": lambda: b"<?xml version='1.0' encoding='utf-7'?>" + feed(item(_fill(b"+AGE-"))),
    "an encoding with shifts": lambda: (
        b"<?xml version='1.0' encoding='iso-2022-jp'?>" + feed(item(_fill(b"\x1b$B\x1b(B")))
    ),
    # what is no feed
    "a page of 5 MB": lambda: b"<!doctype html><html><body>" + _fill(b"<p>Domain for sale</p>"),
    "comments before a page": lambda: _fill(b"<!-- -->") + b"<html>",
    "blanks": lambda: _fill(b" "),
    "blanks before a feed": lambda: _fill(b" ") + feed(item(b"")),
    "one word": lambda: _fill(b"x"),
    "brackets": lambda: _fill(b"<"),
    "half a feed tag": lambda: _fill(b"<rss"),
    "names with dashes": lambda: _fill(b"<a-"),
    "JSON in depth": lambda: b'{"items": ' + _fill(b"["),
    "JSON of 5 MB": lambda: b'{"items": [' + _fill(b"1,") + b"1]}",
    "JSON of empty lists": lambda: b'{"items": [' + _fill(b"[],") + b"1]}",
    "JSON of many items": lambda: b'{"items": [' + _fill(b'{"id":"1","title":"x"},') + b"1]}",
    "JSON of one text": lambda: b'{"items": [{"content_html": "' + _fill(b"<p>a") + b'"}]}',
    "JSON with a number of 5 MB": lambda: b'{"items": ' + _fill(b"9") + b"}",
    "JSON with a name of 5 MB": lambda: b'{"' + _fill(b"x") + b'": 1}',
    # packed
    "a gzip file 1000:1": lambda: gzip.compress(feed(item(b"x" * 7_900_000))),
    "a gzip file beyond all": lambda: gzip.compress(b"\0" * 50_000_000, 9),
}


def _bomb() -> bytes:
    return gzip.compress(b"\0" * 100_000_000, 9)


# what an honest server may send as well: large, and as slow to read as its markup is dense
LARGE: dict[str, Callable[[], bytes]] = {
    "1,500 texts of 3 kB": lambda: feed(
        (b"<item><description>" + b"&lt;p&gt;a&lt;/p&gt;" * 180 + b"</description></item>") * 1_500
    ),
}

PACKED: dict[str, Callable[[], bytes]] = {
    "gzip 1000:1": _bomb,
    "gzip in many members": lambda: _fill(gzip.compress(b"")),
    "gzip of noise": lambda: gzip.compress(_noise(4_900_000), 1),
    "gzip that is none": lambda: _noise(5 * _MB),
}
