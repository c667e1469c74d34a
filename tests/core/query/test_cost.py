"""No query that can be typed costs much, whatever text it is held against."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import process_time

import pytest

from bot.core.query import MAX_LENGTH, Document
from bot.core.query.words import Text
from bot.errors import QueryError
from tests.core.query.asking import ask, met

# seconds of work for one query and the longest text that is read; five times what an old machine takes
CEILING = 1.0

QUERIES = {
    "brackets": "(" * 9 + "ab" + ")" * 9,
    "only brackets": "(" * MAX_LENGTH,
    "terms": " OR ".join(f"w{number}x" for number in range(40)),
    "beginnings": " OR ".join(f"w{number:x}*" for number in range(40)),
    "one long phrase": '"' + "ab " * 160 + 'q"',
    "phrases of one beginning": " OR ".join('"a b c"' for _ in range(36)),
    "nested quantifiers": "/(a+)+b/ /(a*)*c/ /(x|x)*d/ /((a{1,9}){1,9}){1,2}/ /(.*)(.*)(.*)z/",
    "repetitions": "/((a{100}){10})/",
    "a large expression": "/" + ".*" * 200 + "q/",
    "expressions of any letter": r"/\w{90}q/ /\pL{90}q/ /(\pL|\pN){90}q/ /[^x]{90}q/ /.{90}q/",
    "many choices": "/" + "|".join(f"w{number}" for number in range(120)) + "/",
    "a long figure": "valuation >= " + "9" * 480,
    "an exponent": "valuation >= 1e999999",
    "quotes": '"' * MAX_LENGTH,
    "accents": "a" + "\u0301" * 499,
    "exclusions": "x " + " ".join("-(ab OR -(cd OR ef))" for _ in range(13)),
}
TEXTS = {
    "one letter": "a" * 100_000,
    "one word": "a " * 50_000,
    "no pause": "ab" * 50_000,
    "nearly the phrase": "a b. c " * 14_000,
    "nearly the long phrase": ("ab " * 159 + ". ") * 210,
    "many words": " ".join(f"w{number:x}" for number in range(17_000)),
    "one script": "人工" * 50_000,
}


def spent(work: Callable[[], object]) -> float:
    began = process_time()
    with suppress(QueryError):
        work()
    return process_time() - began


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Cut into words beforehand, which happens once for all watches."""
    made = [Document("News", text) for text in TEXTS.values()]
    for document in made:
        assert document.words.places
        assert document.letters
    return made


@pytest.mark.parametrize("name", QUERIES)
def test_a_costly_query_is_cheap_or_refused(name: str, documents: list[Document]) -> None:
    query = QUERIES[name]
    assert spent(lambda: ask(query)) < CEILING
    try:
        made = ask(query)
    except QueryError:
        return
    assert spent(made.words) < CEILING
    assert max(spent(partial(made.match, document)) for document in documents) < CEILING


def test_a_phrase_behind_many_that_only_begin_alike_is_found() -> None:
    assert met('"the lab opens"', "News", "the end. " * 1500 + "the lab opens")


@pytest.mark.parametrize("typed", ["open*", "Open*", 'case:"Op"'])
def test_a_beginning_is_found_among_words_in_their_order(typed: str) -> None:
    texts = {"open*": "Zeta opening apt", "Open*": "zeta reopened opens", 'case:"Op"': "op Op"}
    assert met(typed, texts[typed])
    assert not met(typed, "ope ops reopen")


def test_every_word_stands_once_in_the_order() -> None:
    text = Text("b A b a C")
    assert (text.order, text.written_order) == (["a", "b", "c"], ["A", "C", "a", "b"])
