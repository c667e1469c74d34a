"""What can go wrong between us and Discord, beside what can between us and any platform."""

from __future__ import annotations

from tests.chat.faults import Fault, act, answer, broken, cut, drip, hang

__all__ = ["Fault", "act", "answer", "banned", "broken", "cut", "drip", "hang", "limited", "refused"]


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
