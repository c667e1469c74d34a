"""Whether Newsbell can post in a channel, in a sentence that says what to do."""

from __future__ import annotations

from typing import Any

from bot.chat.slack.errors import INVITE
from bot.chat.slack.web import Web
from bot.errors import ChannelGone, ChatDown, TryLater, Unknown

DIRECT = "Newsbell doesn't post in direct messages: type this in a channel, or add in:#channel at the end."


async def obstacle(web: Web, channel: str) -> str:
    """ "" when nothing keeps us from posting, else what to do about it."""
    if channel.startswith("D"):
        return DIRECT
    try:
        return _seen(await web.info(channel))
    except ChannelGone:
        return f"Newsbell can't see this channel. Invite me first: {INVITE} there, then type this again."
    except Unknown as error:
        return f"{error}: paste slack-manifest.yaml into the app's settings again and reinstall the app."
    except TryLater as error:
        return f"Slack is busy; type this again in {error.seconds:.0f} seconds."
    except ChatDown as error:
        return f"{error} Type this again in a minute."


def _seen(info: dict[str, Any]) -> str:
    if info.get("is_im") or info.get("is_mpim"):
        return DIRECT
    name = f"#{info['name']}" if info.get("name") else "this channel"
    if info.get("is_archived"):
        return f"{name} is archived: unarchive it, or choose another channel."
    if not info.get("is_member"):
        return f"Newsbell isn't in {name}. Invite me first: {INVITE} there, then type this again."
    if info.get("is_read_only"):
        return f"{name} is read-only: ask its owner to let apps post, or choose another channel."
    return ""
