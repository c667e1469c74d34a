"""The small tables: names of fields and kinds, endings of words, languages."""

import pytest

from bot.core.facts import KINDS
from bot.core.query.fields import field, language, measure, nearest
from bot.core.query.patterns import Pattern, endings
from bot.core.query.words import Text, fold, plain, plain_signs


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("valuation", "valuation"),
        ("VALUATION", "valuation"),
        ("market cap", "market_cap"),
        ("market-cap", "market_cap"),
        ("Market_Capitalization", "market_cap"),
        ("raise", "raised"),
        ("arr", "revenue"),
        ("估值", "valuation"),
        ("other", None),
        ("height", None),
    ],
)
def test_a_kind_of_fact_has_several_names(typed: str, kind: str | None) -> None:
    assert measure(typed) == kind


def test_a_kind_is_found_by_every_word_that_it_gives_itself() -> None:
    for name, kind in KINDS.items():
        if name != "other":
            assert {measure(word) for word in kind.words} <= {name}


@pytest.mark.parametrize(
    ("typed", "name"), [("Company", "company"), ("language", "lang"), ("feed", "source"), ("x", None)]
)
def test_a_field_has_several_names(typed: str, name: str | None) -> None:
    assert field(typed) == name


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("en", "en"),
        ("English", "en"),
        ("zh-TW", "zh"),
        ("pt_BR", "pt"),
        ("chinese", "zh"),
        ("fi", "fi"),
        ("klingon", None),
        ("1", None),
    ],
)
def test_a_language_is_a_code_or_a_name(typed: str, code: str | None) -> None:
    assert language(typed) == code


def test_only_a_near_name_is_offered() -> None:
    assert nearest("compnay", ["company", "source"]) == "company"
    assert nearest("xyz", ["company", "source"]) is None


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("layoff", {"layoff", "layoffs"}),
        ("box", {"box", "boxs", "boxes"}),
        ("company", {"company", "companys", "companies"}),
        ("day", {"day", "days"}),
        ("us", {"us", "uss"}),
        ("h100", {"h100", "h100s"}),
        ("5", {"5"}),
        ("果", {"果"}),
    ],
)
def test_plain_endings_are_those_of_english(word: str, forms: set[str]) -> None:
    assert set(endings(word)) == forms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GPT-5.6, 10,000 and v2.5!", ["gpt", "5.6", "10,000", "and", "v2.5"]),
        ("U.S.A. e.g.The end.", ["usa", "eg", "the", "end"]),
        ("AI芯片", ["ai", "芯", "片"]),
        ("생성형AI로", ["생", "성", "형", "ai", "로"]),
        ("snake_case/path", ["snake", "case", "path"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Claude™ and Œuvre", ["claude", "and", "oeuvre"]),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert Text(text).words == words


@pytest.mark.parametrize(
    ("text", "shown"), [("Łódź “x” – ＡＩ", 'Lodz "x" - AI'), ("plain", "plain"), ("が", "が"), ("한", "한")]
)
def test_letters_are_made_plain_without_harm_to_other_scripts(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_names_are_compared_without_case_and_punctuation() -> None:
    assert fold("TechCrunch – A.I.") == fold("techcrunch AI") == "techcrunch ai"


def test_typed_signs_keep_accents() -> None:
    assert plain_signs("“café”\u00a0–ｘ\u200b") == '"café" -x'


def test_a_pattern_keeps_the_signs_that_belong_to_a_name() -> None:
    sharp, net = Pattern.read("C#"), Pattern.read(".NET")
    assert sharp is not None
    assert sharp.after == "#"
    assert net is not None
    assert net.before == "."
    assert Pattern.read("?!") is None
