import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import plain

TABLE = [
    ("Just words.", "Just words."),
    ("  two   spaces \t and a tab ", "two spaces and a tab"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ("a < b and c > d", "a < b and c > d"),
    ("Vec<T> and List<String> explained", "Vec<T> and List<String> explained"),
    ("profit <$10B", "profit <$10B"),
    ("AT&T and R&D", "AT&T and R&D"),
    ("AT&amp;T", "AT&T"),
    ("AT&amp;amp;T", "AT&T"),
    ("AT&amp;amp;amp;amp;T", "AT&T"),
    ("&#8220;Hi&#8221; &ndash; it&#x27;s &pound;3&nbsp;bn &euro;2", "“Hi” – it's £3 bn €2"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One\nline</p>\n\n<p>Two</p>", "One line\n\nTwo"),
    ("One<br>Two<br/>Three", "One\nTwo\nThree"),
    ("<ul><li>One</li><li>Two</li></ul>After", "One\n\nTwo\n\nAfter"),
    ("<table><tr><td>A</td><td>B</td></tr></table>", "A B"),
    ("First\n\nsecond with <b>bold</b>", "First\n\nsecond with bold"),
    ("un<b>believ</b>able", "unbelievable"),
    ("<h1>Head</h1>Text", "Head\n\nText"),
    ("<pre>a\nb</pre>", "a\nb"),
    ("<script>alert('x < y')</script>Text", "Text"),
    ("<SCRIPT type='a>b'>x</SCRIPT >Text", "Text"),
    ("<style>p {}</style><p>Text</p>", "Text"),
    ("Text<script>never closed", "Text"),
    ("a<!-- hidden <b> -->b", "ab"),
    ("a<!-->b", "ab"),
    ("a<!-- never closed > b", "a b"),
    ("<!DOCTYPE html><html><head><title>T</title></head><body>Text</body></html>", "Text"),
    ("<![CDATA[<p>Text</p>]]>", "Text"),
    ("<img src='x' alt='a > b'>Text", "Text"),
    ('<a href="x" title="5 > 4">link</a> text', "link text"),
    ("<a href='x' title=\"it's > that\">link</a>", "link"),
    ("&lt;p&gt;Twice &amp;amp; escaped&lt;/p&gt;", "Twice & escaped"),
    ("&amp;lt;b&amp;gt;three&amp;lt;/b&amp;gt; times", "three times"),
    ("<o:p>Word</o:p> <custom-tag>x</custom-tag>", "Word x"),
    (
        "zero\u200bwidth \u202eoverride\u202c soft\u00adhyphen \ufeffmark",
        "zerowidth override softhyphen mark",
    ),
    ("bell\x07 and null\x00 and \ud800 lone", "bell and null and lone"),
    ("cafe\u0301", "café"),
    ("&#0; &#xD800; &#99999999999; x", "\ufffd \ufffd x"),
    ("全角　スペース", "全角 スペース"),
    ("<", "<"),
    ("<p", "<p"),
    ("", ""),
]


@pytest.mark.parametrize(("markup", "text"), TABLE)
def test_markup_becomes_the_text_that_a_reader_sees(markup: str, text: str) -> None:
    assert plain(markup).replace("\n\n\n", "\n\n") == text


HOSTILE = {
    "angle brackets": "<" * 100_000,
    "unclosed tags": "<a " * 50_000,
    "unclosed quotes": '<a href="' * 50_000,
    "unclosed comments": "<!--" * 100_000,
    "unclosed scripts": "<script>" * 50_000,
    "deep nesting": "<div>" * 10_000 + "x" + "</div>" * 10_000,
    "escaped ampersands": "&" + "amp;" * 200_000,
    "a long number": "&#" + "1" * 100_000 + ";",
    "one long line": "word " * 200_000,
    "piled marks": "a" + "\u0301\u0316" * 100_000,
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_ends(markup: str) -> None:
    assert isinstance(plain(markup), str)


def test_deep_nesting_keeps_its_text() -> None:
    assert plain(HOSTILE["deep nesting"]) == "x"


PIECES = [
    "<p>",
    "</p>",
    "<br>",
    "<b",
    ">",
    "<",
    "&amp;",
    "&lt;",
    "&gt;",
    "amp;",
    '"',
    "'",
    "<!--",
    "-->",
    "x y",
    "\n",
    "\u200b",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text())
def test_plain_text_is_clean(markup: str) -> None:
    text = plain(markup)
    assert text == text.strip()
    assert "\u200b" not in text
    assert "\r" not in text
    assert "\n\n\n" not in text
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(alphabet=st.characters(exclude_characters="<&")))
def test_plain_text_of_plain_text_is_itself(text: str) -> None:
    assert plain(plain(text)) == plain(text)
