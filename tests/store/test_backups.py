"""Backups: whole, checked, private, few; and only sound ones of Newsbell's are brought back."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import SettingsError, StoreDamaged, StoreDown, UserError
from bot.ports import RESTORED, Store
from bot.store import Backups, backups_of, open_store, restore, save_now, save_to
from bot.store.backups import KEPT
from tests.store.samples import NOW, feed
from tests.store.test_faults import damage
from tests.store.test_opening import made_by_version

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "newsbell.db"


@pytest.fixture
def backups(file: Path) -> Backups:
    return backups_of(f"sqlite:///{file}", "on")


async def filled(file: Path) -> Store:
    store = await open_store(f"sqlite:///{file}")
    await feed(store)
    for number in range(100):
        await store.put(f"key {number}", "x" * 200)
    return store


async def make(file: Path, backups: Backups) -> Path:
    """A database with something in it, closed, and a backup of it."""
    store = await filled(file)
    made = Path(await save_now(backups, NOW))
    await store.close()
    return made


def content(file: Path) -> bytes:
    return file.read_bytes()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))


class TestSaving:
    async def test_a_backup_beside_a_running_bot_holds_what_was_written_so_far(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        store = await filled(file)
        await save_to(backups, tmp_path / "mine.db")
        await store.put("after", "the backup")
        await store.close()
        saved = await open_store(f"sqlite:///{tmp_path}/mine.db")
        assert len(await saved.sources()) == 1
        assert (await saved.get("key 99"), await saved.get("after")) == ("x" * 200, None)
        await saved.close()

    async def test_a_backup_is_one_file_that_only_its_owner_reads(self, file: Path, backups: Backups) -> None:
        made = await make(file, backups)
        assert mode(made) == 0o600
        assert mode(made.parent) == 0o700
        assert names(made.parent) == [made.name]
        assert made.parent == file.parent / "backups"

    async def test_a_backup_while_a_bot_writes_without_end_is_whole(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        command = [sys.executable, "-m", "tests.store.writer", f"sqlite:///{file}", "1"]
        bot = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, cwd=ROOT)
        assert bot.stdout is not None
        for number in range(3):
            written = int(await bot.stdout.readline())
            await save_to(backups, tmp_path / f"{number}.db")
            with closing(sqlite3.connect(tmp_path / f"{number}.db")) as saved:
                assert saved.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                (last,) = saved.execute("SELECT max(id) FROM articles").fetchone()
                assert last >= written
        bot.kill()
        await bot.communicate()

    async def test_a_database_that_another_program_is_writing_can_be_saved(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        store = await filled(file)
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            await save_to(backups, tmp_path / "mine.db")
        await store.close()

    async def test_a_file_that_is_there_is_never_replaced(self, file: Path, backups: Backups) -> None:
        made = await make(file, backups)
        before = content(made)
        with pytest.raises(UserError, match="is there already"):
            await save_to(backups, made)
        assert content(made) == before

    async def test_a_damaged_database_makes_no_backup_and_leaves_nothing(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        await (await filled(file)).close()
        damage(file)
        with pytest.raises(StoreDamaged, match="damaged"):
            await save_to(backups, tmp_path / "mine.db")
        assert not names(tmp_path, "*mine*")

    async def test_a_place_that_can_not_be_written_is_named(self, file: Path, backups: Backups) -> None:
        await (await filled(file)).close()
        with pytest.raises(StoreDown, match=r"Not a directory|exists"):
            await save_to(backups, file / "mine.db")

    async def test_without_a_database_there_is_nothing_to_save(self, backups: Backups) -> None:
        with pytest.raises(UserError, match="no database at"):
            await save_now(backups, NOW)

    async def test_the_newest_seven_of_the_folder_are_kept_and_other_files_left_alone(
        self, file: Path, backups: Backups
    ) -> None:
        store = await filled(file)
        made = [await backups.make(NOW + timedelta(days=day)) for day in range(KEPT + 2)]
        await store.close()
        (file.parent / "backups" / "newsbell-mine.db").write_text("kept")
        assert [str(path) for path in backups.found()] == made[:1:-1]
        assert (file.parent / "backups" / "newsbell-mine.db").exists()
        assert backups.times()[0] == NOW.replace(microsecond=0) + timedelta(days=KEPT + 1)

    def test_postgresql_is_saved_with_its_own_tools_and_no_password_is_shown(self) -> None:
        with pytest.raises(UserError, match="pg_dump") as refused:
            backups_of("postgresql://user:hunter2@host/news", "on")
        assert "hunter2" not in str(refused.value)

    async def test_where_daily_backups_are_off_a_file_must_be_named(self, file: Path) -> None:
        off = backups_of(f"sqlite:///{file}", "off")
        await (await filled(file)).close()
        with pytest.raises(UserError, match="newsbell backup FILE"):
            await save_now(off, NOW)
        assert off.times() == []


class TestRestoring:
    async def test_a_restored_database_is_the_backup_and_the_replaced_one_stands_beside_it(
        self, file: Path, backups: Backups
    ) -> None:
        made = await make(file, backups)
        store = await open_store(f"sqlite:///{file}")
        await store.put("later", "lost")
        await store.close()
        aside = await restore(backups, made, NOW)
        assert aside == file.with_name("newsbell.db.replaced-" + NOW.strftime("%Y%m%dT%H%M%SZ"))
        store = await open_store(f"sqlite:///{file}")
        assert (await store.get("key 7"), await store.get("later")) == ("x" * 200, None)
        assert json.loads(await store.get(RESTORED) or "")["made"] == NOW.replace(microsecond=0).isoformat()
        await store.close()
        replaced = await open_store(f"sqlite:///{aside}")
        assert await replaced.get("later") == "lost"
        await replaced.close()
        assert made.exists()

    async def test_what_a_killed_bot_left_in_its_log_is_kept_with_the_replaced_file(
        self, file: Path, backups: Backups
    ) -> None:
        made = await make(file, backups)
        command = [sys.executable, "-m", "tests.store.writer", f"sqlite:///{file}", "1"]
        bot = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, cwd=ROOT)
        assert bot.stdout is not None
        written = int(await bot.stdout.readline())
        bot.kill()
        await bot.communicate()
        aside = await restore(backups, made, NOW)
        assert aside
        with closing(sqlite3.connect(aside)) as replaced:
            assert replaced.execute("SELECT count(*) FROM articles").fetchone()[0] >= written
        with closing(sqlite3.connect(file)) as now:
            assert now.execute("SELECT count(*) FROM articles").fetchone() == (0,)

    async def test_a_backup_may_be_named_from_the_working_folder(
        self, file: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = await make(file, backups)
        monkeypatch.chdir(made.parent)
        assert await restore(backups, Path(made.name), NOW)

    async def test_two_restores_in_one_second_keep_both_replaced_files(
        self, file: Path, backups: Backups
    ) -> None:
        made = await make(file, backups)
        asides = {await restore(backups, made, NOW) for _ in range(3)}
        assert len(asides) == 3
        assert all(aside and aside.exists() for aside in asides)

    async def test_a_backup_is_brought_to_a_place_where_no_database_was(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        made = await make(file, backups)
        elsewhere = backups_of(f"sqlite:///{tmp_path}/new/place/news.db", "on")
        assert await restore(elsewhere, made, NOW) is None
        store = await open_store(f"sqlite:///{tmp_path}/new/place/news.db")
        assert await store.get("key 7")
        await store.close()

    async def test_a_running_bot_is_not_pulled_the_rug_from_under(self, file: Path, backups: Backups) -> None:
        made = await make(file, backups)
        bot = await open_store(f"sqlite:///{file}")
        with pytest.raises(SettingsError, match="Another Newsbell is running"):
            await restore(backups, made, NOW)
        await bot.close()
        assert not names(file.parent, "*replaced*")

    async def test_a_backup_of_the_first_version_is_brought_up_at_the_next_start(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        old = tmp_path / "old.db"
        await made_by_version(f"sqlite:///{old}", "0001")
        with closing(sqlite3.connect(old)) as link, link:
            link.execute("INSERT INTO notes VALUES ('from', 'the first version')")
        await restore(backups, old, NOW)
        store = await open_store(f"sqlite:///{file}")
        assert (await store.aliases(), await store.get("from")) == ({}, "the first version")
        await store.close()

    async def test_every_wrong_file_is_refused_in_a_sentence_and_changes_nothing(
        self, file: Path, backups: Backups, tmp_path: Path
    ) -> None:
        made = await make(file, backups)
        before = content(file)
        wrong = {name: tmp_path / f"{name}.db" for name in ("diary", "other", "newer", "damaged", "nowhere")}
        wrong["diary"].write_text("Dear diary, " * 500)
        with closing(sqlite3.connect(wrong["other"])) as other, other:
            other.execute("CREATE TABLE alembic_version (version_num TEXT)")
            other.execute("INSERT INTO alembic_version VALUES ('0001')")
        wrong["newer"].write_bytes(content(made))
        with closing(sqlite3.connect(wrong["newer"])) as newer, newer:
            newer.execute("UPDATE alembic_version SET version_num = '9999'")
        wrong["damaged"].write_bytes(content(made))
        damage(wrong["damaged"])
        said = {
            "diary": "is no SQLite database",
            "other": "another program",
            "newer": "newer Newsbell",
            "damaged": "is damaged",
            "nowhere": "is no file",
        }
        for name, path in wrong.items():
            with pytest.raises(UserError, match=said[name]):
                await restore(backups, path, NOW)
        with pytest.raises(UserError, match="is the database itself"):
            await restore(backups, file, NOW)
        with pytest.raises(UserError, match="is no file"):
            await restore(backups, tmp_path, NOW)
        assert content(file) == before
        assert not names(tmp_path, "*replaced*")
