"""How long `record` takes beside the least that a database could do: `python -m benchmarks.store [COUNT]`.

The floor is one transaction with one executemany of the same articles. `record` writes each article with its
story, what was seen and a promise in a transaction of its own, since each must survive a crash. The same rows
in as many transactions, bare, stand between the two: the price of safety apart from the price of our code.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Arrival, Store
from bot.store import address, open_store, rows
from bot.store.database import Database
from bot.store.tables import articles
from tests.store.conftest import empty
from tests.store.samples import BECAUSE, DEALS, NOW, arrival, feed
from tests.store.server import CannotStart, Server


async def timed(work: Callable[[], Awaitable[None]]) -> float:
    start = time.perf_counter()
    await work()
    return time.perf_counter() - start


async def compare(name: str, url: str, count: int) -> None:
    store = await open_store(url)
    bare = Database(address.parse(url))
    source = await feed(store)
    told = [arrival(source.id, number, alerts={DEALS: BECAUSE}) for number in range(count)]
    story = (await store.record(arrival(source.id, count + 1), NOW)).story
    values = [rows.article_row(one.article, story) for one in told]

    async def at_once() -> None:
        await bare.write(lambda link: link.execute(insert(articles), values))

    async def one_by_one() -> None:
        for value in values:
            await bare.write(_inserting(value))

    floor = await timed(at_once)
    single = await timed(one_by_one)
    ours = await timed(lambda: _record(store, told))
    again = await timed(lambda: _record(store, told))
    await bare.close()
    await store.close()
    for what, seconds in (
        ("one executemany", floor),
        ("one by one, bare", single),
        ("record, new", ours),
        ("record, known", again),
    ):
        print(
            f"{name:<11} {what:<17} {count / seconds:>9,.0f} a second {seconds / floor:>7.1f} × floor"
            f" {seconds / single:>5.1f} × one by one"
        )


def _inserting(value: dict[str, object]) -> Callable[[AsyncConnection], Awaitable[object]]:
    return lambda link: link.execute(insert(articles), value)


async def _record(store: Store, told: list[Arrival]) -> None:
    for one in told:
        await store.record(one, NOW)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(compare("SQLite", f"sqlite:///{folder}/bench.db", count))
    server = Server()
    try:
        server.start()
    except CannotStart as error:
        print(f"PostgreSQL WAS NOT MEASURED: {error}")
        return
    try:
        asyncio.run(empty(server.url))
        asyncio.run(compare("PostgreSQL", server.url, count))
    finally:
        server.stop()


if __name__ == "__main__":
    main()
