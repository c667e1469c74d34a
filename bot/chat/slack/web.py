"""Slack's Web API as we use it: post, look, check. No request is ever repeated behind our back."""

from __future__ import annotations

import logging
import ssl
from datetime import datetime
from functools import cache
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.chat.slack import errors
from bot.chat.slack.blocks import Block
from bot.errors import TryLater, Unknown

SLACK = "https://slack.com/api/"

EVENT_TYPE = "newsbell_alert"

# seconds for a whole request, and for getting a connection: only the latter tells us that nothing left
_WHOLE, _CONNECT = 30, 10

# messages in one look; Slack gives an app outside its marketplace 15 at most, without an error
_PAGE = 200
# members of a channel in one answer; more than 999 are refused
_MEMBERS = 999


def quiet_logger() -> logging.Logger:
    """The log of Slack's libraries, for errors alone: at the debug level they write what people type."""
    logger = logging.getLogger("bot.chat.slack.library")
    logger.setLevel(logging.CRITICAL)
    return logger


@cache
def tls() -> ssl.SSLContext:
    """The system's certificates, or those that SSL_CERT_FILE names, for every connection of ours."""
    return ssl.create_default_context()


def client(token: str, web_url: str, session: aiohttp.ClientSession | None = None) -> AsyncWebClient:
    """A client that sends each request once: the default handlers send again after a cut connection.

    Without a session it opens one for each request.
    """
    return AsyncWebClient(
        token=token,
        base_url=web_url,
        timeout=_WHOLE,
        session=session,
        ssl=tls(),
        retry_handlers=[],
        logger=quiet_logger(),
    )


class Web:
    """Posts into channels, and looks into them. Raises errors of `bot.errors.DeliveryError` alone."""

    def __init__(self, *, token: str, web_url: str) -> None:
        # a connection for each request: on a kept one, a cut couldn't be told from a refused request
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(force_close=True),
            timeout=aiohttp.ClientTimeout(total=_WHOLE, connect=_CONNECT, sock_connect=_CONNECT),
        )
        self._client = client(token, web_url, self._session)
        # where the look for a key goes on, when Slack made us wait between two pages
        self._cursors: dict[str, str] = {}

    async def close(self) -> None:
        """Let go of every connection."""
        await self._session.close()

    async def post(self, channel: str, text: str, blocks: list[Block] | None, key: str) -> str:
        """Post; the message's ts. Raises BadForm for blocks that Slack objects to: plain words may pass."""
        try:
            answer = await self._client.chat_postMessage(
                channel=channel,
                text=text,
                blocks=blocks,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
                mrkdwn=False,
                parse="none",
                link_names=False,
                unfurl_links=False,
                unfurl_media=False,
            )
        except Exception as error:
            raise errors.translate(error) from error
        ts = answer.get("ts")
        if not isinstance(ts, str) or not ts:
            raise Unknown("Slack took the message, but its answer doesn't name it")
        return ts

    async def find(self, channel: str, key: str, since: datetime) -> str | None:
        """The ts of the message with this key, None when none since then has it.

        Goes on where it stopped, when it's called again after TryLater.
        """
        while True:
            page = await self._look(channel, since, key)
            for message in page.get("messages") or []:
                if _key(message) == key:
                    self._cursors.pop(key, None)
                    return str(message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                self._cursors.pop(key, None)
                return None
            self._cursors[key] = str(cursor)

    async def _look(self, channel: str, since: datetime, key: str) -> AsyncSlackResponse:
        try:
            return await self._client.conversations_history(
                channel=channel,
                oldest=f"{since.timestamp():.6f}",
                inclusive=True,
                include_all_metadata=True,
                limit=_PAGE,
                cursor=self._cursors.get(key),
            )
        except Exception as error:
            found = errors.looking(error)
            if not isinstance(found, TryLater):
                # the next look starts anew: a cursor may be what Slack objects to
                self._cursors.pop(key, None)
            raise found from error

    async def has_member(self, channel: str, person: str) -> bool:
        """Whether a person is in a channel, from as many pages of its members as it takes."""
        cursor = ""
        while True:
            try:
                page = await self._client.conversations_members(
                    channel=channel, limit=_MEMBERS, cursor=cursor or None
                )
            except Exception as error:
                raise errors.looking(error) from error
            if person in (page.get("members") or []):
                return True
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return False

    async def administers(self, person: str) -> bool:
        """Whether a person is an administrator or owner of the workspace."""
        try:
            answer = await self._client.users_info(user=person)
        except Exception as error:
            raise errors.looking(error) from error
        found = answer.get("user")
        found = found if isinstance(found, dict) else {}
        return any(found.get(rank) is True for rank in ("is_admin", "is_owner", "is_primary_owner"))

    async def info(self, channel: str) -> dict[str, Any]:
        """What Slack tells about a channel."""
        try:
            answer = await self._client.conversations_info(channel=channel)
        except Exception as error:
            raise errors.looking(error) from error
        found = answer.get("channel")
        return found if isinstance(found, dict) else {}


def _key(message: dict[str, Any]) -> str:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return ""
    return str((metadata.get("event_payload") or {}).get("key", ""))
