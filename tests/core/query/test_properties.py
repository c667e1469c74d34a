"""What holds for every query and every text, however odd."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.query import Document
from bot.core.query.patterns import Pattern
from bot.core.query.words import Text, fold, plain
from bot.errors import QueryError
from tests.core.query.asking import ask, met

SIGNS = "\" ( ) - OR AND NOT * / \\ : .. >= < = | ' &"
NAMES = "valuation raised company: source: case: lang:en status:talks 10B $5 €1bn"
TEXTS = "ai GPT-5.6 苹果 é A.I. C++ .NET １０Ｂ ≥ “ \u200b \x00"
PIECES = st.sampled_from([*f"{SIGNS} {NAMES} {TEXTS}".split(" "), " ", "\u00a0"])
TYPED = st.lists(PIECES, max_size=12).map("".join)
WORDS = st.text(st.characters(whitelist_categories=("Lu", "Ll", "Nd", "Lo")), min_size=1, max_size=12)


def reading(query: str) -> tuple[str, ...] | QueryError | None:
    try:
        return ask(query).match(Document("AI news of 苹果: GPT-5.6 at $5B", "a C++ story"))
    except QueryError as error:
        return error


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TYPED)
def test_whatever_is_typed_is_asked_or_refused_with_advice(typed: str) -> None:
    result = reading(typed)
    if isinstance(result, QueryError):
        assert result.advice
        assert result.column >= 1
    else:
        assert result is None or all(result)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TYPED)
def test_what_is_met_is_not_met_when_excluded(typed: str) -> None:
    result = reading(typed)
    excluded = reading(f"news -({typed})")
    if isinstance(result, QueryError) or isinstance(excluded, QueryError):
        return
    assert (result is None) == (excluded is not None)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TYPED)
def test_what_is_lacking_is_said_exactly_when_something_is(typed: str) -> None:
    document = Document("AI news of 苹果: GPT-5.6 at $5B", "a C++ story")
    try:
        query = ask(typed)
    except QueryError:
        return
    assert bool(query.lacks(document)) == (query.match(document) is None)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(WORDS, st.text(max_size=20), st.text(max_size=20))
def test_a_word_is_found_wherever_it_stands(word: str, before: str, after: str) -> None:
    pattern = Pattern.read(word)
    assert pattern is None or pattern.within(Text(f"{before} ; {word} ; {after}"))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=80))
def test_cutting_loses_no_letters_and_keeps_a_gap_around_every_word(text: str) -> None:
    cut = Text(text)
    assert len(cut.gaps) == len(cut.words) + 1 == len(cut.written) + 1
    assert all(cut.words)
    assert sum(map(len, cut.places.values())) == len(cut.words)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.sampled_from(["openai", "data center", "GPT-5", "苹果", "C++"]), st.text(max_size=40))
def test_a_title_and_a_text_are_never_read_as_one(phrase: str, text: str) -> None:
    # what is met in title and text is met in one of them
    both = met(f'"{phrase}"', text, text)
    assert both == (met(f'"{phrase}"', text) or met(f'"{phrase}"', "", text))
