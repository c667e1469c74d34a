"""What a feed server may answer instead of its feed."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from aiohttp import web

from tests.whole.news import Garble

_RSS = {"Content-Type": "application/rss+xml"}


@cache
def _bomb() -> bytes:
    """200 MB in 200 kB."""
    return gzip.compress(bytes(200_000_000), compresslevel=9)


async def _truncated(request: web.Request, feed: bytes) -> web.StreamResponse:
    # in the midst of the newest item, where it hurts most
    return web.Response(body=feed[: feed.find(b"</title>", feed.find(b"<item>")) - 9], headers=_RSS)


async def _html(request: web.Request, feed: bytes) -> web.StreamResponse:
    return web.Response(text="<html><h1>Back soon</h1><p>We are mending things.", content_type="text/html")


async def _gzip_bomb(request: web.Request, feed: bytes) -> web.StreamResponse:
    return web.Response(body=_bomb(), headers={**_RSS, "Content-Encoding": "gzip"})


async def _broken(request: web.Request, feed: bytes) -> web.StreamResponse:
    return web.Response(status=500, text="<rss")


async def _slow(request: web.Request, feed: bytes) -> web.StreamResponse:
    answer = web.StreamResponse(headers={**_RSS, "Content-Length": str(len(feed))})
    await answer.prepare(request)
    step = max(1, len(feed) // 6)
    # a bot that is killed goes meanwhile
    with suppress(ConnectionError):
        for start in range(0, len(feed), step):
            await answer.write(feed[start : start + step])
            await asyncio.sleep(0.4)
    return answer


async def _cut(request: web.Request, feed: bytes) -> web.StreamResponse:
    answer = web.StreamResponse(headers={**_RSS, "Content-Length": str(len(feed))})
    await answer.prepare(request)
    with suppress(ConnectionError):
        await answer.write(feed[: len(feed) // 2])
    if request.transport is not None:
        request.transport.abort()
    return answer


GARBLES: Mapping[str, Garble] = {
    "feed truncated": _truncated,
    "feed html": _html,
    "feed bomb": _gzip_bomb,
    "feed 500": _broken,
    "feed slow": _slow,
    "feed cut": _cut,
}
