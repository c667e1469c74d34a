"""Settings as people write them: each function reads one value, and raises ValueError for what is none."""

from __future__ import annotations

import re
from ipaddress import IPv6Address


def packs(value: str) -> tuple[str, ...]:
    """Names with commas between them, or `none`."""
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    return () if names == ("none",) else names


def address(value: str) -> tuple[str, int] | None:
    """The host and port of a server of ours, or `off`."""
    if value.strip().lower() == "off":
        return None
    found = re.fullmatch(r"(?:\[([0-9a-fA-F:.]+)\]|([^\s:/@\[\]]+)):(\d{1,5})", value.strip())
    if not found or int(found[3]) > 65535:
        raise ValueError("write 127.0.0.1:8642 or off")
    return found[1] or found[2], int(found[3])


def hosts(value: str) -> bool | frozenset[str]:
    """`on` and `off`, or with commas between them `rsshub`, `rsshub:1200` and `rsshub:*`."""
    switch = {"on": True, "true": True, "1": True, "off": False, "false": False, "0": False}
    plain = value.strip().lower()
    if plain in switch:
        return switch[plain]
    return frozenset(_host(host.strip()) for host in plain.split(",") if host.strip())


def _host(given: str) -> str:
    """A host with or without its port; an IPv6 address gets its brackets."""
    if given.count(":") > 1 and not given.startswith("["):
        given = f"[{given}]"
    found = re.fullmatch(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9_.-]+?)\.?)(:(?:\d{1,5}|\*))?", given)
    if not found:
        raise ValueError("write rsshub or rsshub:1200")
    return (f"[{IPv6Address(found[1])}]" if found[1] else found[2]) + (found[3] or "")


def backups(value: str) -> str:
    """`on`, `off`, or a folder, which keeps its capitals."""
    plain = value.strip()
    switch = {"true": "on", "1": "on", "on": "on", "false": "off", "0": "off", "off": "off"}
    return switch.get(plain.lower(), plain)
