"""What can go wrong between us and Slack, beside what can between us and any platform."""

from __future__ import annotations

from typing import Any

from tests.chat.faults import Fault, act, broken, cut, drip, hang

__all__ = ["Fault", "act", "broken", "cut", "drip", "hang", "limited", "refused"]


def refused(error: str, **more: Any) -> Fault:
    """Slack's answer 200 that says no."""
    return Fault(status=200, body={"ok": False, "error": error, **more})


def limited(seconds: int | None, error: str = "ratelimited") -> Fault:
    """429, with the seconds to wait; None leaves the header out."""
    headers = {} if seconds is None else {"Retry-After": str(seconds)}
    return Fault(status=429, body={"ok": False, "error": error}, headers=headers)
