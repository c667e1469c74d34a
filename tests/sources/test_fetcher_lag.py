"""A hostile body in one source keeps neither the event loop nor the other sources waiting."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from bot.core.model import Fetched, FetchFailed
from bot.sources import HttpFetcher
from tests.sources.fixtures import RSS, source

HOSTILE = {
    "100,000 items": b"<rss><channel>" + b"<item><title>x</title></item>" * 100_000 + b"</channel></rss>",
    "deep nesting": b"<rss><channel>" + b"<item>" * 200_000,
    "100,000 attributes": b"<rss><channel><item " + b"".join(b'a%d="1" ' % n for n in range(100_000)) + b"/>",
    "attributes with >": b"<rss><channel><item " + b"".join(b'a%d=">" ' % n for n in range(50_000)) + b"/>",
    "one huge attribute": b"<rss><channel><item a='" + b"x" * 4_000_000 + b"'/></channel></rss>",
    "entities": b"<rss><channel><item><title>" + b"&foo;&" * 300_000 + b"</title></item></channel></rss>",
    "open tags": b"<rss><channel>" + b"<item><a b='" * 100_000,
    "CDATA without end": b"<rss><channel>" + b"<![CDATA[" * 300_000,
    "comments without end": b"<!--" * 300_000 + b"<rss><channel><item><title>x</title></item>",
    "null bytes": b"<rss>\0<channel>" + b"\0" * 4_000_000 + b"</channel></rss>",
    "one text of 4 MB": b"<rss><channel><item><description>"
    + b"&lt;p&gt;a" * 500_000
    + b"</description></item></channel></rss>",
}

# a read that is over sooner tells nothing, in seconds: the loop had no time to turn often
LONG_ENOUGH = 0.1


@pytest.mark.parametrize("name", HOSTILE)
async def test_the_loop_turns_while_a_hostile_body_is_read(name: str) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=HOSTILE[name] if request.url.path == "/bad" else RSS)

    fetcher = HttpFetcher(transport=httpx.MockTransport(serve))
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    began = time.monotonic()
    bad = asyncio.create_task(fetcher.poll(source("https://bad.example.test/bad")))
    turning = asyncio.create_task(turn())
    good = await fetcher.poll(source("https://good.example.test/feed"))
    result = await bad
    took = time.monotonic() - began
    turning.cancel()
    await fetcher.close()
    assert isinstance(good, Fetched)
    assert len(good.items) == 2
    assert isinstance(result, Fetched | FetchFailed)
    if took > LONG_ENOUGH:
        # parsing on the loop itself would allow a handful
        assert turns > 10


async def test_a_rescue_that_never_ends_holds_up_nobody_else() -> None:
    # many unclosed items make the lenient parser work; its deadline ends it
    hard = b"<rss><channel>" + b"<item><description>&lt;" * 100_000

    def serve(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=hard if request.url.path == "/bad" else RSS)

    fetcher = HttpFetcher(transport=httpx.MockTransport(serve))
    bad = asyncio.create_task(fetcher.poll(source("https://bad.example.test/bad")))
    await asyncio.sleep(0)
    good = await fetcher.poll(source("https://good.example.test/feed"))
    assert isinstance(good, Fetched)
    await bad
    await fetcher.close()
