"""A bot that writes and writes until it's killed: `python -m tests.store.writer URL FIRST`."""

from __future__ import annotations

import asyncio
import sys

from bot.core.delivery import Hold, post_key
from bot.store import open_store
from tests.store.samples import BECAUSE, DEALS, LOBBY, NOW, arrival, feed


async def write(url: str, number: int) -> None:
    """Record, begin, settle, without end; say of each article that it is written."""
    store = await open_store(url)
    source = await feed(store)
    while True:
        recorded = await store.record(
            arrival(source.id, number, alerts={DEALS: BECAUSE, LOBBY: BECAUSE}), NOW
        )
        print(recorded.article, flush=True)
        for alert in await store.alerts_for(recorded.story):
            key = post_key("here", alert.id)
            await store.begin([alert], key, NOW)
            await store.hold(Hold(target=str(alert.channel), since=NOW, until=NOW))
            if alert.channel == DEALS:
                # the other one stays under way, as if the post were slow
                await store.settle(key, alert.state.SENT, message_id=str(alert.id))
        number += 1


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], int(sys.argv[2])))
