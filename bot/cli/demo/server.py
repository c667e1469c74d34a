"""A local web server with the demo's feeds, whose news comes in waves."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from xml.sax.saxutils import escape

from aiohttp import web


class NewsServer:
    """Serves one RSS feed an outlet on 127.0.0.1; `publish` brings the next wave."""

    def __init__(self) -> None:
        text = files("bot.cli.demo").joinpath("articles.toml").read_text("utf-8")
        self._articles = tomllib.loads(text)["article"]
        self._wave = 0
        self._began = datetime.now(UTC)
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def __aenter__(self) -> NewsServer:
        app = web.Application()
        app.router.add_get("/{host}.xml", self._feed)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner:
            await self._runner.cleanup()

    def publish(self) -> None:
        """Let the next wave of news appear in the feeds."""
        self._wave += 1

    def pack(self) -> str:
        """The feeds as the text of a pack."""
        outlets = dict.fromkeys((article["outlet"], article["host"]) for article in self._articles)
        return "\n".join(
            f'[[source]]\nname = "{name}"\nkind = "feed"\n'
            f'address = "http://127.0.0.1:{self.port}/{host}.xml"\ntopic = "demo"\nlanguage = "en"\n'
            for name, host in outlets
        )

    async def _feed(self, request: web.Request) -> web.Response:
        host = request.match_info["host"]
        shown = [one for one in self._articles if one["host"] == host and one["wave"] <= self._wave]
        items = "".join(self._item(article) for article in shown)
        body = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<rss version="2.0"><channel><title>{escape(host)}</title><link>https://{host}/</link>'
            f"<description>Recorded news</description>{items}</channel></rss>"
        )
        return web.Response(text=body, content_type="application/rss+xml")

    def _item(self, article: dict[str, str | int]) -> str:
        link = f"https://{article['host']}{article['path']}"
        age = timedelta(days=1) if article["wave"] == 0 else timedelta(minutes=1)
        return (
            f"<item><title>{escape(str(article['title']))}</title><link>{link}</link><guid>{link}</guid>"
            f"<pubDate>{format_datetime(self._began - age)}</pubDate>"
            f"<description>{escape(str(article['text']))}</description></item>"
        )
