"""What Slack's answers mean, in one place: sent or not, and what to do next.

The codes are those of https://docs.slack.dev/reference/methods/chat.postMessage.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.errors import ChannelGone, ChatDown, DeliveryError, Refused, TokenRejected, TryLater, Unknown

BOT_NAME = "Newsbell"
INVITE = f"type /invite @{BOT_NAME}"

# when Slack asks for patience without naming a time, in seconds
_PATIENCE = 60.0

_GONE: Mapping[str, str] = {
    "not_in_channel": f"Newsbell is not in the channel: {INVITE} there.",
    "channel_not_found": f"The channel is deleted, or private without Newsbell: {INVITE} there.",
    "is_archived": "The channel is archived: unarchive it or watch from another one.",
    "restricted_action": "A workspace setting keeps apps from posting in the channel: ask an administrator.",
    "restricted_action_read_only_channel": "The channel is read-only: ask its owner to let apps post.",
    "restricted_action_thread_only_channel": "The channel takes replies only, no new posts.",
    "restricted_action_non_threadable_channel": "A workspace setting keeps apps from posting in the channel.",
    "messages_tab_disabled": "Newsbell's direct messages are turned off: watch from a channel.",
    "cannot_reply_to_message": "The channel doesn't take posts from apps.",
    "user_is_bot": "Direct messages to a bot can't be posted.",
    "channel_type_not_supported": "Slack lets no app post in this kind of conversation.",
}

# what Slack objects to is the form of the message: plain words may still pass
_FORM = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "invalid_arguments"}
)

# nothing is sent with this token any more
_REJECTED: Mapping[str, str] = {
    "invalid_auth": "Slack rejects SLACK_BOT_TOKEN: copy it again from OAuth & Permissions.",
    "not_authed": "Slack rejects SLACK_BOT_TOKEN: copy it again from OAuth & Permissions.",
    "token_revoked": "SLACK_BOT_TOKEN was revoked: install the app again and copy the new token.",
    "token_expired": "SLACK_BOT_TOKEN has expired: turn token rotation off and install the app again.",
    "account_inactive": "The app was removed from the workspace: install it again and copy the new token.",
    "not_allowed_token_type": "This Slack token is of the wrong kind: SLACK_BOT_TOKEN starts with xoxb-,"
    " SLACK_APP_TOKEN with xapp-.",
}

_DOWN: Mapping[str, str] = {
    "missing_scope": "The app lacks a permission: paste slack-manifest.yaml again and reinstall it.",
    "no_permission": "The app lacks a permission: paste slack-manifest.yaml again and reinstall it.",
    "access_denied": "The workspace denies access to the app: ask an administrator.",
    "accesslimited": "The workspace lets no app in from this network: ask an administrator.",
    "team_access_not_granted": "The app isn't installed in this workspace: install it.",
    "enterprise_is_restricted": "The app must be installed in a workspace, not in the whole organisation.",
    "ekm_access_denied": "Administrators have suspended posting.",
    "org_login_required": "The workspace is being moved; Slack says to wait.",
    "team_added_to_org": "The workspace is being moved; Slack says to wait.",
    "service_unavailable": "Slack is not available at the moment.",
    # the request arrived in part, so that nothing was done
    "request_timeout": "Slack received the request in part only.",
}

_TOKEN = frozenset({"invalid_auth", "not_authed", "not_allowed_token_type", "missing_scope", "token_revoked"})

# "some aspect of the operation" may have succeeded, Slack's reference says of these
_PERHAPS = frozenset({"fatal_error", "internal_error"})

# limits on the whole app or workspace; "ratelimited" is one on a method or channel
_EVERYWHERE = frozenset({"rate_limited", "message_limit_exceeded"})


class BadForm(Refused):
    """Refused for its blocks or length; the same in plain words may pass."""


def code(error: SlackApiError) -> str:
    """Slack's word for what is wrong, "" when the answer holds none."""
    found = _data(error).get("error", "")
    return found if isinstance(found, str) else ""


def needed(error: SlackApiError) -> str:
    """The scope that the app lacks, "" when Slack doesn't say."""
    found = _data(error).get("needed", "")
    return found if isinstance(found, str) else ""


def translate(error: Exception) -> DeliveryError:
    """The class by which the caller decides what to do next."""
    if isinstance(error, DeliveryError):
        return error
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        # there was no connection yet, so that nothing left
        return ChatDown(f"Slack can't be reached: {reason(error)}")
    if isinstance(error, aiohttp.InvalidURL | aiohttp.ClientHttpProxyError):
        return ChatDown(f"Slack can't be reached: {reason(error)}")
    return Unknown(f"the connection to Slack broke before the answer: {reason(error)}")


def looking(error: Exception) -> DeliveryError:
    """The same for a request that changes nothing: after a broken one we simply haven't looked yet."""
    if isinstance(error, SlackApiError) and code(error) == "missing_scope":
        return Unknown(f"Newsbell lacks the permission {needed(error) or 'to look'}")
    found = translate(error)
    if isinstance(found, Unknown):
        return ChatDown(str(found))
    if isinstance(found, Refused):
        return Unknown(
            f"Slack refuses to let Newsbell look: {code(error)}"
            if isinstance(error, SlackApiError)
            else str(found)
        )
    return found


def greeting(error: Exception) -> ChatDown:
    """The same for the request that asks who we are."""
    found = looking(error)
    return found if isinstance(found, ChatDown) else ChatDown(str(found))


def opening(error: Exception) -> ChatDown:
    """The same for the request that opens the socket, which goes by the other token."""
    if isinstance(error, SlackApiError) and code(error) in _TOKEN:
        return TokenRejected(
            "Slack rejects SLACK_APP_TOKEN: make one under Basic Information → App-Level Tokens,"
            " with the scope connections:write."
        )
    return ChatDown(str(translate(error)))


def reason(error: BaseException) -> str:
    """An error in words, also where it has none of its own."""
    return str(error) or type(error).__name__


def _answered(error: SlackApiError) -> DeliveryError:
    status, word = _status(error), code(error)
    if status == 429 or word == "ratelimited" or word in _EVERYWHERE:
        return TryLater(_seconds(error), everywhere=word in _EVERYWHERE)
    if word in _GONE:
        return ChannelGone(_GONE[word])
    if word in _REJECTED:
        return TokenRejected(_REJECTED[word])
    if word in _DOWN:
        scope = needed(error)
        return ChatDown(_DOWN[word] + (f" It needs {scope}." if scope else ""))
    if word in _PERHAPS or status >= 500 or status == 0:
        return Unknown(f"Slack answered {word or status or 'unreadably'}; the post may have been made")
    if word:
        refused = BadForm if word in _FORM else Refused
        return refused(f"Slack refuses the message: {word}{_details(error)}")
    return _bare(status)


def _bare(status: int) -> DeliveryError:
    """A status without any word of Slack's: something between us and Slack answered."""
    if status == 413:
        return Refused("Slack refuses the message: it is too large")
    if status == 200:
        return Unknown("Slack's answer can't be read; the post may have been made")
    return ChatDown(f"Slack can't be reached: a server on the way answered {status}")


def _status(error: SlackApiError) -> int:
    # for an unreadable body, slack_sdk hands over aiohttp's response, which has no status_code
    found = getattr(error.response, "status_code", None) or getattr(error.response, "status", 0)
    return found if isinstance(found, int) else 0


def _data(error: SlackApiError) -> Mapping[str, Any]:
    found = getattr(error.response, "data", None)
    return found if isinstance(found, dict) else {}


def _seconds(error: SlackApiError) -> float:
    headers = getattr(error.response, "headers", None) or {}
    try:
        return max(0.0, float(headers.get("Retry-After", _PATIENCE)))
    except ValueError:
        return _PATIENCE


def _details(error: SlackApiError) -> str:
    metadata = _data(error).get("response_metadata")
    messages = metadata.get("messages") if isinstance(metadata, dict) else None
    return f" ({'; '.join(map(str, messages[:3]))})" if isinstance(messages, list) and messages else ""
