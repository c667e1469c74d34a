import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("OpenAI", "openai"),
        ("ＡＩ　Ｌａｂ", "ai lab"),
        ("Élysée Łódź Ærø", "elysee lodz aero"),
        ("Straße", "strasse"),
        ("Meta’s “data”", 'meta\'s "data"'),
        ("GPT–5 ‑ now", "gpt-5 - now"),
        ("ﬁne ½", "fine 1⁄2"),
        ("ガ", "ガ"),
        ("한국", "한국"),
        ("深度求索", "深度求索"),
        ("İstanbul ı", "istanbul i"),
        ("", ""),
    ],
)
def test_spellings_of_one_word_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_of_a_fold_is_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_piled_marks_end() -> None:
    assert len(fold("a" + "\u0301\u0316" * 100_000)) < 10
