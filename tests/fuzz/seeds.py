"""Where the fuzzers begin: samples of our own tests, and the words that their inputs are made of."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.facts import KINDS
from tests.chat.discord.examples import HOSTILE
from tests.chat.hostile import BANK, EVIL, STRINGS
from tests.core.money.examples import BY_LANGUAGE, NONE
from tests.core.text.articles import TITLE
from tests.core.text.test_markup import TABLE
from tests.fuzz.targets import LANGUAGES, PART
from tests.sources.fixtures import RSS
from tests.sources.hostile import BODIES

_LINK = "https://wire.example/2026/a?id=7&utm_source=x"

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/"
xml:lang="en"><title>Wire</title><entry>
<title type="html">Tidewater &amp;amp; Co raises &lt;b&gt;$40M&lt;/b&gt;</title>
<link rel="alternate" href="tidewater"/><id>tag:1</id><updated>2026-05-12T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The round.</p></div></content>
</entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [{"id": "1",
"url": "https://harbour.example/1", "title": "Pier \\ud83d", "content_html": "<p>caf&eacute;</p>",
"date_published": "2026-05-12T08:00:00+02:00", "authors": [{"name": "Ann"}]}]}"""

QUERIES = (
    'valuation >= $10B AND (deepseek OR "open ai") -rumor',
    "company:Google status:talks lang:en raised:>€50m..€2bn",
    '/gpt-\\d+(\\.\\d)?/ source:"TechCrunch" case:AI model*',
    "NOT (苹果 | GPT-5.6) & C++ funding < 5 lakh",
)


def feeds() -> Iterator[bytes]:
    """Honest feeds, and the short ones of the hostile."""
    yield from (RSS, ATOM, JSON, ATOM.decode().encode("utf-16"))
    for name in ("a billion laughs", "an external file", "parameter entities", "bases in bases", "dates"):
        yield BODIES[name]()[:2_000]


def queries() -> Iterator[bytes]:
    """Watches, with a document that they are asked of."""
    for query in QUERIES:
        yield PART.join((query, TITLE, "OpenAI raised $5 billion for GPT-5.6, at 苹果.")).encode()


def sums() -> Iterator[bytes]:
    """Every sentence with an amount that the tests read, and every kind's own examples."""
    for language, rows in BY_LANGUAGE.items():
        place = LANGUAGES.index(language) if language in LANGUAGES else 0
        yield PART.join(("x" * place, "$10B", ". ".join(row[0] for row in rows))).encode()
        yield PART.join(("x" * place, "", ". ".join(NONE.get(language, ())))).encode()
    for kind in KINDS.values():
        for example in (*kind.reads, *kind.ignores):
            yield PART.join(("", example.text, example.text)).encode()


def texts() -> Iterator[bytes]:
    """Markup of every sort."""
    for markup, _ in TABLE:
        yield PART.join((markup, TITLE, _LINK)).encode("utf-8", "ignore")


def messages() -> Iterator[bytes]:
    """Hostile words in every place of every kind of message."""
    for number, hostile in enumerate((*STRINGS.values(), " ".join(HOSTILE), EVIL, BANK)):
        short = hostile[:300]
        parts = ("x" * (number % 4), short, EVIL, short, short, short, short, short, short)
        yield PART.join(parts).encode("utf-8", "ignore")


SEEDS = {"feeds": feeds, "queries": queries, "sums": sums, "texts": texts, "messages": messages}

# what an input is pieced together from
WORDS: dict[str, tuple[str, ...]] = {
    "feeds": (
        *("<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "<guid", " a='", '"'),
        *("<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "<!ENTITY", "]>", "<entry>", "<x:y:z/>", "</rss>"),
        *(
            "&amp;",
            "&lt;",
            "&#0;",
            "&#27;",
            "&#x110000;",
            "&#99999999;",
            "&nbsp;",
            "&",
            "xml:base='http://['",
        ),
        *("<pubDate>", "2026-05-12", " GMT", "<?xml version='1.0' encoding='utf-16'?>", "<item xmlns:a=''>"),
        *(
            '{"items": [',
            '{"id": 1',
            '"url": "',
            '"content_html": "',
            "\\ud800",
            "<feed xmlns='",
            "mode='base64'",
        ),
    ),
    "queries": (
        *('"', "(", ")", "-", "OR", "AND", "NOT", "*", "/", "\\", ":", "..", ">=", "<", "=", "|", "'", "&"),
        *("valuation", "raised", "company:", "source:", "case:", "lang:en"),
        *(
            "status:talks",
            "10B",
            "$5",
            "€1bn",
            "/a|b/",
            "/(a*)*$/",
            "/[",
            "{9}",
            "\\p{L}",
            "苹果",
            "١٠",
            "\u0301",
        ),
    ),
    "sums": (
        *(
            "$",
            "€",
            "¥",
            "US$",
            "Rs",
            "1",
            "45",
            "1,5",
            "1.2",
            "0",
            "９",
            "²",
            "½",
            "999999999999",
            "e9",
            "-",
            "–",
        ),
        *(
            "billion",
            "bn",
            "Mio.",
            "Milliarden",
            "crore",
            "亿",
            "万亿",
            "兆",
            "億円",
            "half a",
            "twenty",
            "-plus",
        ),
        *(
            "raises",
            "valued at",
            "talks",
            "denied",
            "acquires",
            "for",
            "to",
            "between",
            "and",
            "估值",
            "融资",
        ),
        *("OpenAI", "DeepSeek", "unicorn", "Series A", "led by", "from", "revenue", ". ", "\n", ": ", "’s "),
    ),
    "texts": (
        *("<p>", "</p>", "<br>", "<pre>", "<script>", "</script>", "<!--", "-->", "<a href='", "'>", "&amp;"),
        *(
            "&lt;",
            "&#27;",
            "&#",
            "&#xD800;",
            "<![CDATA[",
            "]]>",
            "TechCrunch",
            "according to",
            "Inc. ",
            "U.S. ",
        ),
        *(
            "Written by ",
            "Home > ",
            "Related",
            "http://",
            "www.",
            "%zz",
            "//",
            "?utm_source=",
            "。",
            "“",
            "\n\n",
        ),
        *("\u0301", "\u202e", "\u200d", "ß", "İ", "ﬁ", "\u1100", "\u0085"),
    ),
    "messages": (
        *(
            "@everyone",
            "<!channel>",
            "<@1>",
            "[a](",
            ")",
            "](https://evil.example)",
            "\\",
            "`",
            "```",
            "||",
            "**",
        ),
        *(
            "# ",
            "- ",
            "1. ",
            "> ",
            "\n",
            "\u2028",
            "\x1b[31m",
            "\x9b",
            "\x1b]8;;",
            "\u202e",
            "\u200b",
            "\u0301",
        ),
        *(
            "<https://evil.example|",
            ">",
            ":tada:",
            "discord.gg/a",
            "&lt;",
            "https://",
            "אב",
            "👩\u200d👩",
            "x" * 90,
        ),
    ),
}
