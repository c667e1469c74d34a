"""What Discord refuses in a message, as far as ours can meet it."""

from __future__ import annotations

from typing import Any


def units(text: str) -> int:
    """Discord says "characters"; the larger count of UTF-16 units is on the safe side."""
    return len(text.encode("utf-16-le")) // 2


def objections(body: dict[str, Any]) -> list[str]:
    """Every limit that a message breaks."""
    content, embeds = body.get("content") or "", body.get("embeds") or []
    found = [] if content or embeds else ["empty message"]
    sizes = {"content": (content, 2_000), "nonce": (str(body.get("nonce") or ""), 25)}
    for place, embed in enumerate(embeds):
        sizes[f"title {place}"] = (embed.get("title", ""), 256)
        sizes[f"description {place}"] = (embed.get("description", ""), 4_096)
        sizes[f"footer {place}"] = (embed.get("footer", {}).get("text", ""), 2_048)
        sizes[f"url {place}"] = (embed.get("url", ""), 2_048)
        if not any(embed.get(name) for name in ("title", "description", "footer")):
            found.append(f"empty embed {place}")
        if not embed.get("url", "https://").startswith(("http://", "https://")):
            found.append(f"scheme of url {place}")
    found += [f"{name} is {units(text)}" for name, (text, most) in sizes.items() if units(text) > most]
    counted = [text for name, (text, _) in sizes.items() if name.partition(" ")[0] in PARTS]
    if len(embeds) > 10 or sum(map(units, counted)) > 6_000:
        found.append("embeds together")
    ids = [child["custom_id"] for row in body.get("components") or [] for child in row["components"]]
    found += [f"custom_id {ident}" for ident in ids if not 1 <= len(ident) <= 100]
    return found


PARTS = ("title", "description", "footer")
