import pytest

from bot.core.text.strays import strays, without_strays

SURE = [
    ("Models got cheaper. TechCrunch", "Models got cheaper."),
    ("Models got cheaper. TechCrunch.", "Models got cheaper."),
    ("Is it cheaper? TechCrunch.", "Is it cheaper?"),
    ("It was a report by TechCrunch TechCrunch.", "It was a report by TechCrunch."),
    ("According to TechCrunch TechCrunch", "According to TechCrunch."),
    ("He said “no.” Reuters. Then he left.", "He said “no.” Then he left."),
]


@pytest.mark.parametrize(("line", "left"), SURE)
def test_a_name_behind_an_ended_sentence_or_behind_itself_goes(line: str, left: str) -> None:
    assert without_strays([line]) == [left]


def test_a_name_that_hangs_on_nothing_goes_where_it_does_so_twice() -> None:
    lines = ["Models need less power Reuters.", "Chips stay dear Reuters.", "Nothing else is known."]
    assert without_strays(lines) == ["Models need less power.", "Chips stay dear.", "Nothing else is known."]
    assert without_strays(lines[:1]) == lines[:1]


def test_names_go_from_the_middle_of_a_line_without_breaks() -> None:
    line = "Models need less power Reuters. Chips stay dear Reuters. Nothing else is known."
    assert without_strays([line]) == ["Models need less power. Chips stay dear. Nothing else is known."]


BELONGS = [
    "The report was published by Reuters.",
    "He told Reuters.",
    "Acme wants to buy Forbes.",
    "It was sold to Axios.",
    "The site competes with Axios.",
    "Among them are Axios and Forbes.",
    "Its rivals: Forbes.",
    "Laut Handelsblatt.",
    "Selon Le Monde.",
    "Forbes.",
]


@pytest.mark.parametrize("line", BELONGS)
def test_a_name_that_a_sentence_needs_is_no_stray(line: str) -> None:
    assert strays(line) == []
    assert without_strays([line, line]) == [line, line]


def test_the_number_of_lines_stays() -> None:
    assert without_strays([]) == []
    assert without_strays(["", "a"]) == ["", "a"]
