"""What Slack refuses in a message, by its reference of Block Kit and chat.postMessage; and how one looks."""

from __future__ import annotations

import json
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slackblocks import ContextBlock, RichText, RichTextLink

_STYLES = {"bold", "italic", "strike", "code"}


def objection(message: dict[str, Any]) -> str:
    """Slack's word for what is wrong with a message, "" for a good one."""
    text, blocks = message.get("text", ""), message.get("blocks") or []
    if not text:
        return "no_text"
    if len(text) > 40_000:
        return "msg_too_long"
    if len(blocks) > 50 or any(_faulty(block) for block in blocks):
        return "invalid_blocks"
    if _length(json.dumps(blocks, ensure_ascii=False)) > 13_000:
        return "msg_blocks_too_long"
    return ""


def _faulty(block: dict[str, Any]) -> bool:
    try:
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.validate_json()
        assert parsed.to_dict() == block
        if block["type"] == "context":
            ContextBlock.from_dict(block)
        else:
            assert block["type"] == "rich_text"
            assert block["elements"]
            for element in block["elements"]:
                _check(element)
    except (SlackObjectFormationError, AssertionError, ValueError, TypeError, KeyError):
        return True
    return any(not 0 < _length(text) <= 3_000 for text in texts(block))


def _check(element: dict[str, Any]) -> None:
    """One piece of rich text, by the reference and by slackblocks' own checks."""
    kind = element["type"]
    style = element.get("style", {})
    if kind in ("rich_text_section", "rich_text_list"):
        assert element["elements"]
        assert (style == "bullet") is (kind == "rich_text_list")
        for part in element["elements"]:
            assert kind == "rich_text_section" or part["type"] == "rich_text_section"
            _check(part)
        return
    assert set(style) <= _STYLES
    assert set(element) <= {"type", "text", "url", "style"}
    if kind == "text":
        RichText(element["text"], **style)
    else:
        assert kind == "link"
        assert element["url"].startswith(("http://", "https://"))
        assert len(element["url"]) <= 3_000
        RichTextLink(element["url"], element["text"], **style)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def texts(part: Any) -> list[str]:
    """Every text that a block shows, in order."""
    if isinstance(part, list):
        return [text for one in part for text in texts(one)]
    if not isinstance(part, dict):
        return []
    if isinstance(part.get("text"), str):
        return [part["text"]]
    return [text for one in part.values() for text in texts(one)]


def shown(blocks: list[dict[str, Any]]) -> str:
    """The blocks as a reader sees them, in plain text."""
    return "\n".join("".join(texts(block)) for block in blocks)
