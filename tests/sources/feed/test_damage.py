"""Feeds that are damaged lose as little as can be; traps are refused in words."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from bot.errors import ReadError
from bot.sources.feed.clean import MOST_ITEMS
from bot.sources.feed.model import Feed
from bot.sources.feed.read import read
from bot.sources.feed.rescue import Rescuer
from tests.sources.fixtures import RSS

HOME = "https://harbour.example/news/feed.xml"


@pytest.fixture(scope="module")
def rescuer() -> Iterator[Rescuer]:
    one = Rescuer()
    yield one
    one.close()


def parse(text: str | bytes, rescuer: Rescuer | None = None) -> Feed:
    return read(text.encode() if isinstance(text, str) else text, address=HOME, rescuer=rescuer)


def rss(*items: str, head: str = "", root: str = 'version="2.0"') -> str:
    return f"<rss {root}><channel><title>Harbour Wire</title>{head}{''.join(items)}</channel></rss>"


def atom(*entries: str, root: str = "") -> str:
    head = f'<feed xmlns="http://www.w3.org/2005/Atom" {root}><title>Harbour Wire</title>'
    return f"{head}{''.join(entries)}</feed>"


def one(text: str | bytes) -> tuple[str, str, str, str]:
    """Title, link, id and text of the only item."""
    (item,) = parse(text).items
    return item.title, item.link, item.id, item.text


@pytest.mark.parametrize(
    "damaged",
    [
        b"\xef\xbb\xbf" + RSS,
        b"\r\n\r\n  " + RSS,
        b"<b>Warning</b>: include() failed in /var/www/x.php on line 3<br />\n" + RSS,
        b"<!-- cached --><?php echo ?>" + RSS,
        RSS + b"<script>track()</script><!-- 0.2 s -->",
        RSS.replace(b"\n", b"\r\n").replace(b"<item>", b"\0<item>\x0b"),
        RSS.replace(b'encoding="UTF-8"', b'encoding="UTF-16"'),
        RSS.replace(b"UTF-8", b"made-up"),
        RSS.replace(b"</channel></rss>", b""),
        RSS.replace(b"</channel></rss>", b"</chan"),
        RSS.replace(b'version="2.0"', b"version=2.0"),
        RSS.replace(b"<title>Harbour", b"<dc:creator>x</dc:creator><title>Harbour"),
        RSS.replace(b"<rss ", b"<!DOCTYPE rss [<!-- nothing -->]><rss "),
        RSS.replace(b"</guid>", b"</guid><b>unclosed"),
        gzip.compress(RSS),
        RSS.decode().encode("utf-16"),
    ],
)
def test_a_damaged_feed_loses_nothing(damaged: bytes, rescuer: Rescuer) -> None:
    items = parse(damaged, rescuer).items
    assert [item.title for item in items] == ["Tidewater AI raises $40M", "Lighthouse Labs opens an office"]
    assert [item.id for item in items] == ["hw-1", "hw-2"]
    assert items[0].link == "https://harbour.example/tidewater"


def test_a_feed_cut_in_the_middle_keeps_its_beginning(rescuer: Rescuer) -> None:
    items = parse(RSS[: RSS.index(b"Lighthouse")], rescuer).items
    assert items[0].title == "Tidewater AI raises $40M"


def test_an_empty_feed_is_a_feed() -> None:
    assert parse(rss()).items == ()
    assert parse(rss()).title == "Harbour Wire"


def test_uppercase_and_unknown_namespaces_are_met(rescuer: Rescuer) -> None:
    items = parse(
        '<rss xmlns="http://backend.userland.com/rss2"><channel><item><title>A</title></item></channel></rss>'
    ).items
    assert items[0].title == "A"
    items = parse("<RSS><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>", rescuer).items
    assert [item.title for item in items] == ["A"]


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("<!DOCTYPE html><html><body>Hello</body></html>", "web page"),
        ("<html><head><title>rss</title></head></html>", "web page"),
        ("Just some words", "not a feed"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "not a feed"),
        ('{"a": 1}', "not a JSON Feed"),
        ("{broken", "can't be read"),
        ('<!DOCTYPE r [<!ENTITY a "x">]><rss><channel/></rss>', "entities"),
        (
            '<?xml version="1.0"?>\n<!-- c --><!DOCTYPE r [ <!-- <a --> <!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
            "entities",
        ),
        ('<!doctype r [<?x <a ?><! entity % b "x">]><rss><channel/></rss>', "entities"),
        (f"<rss><channel><item {'a' * 9000}='1'/></channel></rss>", "tag of more than"),
        (
            "<rss><channel><item " + " ".join(f"a{n}='>'" for n in range(400)) + "/></channel></rss>",
            "tag of more than",
        ),
        ("<rss><channel>" + "<b/>" * 500_000 + "</channel></rss>", "more than 50,000 tags"),
    ],
)
def test_what_is_no_feed_or_a_trap_is_refused_in_words(body: str, cause: str) -> None:
    with pytest.raises(ReadError, match=cause):
        parse(body)


def test_an_article_about_entities_is_no_trap() -> None:
    body = (
        '<![CDATA[<p>Write &lt;!ENTITY a "x"> and <!ENTITY b> with <img src=\'data:'
        + "A" * 20_000
        + "'> here</p>]]>"
    )
    title, _, _, text = one(rss(f"<item><title>On XML</title><description>{body}</description></item>"))
    assert title == "On XML"
    assert "Write" in text


def test_an_entity_is_never_expanded_from_outside() -> None:
    text = rss("<item><title>&xxe; &file;</title><link>https://h.example/a</link></item>")
    assert one(text)[0] == "&xxe; &file;"


def test_of_too_many_items_both_ends_are_kept() -> None:
    items = parse(rss(*(f"<item><title>{n}</title></item>" for n in range(5000)))).items
    assert len(items) == MOST_ITEMS
    assert (items[0].title, items[-1].title) == ("0", "4999")


@pytest.mark.parametrize("place", ["channel", "item", "title"])
def test_an_entity_where_cdata_only_seems_to_begin_is_read_over(place: str) -> None:
    text = (
        "<rss><channel a='<![CDATA['>{channel}<title>Wire</title><item>{item}<title>Pier{title}</title>"
        "</item></channel></rss>"
    )
    found = read(text.format_map({"channel": "", "item": "", "title": "", place: "&foo; <b>x</b>"}).encode())
    assert found.title == "Wire"
    assert found.items[0].title == ("Pier&foo; x" if place == "title" else "Pier")
