"""What can go wrong between us and a platform, each before or after the platform did what was asked."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

# longer than anybody waits
_FOR_EVER = 3600.0

# a dripped answer comes in so many pieces
_DROPS = 8


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`applied`: the request took effect all the same. Without a status, the connection is cut."""

    applied: bool = False
    status: int | None = None
    # None with a status: a page of some proxy instead of JSON
    body: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    # seconds without a byte, before the connection is cut
    hangs: float = 0.0
    # seconds over which the true answer arrives, piece by piece
    drips: float = 0.0


def broken(status: int = 500, *, applied: bool, html: bool = False) -> Fault:
    """A server error."""
    body = None if html else {"ok": False, "error": "internal_error", "code": 0, "message": "Internal Error"}
    return Fault(status=status, body=body, applied=applied)


def cut(*, applied: bool) -> Fault:
    """The connection ends without an answer."""
    return Fault(applied=applied)


def hang(*, applied: bool, seconds: float = _FOR_EVER) -> Fault:
    """No answer, and no end before so many seconds."""
    return Fault(applied=applied, hangs=seconds)


def drip(seconds: float) -> Fault:
    """The true answer, but slowly."""
    return Fault(applied=True, drips=seconds)


async def act(
    fault: Fault, request: web.Request, made: web.StreamResponse | None = None
) -> web.StreamResponse:
    """Play a fault to the caller; `made` is what an applied request would have been answered with."""
    if fault.hangs:
        await asyncio.sleep(fault.hangs)
    if fault.drips and isinstance(made, web.Response):
        return await _drip(fault.drips, request, made)
    if fault.status is None:
        # the caller may have gone while we were silent
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    if fault.body is None:
        return web.Response(
            status=fault.status, text="<html>upstream</html>", content_type="text/html", headers=fault.headers
        )
    return answer(fault.body, status=fault.status, headers=fault.headers)


async def _drip(seconds: float, request: web.Request, made: web.Response) -> web.StreamResponse:
    whole = made.body if isinstance(made.body, bytes) else b""
    slow = web.StreamResponse(status=made.status, headers={**made.headers, "Content-Length": str(len(whole))})
    await slow.prepare(request)
    step = max(1, len(whole) // _DROPS)
    # the caller may go meanwhile
    with suppress(ConnectionError):
        for start in range(0, len(whole), step):
            await asyncio.sleep(seconds / _DROPS)
            await slow.write(whole[start : start + step])
        await slow.write_eof()
    return slow


def answer(body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON as Discord sends it: with a charset behind the type, discord.py would take it for text."""
    given = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=given)
