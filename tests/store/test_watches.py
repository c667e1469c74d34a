"""What `bot.ports.Store` promises about watches, on both databases."""

from __future__ import annotations

import asyncio

from bot.core.model import Channel, Watch
from bot.ports import Store
from tests.store.samples import DEALS, LOBBY, NOW, after


async def watch(store: Store, channel: Channel = DEALS, query: str = "deepseek") -> Watch:
    return await store.add_watch(channel=channel, query=query, made_by="U1", now=NOW)


async def test_numbers_count_from_one_in_each_channel(store: Store) -> None:
    first, second, other = await watch(store), await watch(store), await watch(store, LOBBY)
    assert [first.number, second.number, other.number] == [1, 2, 1]
    assert (first.query, first.made_by, first.made_at, first.paused) == ("deepseek", "U1", NOW, "")
    assert await store.watches(DEALS) == [first, second]
    assert await store.watches() == [other, first, second]


async def test_who_made_a_watch_is_remembered_by_id(store: Store) -> None:
    made = await store.add_watch(channel=DEALS, query="ai", made_by="ada", maker="slack:U1", now=NOW)
    assert (made.made_by, made.maker) == ("ada", "slack:U1")
    assert await store.watches() == [made]


async def test_a_number_is_never_given_twice(store: Store) -> None:
    for gone in (await watch(store), await watch(store)):
        await store.remove_watch(gone.id)
    assert (await watch(store)).number == 3


async def test_twenty_watches_made_at_once_have_twenty_numbers(store: Store) -> None:
    made = await asyncio.gather(*(watch(store) for _ in range(20)))
    assert sorted(one.number for one in made) == list(range(1, 21))


async def test_an_edited_watch_keeps_its_number_and_counts_as_made_now(store: Store) -> None:
    old = await watch(store)
    await store.edit_watch(old.id, "moonshot OR 月之暗面", after(60))
    (new,) = await store.watches(DEALS)
    assert (new.id, new.number, new.query, new.made_at) == (old.id, 1, "moonshot OR 月之暗面", after(60))


async def test_a_watch_rests_and_rings_again(store: Store) -> None:
    made = await watch(store)
    await store.pause_watch(made.id, "paused by Ada")
    assert (await store.watches(DEALS))[0].paused == "paused by Ada"
    await store.pause_watch(made.id, "")
    assert await store.watches(DEALS) == [made]


async def test_pausing_a_channel_counts_what_rang_and_leaves_earlier_causes(store: Store) -> None:
    first, *_ = [await watch(store) for _ in range(3)]
    other = await watch(store, LOBBY)
    await store.pause_watch(first.id, "paused by Ada")
    assert await store.pause_channel(DEALS, "the channel is gone") == 2
    assert [one.paused for one in await store.watches(DEALS)] == [
        "paused by Ada",
        *["the channel is gone"] * 2,
    ]
    assert await store.watches(LOBBY) == [other]
    assert await store.pause_channel(DEALS, "again") == 0


async def test_a_channel_whose_id_holds_a_colon_comes_back_whole(store: Store) -> None:
    channel = Channel("terminal", "here:2")
    await watch(store, channel)
    assert (await store.watches(channel))[0].channel == channel
