"""The whole bot when its database is locked, full, gone or damaged: it says so, waits, and goes on."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.whole.news import NewsSite
from tests.whole.process import Process
from tests.whole.waiting import until_polled

ROUND = "DeepSeek valued at $45 billion after first funding round"


def damage(file: Path) -> None:
    """Overwrite all but the first page in place."""
    with file.open("r+b", buffering=0) as content:
        content.seek(4096)
        content.write(b"\xa5" * (file.stat().st_size - 4096))


def move(file: Path, to: Path) -> None:
    file.rename(to)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def watching(bell: Process, news: NewsSite) -> None:
    await bell.type(f"/newsbell follow {news.url}")
    await bell.type("/newsbell watch deepseek")
    await bell.shows("Watch 1")
    await until_polled(news, 2)


def told_once(bell: Process) -> None:
    """No mistake of ours came to light, and the log is not full of one thing."""
    assert "Traceback" not in bell.log
    assert bell.log.count("store.down") == 1
    assert "skipped: maximum number" not in bell.log


async def test_news_that_comes_while_another_program_holds_the_file_rings_afterwards(tmp_path: Path) -> None:
    async with NewsSite() as news, Process(tmp_path) as bell:
        await watching(bell, news)
        with closing(sqlite3.connect(tmp_path / "data/newsbell.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await bell.type("/newsbell watch openai")
            await bell.shows("The database file is locked by another program. That can't be done now")
            await bell.logs("store.down")
            polls = news.polls
            news.publish(ROUND)
            # what needs no writing is answered all the same
            await bell.type("/newsbell watches")
            await bell.shows("1 watch here")
            # under way when it was locked; afterwards nobody is asked for what can't be kept
            assert news.polls <= polls + 2
            other.execute("ROLLBACK")
        await bell.shows("DeepSeek valued at $45B")
        await bell.type("/newsbell watch openai")
        await bell.shows("Watch 2")
        assert bell.out.count("why: ") == 1
        told_once(bell)


async def test_a_file_that_is_moved_away_is_missed_and_taken_up_again(tmp_path: Path) -> None:
    file = tmp_path / "data/newsbell.db"
    async with NewsSite() as news, Process(tmp_path) as bell:
        await watching(bell, news)
        move(file, tmp_path / "elsewhere.db")
        await bell.type("/newsbell watches")
        await bell.shows("is gone: put it back. That can't be done now")
        assert "newsbell.db" not in names(tmp_path / "data")
        move(tmp_path / "elsewhere.db", file)
        news.publish(ROUND)
        await bell.shows("DeepSeek valued at $45B")
        told_once(bell)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can't be mounted here: that needs the rights of root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 4096)
        except OSError:
            return


def empty(disk: Path) -> None:
    (disk / "filler").unlink()


async def test_a_full_disk_is_named_and_nothing_is_lost_when_there_is_room_again(
    tmp_path: Path, small_disk: Path
) -> None:
    async with (
        NewsSite() as news,
        Process(tmp_path, NEWSBELL_DATABASE_URL=f"sqlite:///{small_disk}/news.db") as bell,
    ):
        await watching(bell, news)
        fill(small_disk)
        # long enough for the log of the database to need another page
        await bell.type("/newsbell watch " + " OR ".join(f"word{number}" for number in range(400)))
        for number in range(40):
            news.publish(f"Kestrel {number} opens an office in Lima", "x" * 3000)
        await bell.logs("store.down")
        await bell.type("/newsbell status")
        await bell.shows("1 watch in 1 channel")
        news.publish(ROUND)
        empty(small_disk)
        await bell.shows("DeepSeek valued at $45B", seconds=60)
        # a copy of a few hundred kB would leave too little on such a disk
        await bell.logs("No backup could be made")
        assert bell.out.count("why: ") == 1
        told_once(bell)


async def test_a_file_that_is_damaged_while_the_bot_runs_is_mended_from_the_backup(tmp_path: Path) -> None:
    file = tmp_path / "data/newsbell.db"
    async with NewsSite() as news, Process(tmp_path) as bell:
        await watching(bell, news)
        async with Process(tmp_path, "backup") as backup:
            assert await backup.ended() == 0
        assert "Saved and checked" in backup.out
        with closing(sqlite3.connect(file)) as other:
            # from the log into the file, where the damage is done
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            damage(file)
        await bell.logs("store.damaged")
        await bell.logs("bot.beginning_again")
        await bell.logs("Newsbell went on from the backup of")
        polls = news.polls
        await until_polled(news, polls + 2)
        news.publish(ROUND)
        await bell.shows("DeepSeek valued at $45B")
        assert "Traceback" not in bell.log
        assert bell.running
    assert [name for name in names(tmp_path / "data") if re.search(r"\.db\.damaged-\d{8}T\d{6}Z$", name)]


async def test_a_backup_is_brought_back_by_the_command_line_once_the_bot_has_ended(tmp_path: Path) -> None:
    async with NewsSite() as news:
        async with Process(tmp_path) as bell:
            await watching(bell, news)
            async with Process(tmp_path, "backup", "mine.db") as backup:
                assert await backup.ended() == 0
            await bell.type("/newsbell watch openai")
            await bell.shows("Watch 2")
            async with Process(tmp_path, "restore", "mine.db") as refused:
                assert await refused.ended() == 78
            assert "Another Newsbell is running on this database" in refused.log
            await bell.stop()
        async with Process(tmp_path, "restore", "mine.db") as restore:
            assert await restore.ended() == 0
        assert "What was there before is kept as" in restore.out
        async with Process(tmp_path) as bell:
            await bell.type("/newsbell watches")
            await bell.shows("1 watch here")
        async with Process(tmp_path, "backup", "mine.db") as backup:
            assert await backup.ended() == 1
        assert "mine.db is there already" in backup.log
