"""Where Discord is: the real one, or a server that stands for it."""

from __future__ import annotations

from discord import http
from discord.gateway import DiscordWebSocket
from yarl import URL

_REAL = http.Route.BASE
_GATEWAY = DiscordWebSocket.DEFAULT_GATEWAY


def aim(api_url: str) -> None:
    """Send discord.py's requests to this address, or to Discord for "".

    discord.py keeps its addresses on classes, so that this holds for the whole process.
    """
    http.Route.BASE = api_url.rstrip("/") or _REAL
    DiscordWebSocket.DEFAULT_GATEWAY = _GATEWAY


async def aim_gateway(client: http.HTTPClient, api_url: str) -> None:
    """Ask a server that stands for Discord where its gateway is; discord.py knows the real one."""
    if api_url:
        found = await client.request(http.Route("GET", "/gateway"))
        DiscordWebSocket.DEFAULT_GATEWAY = URL(str(found["url"]))
