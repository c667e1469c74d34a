"""What can go wrong between us and Discord, each before or after Discord did what was asked."""

from __future__ import annotations

import asyncio
import json
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
    hangs: bool = False


def refused(status: int, code: int, message: str = "no") -> Fault:
    """Discord's answer that says no, by its own code."""
    return Fault(status=status, body={"code": code, "message": message})


def limited(seconds: float, *, everywhere: bool = False, via: bool = True) -> Fault:
    """429 with the headers that Discord sends; without `Via` discord.py raises at once."""
    headers = {
        "Retry-After": f"{seconds:g}",
        "X-RateLimit-Scope": "global" if everywhere else "shared",
        **({"X-RateLimit-Global": "true"} if everywhere else {}),
        **({"Via": "1.1 google"} if via else {}),
    }
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    return Fault(status=429, body=body, headers=headers)


def banned() -> Fault:
    """429 of a server before Discord: no header of Discord's, no JSON."""
    return Fault(status=429)


def broken(status: int = 500, *, applied: bool) -> Fault:
    """A server error."""
    return Fault(status=status, body={"code": 0, "message": "Internal Server Error"}, applied=applied)


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
    if fault.body is None:
        return web.Response(status=fault.status, text="<html>upstream</html>", content_type="text/html")
    return answer(fault.body, status=fault.status, headers=fault.headers)


def answer(body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON as Discord sends it: with a charset behind the type, discord.py would take it for text."""
    given = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=given)
