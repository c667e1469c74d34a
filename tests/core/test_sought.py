"""Expressions that google-re2 is asked for first."""

import re

import pytest

from bot.core.sought import Sought, loose

FOUND = [
    (r"\b(?:talks|raising)\b", "is in talks"),
    (r"(?i)\b(?:talks|raising)\b", "TALKS"),
    (r"(?i)über\b", "ÜBER allem"),
    (r"\blev\w+ ", "a levée de fonds"),
    (r"\d+ Mio", "٣ Mio"),
    (r"in\sspe", "in\u202fspe"),
    (r"in\sspe", "in\x1cspe"),
    (r"[\w-]+-Gründer", "der Lumière-Gründer"),
    (r"a[^\w]b", "a-b"),
    (r"a[^\W\d_]b", "aéb"),
    (r"(?<!share )sale(?! of)\b", "the sale is on"),
    (r"(?<![\d.(])[1-4]?\d(?:%|(?= per cent))", "took 20 per cent"),
    (r"(?=(?:a|(?:b|c))\w)cd", "cd"),
    (r"from(?: a)*$", "rose from a\n"),
    (r"^.{0,3}(?:前|此前)的", "一年前的"),
    (r"rais\w++[^;]{0,60}\b(?:in|through)\b", "raised money through a sale"),
    (r"x{2}y{1,3}?z", "xxyyz"),
    (r"[\u4e00-\u9fff]{2}\u8f6e", "天使轮"),
    (r"(?i)a(?-i:May)b", "AMayB"),
    (r"\$5 ?\(net\)", "$5 (net)"),
    (r"sold", "\ud83d sold"),
]


@pytest.mark.parametrize(("expression", "text"), FOUND)
def test_what_re_finds_is_found(expression: str, text: str) -> None:
    found = Sought(expression).search(text)
    wanted = re.search(expression, text)
    assert found
    assert wanted
    assert found.span() == wanted.span()
    assert [match.span() for match in Sought(expression).finditer(text)] == [wanted.span()]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\btalks\b", "it stalks"),
        (r"(?<!share )sale", "a share sale"),
        (r"talks", "Talks"),
        (r"talks", ""),
    ],
)
def test_what_re_does_not_find_is_not_found(expression: str, text: str) -> None:
    assert Sought(expression).search(text) is None
    assert list(Sought(expression).finditer(text)) == []


def test_the_looser_form_leaves_out_only_what_narrows() -> None:
    assert (
        loose(r"(?i)\bden(?:y|ied)(?! (?:it|that))\b|not in (?=x)[^.]{0,9}")
        == r"(?i)den(?:y|ied)|not in [^.]*"
    )


def test_an_expression_that_cannot_be_loosened_is_refused() -> None:
    with pytest.raises(ValueError, match="failed to add"):
        Sought(r"(a)\1")
