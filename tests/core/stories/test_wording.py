"""What the words alone decide: pages, copies, outlets, days, floods, and the order in which things come."""

from __future__ import annotations

import pytest

from bot import shipped
from bot.core.stories import Stories, Telling
from bot.core.stories.headlines import bare
from bot.core.stories.terms import Terms, dot
from bot.core.stories.words import stem, terms
from tests.core.stories.tell import Told, tell

BODY = (
    "Halvorsen Robotics will open a plant in Tromsø next spring, its first outside of the Baltic states. "
    "The company wants to build two thousand warehouse machines a year there and to hire four hundred "
    "people, a spokesperson said."
)


def _stories(*tellings: Telling) -> list[int]:
    told = Told()
    return [told.put(telling) for telling in tellings]


def test_an_edited_headline_of_the_same_page_is_the_same_story() -> None:
    first = tell("Halvorsen to open plant", link="https://example.com/a?utm_source=feed")
    edited = tell("Four hundred jobs for the far north", hours=5, link="https://example.com/a")
    assert _stories(first, edited) == [1, 1]


def test_a_bare_host_is_no_page() -> None:
    link = "https://example.com/"
    assert _stories(tell("Halvorsen opens plant", link=link), tell("Rain in Lisbon", link=link)) == [1, 2]


def test_one_agencys_text_under_two_headlines_is_one_story() -> None:
    first = tell("Robot maker goes north", BODY, outlet="one.com")
    copy = tell("Halvorsen plans four hundred jobs", BODY + " (Our desk)", hours=2, outlet="two.com")
    assert _stories(first, copy) == [1, 1]


def test_a_stock_phrase_under_every_text_joins_nothing() -> None:
    phrase = " ".join(f"Please allow cookies of kind {place} to read on." for place in range(12))
    assert _stories(tell("Halvorsen opens plant", phrase), tell("Rain in Lisbon", phrase, hours=1)) == [1, 2]


def test_an_updated_list_of_the_same_outlet_is_no_news_days_later() -> None:
    title = "These are the towns that ban scooters on pavements"
    assert _stories(tell(title, BODY), tell(title, BODY + " One more town joined.", hours=90)) == [1, 1]


def test_an_outlet_that_told_the_story_tells_of_something_else() -> None:
    first = tell("Halvorsen opens robot plant in Tromsø", outlet="one.com")
    angle = "What Tromsø reindeer herders fear from the machines"
    assert _stories(first, tell(angle, hours=1, outlet="two.com")) == [1, 1]
    assert _stories(first, tell(angle, hours=1, outlet="one.com")) == [1, 2]


def test_a_story_is_forgotten_after_the_window() -> None:
    told = Told()
    told.put(tell("Halvorsen opens robot plant in Tromsø", outlet="one.com"))
    told.put(tell("Rain in Lisbon", hours=24 * 9, outlet="two.com"))
    told.put(tell("Snow in Riga", hours=24 * 9 + 1, outlet="two.com"))
    assert told.put(tell("Tromsø: Halvorsen opens robot plant", hours=24 * 9 + 2, outlet="three.com")) == 4


def test_one_wrong_date_does_not_clear_the_shelf() -> None:
    told = Told()
    told.put(tell("Halvorsen opens robot plant in Tromsø", outlet="one.com"))
    told.put(tell("Dated by a broken clock", hours=24 * 4000, outlet="two.com"))
    assert told.put(tell("Tromsø: Halvorsen opens robot plant", hours=2, outlet="three.com")) == 1


def test_two_beginnings_of_one_story_go_on_as_one() -> None:
    told = Told()
    for place in range(4):
        told.stories.add(1, tell("Quake shakes Valparaiso harbour", hours=place / 9, outlet=f"a{place}.com"))
    for place in range(4):
        words = "Chilean port tremor: Valparaiso quake damage"
        told.stories.add(2, tell(words, hours=1 + place / 9, outlet=f"b{place}.com"))
    placement = told.stories.place(tell("Chilean port tremor damage", hours=2, outlet="c.com"))
    assert placement.story == 1


def _stream() -> list[Telling]:
    titles = [
        "Halvorsen opens robot plant in Tromsø",
        "Cohere valued at $45 billion",
        "Rain in Lisbon floods the metro",
        "Tromsø gets Halvorsen's robot plant",
        "Cohere now worth $45bn",
        "Lisbon metro flooded after rain",
        "Cohere denies it is valued at $45 billion",
    ]
    return [tell(title, hours=place, outlet=f"o{place}.com") for place, title in enumerate(titles)]


def test_the_same_stream_gives_the_same_stories() -> None:
    assert _stories(*_stream()) == _stories(*_stream()) == [1, 2, 3, 1, 2, 3, 4]


def test_stories_rebuilt_by_adding_place_like_those_that_placed_themselves() -> None:
    told = Told()
    for telling in _stream():
        told.put(telling)
    rebuilt = Stories(companies=shipped.companies())
    for number, telling, placement in told.added:
        rebuilt.add(number, telling, follows=placement.follows)
    for title in ("Halvorsen robot plant", "Cohere hits $45B valuation", "Cohere valued at $60 billion"):
        later = tell(title, hours=20, outlet="new.com")
        assert rebuilt.place(later) == told.stories.place(later)


@pytest.mark.parametrize("title", ["", "   ", "!!!", "the of and", "2026", "字", "\u202e\x00", "a" * 5000])
def test_any_headline_can_be_placed(title: str) -> None:
    assert _stories(tell(title), tell("Rain in Lisbon", hours=1)) == [1, 2]


@pytest.mark.parametrize(
    ("title", "publisher", "said"),
    [
        ("UPDATE 2-Halvorsen opens plant", "", "Halvorsen opens plant"),
        ("EXCLUSIVE: Halvorsen opens plant", "", "Halvorsen opens plant"),
        ("Halvorsen opens plant - TechCrunch", "google.com", "Halvorsen opens plant"),
        ("Halvorsen opens plant - The Tromsø Times", "google.com", "Halvorsen opens plant"),
        ("Halvorsen opens plant | Nordlys", "nordlys.no", "Halvorsen opens plant"),
        ("Halvorsen opens plant - and hires", "", "Halvorsen opens plant - and hires"),
        ("Halvorsen opens plant (2)", "", "Halvorsen opens plant"),
        ("Exclusive:", "", "Exclusive:"),
    ],
)
def test_a_headline_is_read_without_its_trimmings(title: str, publisher: str, said: str) -> None:
    assert bare(title, publisher) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$45 Billion", ["45b"]),
        ("45-billion", ["45b"]),
        ("$1,049", ["1049"]),
        ("4.50 bn", ["4.5b"]),
        ("OpenAI's plants", ["@openai", "plant"]),
        ("ChatGPT", ["@chatgpt"]),
        ("新模型", ["新模", "模型"]),
        ("深度求索发布", ["@deepseek", "发布"]),
        ("the U.S. and A.I.", ["us", "ai"]),
        ("ＡＩ chips", ["ai", "chip"]),
    ],
)
def test_text_becomes_canonical_terms(text: str, found: list[str]) -> None:
    assert terms(text, shipped.companies()) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [("launches", "launched"), ("companies", "company"), ("raising", "raised"), ("stopped", "stopping")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_different_words_keep_different_stems() -> None:
    assert len({stem(word) for word in ("glass", "class", "chip", "chop", "sing", "king")}) == 6


def test_a_word_that_everybody_uses_comes_to_tell_less() -> None:
    known = Terms()
    before = known.weight("zeppelin")
    for _ in range(200):
        known.learn(["zeppelin", "anything"])
    assert known.weight("zeppelin") < before / 2


def test_rare_words_tell_more_than_common_ones_before_anything_was_read() -> None:
    known = Terms()
    weights = [known.weight(word) for word in ("halvorsen", "bankruptcy", "robot", "startup", "year")]
    assert weights == sorted(set(weights), reverse=True)
    assert known.weight("halvorsen") > known.weight("@openai")


def test_a_vector_has_length_one_and_its_headline_weighs_most() -> None:
    vector = Terms().vector(["halvorsen"], ["tromsø", "tromsø", "baltic"])
    assert dot(vector, vector) == pytest.approx(1)
    assert vector["halvorsen"] > vector["tromsø"] > vector["baltic"]
