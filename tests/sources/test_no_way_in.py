"""Every way into our own network that we know, tried with real sockets: a server inside counts connections.

127.0.0.2 plays the public internet here, 127.0.0.1 our own network. The resolver also tells ports, so that
addresses keep those that anybody may name.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache

import httpx
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.core.model import FetchFailed, Verdict
from bot.errors import UserError
from bot.sources import HttpFetcher, connections
from bot.sources.addresses import is_global
from tests.sources.fixtures import RSS, Handler, answering, serving, source

OUTSIDE, INSIDE = "127.0.0.2", "127.0.0.1"


trust = cache(connections.trust)


@dataclass(slots=True)
class Trap(AbstractResolver):
    """A port inside that counts who connects, and a resolver that leads there when it's told to."""

    inside: int = 0
    outside: int = 0
    connections: int = 0
    # the answers for each name, in their order; the last one stays. Other names stand outside.
    answers: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def hear(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        writer.close()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        left = self.answers.get(host, [(OUTSIDE,)])
        given = left.pop(0) if len(left) > 1 else left[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=self.outside if address == OUTSIDE else self.inside,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in given
        ]

    async def close(self) -> None:
        pass


@asynccontextmanager
async def trapped(*routes: tuple[str, Handler]) -> AsyncIterator[Trap]:
    trap = Trap()
    server = await asyncio.start_server(trap.hear, INSIDE, 0)
    trap.inside = server.sockets[0].getsockname()[1]
    async with server, serving(*routes, host=OUTSIDE) as address:
        trap.outside = int(address.rpartition(":")[2])
        yield trap


def fetcher(
    trap: Trap, public: Callable[[str], bool] = lambda one: one == OUTSIDE or is_global(one)
) -> HttpFetcher:
    network = connections.transport(guarded=True, context=trust(), resolver=trap, public=public)
    return HttpFetcher(transport=network)


async def polled(fetch: HttpFetcher, address: str) -> str:
    result = await fetch.poll(source(address))
    if not isinstance(result, FetchFailed):
        return ""
    return result.reason if result.verdict is Verdict.REFUSED_ADDRESS else f"not refused: {result}"


async def followed(fetch: HttpFetcher, address: str) -> str:
    try:
        await fetch.discover(address)
    except UserError as error:
        return str(error)
    return ""


async def read(fetch: HttpFetcher, address: str) -> str:
    try:
        await fetch.page(address)
    except UserError as error:
        return str(error)
    return ""


Entry = Callable[[HttpFetcher, str], Awaitable[str]]
ENTRIES: tuple[Entry, ...] = (polled, followed, read)

# as a server may write them; {port} is the trap's own
LOCATIONS = [
    "http://127.0.0.1/",
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1:8080/",
    "https://127.0.0.1/",
    "//127.0.0.1/",
    "//127.0.0.1:{port}/",
    "http://inside.example.com/",
    "//inside.example.com/feed",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]:8080/",
    "http://localhost/",
    "http://localhost./",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://me@127.0.0.1/",
    "http://outside.example.com@127.0.0.1/",
    "\\\\127.0.0.1/",
    "http:\\\\127.0.0.1/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_",
    "data:text/xml,<rss/>",
]


@pytest.mark.parametrize("location", LOCATIONS)
async def test_no_redirect_leads_inside(location: str) -> None:
    async def onward(request: object) -> object:
        return await answering(b"", 302, Location=location.format(port=trap.inside))(request)  # type: ignore[arg-type]  # handed through

    async with trapped(("/feed", onward)) as trap:  # type: ignore[arg-type]  # handed through
        trap.answers["inside.example.com"] = [(INSIDE,)]
        fetch = fetcher(trap)
        said = [await entry(fetch, "http://outside.example.com/feed") for entry in ENTRIES]
        await fetch.close()
    assert all(said)
    assert "not refused" not in said[0]
    assert trap.connections == 0


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("hop", [1, 2, 3])
async def test_each_hop_of_each_kind_is_judged(status: int, hop: int) -> None:
    hops = [answering(b"", status, Location=f"/{number}") for number in range(1, hop)]
    last = answering(b"", status, Location="//inside.example.com/feed")
    routes = [(f"/{number}", handler) for number, handler in enumerate([*hops, last])]
    async with trapped(*routes) as trap:
        trap.answers["inside.example.com"] = [(INSIDE,)]
        fetch = fetcher(trap)
        said = await polled(fetch, "http://outside.example.com/0")
        await fetch.close()
    assert said == f"inside.example.com is {connections.REFUSAL}"
    assert trap.connections == 0


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "0.0.0.0",
    ],
)
async def test_no_public_name_leads_inside(address: str) -> None:
    async with trapped() as trap:
        trap.answers["outside.example.com"] = [(address,)]
        fetch = fetcher(trap)
        said = [await entry(fetch, "http://outside.example.com/feed") for entry in ENTRIES]
        await fetch.close()
    assert all(connections.REFUSAL in each for each in said)
    assert trap.connections == 0


async def test_a_name_that_moves_inside_between_two_polls_is_refused() -> None:
    async with trapped(("/feed", answering(RSS, Connection="close"))) as trap:
        trap.answers["outside.example.com"] = [(OUTSIDE,), (INSIDE,)]
        first, second = fetcher(trap), fetcher(trap)
        assert await polled(first, "http://outside.example.com/feed") == ""
        said = await polled(second, "http://outside.example.com/feed")
        await first.close()
        await second.close()
    assert connections.REFUSAL in said
    assert trap.connections == 0


async def test_a_name_that_moves_inside_between_two_hops_is_refused() -> None:
    async with trapped(("/feed", answering(b"", 302, Location="http://OUTSIDE.example.com.:8080/"))) as trap:
        trap.answers["outside.example.com"] = [(OUTSIDE,), (INSIDE,)]
        fetch = fetcher(trap)
        said = await polled(fetch, "http://outside.example.com/feed")
        await fetch.close()
    assert connections.REFUSAL in said
    assert trap.connections == 0


@pytest.mark.parametrize("order", [(OUTSIDE, INSIDE), (INSIDE, OUTSIDE), ("::1", INSIDE, OUTSIDE)])
async def test_of_several_addresses_only_the_public_one_is_asked(order: tuple[str, ...]) -> None:
    async with trapped(("/feed", answering(RSS))) as trap:
        trap.answers["outside.example.com"] = [order]
        fetch = fetcher(trap)
        assert await polled(fetch, "http://outside.example.com/feed") == ""
        await fetch.close()
    assert trap.connections == 0


async def test_a_public_address_that_is_not_there_is_not_replaced_by_a_private_one() -> None:
    async with trapped() as trap:
        # nobody listens outside at this port
        with socket.socket() as spare:
            spare.bind((OUTSIDE, 0))
            trap.outside = spare.getsockname()[1]
        trap.answers["outside.example.com"] = [(OUTSIDE, INSIDE)]
        fetch = fetcher(trap)
        assert await polled(fetch, "http://outside.example.com/feed")
        await fetch.close()
    assert trap.connections == 0


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"])
async def test_a_proxy_of_the_environment_is_no_way_around(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with trapped(("/feed", answering(RSS))) as trap:
        # a public one, which would resolve and connect in our place
        proxy = await asyncio.start_server(trap.hear, OUTSIDE, 0)
        monkeypatch.setenv(name, f"http://{OUTSIDE}:{proxy.sockets[0].getsockname()[1]}")
        trap.answers["inside.example.com"] = [(INSIDE,)]
        fetch = fetcher(trap)
        async with proxy:
            assert await polled(fetch, "http://outside.example.com/feed") == ""
            await polled(fetch, "https://outside.example.com/feed")
            said = [await entry(fetch, "http://inside.example.com/") for entry in ENTRIES]
        await fetch.close()
    assert all(connections.REFUSAL in each for each in said)
    assert trap.connections == 0


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "127.1", "localhost"]
)
async def test_a_literal_that_got_past_the_first_check_is_stopped_at_the_socket(host: str) -> None:
    async with trapped() as trap:
        trap.answers |= {name: [(INSIDE,)] for name in ("0x7f.1", "2130706433", "127.1", "localhost")}
        network = connections.transport(guarded=True, context=trust(), resolver=trap)
        async with httpx.AsyncClient(transport=network) as client:
            # some spellings are stopped by the connector before they are resolved
            with pytest.raises(httpx.TransportError, match=f"{connections.REFUSAL}|not a canonical"):
                await client.get(f"http://{host}:{trap.inside}/feed")
    assert trap.connections == 0


@pytest.mark.parametrize(
    "location", ["http://rsshub/", "http://127.0.0.1/", "http://localhost:8080/", "/other"]
)
async def test_an_allowed_host_leads_to_no_other_and_to_no_other_port(location: str) -> None:
    elsewhere = {"/other": answering(b"", 302, Location="http://rsshub:8080/")}
    async with (
        trapped() as trap,
        serving(("/feed", answering(b"", 302, Location=location)), *elsewhere.items()) as address,
    ):
        port = address.rpartition(":")[2]
        inside = Trap(inside=int(port), answers={"rsshub": [(INSIDE,)]})
        fetch = HttpFetcher(allow_private=frozenset({f"rsshub:{port}"}), resolver=inside)
        said = await polled(fetch, f"http://rsshub:{port}/feed")
        await fetch.close()
    assert said
    assert "not refused" not in said
    assert trap.connections == 0


async def test_the_trap_springs_where_nothing_guards_it() -> None:
    async with trapped(("/feed", answering(b"", 302, Location="//inside.example.com/"))) as trap:
        trap.answers["inside.example.com"] = [(INSIDE,)]
        fetch = fetcher(trap, public=lambda _: True)
        await polled(fetch, "http://outside.example.com/feed")
        await fetch.close()
    assert trap.connections > 0
