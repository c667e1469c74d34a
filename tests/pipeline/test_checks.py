"""Whether the bot is well: each check, what makes it fail, and the sentence that says so."""

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.core.delivery import Hold
from bot.core.health import Check
from bot.core.model import AlertState, FetchFailed, Verdict
from bot.errors import ChatDown, StoreDown
from bot.pipeline.checks import Checks
from bot.pipeline.pulse import Pulse
from bot.pipeline.status import status_lines
from bot.ports import Store
from tests.pipeline.conftest import DEALS, Bell, item


class Writing:
    """The real store, but for its writes of small values."""

    def __init__(self, store: Store, error: Exception | None = None) -> None:
        self._store = store
        self._error = error
        self.written: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def put(self, key: str, value: str) -> None:
        self.written.append(key)
        if self._error:
            raise self._error


def checks(bell: Bell, store: Any = None, pulse: Pulse | None = None) -> Checks:
    return Checks(
        pulse=pulse,
        store=store or bell.store,
        chats={"slack": bell.chat},
        clock=bell.clock,
        polling=bell.polling,
        interval=timedelta(minutes=3),
    )


async def ready(bell: Bell) -> dict[str, Check]:
    return {check.name: check for check in await checks(bell).ready()}


async def test_a_bot_that_reads_and_posts_is_well(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    await bell.publish(item("DeepSeek valued at $45B"))
    found = await ready(bell)
    assert [check.name for check in found.values() if not check.well] == []
    assert set(found) == {"loop", "database", "slack", "sources", "delivery"}
    assert found["delivery"].said == "No alert waits; the last post was just now."


async def test_a_chat_that_is_not_connected_is_not_well(bell: Bell) -> None:
    bell.chat.connected = False
    found = await ready(bell)
    assert not found["slack"].well
    assert "not connected" in found["slack"].said


async def test_without_a_chat_nobody_is_told(bell: Bell) -> None:
    looked = Checks(
        store=bell.store, chats={}, clock=bell.clock, polling=bell.polling, interval=timedelta(minutes=3)
    )
    found = {check.name: check for check in await looked.ready()}
    assert not found["chats"].well


@pytest.mark.parametrize(("minutes", "well"), [(10, True), (12, False)])
async def test_polls_may_fail_for_three_intervals_and_a_little(minutes: int, well: bool, bell: Bell) -> None:
    await bell.follow()
    bell.clock.advance(minutes * 60 - 60)
    assert (await ready(bell))["sources"].well is well


async def test_a_bot_that_has_read_nothing_yet_is_not_ready(bell: Bell) -> None:
    await bell.follow(primed=False)
    found = await ready(bell)
    assert not found["sources"].well
    assert found["sources"].said == "None of 1 source has been read yet."


async def test_a_bot_without_sources_is_well(bell: Bell) -> None:
    assert (await ready(bell))["sources"] == Check(name="sources", well=True, said="No sources are followed.")


async def test_an_outage_of_our_own_is_told_at_once(bell: Bell) -> None:
    addresses = [f"https://s{number}.example/feed" for number in range(3)]
    for address in addresses:
        await bell.follow(address)
    for address in addresses:
        bell.fetcher.results[address].append(FetchFailed(verdict=Verdict.DNS, reason="no such name"))
    await bell.poll()
    assert "network seems to be down" in (await ready(bell))["sources"].said
    assert not (await ready(bell))["sources"].well


@pytest.mark.parametrize(("minutes", "well"), [(14, True), (16, False)])
async def test_an_alert_may_be_held_up_for_a_quarter_of_an_hour(minutes: int, well: bool, bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    bell.chat.faults = [ChatDown("no connection")]
    await bell.publish(item("DeepSeek valued at $45B"))
    bell.clock.advance(minutes * 60 - 60)
    found = (await ready(bell))["delivery"]
    assert found.well is well
    assert "nothing was posted yet" in found.said


async def test_a_database_that_cannot_be_written_is_told_with_its_cause(bell: Bell) -> None:
    full = checks(bell, Writing(bell.store, StoreDown("The disk is full.")))
    found = {check.name: check for check in await full.ready()}
    assert not found["database"].well
    assert "The disk is full." in found["database"].said
    # nothing else can be looked up there
    assert "sources" not in found


async def test_the_database_is_written_once_for_many_questions(bell: Bell) -> None:
    store = Writing(bell.store)
    looked = checks(bell, store)
    await asyncio.gather(*(looked.ready() for _ in range(20)))
    assert len(store.written) == 1


async def test_status_says_in_a_chat_what_readyz_says(bell: Bell) -> None:
    bell.chat.connected = False
    looked = checks(bell)
    lines = await status_lines(store=bell.store, clock=bell.clock, checks=looked, offline=False)
    said = ["".join(span.text for span in line) for line in lines]
    for check in await looked.ready():
        assert (check.said if check.well else f"Not well: {check.said}") in said


async def test_what_can_be_counted_is_counted(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    bell.chat.faults = [ChatDown("no connection")]
    await bell.publish(item("DeepSeek valued at $45B"))
    bell.clock.advance(60)
    counted = await checks(bell).survey()
    assert counted.alerts[AlertState.PROMISED] == 1
    assert counted.oldest_owed == 120
    assert (counted.holds, counted.followed, counted.failing, counted.watches) == (0, 1, 0, 1)
    assert counted.chats == {"slack": True}
    now = bell.clock.now()
    await bell.store.hold(Hold(target=str(DEALS), since=now, until=now + timedelta(seconds=5)))
    assert (await checks(bell).survey()).holds == 1


async def test_a_tick_that_ends_is_alive_also_when_it_fails(bell: Bell) -> None:
    looked = checks(bell)

    async def fails() -> None:
        raise StoreDown("gone")

    tick = looked.pulse.of("polling", fails)
    with pytest.raises(StoreDown):
        await tick()
    assert all(check.well for check in await looked.alive())
    assert looked.pulse.still()["polling"] < 30


async def test_a_tick_that_is_stuck_asks_for_a_restart(bell: Bell) -> None:
    times = iter([1000.0, 1061.0])
    looked = checks(bell, pulse=Pulse(now=lambda: next(times)))

    async def never() -> None:
        await asyncio.Event().wait()

    looked.pulse.of("polling", never)
    (stuck,) = [check for check in await looked.alive() if not check.well]
    assert stuck.name == "polling"
    assert "restart Newsbell" in stuck.said


class Stalled(Pulse):
    """The loop stood for twenty seconds, half a minute ago."""

    @property
    def lag(self) -> float:
        return 20.0


async def test_a_stall_that_is_over_makes_nobody_restart_the_bot(bell: Bell) -> None:
    looked = checks(bell, pulse=Stalled())
    (loop,) = [check for check in await looked.alive() if check.name == "loop"]
    assert loop.well
    assert "held up for 20.00 s" in loop.said
    assert [check.name for check in await looked.ready() if not check.well] == ["loop"]


async def test_what_holds_the_loop_up_is_felt_and_logged() -> None:
    pulse = Pulse()
    feeling = asyncio.create_task(pulse.feel())
    with capture_logs() as lines:
        await asyncio.sleep(0.3)
        assert pulse.lag < 1
        time.sleep(1.6)  # noqa: ASYNC251 - this is the fault that is to be felt
        await asyncio.sleep(0.3)
    feeling.cancel()
    await asyncio.gather(feeling, return_exceptions=True)
    assert pulse.lag > 1
    assert [line["event"] for line in lines] == ["loop.held_up"]
