"""What `newsbell doctor` asks of Discord: does the token work, and how many servers is the bot in."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.chat.discord import errors
from bot.chat.discord.client import install_link

# the check's name, whether it passed, and what was found or what to do next
Finding = tuple[str, bool, str]

DISCORD = "https://discord.com/api/v10"

_PATIENCE = 10
_PAGE = 200


async def examine(token: str, *, api_url: str = "") -> list[Finding]:
    """The findings, in the order in which a newcomer would fix them. Never raises for what Discord may do."""
    headers = {"Authorization": f"Bot {token.strip()}", "User-Agent": "DiscordBot (newsbell, 1)"}
    base = api_url.rstrip("/") or DISCORD
    try:
        async with aiohttp.ClientSession(
            headers=headers, timeout=aiohttp.ClientTimeout(total=_PATIENCE)
        ) as session:
            return await _ask(session, base)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        return [("token", False, f"Discord can't be reached: {errors.reason(error)}")]


async def _ask(session: aiohttp.ClientSession, base: str) -> list[Finding]:
    status, application = await _get(session, f"{base}/applications/@me")
    if status == 401:
        return [("token", False, errors.TOKEN)]
    if status != 200 or not isinstance(application, dict):
        return [("token", False, f"Discord answers {status}; try again in a minute")]
    found: list[Finding] = [("token", True, f"works: {application.get('name', 'the application')}")]
    if application.get("interactions_endpoint_url"):
        said = "commands go to a web address: empty Interactions Endpoint URL under General Information"
        found.append(("commands", False, said))
    link = install_link(int(application["id"]))
    status, servers = await _get(session, f"{base}/users/@me/guilds?limit={_PAGE}")
    if status != 200 or not isinstance(servers, list):
        return [*found, ("servers", False, f"Discord doesn't list them ({status}); try again in a minute")]
    if not servers:
        return [*found, ("servers", False, f"in none yet: open {link}")]
    count = f"{len(servers)} or more" if len(servers) == _PAGE else str(len(servers))
    return [*found, ("servers", True, f"in {count}; to add it to another, open {link}")]


async def _get(session: aiohttp.ClientSession, url: str) -> tuple[int, Any]:
    async with session.get(url) as answer:
        return answer.status, await answer.json(content_type=None)
