"""The fetcher: every kind of source behind one door, none of whose troubles gets through as an exception."""

from __future__ import annotations

from collections.abc import Awaitable

import structlog
from aiohttp.abc import AbstractResolver
from httpx import AsyncBaseTransport

from bot.core.model import FetchFailed, FetchResult, Source, Verdict
from bot.errors import ReadError, UserError
from bot.ports import FoundFeed
from bot.sources import kinds, page
from bot.sources.addresses import AllowPrivate, Failed
from bot.sources.feed.discover import discover
from bot.sources.feed.kind import FeedKind
from bot.sources.http import Client, Limits

log = structlog.get_logger()


class HttpFetcher:
    """Implements `bot.ports.Fetcher` over the guarded client.

    `transport` and `resolver` stand in for the network in tests.
    """

    def __init__(
        self,
        *,
        allow_private: AllowPrivate = False,
        limits: Limits | None = None,
        transport: AsyncBaseTransport | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._http = Client(
            allow_private=allow_private, limits=limits, transport=transport, resolver=resolver
        )
        self._kinds = kinds.load()

    async def poll(self, source: Source) -> FetchResult:
        """Ask one source what is new; every trouble is a FetchFailed with its verdict."""
        kind = self._kinds.get(source.kind)
        if kind is None:
            return FetchFailed(
                verdict=Verdict.NOT_A_FEED,
                reason=f"there is no kind of source named {source.kind!r}",
                permanent=True,
            )
        try:
            return await kind.fetch(self._http, source)
        except Failed as error:
            return error.result
        except Exception:
            # a fault of ours in one source must neither stop the others nor be asked again at once
            log.exception("fetch.crashed", source=source.name)
            return FetchFailed(
                verdict=Verdict.NOT_A_FEED, reason="a fault of Newsbell's own, which stands in the log"
            )

    async def discover(self, address: str) -> tuple[FoundFeed, ...]:
        """The feeds behind an address. Raises UserError, with what to type instead."""
        kind = self._kinds[FeedKind.name]
        if not isinstance(kind, FeedKind):
            raise TypeError("the kind named feed is another one")
        return await discover(self._http, kind, address)

    async def page(self, address: str) -> tuple[str, str]:
        """The title and text of an article's page. Raises UserError with the cause."""
        return await self._read(page.fetch(self._http, address))

    async def saved(self, body: bytes) -> tuple[str, str]:
        """The title and text of a page that was saved as a file. Raises UserError with the cause."""
        return await self._read(page.read(body))

    @staticmethod
    async def _read(reading: Awaitable[tuple[str, str]]) -> tuple[str, str]:
        try:
            return await reading
        except Failed as error:
            raise UserError(f"The page can't be read: {error.result.reason}.") from error
        except ReadError as error:
            raise UserError(f"The page can't be read: {error}.") from error

    @property
    def server_date(self) -> str | None:
        """The Date header of the last answer, to hold our own clock against; None before any."""
        return self._http.server_date

    async def close(self) -> None:
        """Let go of every connection, thread and process."""
        for kind in self._kinds.values():
            await kind.close()
        await self._http.close()
