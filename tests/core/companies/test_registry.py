import tomllib
from importlib.resources import files

import pytest

from bot.core.companies import Companies
from bot.core.companies.names import folded

SHIPPED = (files("bot.core.companies") / "companies.toml").read_text(encoding="utf-8")
TABLE = tomllib.loads(SHIPPED)["company"]
COMPANIES = Companies.parse(SHIPPED)
FIELDS = {"aliases", "capital", "evidence", "not_before", "not_after", "parent", "principal", "products"}
SURE = [
    (alias, company)
    for company, entry in TABLE.items()
    for alias in (company, *entry.get("aliases", ()))
    if alias not in entry.get("evidence", ())
]


def test_the_table_knows_more_companies_than_the_issue_asks_for() -> None:
    assert len(TABLE) >= 180


@pytest.mark.parametrize(("alias", "company"), SURE)
def test_every_alias_finds_its_company(alias: str, company: str) -> None:
    assert COMPANIES.canonical(alias) == company
    assert [mention.company for mention in COMPANIES.find(f"({alias})")] == [company]


def test_every_ordinary_word_finds_its_company_beside_a_word_of_business() -> None:
    for company, entry in TABLE.items():
        for word in entry.get("evidence", ()):
            said = f"{word} raises $2B" if word.isascii() else f"{word}宣布融资"
            assert [mention.company for mention in COMPANIES.find(said)] == [company], word


def test_the_table_has_no_field_that_nobody_reads() -> None:
    assert {field for entry in TABLE.values() for field in entry} <= FIELDS


def test_a_name_that_two_companies_claim_is_refused() -> None:
    words = "[words]\nbehind = []\nbefore = []\nnouns = []\nsigns = []\n"
    with pytest.raises(ValueError, match="claimed by A and B"):
        Companies.parse(words + '[company.A]\naliases = ["Same"]\n[company.B]\naliases = ["same"]\n')


def test_a_parent_that_is_not_in_the_table_is_refused() -> None:
    words = "[words]\nbehind = []\nbefore = []\nnouns = []\nsigns = []\n"
    with pytest.raises(ValueError, match="'Nobody'"):
        Companies.parse(words + '[company.A]\nparent = "Nobody"\n')


@pytest.mark.parametrize(
    ("spelling", "company"),
    [
        ("深度求索", "DeepSeek"),
        ("deepseek", "DeepSeek"),
        (" Deep  Seek ", "DeepSeek"),
        ("The OpenAI Inc.", "OpenAI"),
        ("ＯｐｅｎＡＩ", "OpenAI"),
        ("figure", "Figure AI"),
        ("Nvidia Corporation", "Nvidia"),
        ("华为公司", "Huawei"),
        ("엔비디아", "Nvidia"),
        ("エヌビディア", "Nvidia"),
    ],
)
def test_any_spelling_leads_to_the_canonical_name(spelling: str, company: str) -> None:
    assert COMPANIES.canonical(spelling) == company


@pytest.mark.parametrize("unknown", ["", " ", "Inc", "Nobody Labs", "…"])
def test_an_unknown_name_has_no_canonical_one(unknown: str) -> None:
    assert COMPANIES.canonical(unknown) is None


def test_the_names_of_a_company_start_with_the_canonical_one() -> None:
    names = COMPANIES.names("深度求索")
    assert names[0] == "DeepSeek"
    assert "深度求索" in names
    assert len(set(names)) == len(names)


def test_an_unknown_company_has_its_own_name() -> None:
    assert COMPANIES.names("Nobody Labs") == ("Nobody Labs",)


@pytest.mark.parametrize(
    ("a", "b", "related"),
    [
        ("Google", "Alphabet", True),
        ("DeepMind", "Alphabet", True),
        ("Alphabet", "谷歌", True),
        ("OpenAI", "open ai", True),
        ("Waymo", "Google", False),
        ("OpenAI", "Microsoft", False),
        ("Nobody", "Nobody", True),
        ("Nobody", "OpenAI", False),
    ],
)
def test_a_company_is_related_to_its_owners_and_to_nobody_else(a: str, b: str, *, related: bool) -> None:
    assert COMPANIES.related(a, b) is related


@pytest.mark.parametrize(
    ("wanted", "named", "covers"),
    [
        ("Google", "DeepMind", True),
        ("Alphabet", "DeepMind", True),
        ("Google", "Alphabet", True),
        ("谷歌", "google", True),
        ("DeepMind", "Google", False),
        ("Waymo", "Alphabet", False),
        ("Nobody", "Nobody", True),
        ("Nobody", "OpenAI", False),
    ],
)
def test_who_follows_a_company_follows_what_it_owns(wanted: str, named: str, *, covers: bool) -> None:
    assert COMPANIES.covers(wanted, named) is covers
    assert COMPANIES.with_aliases({"Goo": "Google"}).covers(wanted, named) is covers


def test_a_product_speaks_of_its_maker_and_is_not_its_name() -> None:
    assert COMPANIES.product("chatgpt") == "OpenAI"
    assert COMPANIES.product("Nothing 3000") is None
    assert COMPANIES.canonical("ChatGPT") is None
    assert COMPANIES.find("ChatGPT answers") == []


def test_a_user_adds_an_alias_for_a_known_company() -> None:
    more = COMPANIES.with_aliases({"Whale Labs": "deepseek"})
    assert [mention.company for mention in more.find("Whale Labs and OpenAI")] == ["DeepSeek", "OpenAI"]
    assert more.names("DeepSeek")[-1] == "Whale Labs"
    assert COMPANIES.canonical("Whale Labs") is None


def test_a_user_adds_an_unknown_company() -> None:
    more = COMPANIES.with_aliases({"小星星": "Little Star"})
    assert [mention.company for mention in more.find("Little Star，即小星星")] == ["Little Star"] * 2


def test_a_users_alias_wins_over_the_table() -> None:
    more = COMPANIES.with_aliases({"Cursor": "Mouse Works"})
    assert more.canonical("cursor") == "Mouse Works"
    assert more.canonical("Anysphere") == "Anysphere"


def test_folding_leaves_nothing_of_case_width_accents_and_legal_form() -> None:
    assert {
        folded(name) for name in ("Mistral AI", "MISTRAL-AI", "Mistrâl  AI, Inc.", "Ｍｉｓｔｒａｌ ＡＩ")
    } == {"mistralai"}
