"""What Discord's answers mean, in one place: sent or not, and what to do next.

The codes are those of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json.
"""

from __future__ import annotations

from collections.abc import Mapping

import aiohttp
import discord

from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, TokenRejected, TryLater, Unknown

# when Discord asks for patience without naming a time, in seconds
_PATIENCE = 60.0

PERMISSIONS = "channel settings → Permissions → Newsbell"

TOKEN = "Discord rejects DISCORD_TOKEN: copy it again from Bot → Reset Token in the developer portal."  # noqa: S105 - a sentence

_GONE: Mapping[int, str] = {
    10003: "The channel is deleted.",
    10004: "Newsbell isn't in that server any more: open its install link and add it again.",
    50001: f"Newsbell can't see the channel: allow View Channel under {PERMISSIONS}.",
    50013: "Newsbell may not post in the channel: allow View Channel, Send Messages and Embed Links"
    f" under {PERMISSIONS}.",
    50008: "The channel takes no messages: watch from a text channel.",
    50083: "The thread is archived: open it again, or watch from another channel.",
    160005: "The thread is locked: unlock it, or watch from another channel.",
}

# limits that come with a code of their own and not always with a time
_BUSY = frozenset({20016, 20022, 20028, 20029, 30046, 40062})


def translate(error: Exception) -> DeliveryError:
    """The class by which the caller decides what to do next."""
    if isinstance(error, DeliveryError):
        return error
    if isinstance(error, discord.RateLimited):
        return TryLater(error.retry_after)
    if isinstance(error, discord.LoginFailure):
        return TokenRejected(TOKEN)
    if isinstance(error, discord.HTTPException):
        return _answered(error)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        # there was no connection yet, so that nothing left
        return ChatDown(f"Discord can't be reached: {reason(error)}")
    if isinstance(error, RuntimeError) and "closed" in str(error):
        return ChatDown("Newsbell is leaving Discord")
    return Unknown(f"the connection to Discord broke before the answer: {reason(error)}")


def looking(error: Exception) -> DeliveryError:
    """The same for a request that changes nothing: after a broken one we simply haven't looked yet."""
    found = translate(error)
    if isinstance(found, Unknown):
        return ChatDown(str(found))
    if isinstance(found, ChannelGone | Refused):
        return Unknown(f"Newsbell can't look into the channel. {found}")
    return found


def reason(error: BaseException) -> str:
    """An error in words, also where it has none of its own."""
    return str(error) or type(error).__name__


def _answered(error: discord.HTTPException) -> DeliveryError:
    if error.status == 429 or error.code in _BUSY:
        return TryLater(_seconds(error), everywhere=error.status == 429 and _everywhere(error))
    if error.code in _GONE:
        return ChannelGone(_GONE[error.code])
    if error.status == 401:
        return TokenRejected(TOKEN)
    if error.status >= 500:
        # discord.py has sent it again with the same nonce before it gave up
        return Unknown(f"Discord answered {error.status}; the post may have been made")
    if error.code == 0 and error.status in (403, 404, 407):
        return ChatDown(f"Discord can't be reached: a server on the way answered {error.status}")
    return Refused(f"Discord refuses the message: {error.text or error.status} (code {error.code})")


def _seconds(error: discord.HTTPException) -> float:
    headers = error.response.headers
    told = headers.get("Retry-After") or headers.get("X-RateLimit-Reset-After")
    try:
        return max(0.0, float(told or _PATIENCE))
    except ValueError:
        return _PATIENCE


def _everywhere(error: discord.HTTPException) -> bool:
    """Whether a 429 is on all that we send: Discord's global limit, or a block before we reached Discord."""
    headers = error.response.headers
    if headers.get("X-RateLimit-Global") or headers.get("X-RateLimit-Scope") == "global":
        return True
    return not any(name.lower().startswith("x-ratelimit-") for name in headers)
