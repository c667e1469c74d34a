"""Feeds of our own writing, a real server on 127.0.0.1, and a resolver that answers what a test says."""

from __future__ import annotations

import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.core.model import Source, SourceId, Validators
from bot.sources.addresses import Failed
from bot.sources.http import Answer, Client, Limits

CERTIFICATES = Path(__file__).parent / "certificates"

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbour Wire</title><link>https://harbour.example/</link>
<item><title>Tidewater AI raises $40M</title><link>https://harbour.example/tidewater</link>
<guid isPermaLink="false">hw-1</guid><pubDate>Tue, 12 May 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;The round was led by Quay Capital.&lt;/p&gt;</description></item>
<item><title>Lighthouse Labs opens an office</title><link>/lighthouse</link>
<guid isPermaLink="false">hw-2</guid><pubDate>Mon, 11 May 2026 17:30:00 +0200</pubDate></item>
</channel></rss>"""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def source(target: str = "https://feeds.example.test/feed.xml", **state: Any) -> Source:
    """A source that is due now."""
    given: dict[str, Any] = {"id": SourceId(1), "kind": "feed", "name": "Harbour Wire", "target": target}
    given |= {"next_poll": datetime(2026, 5, 12, 9, tzinfo=UTC), "validators": Validators(), **state}
    return Source(**given)


@asynccontextmanager
async def serving(
    *routes: tuple[str, Handler], certificate: Path | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[str]:
    """A server with these handlers; gives its address without a slash at the end."""
    app = web.Application(handler_args={"auto_decompress": False})
    for path, handler in routes:
        app.router.add_get(path, handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    site = web.TCPSite(runner, host, 0, ssl_context=context)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"{'https' if certificate else 'http'}://{host}:{port}"
    finally:
        await runner.cleanup()


def answering(body: bytes = RSS, status: int = 200, **headers: str) -> Handler:
    """A handler that always gives the same answer; `content_type="x"` is the header Content-Type."""

    async def answer(_: web.Request) -> web.Response:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(body=body, status=status, headers=given)

    return answer


class FakeResolver(AbstractResolver):
    """Answers every name with the addresses that a test gives, and remembers what it was asked."""

    def __init__(self, *addresses: str) -> None:
        self._addresses = addresses
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._addresses
        ]

    async def close(self) -> None:
        pass


# limits that a test reaches quickly
SMALL = Limits(wire=100_000, inflated=300_000, seconds=5, redirects=3)


async def ask(address: str, limits: Limits = SMALL, **headers: str) -> Answer:
    """The answer of an address, private ones allowed."""
    client = Client(allow_private=True, limits=limits)
    try:
        return await client.get(address, headers=headers)
    finally:
        await client.close()


async def fail(*routes: tuple[str, Handler], limits: Limits = SMALL, path: str = "/feed") -> Failed:
    """How asking a server with these handlers fails."""
    async with serving(*routes) as address:
        with pytest.raises(Failed) as failure:
            await ask(address + path, limits)
    return failure.value
