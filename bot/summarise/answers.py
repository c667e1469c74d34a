"""What stands in a chat completion, of whatever shape it came."""

from __future__ import annotations

from typing import Any

from bot.errors import NoSummary


def content(answer: Any) -> str:
    """The words of the first choice. Raises NoSummary where there are none."""
    choice = _at(_at(answer, "choices"), 0)
    said = _at(_at(choice, "message"), "content")
    if not isinstance(said, str) or not said.strip():
        raise NoSummary("the endpoint's answer holds no text")
    return said


def used(answer: Any) -> int | None:
    """The tokens that it cost by the endpoint's own count; None when it gives no believable one."""
    tokens = _at(_at(answer, "usage"), "total_tokens")
    # a bool is an int, too
    return tokens if type(tokens) is int and 0 <= tokens < 10**9 else None


def _at(value: Any, key: str | int) -> Any:
    """A field of an object or an element of a list; None where there is none."""
    if isinstance(value, dict) and isinstance(key, str):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return value[key]
    return None
