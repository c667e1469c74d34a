import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.text import isolated, line, neutral, web


def test_directional_overrides_leave_the_text() -> None:
    assert neutral("pay \u202egpj.exe\u202c now") == "pay gpj.exe now"


def test_controls_and_lone_surrogates_leave_the_text() -> None:
    assert neutral("a\x1b[31mb\ud800c\x00") == "a[31mbc"


def test_newlines_stay_and_other_breaks_become_newlines() -> None:
    assert neutral("a\nb\u2028c\td") == "a\nb\nc d"


def test_joiners_of_emoji_stay() -> None:
    assert neutral("👩‍👩‍👧") == "👩‍👩‍👧"


def test_a_line_has_no_breaks_and_no_double_spaces() -> None:
    assert line("  DeepSeek\n\n valued \u200b at  $45B ") == "DeepSeek valued at $45B"


def test_right_to_left_text_is_isolated_from_its_neighbours() -> None:
    assert isolated("דיפסיק") == "\u2068דיפסיק\u2069"


def test_left_to_right_text_needs_no_isolation() -> None:
    assert isolated("DeepSeek") == "DeepSeek"


def test_an_ordinary_address_stays_as_it_is() -> None:
    address = "https://example.com/a/b?x=1&y=%20#part"
    assert web(address) == address


@pytest.mark.parametrize(
    "hostile",
    [
        "javascript:alert(1)",
        "slack://open?team=T1",
        "//example.com/a",
        "https://",
        "https://google.com@evil.example/",
        "https://example.com:port/",
        "https://[::1/",
        "",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_an_address_that_is_not_plainly_of_the_web_is_refused(hostile: str) -> None:
    assert web(hostile) == ""


def test_characters_that_would_end_a_link_are_encoded() -> None:
    assert web("https://example.com/a b>|<c`") == "https://example.com/a%20b%3E%7C%3Cc%60"


@given(st.text())
def test_no_text_makes_an_address_with_markup_in_it(text: str) -> None:
    assert not set(web(f"https://example.com/{text}")) & set('<>|"` \n')
