"""The one polite, guarded client for every address that a person or a feed gave.

Redirects are followed here, a hop at a time, because each hop is checked like a new address.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx
from aiohttp.abc import AbstractResolver

from bot import __version__
from bot.core.model import Verdict
from bot.sources import addresses, bodies, connections, failures
from bot.sources.addresses import AllowPrivate, Failed, Target

USER_AGENT = f"Newsbell/{__version__} (self-hosted news alert bot; reads feeds for a team's chat)"

_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one fetch may cost: bytes, seconds in all (waiting for a turn apart), hops, requests at once."""

    wire: int = 5_000_000
    inflated: int = 8_000_000
    seconds: float = 30
    redirects: int = 5
    per_host: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said: 200 with a body, or 304 without one."""

    status: int
    headers: httpx.Headers
    body: bytes
    # where it was found after all redirects
    address: str
    # where the first, permanent redirects lead; None without any
    moved_to: str | None


@dataclass(slots=True)
class _Trail:
    """The hops so far."""

    address: str
    visited: list[str] = field(default_factory=list)
    moved_to: str | None = None
    permanent: bool = True


class Client:
    """Asks addresses for their content. Every failure is a Failed that carries its FetchFailed.

    `transport` stands in for the network in tests; addresses are checked all the same.
    """

    def __init__(
        self,
        *,
        allow_private: AllowPrivate = False,
        limits: Limits | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._allow_private = allow_private
        self._limits = limits or Limits()
        self._transport = transport
        self._resolver = resolver
        self._clients: dict[bool, httpx.AsyncClient] = {}
        self._turns: dict[str, asyncio.Semaphore] = {}
        self._waiting: dict[str, int] = {}
        # the Date header of the last answer
        self.server_date: str | None = None

    async def close(self) -> None:
        """Let go of every connection."""
        clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            await client.aclose()

    async def get(self, address: str, *, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer of an address after redirects. Raises Failed for everything but a 200 or 304."""
        trail = _Trail(address)
        left = self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            target = self._next(trail)
            async with self._turn(target.host):
                began = asyncio.get_running_loop().time()
                answer = await self._timed(target, headers or {}, left, trail)
                left -= asyncio.get_running_loop().time() - began
            if answer:
                return answer
        raise failures.failed(
            Verdict.STATUS, f"the server redirects more than {self._limits.redirects} times"
        )

    def _next(self, trail: _Trail) -> Target:
        target = addresses.check(trail.address, self._allow_private)
        address = str(target.url)
        if address in trail.visited:
            raise failures.failed(Verdict.STATUS, "the server redirects in a circle")
        # https → http is no move to remember: whoever sits in between could have sent it
        downgrade = (
            bool(trail.visited) and trail.visited[-1].startswith("https:") and target.url.scheme == "http"
        )
        trail.permanent = trail.permanent and not downgrade
        if trail.visited and trail.permanent:
            trail.moved_to = address
        trail.visited.append(address)
        return target

    async def _timed(
        self, target: Target, headers: Mapping[str, str], left: float, trail: _Trail
    ) -> Answer | None:
        try:
            async with asyncio.timeout(max(left, 0)):
                return await self._hop(target, headers, trail)
        except TimeoutError:
            raise failures.failed(
                Verdict.TIMEOUT, f"no whole answer within {self._limits.seconds:g} seconds"
            ) from None
        except Failed:
            raise
        except Exception as error:
            # the transport lets errors of three libraries through; what is none of them is a bug of ours
            raise failures.translate(error, target.host) from error

    async def _hop(self, target: Target, headers: Mapping[str, str], trail: _Trail) -> Answer | None:
        """The answer, or None for a redirect, which is then the trail's next address."""
        client = self._client(private=target.private)
        request = client.build_request("GET", target.url, headers=dict(headers))
        response = await client.send(request, stream=True, follow_redirects=False)
        self.server_date = response.headers.get("date") or self.server_date
        try:
            if response.status_code in _REDIRECTS:
                location = response.headers.get("location", "")
                if not location:
                    raise failures.failed(Verdict.STATUS, "the server redirects to nowhere")
                trail.address = failures.join(str(target.url), location)
                trail.permanent = trail.permanent and response.status_code in _PERMANENT
                return None
            return Answer(
                status=response.status_code,
                headers=response.headers,
                body=await self._body(response),
                address=str(target.url),
                moved_to=trail.moved_to,
            )
        finally:
            await response.aclose()

    async def _body(self, response: httpx.Response) -> bytes:
        if response.status_code == 304:
            return b""
        failures.check_status(response)
        gzipped = bodies.coding(response.headers.get("content-encoding", ""))
        length = response.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length[:20]) > self._limits.wire:
            raise bodies.too_large(self._limits.wire)
        chunks = response.aiter_raw()
        if response.is_stream_consumed:
            # a transport that stands in for the network hands over bodies read and unpacked
            chunks, gzipped = _once(response.content), False
        return await bodies.collect(
            chunks, gzipped=gzipped, wire=self._limits.wire, inflated=self._limits.inflated
        )

    def _client(self, *, private: bool) -> httpx.AsyncClient:
        if private not in self._clients:
            self._clients[private] = httpx.AsyncClient(
                transport=self._transport
                or connections.transport(
                    guarded=not private, context=connections.trust(), resolver=self._resolver
                ),
                trust_env=False,
                timeout=self._limits.seconds,
                # no cookie is ever taken
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
            )
        return self._clients[private]

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        """At most so many requests at once per host; the others wait."""
        turn = self._turns.setdefault(host, asyncio.Semaphore(self._limits.per_host))
        self._waiting[host] = self._waiting.get(host, 0) + 1
        try:
            async with turn:
                yield
        finally:
            self._waiting[host] -= 1
            if not self._waiting[host]:
                del self._waiting[host], self._turns[host]


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
