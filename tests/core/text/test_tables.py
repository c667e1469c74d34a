import re

import pytest

from bot.core.text import boilerplate, phrases
from bot.core.text.tables import either, rows, words


def test_a_row_is_a_line() -> None:
    assert rows("\none\n# a remark\n\ntwo \\\nmore\n#3\n") == ["one", "two more", "#3"]


def test_either_meets_whatever_one_meets() -> None:
    pattern = either(["a+|b", "c"])
    assert all(pattern.fullmatch(text) for text in ("aa", "B", "c"))
    assert not pattern.fullmatch("ac")
    assert not either(["a"], flags=re.NOFLAG).fullmatch("A")


def test_words_are_separated_by_white_space() -> None:
    assert words(" a b\n  c ") == {"a", "b", "c"}


PATTERNS = {
    name: value
    for module in (boilerplate, phrases)
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS.keys())
def test_no_pattern_meets_nothing(pattern: re.Pattern[str]) -> None:
    assert not pattern.match("")
    assert not pattern.fullmatch("Acme opened an office in Oslo.")
