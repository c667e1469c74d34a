"""From what a person types to the feeds behind it."""

from __future__ import annotations

import httpx
import pytest

from bot.errors import UserError
from bot.ports import FoundFeed
from bot.sources import HttpFetcher
from tests.sources.fixtures import RSS

PAGE = b"""<!doctype html><html lang="en"><head><base href="/news/">
<link rel="alternate" type="application/rss+xml" title="Harbour &amp; Wire" href="all.xml">
<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="https://cdn.example.test/deals.atom">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<link rel="alternate" type="application/json" href="https://harbour.example.test/wp-json/wp/v2/posts/1">
<link rel="alternate" hreflang="de" href="/de/">
<link rel="stylesheet" type="text/css" href="/x.css">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
</head><body>Hello</body></html>"""

Site = dict[str, httpx.Response | Exception]


async def discover(typed: str, site: Site, asked: list[str] | None = None) -> tuple[FoundFeed, ...]:
    def serve(request: httpx.Request) -> httpx.Response:
        if asked is not None:
            asked.append(str(request.url))
        answer = site.get(str(request.url), httpx.Response(404))
        if isinstance(answer, Exception):
            raise answer
        return answer

    fetcher = HttpFetcher(transport=httpx.MockTransport(serve))
    try:
        return await fetcher.discover(typed)
    finally:
        await fetcher.close()


@pytest.mark.parametrize(
    "typed",
    [
        "https://harbour.example.test/feed.xml",
        "harbour.example.test/feed.xml",
        " harbour.example.test/feed.xml ",
        "//harbour.example.test/feed.xml",
        "feed://harbour.example.test/feed.xml",
        "feed:https://harbour.example.test/feed.xml",
    ],
)
async def test_a_feed_is_found_however_it_is_typed(typed: str) -> None:
    site: Site = {"https://harbour.example.test/feed.xml": httpx.Response(200, content=RSS)}
    (found,) = await discover(typed, site)
    assert found.address == "https://harbour.example.test/feed.xml"
    assert found.title == "Harbour Wire"


async def test_a_port_is_no_scheme() -> None:
    site: Site = {"https://harbour.example.test:8443/feed.xml": httpx.Response(200, content=RSS)}
    (found,) = await discover("harbour.example.test:8443/feed.xml", site)
    assert found.address == "https://harbour.example.test:8443/feed.xml"


async def test_a_moved_feed_is_followed_at_its_new_address() -> None:
    site: Site = {
        "https://harbour.example.test/old": httpx.Response(301, headers={"Location": "/new"}),
        "https://harbour.example.test/new": httpx.Response(200, content=RSS),
    }
    (found,) = await discover("https://harbour.example.test/old", site)
    assert found.address == "https://harbour.example.test/new"


async def test_a_page_gives_all_its_feeds_to_choose_from() -> None:
    asked: list[str] = []
    found = await discover(
        "harbour.example.test", {"https://harbour.example.test/": httpx.Response(200, content=PAGE)}, asked
    )
    assert [(one.address, one.title, one.language) for one in found] == [
        ("https://harbour.example.test/news/all.xml", "Harbour & Wire", "en"),
        ("https://cdn.example.test/deals.atom", "", "en"),
    ]
    assert asked == ["https://harbour.example.test/"]


async def test_a_feed_of_comments_is_better_than_none() -> None:
    page = b'<link rel=alternate type="application/rss+xml" href="/comments/feed/">'
    found = await discover(
        "harbour.example.test", {"https://harbour.example.test/": httpx.Response(200, content=page)}
    )
    assert [one.address for one in found] == ["https://harbour.example.test/comments/feed/"]


async def test_usual_places_are_tried_until_one_answers() -> None:
    asked: list[str] = []
    site: Site = {
        "https://harbour.example.test/blog": httpx.Response(200, content=b"<html><body>Hello</body></html>"),
        "https://harbour.example.test/feed.xml": httpx.Response(200, content=RSS),
    }
    (found,) = await discover("https://harbour.example.test/blog", site, asked)
    assert found.address == "https://harbour.example.test/feed.xml"
    assert [address.rpartition("/")[2] for address in asked] == ["blog", "feed", "rss", "feed.xml"]


async def test_a_server_that_has_enough_is_left_alone() -> None:
    asked: list[str] = []
    site: Site = {
        "https://harbour.example.test/": httpx.Response(200, content=b"<html></html>"),
        "https://harbour.example.test/feed": httpx.Response(429),
    }
    with pytest.raises(UserError):
        await discover("https://harbour.example.test/", site, asked)
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Which address?"),
        ("http://127.0.0.1/feed", "not an address on the public internet"),
        ("localhost:8080", "name of a local network"),
        ("file:///etc/passwd", "only http and https"),
        ("https://me:hush@harbour.example.test/", "user name or password"),
        ("https://harbour.example.test/none", "404"),
        ("https://harbour.example.test/slow", "did not answer"),
        ("https://harbour.example.test/page", "web page, not a feed"),
        ("not an address", "spaces"),
    ],
)
async def test_what_gives_no_feed_is_answered_with_what_to_type(typed: str, said: str) -> None:
    site: Site = {
        "https://harbour.example.test/page": httpx.Response(200, content=b"<html><body>Hello</body></html>"),
        "https://harbour.example.test/slow": httpx.ConnectTimeout("slow"),
    }
    with pytest.raises(UserError, match=said) as error:
        await discover(typed, site)
    assert "ype" in str(error.value)


async def test_a_token_in_the_query_is_not_repeated() -> None:
    with pytest.raises(UserError) as error:
        await discover("https://harbour.example.test/none?token=hush", {})
    assert "hush" not in str(error.value)


async def test_a_feed_behind_a_megabyte_of_scripts_is_found_and_one_in_a_comment_is_not() -> None:
    page = b"<html><script>" + b"x < y && '<a ' + " * 60_000 + b"</script><!-- " + PAGE + b" -->"
    page += b"<link rel='alternate' type='application/rss+xml' title='&lt;Pier&gt; 2' href='/p?a=1&amp;b=2'>"
    (found,) = await discover(
        "harbour.example.test", {"https://harbour.example.test/": httpx.Response(200, content=page)}
    )
    assert (found.address, found.title) == ("https://harbour.example.test/p?a=1&b=2", "<Pier> 2")


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<link ", b"<link a='", b"<html lang=", b"<base href", b"<link rel=alternate "]
)
async def test_a_hostile_page_is_read_in_no_time(piece: bytes) -> None:
    with pytest.raises(UserError):
        await discover(
            "harbour.example.test",
            {"https://harbour.example.test/": httpx.Response(200, content=b"<html>" + piece * 200_000)},
        )
