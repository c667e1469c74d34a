import pytest

from bot.errors import QueryError
from tests.core.query.asking import ask


@pytest.mark.parametrize(
    ("query", "column", "says"),
    [
        ("", 1, "nothing to watch for"),
        ("   ", 1, "nothing to watch for"),
        ("valuation >=", 13, "valuation >= 10B"),
        ("valuation >= lots", 14, "“lots” is no amount"),
        ("valuation >= 10", 14, "10B for billions"),
        ("valuaton >= 10B", 1, "Did you mean valuation"),
        ("height >= 10B", 1, "What can be compared: "),
        (">= 10B", 1, "valuation >= 10B"),
        ("valuation > zł5bn", 13, "is no amount"),
        ("valuation:5B..1B", 11, "1B..5B"),
        ("compny:deepseek", 1, "Did you mean company:"),
        ("re:invent", 1, '"re:invent"'),
        ("deepseek source:", 17, "source:name"),
        ("company:(a OR b)", 9, "company:one OR company:two"),
        ("company:/x/", 9, 'company:"two words"'),
        ("lang:klingonese", 6, "lang:"),
        ("status:closd", 8, "Did you mean status:closed"),
        ("(openai", 8, "opens at column 1"),
        ("openai)", 7, "closes nothing"),
        ('"series b', 1, 'Add a "'),
        ("openai OR", 10, "missing after “OR”"),
        ("OR openai", 1, '"OR" in quotes'),
        ("openai - crypto", 8, "-crypto"),
        ("-crypto", 1, "openai -crypto"),
        ("NOT (a OR b)", 1, "what to leave out"),
        ("gpt*x", 4, "gpt*"),
        ("g*", 1, "two letters or more"),
        ("!!!", 1, "no letter or digit"),
        ('""', 1, "no letter or digit"),
        ("/gpt", 1, "Add a /"),
        ("openai /(/", 8, "missing )"),
        (r"/(a)\1/", 1, "back-references"),
        ("/(?=a)b/", 1, "look-around"),
        ("/x*/", 1, "met by any text"),
        ("((((((((((((a))))))))))))", 11, "10 deep"),
        ("a " * 41, 1, "40 terms"),
        ("/ab/ -/cd/ /ef/ (/gh/ OR /ij/ OR title:/kl/)", 1, "5 regular expressions"),
        ("a" * 501, 501, "500 characters"),
    ],
)
def test_a_mistake_points_at_its_column_and_says_what_to_type(query: str, column: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(query)
    assert caught.value.column == column
    assert says in str(caught.value)
    assert caught.value.advice


@pytest.mark.parametrize(
    "piece",
    ['"', "(", ")", "/", "-", "*", ":", ">=", "..", "|", "OR ", "valuation:", "\\", "\x00", "é", "10B"],
)
@pytest.mark.parametrize("before", ["", "openai ", "valuation >= ", "company:", "(a OR "])
def test_whatever_is_typed_is_a_query_or_a_query_error(before: str, piece: str) -> None:
    for query in (before + piece, before + piece * 3, piece + before):
        column = _mistake(query)
        assert column is None or 1 <= column <= len(query) + 1


def _mistake(query: str) -> int | None:
    try:
        ask(query)
    except QueryError as error:
        return error.column
    return None


def test_limits_are_the_last_that_are_allowed() -> None:
    assert ask(" ".join(["a"] * 40)).words()
    assert ask("a" * 500).words()
    assert ask("(" * 10 + "a" + ")" * 10).words()
