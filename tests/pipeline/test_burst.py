"""A burst for one channel leaves in order, in messages that can be read, and nobody else waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.core.delivery import MOST_IN_ONE
from bot.core.model import AlertState, StoryId
from bot.pipeline import Delivery
from bot.store import open_store
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import FakeClock
from tests.store.samples import DEALS, NEWS, NOW, owe

BURST = 500


async def test_500_alerts_for_one_channel_all_stand_in_order_and_delay_no_other(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    chat, loaded = RecordingChat(), list[int]()

    async def count(stories: Sequence[StoryId]) -> None:
        loaded.append(len(stories))

    async def unheard(words: str) -> None:
        raise AssertionError(words)

    await owe(store, BURST)
    await owe(store, 1, NEWS, start=BURST + 1)
    delivery = Delivery(
        store=store,
        chats={"slack": chat},
        clock=FakeClock(NOW),
        installation="test",
        notify=unheard,
        complete=count,
    )
    await delivery.tick()
    await asyncio.gather(*delivery._under_way.values())
    first = [len(message.entries) for _, message in chat.stands[DEALS]]
    assert (first, len(chat.said(NEWS))) == ([MOST_IN_ONE, MOST_IN_ONE], 1)
    await delivery.finish()
    messages = [message for _, message in chat.stands[DEALS]]
    assert max(len(message.entries) for message in messages) <= MOST_IN_ONE
    links = [entry.link for message in messages for entry in message.entries]
    assert links == [f"https://forge.example/{DEALS.id}/{number}" for number in range(1, BURST + 1)]
    assert max(loaded) <= 2 * MOST_IN_ONE
    assert {state: n for state, n in (await store.alert_counts()).items() if n} == {
        AlertState.SENT: BURST + 1
    }
    await store.close()
