"""What a feed wrote shows as it was written, and is no markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.discord import markdown
from bot.chat.limits import size
from bot.chat.text import neutral
from bot.core.model import Span
from tests.chat.discord.examples import HOSTILE
from tests.chat.discord.reading import markup, shown


@pytest.mark.parametrize("tried", HOSTILE)
def test_what_a_feed_tries_is_markup_to_discord_before_we_escape_it(tried: str) -> None:
    assert markup(tried)


@pytest.mark.parametrize("tried", HOSTILE)
def test_it_shows_as_it_was_written_afterwards(tried: str) -> None:
    escaped = markdown.escape(neutral(tried))
    assert markup(escaped) == []
    assert shown(escaped) == tried


@pytest.mark.parametrize("tried", HOSTILE)
def test_it_is_no_markup_behind_a_line_break_either(tried: str) -> None:
    assert markup(markdown.escape(neutral(f"first\n  {tried}"))) == []


@given(st.text(alphabet="\\*_~|`<>[]()#@-+:/1a. \nhere"))
def test_no_mixture_of_signs_is_markup(text: str) -> None:
    escaped = markdown.escape(neutral(text))
    assert markup(escaped) == []
    assert shown(escaped) == neutral(text)


@given(st.text(), st.integers(min_value=1, max_value=300))
def test_escaped_words_stay_within_what_they_get(text: str, most: int) -> None:
    drawn = markdown.words(neutral(text), most, lambda inner: f"**{inner}**")
    assert size(drawn) <= most or not drawn


@given(st.text(alphabet="\\*[]ab ", min_size=20), st.integers(min_value=5, max_value=30))
def test_a_cut_never_leaves_half_an_escape(text: str, most: int) -> None:
    drawn = markdown.words(text, most)
    assert not (len(drawn) - len(drawn.rstrip("\\"))) % 2


def test_a_masked_link_ends_where_we_end_it() -> None:
    drawn = markdown.linked("a](https://evil.example) b", "https://example.com/wiki/X_(Y)", 200)
    assert drawn.endswith("](https://example.com/wiki/X_%28Y%29)")
    assert drawn.count("](") == 2
    assert markup(drawn.removeprefix("[").rpartition("](")[0]) == []


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "discord://x", "https://a@b.example", "", "https://x.example/" + "a" * 3_000],
)
def test_an_address_that_is_none_of_the_web_leaves_the_words_alone(link: str) -> None:
    assert markdown.linked("Title", link, 200) == "Title"


def test_a_line_of_ours_has_its_styles_and_nothing_more() -> None:
    line = (
        Span("Watch 1: "),
        Span("valuation >= `10B`", "code"),
        Span(" bold ", "bold"),
        Span("*aside*", "quiet"),
        Span(" "),
        Span("Deep [Seek]", "link", "https://example.com/a"),
    )
    assert markdown.drawn(line) == (
        "Watch 1: `valuation >= ˋ10Bˋ` **bold** *\\*aside\\** [Deep \\[Seek\\]](https://example.com/a)"
    )


def test_a_footer_without_markup_pings_nobody() -> None:
    assert markup(markdown.unmentioned("@everyone @here")) == []
    assert shown(markdown.unmentioned("a@b.example @everyone")) == "a@b.example @everyone"
