"""Whatever comes: no crash, no exception but ours."""

from __future__ import annotations

import zlib
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ReadError
from bot.sources.addresses import check, is_global
from bot.sources.bodies import Inflate
from bot.sources.feed.charset import decode
from bot.sources.feed.dates import moment
from bot.sources.feed.read import read
from tests.sources.fixtures import RSS

PIECES = st.sampled_from(
    [
        *(
            "<rss>",
            "<channel>",
            "<item>",
            "</item>",
            "<title>",
            "</title>",
            "<link>",
            "<guid",
            " a='",
            '"',
            ">",
        ),
        *("<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "<!ENTITY", "]>", "<entry>", "<x:y:z/>"),
        *("&amp;", "&lt;", "&#0;", "&#x110000;", "&#99999999;", "&nbsp;", "&", "xml:base='http://['"),
        *("<?xml version='1.0' encoding='utf-16'?>", "<feed xmlns='http://www.w3.org/2005/Atom'>"),
        *("<item xmlns:a=''>", "\0", "\ud800", "\u202e", "é", "深"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40))
@settings(max_examples=400, deadline=None)
def test_any_soup_of_tags_is_a_feed_or_refused(pieces: list[str]) -> None:
    with suppress(ReadError):
        feed = read(
            "".join(["<rss><channel>", *pieces]).encode("utf-8", "surrogatepass"),
            address="https://h.example/",
        )
        assert all(item.link == "" or item.link.startswith(("http://", "https://")) for item in feed.items)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_feed_with_bytes_changed_is_a_feed_or_refused(data: st.DataObject) -> None:
    body = bytearray(RSS)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(body) - 1))
        body[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=6))
    with suppress(ReadError):
        read(bytes(body), address="https://h.example/")


@given(st.binary(max_size=200), st.text(max_size=30))
@settings(deadline=None)
def test_any_bytes_are_text(data: bytes, content_type: str) -> None:
    assert isinstance(decode(data, content_type), str)


@given(st.one_of(st.text(max_size=40), st.text("0123456789-/:.TZ +年月日PMay", max_size=30)))
@settings(max_examples=500, deadline=None)
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = moment(text)
    assert found is None or found.utcoffset() is not None


@given(st.one_of(st.text(max_size=60), st.text("htp:/.[]@0x17a%#?\\ ", max_size=40).map("http://".__add__)))
@settings(max_examples=500, deadline=None)
def test_any_address_is_checked_or_refused(address: str) -> None:
    with suppress(ReadError):
        target = check(address)
        assert target.url.scheme in ("http", "https")
        assert target.url.userinfo == b""
        assert target.host.count(":") == 0 or is_global(target.host)


@given(st.binary(max_size=3000), st.integers(1, 500))
@settings(deadline=None)
def test_gzip_in_any_pieces_unpacks_to_the_same(data: bytes, size: int) -> None:
    packed = zlib.compressobj(wbits=31)
    whole = packed.compress(data) + packed.flush()
    unpack = Inflate(10_000)
    out = b"".join(piece for at in range(0, len(whole), size) for piece in unpack.feed(whole[at : at + size]))
    assert out == data
    assert unpack.complete
