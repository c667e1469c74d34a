import pytest

from bot.core.model import Channel
from tests.commands.desk import ELSEWHERE, GUEST, Desk


async def test_a_name_is_added_stored_and_known_at_once(desk: Desk) -> None:
    said = await desk.type("alias Deep Seek Labs = DeepSeek")
    assert "Deep Seek Labs is a name of DeepSeek from now on" in said
    assert await desk.store.aliases() == {"Deep Seek Labs": "DeepSeek"}
    assert desk.companies.now.canonical("deep seek labs") == "DeepSeek"


async def test_the_answer_shows_how_to_undo_and_that_undoes_it(desk: Desk) -> None:
    added = await desk.type("alias Deep Seek Labs = DeepSeek")
    assert added.splitlines()[-1] == "Undo: /newsbell alias Deep Seek Labs ="
    removed = await desk.type("alias Deep Seek Labs =")
    assert "no name of DeepSeek any more" in removed
    assert removed.splitlines()[-1] == "Undo: /newsbell alias Deep Seek Labs = DeepSeek"
    assert await desk.store.aliases() == {}
    assert desk.companies.now.canonical("Deep Seek Labs") is None


async def test_the_company_may_be_given_by_any_of_its_names(desk: Desk) -> None:
    await desk.type("alias Hangzhou Whale Lab = 深度求索")
    assert await desk.store.aliases() == {"Hangzhou Whale Lab": "DeepSeek"}


async def test_quotes_and_odd_signs_are_read_as_plain_ones(desk: Desk) -> None:
    await desk.type("alias “Deep  Seek Labs” ＝ deepseek")
    assert await desk.store.aliases() == {"Deep Seek Labs": "DeepSeek"}


async def test_the_names_are_listed_the_same_in_every_channel(desk: Desk) -> None:
    assert "No names of companies were added yet" in await desk.type("alias")
    await desk.type("alias Deep Seek Labs = DeepSeek")
    await desk.type("alias Klod Makers = Anthropic")
    said = await desk.type("alias", channel=ELSEWHERE)
    assert said.splitlines()[:3] == [
        "2 names added, for every channel:",
        "Deep Seek Labs = DeepSeek",
        "Klod Makers = Anthropic",
    ]
    assert "/newsbell alias Klod Makers =" in said


async def test_a_long_list_shows_the_newest_and_counts_the_rest(desk: Desk) -> None:
    for number in range(103):
        desk.companies.add(f"Zeta {number}", "DeepSeek")
    said = await desk.type("alias")
    assert "… and 3 older ones." in said
    assert "Zeta 2 =" not in said
    assert "Zeta 102 = DeepSeek" in said


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "alias Deep Seek Labs DeepSeek",
            "put “=” and the company behind it: /newsbell alias Deep Seek Labs =",
        ),
        ("alias 深度求索", "“深度求索” is a name of DeepSeek. To add a name"),
        ("alias = DeepSeek", "No name stands before the “=”"),
        ("alias =", "No name stands before the “=”"),
        ("alias Whale Lab = Deepsik", "Did you mean /newsbell alias Whale Lab = DeepSeek?"),
        ("alias Whale Lab = Qqqqzzzz", "No company “Qqqqzzzz” is known. A company that isn't listed"),
        ("alias Deepseek AI = DeepSeek", "is a name of DeepSeek already"),
        ("alias Anthropic = OpenAI", "“Anthropic” is a name of Anthropic. It can't be OpenAI's as well."),
        ("alias ChatGPT = Anthropic", "is a product of OpenAI"),
        ("alias Q = DeepSeek", "too short"),
        ("alias 2025 = DeepSeek", "too short"),
        ("alias 🙂🙂 = DeepSeek", "too short"),
        ("alias market = DeepSeek", "everyday words"),
        ("alias Big Tech = DeepSeek", "everyday words"),
        ("alias 人工智能 = DeepSeek", "everyday words"),
        ("alias deep seek labs = DeepSeek", "with its capitals"),
        (f"alias {'Zeta ' * 20} = DeepSeek", "60 characters at most"),
        ("alias Whale Lab =", "“Whale Lab” was not added. /newsbell alias shows"),
        ("alias 深度求索 =", "is a name of DeepSeek that Newsbell brings along, and stays"),
    ],
)
async def test_what_cannot_be_done_says_what_to_type_instead(desk: Desk, typed: str, says: str) -> None:
    before = desk.companies.aliases
    assert says in await desk.fails(typed)
    assert desk.companies.aliases == before


async def test_a_name_that_somebody_added_must_be_removed_before_it_means_another_company(desk: Desk) -> None:
    await desk.type("alias Whale Lab = DeepSeek")
    said = await desk.fails("alias WHALE LAB = OpenAI")
    assert "“WHALE LAB” is a name of DeepSeek, as somebody added" in said
    assert said.endswith("/newsbell alias Whale Lab =")


async def test_a_name_is_removed_however_it_is_written(desk: Desk) -> None:
    await desk.type("alias Whale Lab = DeepSeek")
    await desk.type("alias whale-lab =")
    assert await desk.store.aliases() == {}


async def test_who_may_not_change_a_channel_may_not_add_names(desk: Desk) -> None:
    assert "You may not change this" in await desk.fails("alias Whale Lab = DeepSeek", person=GUEST)


async def test_queries_are_compiled_with_the_added_names(desk: Desk) -> None:
    await desk.news("Whale Lab opens an office in Lyon", text="Whale Lab has hired forty people.")
    assert "would not have rung" in await desk.type("try company:deepseek")
    await desk.type("alias Whale Lab = DeepSeek")
    assert "would have rung once" in await desk.type("try company:deepseek")


async def test_on_discord_it_is_not_offered(desk: Desk) -> None:
    assert "alias" not in await desk.type("help", channel=Channel("discord", "1"))
    assert "alias [ALIAS]" in await desk.type("help")
