from bot import shipped
from bot.core.companies import Companies, Known


def test_without_aliases_the_shipped_companies_are_known() -> None:
    companies = shipped.companies()
    assert Known(companies).now is companies


def test_aliases_from_the_store_are_known_from_the_start() -> None:
    known = Known(shipped.companies(), {"Whale Lab": "DeepSeek"})
    assert known.now.canonical("whale lab") == "DeepSeek"
    assert known.aliases == {"Whale Lab": "DeepSeek"}


def test_everybody_who_asked_is_handed_the_companies_of_every_change() -> None:
    known = Known(shipped.companies())
    told: list[Companies] = []
    known.tell(told.append)
    known.add("Whale Lab", "DeepSeek")
    known.remove("Whale Lab")
    assert [each.canonical("Whale Lab") for each in told] == ["DeepSeek", None]
    assert told[-1] is known.now


def test_a_name_that_was_removed_is_found_in_no_text() -> None:
    known = Known(shipped.companies(), {"Whale Lab": "DeepSeek", "Klod Makers": "Anthropic"})
    known.remove("Whale Lab")
    found = known.now.find("Whale Lab and Klod Makers and DeepSeek")
    assert [mention.company for mention in found] == ["Anthropic", "DeepSeek"]


def test_an_added_name_is_found_however_it_is_written() -> None:
    known = Known(shipped.companies(), {"Whale Lab": "DeepSeek"})
    assert known.added("whale-lab") == "Whale Lab"
    assert known.added("DeepSeek") is None


def test_what_is_handed_out_changes_nothing_inside() -> None:
    known = Known(shipped.companies(), given := {"Whale Lab": "DeepSeek"})
    given.clear()
    assert known.aliases == {"Whale Lab": "DeepSeek"}


def test_the_nearest_company_is_found_by_any_spelling() -> None:
    companies = shipped.companies()
    assert companies.nearest("Antropic") == "Anthropic"
    assert companies.nearest("深度求") == "DeepSeek"
    assert companies.nearest("qqqqzzzz") is None
