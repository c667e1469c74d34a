from hypothesis import given
from hypothesis import strategies as st

from bot.chat.limits import clip, size

FAMILY = "👩‍👩‍👧"
FLAGS = "🇩🇪🇫🇷🇯🇵"


def test_size_counts_an_emoji_as_two_units() -> None:
    assert size("ab🔔") == 4


def test_a_short_text_stays_as_it_is() -> None:
    assert clip("DeepSeek", 8) == "DeepSeek"


def test_a_long_text_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert clip("DeepSeek raises two billion dollars", 18) == "DeepSeek raises…"


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    assert clip("深度求索估值达到四百五十亿美元", 6) == "深度求索估…"


def test_a_family_emoji_is_never_torn_apart() -> None:
    assert clip(f"ab{FAMILY}{FAMILY}", 13) == f"ab{FAMILY}…"
    assert clip(f"ab{FAMILY}", 9) == "ab…"


def test_a_flag_is_never_torn_apart() -> None:
    assert clip(FLAGS, 11) == "🇩🇪🇫🇷…"
    assert clip(FLAGS, 8) == "🇩🇪…"


def test_an_accent_stays_on_its_letter() -> None:
    assert clip("ae\u0301iou", 3) == "a…"


def test_a_skin_tone_stays_on_its_hand() -> None:
    assert clip("ab👍🏽cd", 6) == "ab…"


def test_nothing_fits_into_nothing() -> None:
    assert clip("DeepSeek", 0) == ""


@given(st.text(), st.integers(min_value=0, max_value=40))
def test_a_clipped_text_is_never_too_long(text: str, most: int) -> None:
    assert size(clip(text, most)) <= most
