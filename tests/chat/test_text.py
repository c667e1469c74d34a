import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.text import honest, isolated, line, neutral, web


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


def test_a_scheme_is_written_small() -> None:
    assert web("htTPs://Wire.example/A") == "https://Wire.example/A"


def test_characters_that_would_end_a_link_are_encoded() -> None:
    assert web("https://example.com/a b>|<c`") == "https://example.com/a%20b%3E%7C%3Cc%60"


@given(st.text())
def test_no_text_makes_an_address_with_markup_in_it(text: str) -> None:
    assert not set(web(f"https://example.com/{text}")) & set('<>|"` \n')


def test_a_stack_of_marks_is_cut_and_ordinary_marks_stay() -> None:
    assert neutral("z" + "\u0301" * 50 + "a") == "z" + "\u0301" * 4 + "a"
    assert neutral("việt naïve שָׁלוֹם น้ำ हिन्दी") == "việt naïve שָׁלוֹם น้ำ हिन्दी"


@pytest.mark.parametrize("unseen", ["\u200b", "\ud800", "\x1b", "\u200d"])
def test_what_nobody_sees_does_not_part_a_stack_of_marks(unseen: str) -> None:
    shown = neutral("z" + "\u0301" * 3 + unseen + "\u0301" * 3)
    assert shown.count("\u0301") == 4


def test_joiners_stay_where_a_script_needs_them_and_nowhere_else() -> None:
    assert neutral("o\u200dpen\u200cai") == "openai"
    assert neutral("می\u200cخواهم") == "می\u200cخواهم"


def test_tags_stay_in_a_flag_and_hidden_text_goes() -> None:
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert neutral(scotland) == scotland
    assert neutral("hi\U000e0067\U000e0062") == "hi"


@pytest.mark.parametrize(
    ("shown", "link", "is_honest"),
    [
        ("DeepSeek valued at $45B", "https://wire.example/a", True),
        ("Booking.com raises $1B", "https://wire.example/a", True),
        ("https://wire.example/a", "https://wire.example/a", True),
        ("wire.example", "https://www.wire.example/feed", True),
        ("wire.example", "https://feeds.wire.example/all", True),
        ("https://bank.example", "https://evil.example/", False),
        ("bank.example/login", "https://evil.example/", False),
        ("www.bank.example", "https://evil.example/", False),
        ("https:\u2215\u2215bank.example", "https://evil.example/", False),
        ("https://evil.example@bank.example", "https://evil.example/", False),
        ("bank.example", "https://bank.example.evil.example/", False),
        ("//bank.example", "https://notbank.example/", False),
    ],
)
def test_words_that_look_like_another_address_are_seen(shown: str, link: str, is_honest: bool) -> None:
    assert honest(shown, link) is is_honest


@pytest.mark.parametrize("text", ["w" * 200_000, "a." * 100_000, "www." * 50_000, "//" * 100_000])
def test_looking_for_an_address_takes_time_in_proportion(text: str) -> None:
    # a search that is quadratic takes minutes here
    honest(text, "https://evil.example/")
