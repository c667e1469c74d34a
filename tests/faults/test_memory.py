"""The faults of databases do what they say, and are over when they are cancelled: a kill may cut them off."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from tests.chat.discord.server import DiscordServer
from tests.chat.slack.server import SlackServer
from tests.faults.memory import FileMemory
from tests.faults.plan import Event
from tests.faults.proxy import Proxy
from tests.faults.served import ServedMemory
from tests.faults.weather import Weather
from tests.store.server import Server
from tests.whole.news import NewsSite
from tests.whole.process import Process


async def begun(fault: asyncio.Task[None], seconds: float = 0.01) -> None:
    """Let a fault come into effect."""
    await asyncio.sleep(seconds)
    assert not fault.done()


async def cancelled(fault: asyncio.Task[None]) -> None:
    fault.cancel()
    with suppress(asyncio.CancelledError):
        await fault


async def closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


async def test_a_file_that_is_gone_can_be_neither_opened_nor_made_and_is_back_afterwards(
    tmp_path: Path,
) -> None:
    async with FileMemory(tmp_path) as memory:
        file = Path(memory.url.removeprefix("sqlite:///"))
        with sqlite3.connect(file) as link:
            link.execute("CREATE TABLE notes (name)")
        fault = asyncio.create_task(memory.gone(60))
        await begun(fault)
        with pytest.raises(sqlite3.OperationalError, match="unable to open"):
            sqlite3.connect(file)
        with pytest.raises(FileExistsError):
            file.parent.mkdir()
        await cancelled(fault)
        assert await memory.rows("SELECT name FROM sqlite_master") == [("notes",)]
        link.close()


async def test_a_file_that_is_locked_takes_no_other_writer_until_it_is_over(tmp_path: Path) -> None:
    async with FileMemory(tmp_path) as memory:
        file = Path(memory.url.removeprefix("sqlite:///"))
        link = sqlite3.connect(file, timeout=0.0, isolation_level=None)
        link.execute("CREATE TABLE notes (name)")
        fault = asyncio.create_task(memory.locked(60))
        await begun(fault, 0.1)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            link.execute("INSERT INTO notes VALUES (1)")
        await cancelled(fault)
        link.execute("INSERT INTO notes VALUES (1)")
        link.close()


async def test_a_cut_wire_lets_a_last_word_through_and_no_answer_and_then_nobody() -> None:
    heard: list[bytes] = []
    echoing: list[asyncio.Task[None] | None] = []

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        echoing.append(asyncio.current_task())
        with suppress(ConnectionError):
            while said := await reader.read(100):
                heard.append(said)
                writer.write(said)
        await closed(writer)

    async def said(wire: Proxy) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", wire.port)
        writer.write(b"commit")
        try:
            return await asyncio.wait_for(reader.read(100), 10)
        except ConnectionError:
            return b""
        finally:
            await closed(writer)

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server, Proxy(server.sockets[0].getsockname()[1]) as wire:
        assert await said(wire) == b"commit"
        reader, writer = await asyncio.open_connection("127.0.0.1", wire.port)
        writer.write(b"before")
        assert await reader.read(100) == b"before"
        fault = asyncio.create_task(wire.gone(60))
        await begun(fault)
        writer.write(b"perhaps")
        with suppress(ConnectionError):
            assert await reader.read(100) == b""
        assert heard == [b"commit", b"before", b"perhaps"]
        assert await said(wire) == b""
        await cancelled(fault)
        assert await said(wire) == b"commit"
        await closed(writer)
    await asyncio.wait(set(filter(None, echoing)), timeout=5)


async def test_a_disk_that_cant_be_filled_here_is_named_and_counts_as_not_met(tmp_path: Path) -> None:
    server = Server()
    weather = Weather(
        slack=SlackServer(),
        discord=DiscordServer(),
        news=NewsSite(),
        # never entered: nothing is mounted
        memory=ServedMemory(server, "unmounted"),
    )
    await weather.play(Event(after=0.0, kind="disk full", seconds=60), Process(tmp_path))
    server.stop()
    assert not weather.happened
    assert weather.notes.pop().startswith(
        "disk full: not made here on PostgreSQL, needs Linux and the rights"
    )
