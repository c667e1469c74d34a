import pytest

from bot.core.model import AddedName, Channel, Person
from tests.commands.desk import ANN, BOSS, ELSEWHERE, GUEST, HERE, Desk

TERMINAL = Channel("terminal", "here")


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
        "Deep Seek Labs = DeepSeek  by another channel",
        "Klod Makers = Anthropic  by another channel",
    ]
    assert "Klod Makers = Anthropic  by ann here" in await desk.type("alias")
    assert f"Klod Makers = Anthropic  by ann in {HERE}" in await desk.type("alias", channel=TERMINAL)
    assert "/newsbell alias Klod Makers =" in said


async def test_a_long_list_shows_the_newest_and_counts_the_rest(desk: Desk) -> None:
    for number in range(103):
        desk.clock.advance(1)
        await desk.store.add_alias(AddedName(name=f"Zeta {number}", company="DeepSeek"), desk.clock.now())
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
        ("alias Anthropic = OpenAI", "“Anthropic” is Anthropic's own name. It can't be OpenAI's as well."),
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


async def test_a_name_is_removed_by_the_channel_that_added_it(desk: Desk) -> None:
    await desk.type("alias Whale Lab = DeepSeek")
    said = await desk.fails("alias Whale Lab =", ELSEWHERE)
    assert "up to the people of the channel that added it or those who run Newsbell" in said
    assert desk.companies.now.canonical("Whale Lab") == "DeepSeek"
    assert "no name of DeepSeek" in await desk.type("alias Whale Lab =")


@pytest.mark.parametrize(
    ("channel", "person", "admin"),
    [(ELSEWHERE, BOSS, None), (ELSEWHERE, ANN, ELSEWHERE), (TERMINAL, ANN, None)],
)
async def test_those_who_run_newsbell_remove_any_name(
    desk: Desk, channel: Channel, person: Person, admin: Channel | None
) -> None:
    await desk.type("alias Whale Lab = DeepSeek")
    desk.admin = admin
    assert "no name of DeepSeek" in await desk.type("alias Whale Lab =", channel, person)


async def test_the_channel_of_the_operators_gives_no_rights_to_who_may_not_change_it(desk: Desk) -> None:
    await desk.type("alias Whale Lab = DeepSeek")
    desk.admin = ELSEWHERE
    assert "You may not" in await desk.fails("alias Whale Lab =", ELSEWHERE, GUEST)


TAKEN = ["alias 深度求索 = OpenAI", "alias Anthropic Research Lab = OpenAI"]


@pytest.mark.parametrize("typed", TAKEN)
async def test_a_name_that_speaks_of_a_company_is_not_given_away_by_a_channel(desk: Desk, typed: str) -> None:
    said = await desk.fails(typed)
    assert "in every channel, so changing that is up to those who run Newsbell: you need" in said
    assert desk.companies.aliases == {}


@pytest.mark.parametrize("typed", TAKEN)
async def test_those_who_run_newsbell_give_it_to_another_company(desk: Desk, typed: str) -> None:
    assert "is a name of OpenAI from now on" in await desk.type(typed, person=BOSS)
    assert desk.companies.now.canonical(typed.removeprefix("alias ").removesuffix(" = OpenAI")) == "OpenAI"


async def test_queries_are_compiled_with_the_added_names(desk: Desk) -> None:
    await desk.news("Whale Lab opens an office in Lyon", text="Whale Lab has hired forty people.")
    assert "would not have rung" in await desk.type("try company:deepseek")
    await desk.type("alias Whale Lab = DeepSeek")
    assert "would have rung once" in await desk.type("try company:deepseek")


async def test_on_discord_it_is_not_offered(desk: Desk) -> None:
    assert "alias" not in await desk.type("help", channel=Channel("discord", "1"))
    assert "alias [ALIAS]" in await desk.type("help")
