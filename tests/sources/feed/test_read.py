"""Feeds of every format, in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

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


# formats


def test_rss_2() -> None:
    feed = parse(RSS)
    assert feed.title == "Harbour Wire"
    first, second = feed.items
    assert first.title == "Tidewater AI raises $40M"
    assert first.link == "https://harbour.example/tidewater"
    assert first.id == "hw-1"
    assert first.text == "The round was led by Quay Capital."
    assert first.published == datetime(2026, 5, 12, 8, tzinfo=UTC)
    assert second.link == "https://harbour.example/lighthouse"
    assert second.published == datetime(2026, 5, 11, 15, 30, tzinfo=UTC)


def test_rss_091_with_its_outside_doctype() -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    text = doctype + rss(
        "<item><title>A</title><link>https://h.example/a</link></item>", root='version="0.91"'
    )
    assert one(text)[:2] == ("A", "https://h.example/a")


def test_rss_1_and_rdf() -> None:
    text = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://h.example/"><title>Wire</title></channel>
      <item rdf:about="https://h.example/a"><title>A</title><link>https://h.example/a</link>
      <dc:date>2026-05-12T08:30:00+02:00</dc:date><dc:creator>M. Quay</dc:creator></item></rdf:RDF>"""
    feed = parse(text)
    (item,) = feed.items
    assert feed.title == "Wire"
    assert (item.id, item.author) == ("https://h.example/a", "M. Quay")
    assert item.published == datetime(2026, 5, 12, 6, 30, tzinfo=UTC)


def test_atom() -> None:
    text = atom(
        '<entry><id>tag:h,1</id><title type="html">A &amp;amp; B</title><link rel="self" href="/self"/>'
        '<link rel="alternate" type="text/html" href="a"/><updated>2026-05-12T08:30:00Z</updated>'
        "<published>2026-05-11T08:30:00Z</published><author><name>M. Quay</name></author>"
        "<summary>Short.</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        "<p>One &lt; two.</p><p>Three.</p></div></content></entry>",
        root='xml:lang="en"',
    )
    feed = parse(text)
    (item,) = feed.items
    assert (item.title, item.link, item.author) == ("A & B", "https://harbour.example/news/a", "M. Quay")
    assert item.text == "One < two.\n\nThree."
    assert item.published == datetime(2026, 5, 11, 8, 30, tzinfo=UTC)
    assert feed.language == "en"


def test_atom_03() -> None:
    text = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>W</title><entry>
      <title mode="base64">SGVsbG8=</title>
      <link rel="alternate" type="text/html" href="https://h.example/a"/><issued>2026-05-12</issued></entry></feed>"""
    assert one(text)[:2] == ("Hello", "https://h.example/a")


def test_half_a_character_in_an_address_of_json_is_left_out() -> None:
    found = read(b'{"items": [{"id": "1", "url": "https://wire.example/a\\ud83db?c=\\udc00d"}]}')
    assert found.items[0].link == "https://wire.example/ab?c=d"


def test_json_feed() -> None:
    text = """{"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "language": "en", "items": [
      {"id": 7, "url": "/a", "title": "A &amp; B", "content_html": "<p>One</p>", "summary": "x",
       "date_published": "2026-05-12T08:30:00Z", "authors": [{"name": "M. Quay"}]},
      {"id": "8", "external_url": "https://other.example/b", "content_text": "Text alone\nin two lines"},
      "not an item", null]}"""
    feed = parse(text)
    first, second = feed.items
    assert (first.id, first.link, first.title, first.text) == (
        "7",
        "https://harbour.example/a",
        "A & B",
        "One",
    )
    assert first.author == "M. Quay"
    assert (second.link, second.title) == ("https://other.example/b", "")
    assert feed.language == "en"


def test_modules_fill_what_the_format_leaves_out() -> None:
    text = rss(
        "<item><dc:title>A</dc:title><link>https://h.example/a</link>"
        "<content:encoded><![CDATA[<p>The whole story.</p>]]></content:encoded>"
        "<description>Teaser</description><dc:date>2026-05-12</dc:date></item>",
        root='xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    )
    assert one(text) == ("A", "https://h.example/a", "", "The whole story.")


def test_a_picture_caption_is_no_title() -> None:
    text = rss(
        "<item><media:title>Photo: a crane</media:title><title>A</title><media:group>"
        "<media:title>Crane</media:title></media:group></item>",
        root='xmlns:media="http://search.yahoo.com/mrss/"',
    )
    assert one(text)[0] == "A"


# links


@pytest.mark.parametrize(
    ("markup", "link"),
    [
        ("<link>https://h.example/a</link>", "https://h.example/a"),
        ("<link>\n  https://h.example/a\n </link>", "https://h.example/a"),
        ("<link>/a?x=1&amp;y=2</link>", "https://harbour.example/a?x=1&y=2"),
        ("<link>a</link>", "https://harbour.example/news/a"),
        ("<link>//cdn.h.example/a</link>", "https://cdn.h.example/a"),
        ("<link><![CDATA[https://h.example/a?b=1&c=2]]></link>", "https://h.example/a?b=1&c=2"),
        ("<link>https://h.example/a?b=1&c=2</link>", "https://h.example/a?b=1&c=2"),
        ('<link href="https://h.example/a"/>', "https://h.example/a"),
        ("<guid>https://h.example/guid</guid>", "https://h.example/guid"),
        ('<guid isPermaLink="false">https://h.example/guid</guid>', ""),
        ("<guid>https://h.example/guid</guid><link>https://h.example/a</link>", "https://h.example/a"),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>ftp://h.example/a</link>", ""),
        ("<link>mailto:desk@h.example</link>", ""),
        ("<link>http://[broken/</link>", ""),
        ("<link>https://h.example/a b</link>", "https://h.example/a%20b"),
        ("<link></link>", ""),
    ],
)
def test_a_link_is_absolute_and_of_the_web(markup: str, link: str) -> None:
    assert one(rss(f"<item><title>A</title>{markup}</item>"))[1] == link


def test_bases_add_up_from_the_outside_in() -> None:
    text = atom(
        '<entry xml:base="2026/"><title>A</title><link href="a"/></entry>',
        root='xml:base="https://b.example/blog/"',
    )
    assert one(text)[1] == "https://b.example/blog/2026/a"


def test_an_id_that_is_an_address_serves_as_link() -> None:
    assert (
        one(atom("<entry><id>https://h.example/a</id><title>A</title></entry>"))[1] == "https://h.example/a"
    )


# titles and texts


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("AT&amp;T and R&amp;amp;D", "AT&T and R&D"),
        ("Caf&amp;eacute; &#8217;quoted&#x2019;", "Café ’quoted’"),
        ("Undeclared &eacute; &nbsp; &rsquo;", "Undeclared é ’"),
        ("Stray & ampersand &unknown; here", "Stray & ampersand &unknown; here"),
        ("Windows &#146;s quote", "Windows ’s quote"),
        ("<![CDATA[<b>Bold</b> move]]>", "Bold move"),
        ("&lt;b&gt;Bold&lt;/b&gt; move", "Bold move"),
        ("In <i>raw</i> tags", "In raw tags"),
        ("Two\n   lines\tand tabs", "Two lines and tabs"),
        ("Zero\u200bwidth and \u202ebidi", "Zerowidth and bidi"),
        ("Bell\x07 and null\x00", "Bell and null"),
        ("&#0;&#7;Numbers that XML forbids", "Numbers that XML forbids"),
        ("深度求索估值450亿美元", "深度求索估值450亿美元"),
        ("1 &lt; 2", "1 < 2"),
        ("1 < 2 & 3 <4", "1 < 2 & 3 <4"),
    ],
)
def test_a_title_is_one_line_of_plain_text(markup: str, title: str) -> None:
    assert one(rss(f"<item><title>{markup}</title></item>"))[0] == title


def test_the_longest_text_wins_and_scripts_go() -> None:
    text = rss(
        "<item><title>A</title><description>Short</description><content:encoded><![CDATA[<script>x()</script>"
        "<p>Much longer.</p>]]></content:encoded></item>",
        root='xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    )
    assert one(text)[3] == "Much longer."


def test_endless_titles_and_texts_are_cut() -> None:
    title, _, _, text = one(
        rss(f"<item><title>{'a' * 50_000}</title><description>{'b ' * 500_000}</description></item>")
    )
    assert len(title) == 1000
    assert len(text) <= 100_000
