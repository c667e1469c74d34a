import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import canonical, family, publisher

TABLE = [
    ("https://example.com/a", "https://example.com/a"),
    ("https://example.com/\ud83da?b=\udc80c", "https://example.com/a?b=c"),
    ("HTTPS://Example.COM:443/A", "https://example.com/A"),
    ("http://example.com:80", "http://example.com/"),
    ("http://example.com:8080/a", "http://example.com:8080/a"),
    ("https://user:secret@example.com/a", "https://example.com/a"),
    ("https://example.com./a#part", "https://example.com/a"),
    ("https://example.com/a?utm_source=x&id=7&fbclid=y", "https://example.com/a?id=7"),
    ("https://example.com/a?id=7&UTM_Medium=rss", "https://example.com/a?id=7"),
    ("https://36kr.com/p/12?f=rss", "https://36kr.com/p/12"),
    ("https://example.com/a?f=7", "https://example.com/a?f=7"),
    ("https://example.com/a?source=rss", "https://example.com/a"),
    ("https://example.com/find?q=a+b&page=2", "https://example.com/find?q=a+b&page=2"),
    ("https://example.com/a/amp/", "https://example.com/a"),
    ("https://example.com/amp/story", "https://example.com/story"),
    ("https://example.com/story.amp.html", "https://example.com/story.html"),
    ("https://example.com/amplifiers/a", "https://example.com/amplifiers/a"),
    ("https://example.com/a?amp=1", "https://example.com/a"),
    ("https://amp.example.com/a", "https://www.example.com/a"),
    ("https://m.example.co.uk/a", "https://www.example.co.uk/a"),
    ("https://en.m.example.org/a", "https://en.example.org/a"),
    ("https://www.google.com/amp/s/www.example.com/a/amp/", "https://www.example.com/a"),
    ("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a", "https://www.example.com/a"),
    (
        "https://news.google.com/rss/articles/CBMi?oc=5&utm_source=x",
        "https://news.google.com/rss/articles/CBMi?oc=5&utm_source=x",
    ),
    (
        "https://example.com/新闻?标题=一",
        "https://example.com/%E6%96%B0%E9%97%BB?%E6%A0%87%E9%A2%98=%E4%B8%80",
    ),
    ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a"),
    (" https://example.com/a\n", "https://example.com/a"),
    ("https://example.com/a b", "https://example.com/ab"),
    ("https://[2001:db8::1]:443/a", "https://[2001:db8::1]/a"),
    ("https://93.184.216.34/a", "https://93.184.216.34/a"),
    ("mailto:jane@example.com", ""),
    ("javascript:alert(1)", ""),
    ("ftp://example.com/a", ""),
    ("//example.com/a", ""),
    ("/a/b", ""),
    ("https://", ""),
    ("https://exa mple.com:port/a", ""),
    ("https://[::1/a", ""),
    ("https://a..b<script>/x", ""),
    ("", ""),
]


@pytest.mark.parametrize(("link", "same"), TABLE)
def test_one_page_has_one_address(link: str, same: str) -> None:
    assert canonical(link) == same


@pytest.mark.parametrize("link", [same for _, same in TABLE if same])
def test_a_canonical_address_is_its_own(link: str) -> None:
    assert canonical(link) == link


@given(st.text(max_size=200) | st.text(max_size=200).map("https://example.com/".__add__))
def test_canonical_takes_any_text(link: str) -> None:
    once = canonical(link)
    assert once == "" or once.startswith(("http://", "https://"))
    assert once.isascii()
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://techcrunch.com/2026/05/06/a", "techcrunch.com"),
        ("https://www.techcrunch.com/a", "techcrunch.com"),
        ("https://tech.news.example.co.uk/a", "example.co.uk"),
        ("https://finance.sina.com.cn/a", "sina.com.cn"),
        ("https://www.smh.com.au/a", "smh.com.au"),
        ("https://writer.substack.com/p/a", "writer.substack.com"),
        ("https://substack.com/a", "substack.com"),
        ("https://news.google.com/rss/articles/x", "Given"),
        ("https://feedproxy.google.com/~r/x", "Given"),
        ("https://127.0.0.1/a", "Given"),
        ("https://localhost/a", "Given"),
        ("no address", "Given"),
        ("", "Given"),
    ],
)
def test_the_publisher_is_the_registered_domain(link: str, name: str) -> None:
    assert publisher(link, "Given") == name


@given(st.text(max_size=100))
def test_publisher_takes_any_text(link: str) -> None:
    assert publisher(link, "Given")


def test_copies_within_a_newsroom_are_one_voice() -> None:
    assert family("marketwatch.com") == family("barrons.com") == family("wsj.com")
    assert family("aol.com") == family("yahoo.com")
    assert family("Techcrunch.com") == "techcrunch.com"
    assert family("reuters.com") != family("bloomberg.com")
