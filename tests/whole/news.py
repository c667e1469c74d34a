"""A news site on 127.0.0.1 with one feed, to which a test adds items."""

from collections import deque
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Self
from xml.sax.saxutils import escape

from aiohttp import web

Garble = Callable[[web.Request, bytes], Awaitable[web.StreamResponse]]


class NewsSite:
    """Serves `/feed.xml`; `publish` puts an item on top."""

    def __init__(self) -> None:
        self._items: list[str] = []
        self._pages: dict[str, str] = {}
        self.polls = 0
        # True: connections are cut
        self.away = False
        # what the next polls get instead of the feed, one after the other
        self.garbled: deque[Garble] = deque()
        self.reads = 0
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/feed.xml", self._feed)
        app.router.add_get("/pages/{page}", self._page)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/feed.xml"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def publish(
        self, title: str, text: str = "", *, host: str = "wire.example", page: tuple[str, ...] = ()
    ) -> str:
        """Add an item; with paragraphs for a `page`, its link leads to that page on this site."""
        link = f"https://{host}/{len(self._items)}"
        if page:
            link = self.url.replace("feed.xml", f"pages/{len(self._items)}")
            body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in page)
            self._pages[str(len(self._items))] = (
                f"<html><head><title>{escape(title)}</title></head><body><nav>Home World Tech</nav>"
                f"<article><h1>{escape(title)}</h1>{body}</article></body></html>"
            )
        self._items.insert(
            0,
            f"<item><title>{escape(title)}</title><link>{link}</link><guid>{link}</guid>"
            f"<pubDate>{format_datetime(datetime.now(UTC))}</pubDate>"
            f"<description>{escape(text)}</description></item>",
        )
        return link

    async def _feed(self, request: web.Request) -> web.StreamResponse:
        self.polls += 1
        if self.away and request.transport:
            request.transport.abort()
        channel = f"<channel><title>Wire</title>{''.join(self._items)}</channel>"
        body = f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'
        if self.garbled:
            return await self.garbled.popleft()(request, body.encode())
        return web.Response(text=body, content_type="application/rss+xml")

    async def _page(self, request: web.Request) -> web.Response:
        self.reads += 1
        return web.Response(text=self._pages[request.match_info["page"]], content_type="text/html")
