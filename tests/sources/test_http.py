"""The client against a real server: politeness, limits, redirects and what the network does wrong."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.abc import ResolveResult

from bot.core.model import Verdict
from bot.sources.addresses import Failed
from bot.sources.http import Client
from tests.sources.fixtures import (
    RSS,
    SMALL,
    FakeResolver,
    answering,
    ask,
    fail,
    serving,
)


async def test_it_says_who_asks_and_takes_only_gzip() -> None:
    seen: list[dict[str, str]] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append(dict(request.headers))
        return web.Response(body=RSS)

    async with serving(("/feed", handler)) as address:
        answer = await ask(f"{address}/feed")
    assert answer.body == RSS
    assert seen[0]["User-Agent"].startswith("Newsbell/")
    assert seen[0]["Accept-Encoding"] == "gzip"
    assert "Cookie" not in seen[0]


async def test_no_cookie_is_ever_sent_back() -> None:
    seen: list[str | None] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Cookie"))
        return web.Response(body=RSS, headers={"Set-Cookie": "id=1; Path=/"})

    async with serving(("/feed", handler)) as address:
        client = Client(allow_private=True)
        await client.get(f"{address}/feed")
        await client.get(f"{address}/feed")
        await client.close()
    assert seen == [None, None]


async def test_a_proxy_from_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with serving(("/feed", answering())) as address:
        assert (await ask(f"{address}/feed")).body == RSS


async def test_gzip_is_unpacked() -> None:
    async with serving(("/feed", answering(gzip.compress(RSS), Content_Encoding="gzip"))) as address:
        assert (await ask(f"{address}/feed")).body == RSS


async def test_gzip_of_several_members_is_unpacked_whole() -> None:
    packed = gzip.compress(RSS[:100]) + gzip.compress(RSS[100:]) + b"\0\0\0"
    async with serving(("/feed", answering(packed, Content_Encoding="gzip"))) as address:
        assert (await ask(f"{address}/feed")).body == RSS


async def test_a_gzip_bomb_is_left_before_it_unfolds() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < SMALL.wire
    failure = await fail(("/feed", answering(bomb, Content_Encoding="gzip")))
    assert failure.result.verdict is Verdict.TOO_LARGE


@pytest.mark.parametrize(
    "coding", ["br", "zstd", "deflate", "gzip, gzip", "gzip, br", "br, gzip", "x-unknown"]
)
async def test_a_coding_that_nobody_asked_for_stays_unopened(coding: str) -> None:
    failure = await fail(("/feed", answering(b"\x1f\x8b what is this", Content_Encoding=coding)))
    assert failure.result.verdict is Verdict.NOT_A_FEED
    assert coding.split(",", maxsplit=1)[0] in failure.result.reason


@pytest.mark.parametrize("body", [b"not gzip at all", zlib.compress(RSS)])
async def test_what_is_not_gzip_is_no_crash(body: bytes) -> None:
    failure = await fail(("/feed", answering(body, Content_Encoding="gzip")))
    assert failure.result.verdict is Verdict.NOT_A_FEED


async def test_gzip_that_breaks_off_is_a_broken_connection() -> None:
    failure = await fail(("/feed", answering(gzip.compress(RSS)[:-20], Content_Encoding="gzip")))
    assert failure.result.verdict is Verdict.CONNECTION


async def test_a_body_beyond_the_cap_is_left_even_without_a_length() -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(10_000):
            await response.write(bytes(16_384))
        return response

    failure = await fail(("/feed", endless))
    assert failure.result.verdict is Verdict.TOO_LARGE


async def test_a_length_beyond_the_cap_is_believed() -> None:
    failure = await fail(("/feed", answering(bytes(200_000))))
    assert failure.result.verdict is Verdict.TOO_LARGE


async def test_a_body_that_drips_meets_the_limit_on_the_whole() -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.02)

    failure = await fail(("/feed", drip), limits=replace(SMALL, seconds=0.3))
    assert failure.result.verdict is Verdict.TIMEOUT


async def test_redirects_share_one_limit_of_time() -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(0.2)
        return web.Response(status=302, headers={"Location": request.path + "x"})

    failure = await fail(("/{any:.*}", slow), limits=replace(SMALL, seconds=0.5, redirects=50))
    assert failure.result.verdict is Verdict.TIMEOUT


async def test_headers_beyond_measure_are_refused() -> None:
    failure = await fail(("/feed", answering(RSS, X_Long="a" * 20_000)))
    assert failure.result.verdict is Verdict.CONNECTION
    many = {f"X_H{number}": "a" for number in range(500)}
    failure = await fail(("/feed", answering(RSS, 200, **many)))
    assert failure.result.verdict is Verdict.CONNECTION


async def test_what_is_not_http_is_a_failed_connection() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"220 mail.example ESMTP\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(Failed) as failure:
            await ask(f"http://127.0.0.1:{port}/")
    assert failure.value.result.verdict is Verdict.CONNECTION


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss"])
async def test_a_connection_that_breaks_off_is_named(said: bytes) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(Failed) as failure:
            await ask(f"http://127.0.0.1:{port}/")
    assert failure.value.result.verdict is Verdict.CONNECTION


async def test_a_closed_port_is_a_failed_connection() -> None:
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    with pytest.raises(Failed) as failure:
        await ask(f"http://127.0.0.1:{port}/")
    assert failure.value.result.verdict is Verdict.CONNECTION


async def test_a_name_that_nobody_knows_is_a_matter_of_dns() -> None:
    class Unknown(FakeResolver):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
        ) -> list[ResolveResult]:
            raise OSError(-2, "Name or service not known")

    client = Client(resolver=Unknown())
    with pytest.raises(Failed) as failure:
        await client.get("https://feeds.example.test/")
    await client.close()
    assert failure.value.result.verdict is Verdict.DNS


async def test_a_host_gets_two_requests_at_once_at_most() -> None:
    now, most = 0, 0

    async def handler(_: web.Request) -> web.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.02)
        now -= 1
        return web.Response(body=RSS)

    async with serving(("/{any:.*}", handler)) as address:
        client = Client(allow_private=True)
        answers = await asyncio.gather(*(client.get(f"{address}/{number}") for number in range(9)))
        await client.close()
    assert len(answers) == 9
    assert most == 2


async def test_waiting_for_a_turn_does_not_use_up_the_time() -> None:
    async def handler(_: web.Request) -> web.Response:
        await asyncio.sleep(0.15)
        return web.Response(body=RSS)

    async with serving(("/{any:.*}", handler)) as address:
        client = Client(allow_private=True, limits=replace(SMALL, seconds=1, per_host=1))
        answers = await asyncio.gather(*(client.get(f"{address}/{number}") for number in range(10)))
        await client.close()
    assert len(answers) == 10
