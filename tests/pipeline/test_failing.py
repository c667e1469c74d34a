"""Sources that fail, through the real fetcher and a server that answers as a test says."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.core.model import Source, Verdict
from bot.sources import HttpFetcher
from bot.sources.http import Limits
from tests.pipeline.conftest import DEALS, Bell
from tests.sources.fixtures import CERTIFICATES, RSS, FakeResolver, Handler, serving

DAY = timedelta(days=1)
SMALL = Limits(wire=20_000, inflated=20_000, seconds=5)
QUICK = Limits(seconds=0.2)
PAGE = b"<!doctype html><html><head><title>Buy this domain</title></head><body>parked</body></html>"


class Nowhere(AbstractResolver):
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        raise OSError(socket.EAI_NONAME, "Name or service not known")

    async def close(self) -> None:
        pass


async def slow(_: web.Request) -> web.Response:
    await asyncio.sleep(0.5)
    return web.Response(body=RSS)


def saying(body: bytes, status: int = 200) -> Handler:
    async def say(_: web.Request) -> web.Response:
        return web.Response(body=body, status=status)

    return say


FAILING: dict[Verdict, Handler] = {
    Verdict.TIMEOUT: slow,
    Verdict.STATUS: saying(b"no", 403),
    Verdict.RATE_LIMITED: saying(b"no", 429),
    Verdict.GONE: saying(b"no", 410),
    Verdict.NOT_A_FEED: saying(PAGE),
    Verdict.EMPTY: saying(b""),
    Verdict.TOO_LARGE: saying(RSS + b" " * 30_000),
    Verdict.DNS: saying(RSS),
    Verdict.TLS: saying(RSS),
    Verdict.REFUSED_ADDRESS: saying(RSS),
}


@asynccontextmanager
async def polled(
    bell: Bell,
    *,
    resolver: AbstractResolver | None = None,
    allow_private: bool = True,
    limits: Limits = SMALL,
) -> AsyncIterator[None]:
    """The bell asks through the real fetcher."""
    fetcher = HttpFetcher(allow_private=allow_private, limits=limits, resolver=resolver)
    bell.fetcher = fetcher  # type: ignore[assignment]  # the real one in place of the scripted one
    bell.wire()
    yield
    await fetcher.close()


async def the_source(bell: Bell) -> Source:
    (source,) = await bell.store.sources()
    return source


@pytest.mark.parametrize("verdict", FAILING)
async def test_every_way_to_fail_has_a_name_which_is_kept_and_a_rest_that_grows_to_a_day(
    bell: Bell, verdict: Verdict
) -> None:
    certificate = CERTIFICATES / "server.pem" if verdict is Verdict.TLS else None
    resolver = {Verdict.DNS: Nowhere(), Verdict.REFUSED_ADDRESS: FakeResolver("10.0.0.1")}.get(verdict)
    async with (
        serving(("/feed", FAILING[verdict]), certificate=certificate) as address,
        polled(
            bell,
            resolver=resolver,
            allow_private=verdict is not Verdict.REFUSED_ADDRESS,
            limits=QUICK if verdict is Verdict.TIMEOUT else SMALL,
        ),
    ):
        named = address.replace("127.0.0.1", "feeds.example") if resolver else address
        await bell.follow(f"{named}/feed", primed=False)
        rests = []
        for _ in range(2):
            now = bell.clock.now()
            await bell.poll()
            rests.append((await the_source(bell)).next_poll - now)
    source = await the_source(bell)
    assert (source.verdict, source.failures) == (verdict, 2)
    assert source.cause
    assert [change.verdict for change in source.history] == [verdict]
    assert timedelta(minutes=5) < rests[0] < rests[1] <= DAY


class Portal:
    """Every name leads to one machine, which shows its own page, as in a hotel or a train."""

    def __init__(self, way: str) -> None:
        self._way = way
        self.open = True

    async def answer(self, request: web.Request) -> web.Response:
        if self.open:
            return web.Response(body=RSS, content_type="application/rss+xml")
        login = {"Location": f"http://portal.example:{request.url.port}/login"}
        return {
            "page": web.Response(body=PAGE, content_type="text/html"),
            "passing redirect": web.Response(status=302, headers=login),
            "redirect for good": web.Response(status=301, headers=login),
            "nothing": web.Response(),
            "511": web.Response(status=511, body=PAGE),
        }["page" if request.path == "/login" else self._way]


def offline(bell: Bell) -> bool:
    return bell.polling.offline


@pytest.mark.parametrize("way", ["page", "passing redirect", "redirect for good", "nothing", "511"])
async def test_a_network_that_answers_for_every_address_counts_against_no_source(
    bell: Bell, way: str
) -> None:
    portal = Portal(way)
    await bell.watch("tidewater")
    async with (
        serving(("/{any:.*}", portal.answer)) as address,
        polled(bell, resolver=FakeResolver("127.0.0.1")),
    ):
        for name in "abcd":
            await bell.follow(f"{address.replace('127.0.0.1', f'{name}.example')}/feed", primed=False)
        await bell.poll()
        before = await bell.store.sources()
        assert all(source.failures == 0 and source.primed for source in before)
        portal.open = False
        for _ in range(5):
            await bell.poll()
        assert offline(bell)
        after = await bell.store.sources()
        portal.open = True
        await bell.poll()
        assert not offline(bell)
    assert [(one.failures, one.history, one.target) for one in after] == [
        (0, one.history, one.target) for one in before
    ]
    assert bell.chat.said(DEALS) == []
    assert bell.notices == []


@pytest.mark.parametrize("status", [301, 308])
async def test_a_feed_that_moved_is_read_where_it_went_and_told(bell: Bell, status: int) -> None:
    async def away(_: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": "/new"})

    async with serving(("/old", away), ("/new", saying(RSS))) as address, polled(bell):
        source = await bell.follow(f"{address}/old", primed=False)
        await bell.watch(f'source:"{source.name}"')
        for _ in range(2):
            await bell.poll()
        source = await the_source(bell)
    assert source.target == f"{address}/new"
    assert [change.verdict for change in source.history] == [Verdict.OK, Verdict.MOVED]
    (told,) = bell.chat.said(DEALS)
    assert f"{address}/new" in told


@pytest.mark.parametrize(
    ("verdict", "polls", "says"),
    [(Verdict.GONE, 1, "removed for good"), (Verdict.NOT_A_FEED, 3, "may have changed hands")],
)
async def test_a_feed_that_is_gone_or_became_a_page_asks_its_readers_what_to_do(
    bell: Bell, verdict: Verdict, polls: int, says: str
) -> None:
    now = [saying(RSS)]

    async def answer(request: web.Request) -> web.StreamResponse:
        return await now[-1](request)

    async with serving(("/feed", answer)) as address, polled(bell):
        source = await bell.follow(f"{address}/feed", primed=False)
        await bell.watch(f'source:"{source.name}"')
        await bell.poll()
        now.append(FAILING[verdict])
        for poll in range(polls + 2):
            assert len(bell.chat.said(DEALS)) == (poll >= polls)
            await bell.poll()
    (told,) = bell.chat.said(DEALS)
    assert says in told
    assert f"/newsbell unfollow {source.name}" in told
