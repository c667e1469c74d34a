"""Opening a database: addresses, folders, one bot at a time, tables from every version."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import SettingsError, StoreDown
from bot.store import address, open_store, schema
from bot.store.tables import metadata
from tests.store.samples import NOW, after, feed, owe
from tests.store.server import PASSWORD, Server


def engine(url: str) -> AsyncEngine:
    return create_async_engine(address.parse(url).url)


async def stands_at(url: str, revision: str) -> str:
    """Pretend that another version has left the tables behind; which version really did."""
    door = engine(url)
    async with door.begin() as link:
        before = str(await link.scalar(text("SELECT version_num FROM alembic_version")))
        await link.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    await door.dispose()
    return before


_A_SOURCE_OF_VERSION_1 = """
INSERT INTO sources (kind, target, key, name, topic, language, pack, enabled, primed, next_poll, cause,
  failures)
VALUES ('feed', 'https://a.example', 'k', 'Wire', '', '', '', true, true, '2026-05-12 09:00:00.000000', '', 0)
"""
_A_STORY_OF_VERSION_1 = """
INSERT INTO stories (id, title, link, language, company, facts, summary, first_seen, last_seen)
VALUES (7, 'Old news', '', 'en', '', '[]', '', '2026-05-12 09:00:00.000000', '2026-05-12 09:00:00.000000')
"""
_AN_ARTICLE_OF_VERSION_1 = """
INSERT INTO articles (story, source, publisher, link, link_key, title, text, published, first_seen, language,
  origin, rings)
VALUES (7, 'Wire', 'a.example', '', 'k', 'Old news', '', '2026-05-12 09:00:00.000000',
  '2026-05-12 09:00:00.000000', 'en', '', true)
"""


async def made_by_version(url: str, revision: str) -> None:
    """Empty tables as an earlier version has left them behind."""
    door = engine(url)

    def make(link: Connection) -> None:
        metadata.drop_all(link)
        link.execute(text("DROP TABLE IF EXISTS alembic_version"))
        schema.upgrade(link, revision)

    async with door.begin() as link:
        await link.run_sync(make)
    await door.dispose()


class TestTables:
    async def test_tables_made_by_migrations_are_those_of_the_metadata(self, url: str) -> None:
        await (await open_store(url)).close()
        door = engine(url)

        def differences(link: Connection) -> list[object]:
            return list(
                compare_metadata(MigrationContext.configure(link, opts={"compare_type": True}), metadata)
            )

        async with door.connect() as link:
            assert await link.run_sync(differences) == []
        await door.dispose()

    async def test_an_empty_database_is_brought_up_from_nothing(self, url: str) -> None:
        door = engine(url)
        async with door.begin() as link:
            await link.run_sync(metadata.drop_all)
            await link.execute(text("DROP TABLE IF EXISTS alembic_version"))
        await door.dispose()
        store = await open_store(url)
        assert (await feed(store)).id == 1
        await store.close()

    async def test_a_database_of_a_newer_version_is_refused_and_left_alone(self, url: str) -> None:
        await (await open_store(url)).close()
        newest = await stands_at(url, "9999")
        with pytest.raises(SettingsError, match=r"newer Newsbell .*9999.* Install that version again"):
            await open_store(url)
        await stands_at(url, newest)
        await (await open_store(url)).close()

    async def test_a_database_of_the_first_version_is_brought_up_and_keeps_its_rows(self, url: str) -> None:
        await made_by_version(url, "0001")
        door = engine(url)
        async with door.begin() as link:
            await link.execute(text(_A_SOURCE_OF_VERSION_1))
            await link.execute(text(_A_STORY_OF_VERSION_1))
            await link.execute(text(_AN_ARTICLE_OF_VERSION_1))
            await link.execute(text("INSERT INTO holds VALUES ('slack', '2026-05-12 09:00:30.000000')"))
        await door.dispose()
        store = await open_store(url)
        assert [source.name for source in await store.sources()] == ["Wire"]
        (story,) = await store.stories(since=NOW)
        assert [(one.title, one.placed) for one in story.articles] == [("Old news", "")]
        assert await store.aliases() == {}
        # what an older version has put on hold stays so
        await owe(store)
        assert await store.waiting(after(29)) == []
        assert len(await store.waiting(after(31))) == 1
        await store.close()

    async def test_what_was_written_is_there_after_the_next_start(self, url: str) -> None:
        store = await open_store(url)
        source = await feed(store)
        await store.close()
        store = await open_store(url)
        assert await store.sources() == [source]
        await store.close()


class TestOneBot:
    async def test_a_second_bot_is_refused_until_the_first_has_closed(self, url: str) -> None:
        first = await open_store(url)
        with pytest.raises(SettingsError, match="Another Newsbell is running on this database") as refused:
            await open_store(url)
        assert PASSWORD not in str(refused.value)
        await first.close()
        await (await open_store(url)).close()

    async def test_a_look_beside_a_running_bot_is_allowed_and_sees_its_work(self, url: str) -> None:
        bot = await open_store(url)
        beside = await open_store(url, exclusive=False)
        await feed(bot)
        assert len(await beside.sources()) == 1
        await beside.put("asked", "yes")
        assert await bot.get("asked") == "yes"
        await beside.close()
        await bot.close()

    async def test_a_look_at_an_empty_database_makes_its_tables_and_claims_nothing(self, url: str) -> None:
        beside = await open_store(url, exclusive=False)
        assert await beside.sources() == []
        await (await open_store(url)).close()
        await beside.close()

    async def test_another_process_is_refused_too_and_its_death_frees_the_database(self, url: str) -> None:
        script = (
            "import asyncio, sys\n"
            "from bot.store import open_store\n"
            "async def main():\n"
            "    await open_store(sys.argv[1])\n"
            "    print('open', flush=True)\n"
            "    await asyncio.sleep(60)\n"
            "asyncio.run(main())\n"
        )
        other = await asyncio.create_subprocess_exec(
            sys.executable, "-c", script, url, stdout=subprocess.PIPE
        )
        assert other.stdout is not None
        assert await other.stdout.readline() == b"open\n"
        with pytest.raises(SettingsError, match="Another Newsbell"):
            await open_store(url)
        other.kill()
        await other.communicate()
        store = await open_store(url)
        assert await store.sources() == []
        await store.close()


class TestAddresses:
    async def test_the_folder_of_a_new_file_is_made(self, tmp_path: Path) -> None:
        store = await open_store(f"sqlite:///{tmp_path}/a/b c/news.db")
        await feed(store)
        await store.close()
        assert (tmp_path / "a" / "b c" / "news.db").stat().st_size > 0

    async def test_a_relative_path_is_under_the_working_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        await (await open_store("sqlite:///data/newsbell.db")).close()
        assert (tmp_path / "data" / "newsbell.db").exists()

    async def test_memory_is_a_database_too(self) -> None:
        store = await open_store("sqlite://")
        assert await store.sources() == [] != [await feed(store)]
        await store.put("a", "b")
        assert await store.get("a") == "b"
        await store.close()

    @pytest.mark.parametrize(
        "wrong",
        [
            "",
            "newsbell.db",
            "mysql://root:hunter2@host/db",
            "postgresql://user:hunter2@host:notaport/db",
            "postgresql://user:hunter2@host",
            "postgresql://user@host/db?password=hunter2",
            "postgresql://user:hunter2@host/db?connect_timeout=soon",
            "sqlite:///x.db?mode=hunter2",
            "sqlite://x.db",
        ],
    )
    async def test_an_address_that_can_not_be_used_says_what_to_write(self, wrong: str) -> None:
        with pytest.raises(SettingsError) as refused:
            await open_store(wrong)
        assert "hunter2" not in str(refused.value)
        assert len(refused.value.problems) == 1

    @pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+asyncpg"])
    def test_usual_spellings_of_a_server_are_read(self, scheme: str) -> None:
        read = address.parse(f"{scheme}://u:p%40w@db.example:5433/news?sslmode=require&connect_timeout=9")
        assert read.url.drivername == "postgresql+asyncpg"
        assert (read.url.password, read.url.port, dict(read.url.query)) == ("p@w", 5433, {})
        assert (read.arguments["ssl"], read.arguments["timeout"]) == ("require", 9.0)
        assert str(read) == "postgresql://u:***@db.example:5433/news"

    async def test_a_path_that_is_no_folder_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(SettingsError, match="can't be made"):
            await open_store(f"sqlite:///{tmp_path}/file/news.db")

    async def test_a_file_that_is_no_database_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "news.db").write_text("Dear diary, " * 500)
        with pytest.raises(SettingsError, match="no SQLite database"):
            await open_store(f"sqlite:///{tmp_path}/news.db")

    async def test_a_server_that_refuses_the_password_says_so_without_it(self, postgresql: Server) -> None:
        with pytest.raises(SettingsError, match="refused the user or the password") as refused:
            await open_store(postgresql.url.replace(PASSWORD, "hunter2"))
        assert "hunter2" not in str(refused.value)

    async def test_a_database_that_the_server_lacks_is_named_as_the_cause(self, postgresql: Server) -> None:
        with pytest.raises(SettingsError, match="no such database"):
            await open_store(postgresql.url.replace("/newsbell", "/newsbel"))

    @pytest.mark.parametrize(
        ("sslmode", "cause"),
        [
            ("require", "takes no encrypted connections"),
            ("verify-full", "root certificate"),
            ("please", "sslmode"),
        ],
    )
    async def test_encryption_that_can_not_be_had_says_why(
        self, postgresql: Server, sslmode: str, cause: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        # where no certificate lies
        monkeypatch.setenv("HOME", str(tmp_path))
        with pytest.raises(SettingsError, match=cause) as refused:
            await open_store(f"{postgresql.url}?sslmode={sslmode}")
        assert PASSWORD not in str(refused.value)

    async def test_a_server_that_is_not_there_is_down(self) -> None:
        # nothing listens on port 9 of this machine
        with pytest.raises(StoreDown, match="can't be reached"):
            await open_store("postgresql://u:hunter2@127.0.0.1:9/news")


def test_opening_sqlite_needs_no_driver_of_postgresql(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from bot.store import open_store\n"
        "async def main():\n"
        "    await (await open_store(sys.argv[1])).close()\n"
        "asyncio.run(main())\n"
        "assert 'asyncpg' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, f"sqlite:///{tmp_path}/n.db"], check=True)
