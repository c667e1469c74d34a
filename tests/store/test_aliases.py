"""What `bot.ports.Store` promises about names of companies, on both databases."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.model import AddedName
from bot.ports import Store
from bot.store import open_store
from tests.store.samples import after


async def add(store: Store, name: str, company: str = "Lumen Forge", seconds: float = 0) -> None:
    added = AddedName(name=name, company=company, made_by="ann", made_in="slack:C1")
    await store.add_alias(added, after(seconds))


async def test_a_new_database_holds_no_aliases(store: Store) -> None:
    assert await store.aliases() == {}


async def test_aliases_come_back_oldest_first(store: Store) -> None:
    await add(store, "Zeta Works", seconds=1)
    await add(store, "光锻造", seconds=2)
    await add(store, "Alpha Works", "Other Company", seconds=3)
    assert list((await store.aliases()).items()) == [
        ("Zeta Works", "Lumen Forge"),
        ("光锻造", "Lumen Forge"),
        ("Alpha Works", "Other Company"),
    ]


async def test_who_added_a_name_where_is_remembered(store: Store) -> None:
    await add(store, "Zeta Works")
    (kept,) = await store.added_names()
    assert (kept.name, kept.made_by, kept.made_in) == ("Zeta Works", "ann", "slack:C1")


async def test_a_name_in_other_letters_takes_the_place_of_the_first(store: Store) -> None:
    await add(store, "Zeta Works")
    await add(store, "ZETA  works", "Other Company", seconds=1)
    assert await store.aliases() == {"ZETA  works": "Other Company"}


async def test_a_removed_alias_is_gone_however_it_is_written(store: Store) -> None:
    await add(store, "Zeta Works")
    await add(store, "Alpha Works")
    await store.remove_alias("zeta works")
    assert await store.aliases() == {"Alpha Works": "Lumen Forge"}


async def test_removing_what_is_not_there_changes_nothing(store: Store) -> None:
    await add(store, "Zeta Works")
    await store.remove_alias("Zeta")
    assert await store.aliases() == {"Zeta Works": "Lumen Forge"}


async def test_aliases_added_at_once_all_stay(store: Store) -> None:
    await asyncio.gather(*(add(store, f"Zeta {number}") for number in range(10)))
    assert len(await store.aliases()) == 10


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "'; DROP TABLE aliases; --", "\ud800 Labs", "%_"])
async def test_any_name_can_be_kept(store: Store, name: str) -> None:
    await add(store, name)
    (kept,) = await store.aliases()
    assert kept == name.replace("\0", "").replace("\ud800", "?")


async def test_an_alias_survives_a_restart(url: str) -> None:
    first = await open_store(url)
    await add(first, "Zeta Works")
    await first.close()
    second = await open_store(url)
    assert await second.aliases() == {"Zeta Works": "Lumen Forge"}
    await second.close()
