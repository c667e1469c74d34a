"""A bot that is killed in the middle of its writing leaves a whole database behind."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

from bot.core.model import AlertState
from bot.ports import Store
from bot.store import open_store
from tests.store.samples import BECAUSE, DEALS, LOBBY, NOW, arrival, feed, owe

ROOT = Path(__file__).parents[2]


async def write_and_die(url: str, first: int, lines: int) -> list[int]:
    """Let a bot write at least so many articles, kill it, and give the articles it said were written."""
    command = [sys.executable, "-m", "tests.store.writer", url, str(first)]
    bot = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, cwd=ROOT)
    assert bot.stdout is not None
    said = [await bot.stdout.readline() for _ in range(lines)]
    bot.kill()
    rest, _ = await bot.communicate()
    return [int(line) for line in (*said, *rest.splitlines()) if line.strip()]


async def test_what_a_killed_bot_said_it_wrote_is_there_and_nothing_is_half(url: str) -> None:
    written: list[int] = []
    for turn, lines in enumerate((1, 4, 9)):
        written += await write_and_die(url, 1000 * (turn + 1), lines)
    store = await open_store(url)
    stories = await store.stories(since=NOW)
    assert {told.id for story in stories for told in story.articles} >= set(written)
    for story in stories:
        assert len(story.articles) == 1
        assert {alert.channel for alert in await store.alerts_for(story.id)} == {DEALS, LOBBY}
    counts = await store.alert_counts()
    assert sum(counts.values()) == 2 * len(stories)
    assert counts[AlertState.SENT] >= len(written) - 3
    await store.close()


async def test_a_file_that_a_killed_bot_leaves_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "newsbell.db"
    await write_and_die(f"sqlite:///{file}", 1, 5)
    look = sqlite3.connect(file)
    assert look.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert look.execute("PRAGMA foreign_key_check").fetchall() == []
    assert look.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    look.close()


async def test_a_crash_between_begin_and_settle_shows_after_the_next_start(url: str) -> None:
    store: Store = await open_store(url)
    first, second = await owe(store, 2)
    await store.begin([first], "k1", NOW)
    # what a crash does: nothing more is said
    await store.close()
    store = await open_store(url)
    (left,) = await store.unsettled()
    assert (left.id, left.state, left.post_key) == (first.id, AlertState.SENDING, "k1")
    assert [alert.id for alert in await store.waiting(NOW)] == [second.id]
    await store.close()


async def test_work_that_is_cancelled_at_any_point_is_done_or_not_done(url: str) -> None:
    store = await open_store(url)
    source = await feed(store)
    for number in range(1, 41):
        told = arrival(source.id, number, alerts={DEALS: BECAUSE, LOBBY: BECAUSE})
        work = asyncio.create_task(store.record(told, NOW))
        # from before the first query to after the commit
        await asyncio.sleep(number * 0.00015)
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
    stories = await store.stories(since=NOW)
    for story in stories:
        assert len(story.articles) == 1
        assert {alert.channel for alert in await store.alerts_for(story.id)} == {DEALS, LOBBY}
    # nobody is left holding the writer's place
    for number in range(1, 41):
        await store.record(arrival(source.id, number, alerts={DEALS: BECAUSE, LOBBY: BECAUSE}), NOW)
    assert len(await store.stories(since=NOW)) == 40
    assert len(await store.waiting(NOW)) == 80
    await store.close()
