"""What can go wrong between us and Slack, each before or after Slack did what was asked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`applied`: the request took effect all the same. Without a status, the connection is cut."""

    applied: bool = False
    status: int | None = None
    body: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    # never answered
    hangs: bool = False
    # a page of some proxy instead of JSON
    html: bool = False


def refused(error: str, **more: Any) -> Fault:
    """Slack's answer 200 that says no."""
    return Fault(status=200, body={"ok": False, "error": error, **more})


def limited(seconds: int, error: str = "ratelimited") -> Fault:
    """429, with the seconds to wait."""
    return Fault(status=429, body={"ok": False, "error": error}, headers={"Retry-After": str(seconds)})


def broken(status: int = 500, *, applied: bool, html: bool = False) -> Fault:
    """A server error."""
    return Fault(status=status, body={"ok": False, "error": "internal_error"}, applied=applied, html=html)


def cut(*, applied: bool) -> Fault:
    """The connection ends without an answer."""
    return Fault(applied=applied)


def hang(*, applied: bool) -> Fault:
    """No answer, and no end."""
    return Fault(applied=applied, hangs=True)


async def act(fault: Fault, request: web.Request) -> web.StreamResponse:
    """Play a fault to the caller."""
    if fault.hangs:
        await asyncio.sleep(3600)
    if fault.status is None:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if fault.html:
        return web.Response(
            status=fault.status, text="<html>upstream</html>", content_type="text/html", headers=fault.headers
        )
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)
