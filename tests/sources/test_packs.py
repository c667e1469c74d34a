"""The packs: the one that ships, and those of users."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.sources import kinds
from bot.sources.addresses import check
from bot.sources.packs import PackSource, load, shipped

GOOD = '[[source]]\nname = "Harbour Wire"\naddress = "https://harbour.example/feed"\n'


async def test_the_default_pack_is_complete_and_public() -> None:
    sources = load(["ai"])
    known = kinds.load()
    assert 25 <= len(sources) <= 40
    assert len({source.name.casefold() for source in sources}) == len(sources)
    for source in sources:
        assert source.kind in known
        assert source.topic
        assert source.language
        assert source.pack == "ai"
        # public without any setting, and never in the clear
        assert str(check(source.target).url) == source.target
        assert source.target.startswith("https://")
    for kind in known.values():
        await kind.close()


def test_no_pack_gives_no_source() -> None:
    assert load([]) == []
    assert shipped() == ["ai"]


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD + 'topic = "deals"\nlanguage = "pt-BR"\n', encoding="utf-8")
    wanted = PackSource(
        name="Harbour Wire",
        kind="feed",
        target="https://harbour.example/feed",
        topic="deals",
        language="pt-BR",
        pack="mine",
    )
    assert load([str(file)]) == [wanted]
    # the same address in two packs is one source
    assert load([str(file), str(file)]) == [wanted]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "must list its sources"),
        ("source = 3", "must list its sources"),
        ("[[sources]]\nname = 'A'", "also holds sources"),
        ("[[source", "is not TOML"),
        ("[[source]]\nname = 'A'", "source 1: address is missing"),
        ("[[source]]\naddress = 'https://h.example/'", "source 1: name is missing"),
        (GOOD + "url = 'x'", "'url' is no field"),
        (GOOD + "topic = 3", "topic must be text"),
        (GOOD + "language = 'English'", "no language code"),
        ("[[source]]\nname = 'A'\naddress = 'h.example'", "only http and https"),
        ("[[source]]\nname = 'A'\naddress = 'https://me:pw@h.example/'", "password"),
    ],
)
def test_a_mistake_in_a_pack_is_named(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        load([str(file)])


def test_every_problem_is_listed(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        load(["io", str(tmp_path / "none.toml")])
    unknown, missing = error.value.problems
    assert "'io'" in unknown
    assert "write one of ai" in unknown
    assert "can't be opened" in missing
