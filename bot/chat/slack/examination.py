"""What `newsbell doctor` asks of Slack: do the tokens work, are scopes there, does the socket open."""

from __future__ import annotations

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack import errors
from bot.chat.slack.web import SLACK, client, tls

# the check's name, whether it passed, and what was found or what to do next
Finding = tuple[str, bool, str]

SCOPES = ("commands", "chat:write", "channels:read", "groups:read")
# only to let the administrators of the workspace act for all channels
RANK_SCOPES = ("users:read",)
# only to settle a post whose answer was lost
HISTORY_SCOPES = ("channels:history", "groups:history")

_REINSTALL = "paste slack-manifest.yaml under App Manifest again, then Install App → Reinstall"

# seconds for the socket's first word
_HELLO = 10


async def examine(
    bot_token: str, app_token: str, *, web_url: str = SLACK, read_history: bool = True
) -> list[Finding]:
    """The findings, in the order in which a newcomer would fix them. Never raises for what Slack may do."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_HELLO)) as session:
        web = client(bot_token, web_url, session)
        return [*await _bot(web, read_history), await _socket(web, app_token, session)]


async def _bot(web: AsyncWebClient, read_history: bool) -> list[Finding]:
    try:
        me = await web.auth_test()
    except Exception as error:
        return [("bot token", False, str(errors.looking(error)))]
    granted = {scope.strip() for scope in str(me.headers.get("x-oauth-scopes", "")).split(",")} - {""}
    team, user = me.get("team", "the workspace"), me.get("user", errors.BOT_NAME)
    return [("bot token", True, f"works: @{user} in {team}"), _scopes(granted, read_history)]


def _scopes(granted: set[str], read_history: bool) -> Finding:
    name = "permissions"
    if not granted:
        return (name, True, "Slack didn't list them")
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        return (name, False, f"missing {', '.join(missing)}: {_REINSTALL}")
    if read_history and (without := [scope for scope in HISTORY_SCOPES if scope not in granted]):
        return (
            name,
            True,
            f"all that is needed; without {', '.join(without)} an alert whose answer was lost is sent twice",
        )
    if without := [scope for scope in RANK_SCOPES if scope not in granted]:
        return (
            name,
            True,
            f"all that is needed; without {', '.join(without)} admins of the workspace are taken for others",
        )
    return (name, True, "all there")


async def _socket(web: AsyncWebClient, app_token: str, session: aiohttp.ClientSession) -> Finding:
    name = "app token"
    try:
        url = (await web.apps_connections_open(app_token=app_token))["url"]
    except Exception as error:
        return (name, False, str(errors.opening(error)))
    try:
        async with session.ws_connect(url, ssl=tls(), proxy=web.proxy) as socket:
            hello = await socket.receive_json(timeout=_HELLO)
    except Exception as error:
        return (name, False, f"works, but the socket can't be opened ({errors.reason(error)}): allow wss out")
    if hello.get("type") != "hello":
        return (name, False, "works, but Socket Mode is off: turn it on under Socket Mode")
    return (name, True, "works, and the socket opens")
