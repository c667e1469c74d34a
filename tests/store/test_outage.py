"""An outage over real databases: the work rests while one is gone, and goes on when it is back."""

from __future__ import annotations

from bot.pipeline import Outage
from bot.store import open_store
from tests.fakes.clock import FakeClock
from tests.store.conftest import empty
from tests.store.server import Server


async def test_a_server_that_is_away_for_ten_minutes_is_told_once_and_work_goes_on_by_itself(
    postgresql: Server,
) -> None:
    await empty(postgresql.url)
    store, clock = await open_store(postgresql.url), FakeClock()
    told: list[str] = []
    written: list[int] = []

    async def tell(words: str) -> None:
        told.append(words)

    async def probe() -> None:
        await store.put("beat", clock.now().isoformat())

    async def work() -> None:
        await store.put("work", str(len(written)))
        written.append(len(written))

    def damaged() -> None:
        raise AssertionError("a server that is away is not damaged")

    tick = Outage(store=store, clock=clock, probe=probe, notify=tell, damaged=damaged).guard(work)
    await tick()
    postgresql.halt()
    try:
        # each look at a server that is away takes its short tries, so that a few stand for ten minutes
        for _ in range(4):
            await tick()
            clock.advance(seconds=200)
        assert (len(written), len(told)) == (1, 1)
        assert "The database can't be used: " in told[0]
    finally:
        postgresql.launch()
    for _ in range(8):
        await tick()
        clock.advance(seconds=10)
    assert len(written) == 9
    assert (store.trouble, len(told)) == (None, 2)
    assert await store.get("work") == "8"
    await store.close()
