import pytest

from tests.core.query.asking import ask


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("deepseek", "word “deepseek”"),
        ('"data center"', "phrase “data center”"),
        ("gpt*", "words starting with “gpt”"),
        ("/gpt-?[5-9]/", "pattern /gpt-?[5-9]/"),
        ("valuation >= 10B", "valuation of at least $10 billion, in talks included"),
        ("valuation:1B..5B", "valuation of at least $1 billion and of at most $5 billion, in talks included"),
        ("raised > €40m", "raise above €40 million, in talks included"),
        ("market cap < 1T", "market value below $1 trillion, in talks included"),
        ("valuation > 10B status:talks", "valuation above $10 billion, in talks"),
        (
            "company:deepseek valuation > 10B -rumour",
            "company DeepSeek and valuation above $10 billion, in talks included, without word “rumour”",
        ),
        ('"series b" OR unicorn -crypto', "(phrase “series b” or word “unicorn”), without word “crypto”"),
        ('case:"US" lang:en', "word “US” in exactly this case and in English"),
        ("source:wired origin:reuters", "source “wired” and first reported by “reuters”"),
        ("status:denied", "a fact that is denied"),
    ],
)
def test_a_query_is_said_in_words(query: str, words: str) -> None:
    assert ask(query).words() == words


def test_matching_tells_all_reasons_once() -> None:
    from bot.core.query import Document

    assert ask("(robot OR robots) robot").match(Document("Two robots", "")) == (
        "word “robot”",
        "word “robots”",
    )


def test_typed_signs_are_read_in_their_plain_forms() -> None:
    assert (
        ask("valuation\u00a0≥ 10B “data center” –crypto").words()
        == ask('valuation >= 10B "data center" -crypto').words()
    )
    assert ask("ｖａｌｕａｔｉｏｎ ＞＝ １０Ｂ").words() == ask("valuation >= 10B").words()
