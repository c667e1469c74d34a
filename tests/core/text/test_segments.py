import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import sentences

TABLE = [
    ("en", ["Acme raised $1.2 billion.", "It sells 3.5 million chips."]),
    ("en", ["It is worth approx. $1.2 billion.", "St. Louis is No. 1 of them."]),
    ("en", ["Apple Inc. CEO Tim Cook said so.", "He left."]),
    ("en", ["He works at Apple Inc.", "The firm is big."]),
    ("en", ["Oracle Corp. ORCL.O is in talks.", "J.P. Morgan led."]),
    ("en", ["Dr. Smith of the U.S. Department agreed.", "It was over."]),
    ("en", ["The U.S. is large.", "So is the deal!", "Is it done?"]),
    ("en", ["See example.com for more.", "Version 2.5 is out."]),
    ("de", ["Das kostet 1,2 Mio. Euro, sagte Dr. Meier.", "Am 3. Mai 2026 ist Schluss."]),
    ("fr", ["L'entreprise vaut 2 Md€.", "M. Dupont part."]),
    ("zh", ["公司完成融资。", "估值达到450亿美元！", "谁会跟进？"]),
    ("zh", ["他说：“我们不卖。”", "会议结束了。"]),
    ("ja", ["評価額は10億円。", "次は？", "はい。"]),
    ("xx", ["An unknown language.", "It is cut as English."]),
]


@pytest.mark.parametrize(("language", "parts"), TABLE)
def test_sentences_end_where_they_end(language: str, parts: list[str]) -> None:
    glue = "" if language in {"zh", "ja"} else " "
    assert sentences(glue.join(parts), language) == parts


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("A heading\n\nA sentence.", "en") == ["A heading", "A sentence."]


def test_a_very_long_text_is_cut_off() -> None:
    assert sum(map(len, sentences("One more sentence. " * 20_000, "en"))) <= 200_000


@given(st.text(max_size=300), st.sampled_from(["en", "de", "zh", "ja", ""]))
def test_no_word_is_lost(text: str, language: str) -> None:
    found = sentences(text, language)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(part == part.strip() != "" for part in found)


@given(
    st.lists(st.sampled_from(["Acme won. ", "U.S. ", "Inc. ", "$1.5 ", "“Yes.” ", "。", "a", "… "])).map(
        "".join
    )
)
def test_no_word_is_lost_around_abbreviations(text: str) -> None:
    assert "".join("".join(sentences(text, "en")).split()) == "".join(text.split())


def test_half_a_character_is_shown_as_a_question_mark() -> None:
    assert sentences("It rose \ud83d. It fell.", "en") == ["It rose ?.", "It fell."]


def test_a_long_line_without_an_end_is_kept() -> None:
    line = "word " * 10_000
    assert "".join("".join(sentences(line, "en")).split()) == "".join(line.split())


@pytest.mark.parametrize("piece", ["“", "(", "A. ", "U.S. ", "。", "!", "a.b"])
def test_hostile_repeats_end(piece: str) -> None:
    assert sentences(piece * 50_000, "en")
