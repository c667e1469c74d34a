"""The few Block Kit pieces that we use, each safe by construction and within Slack's limits.

Feed text goes into `rich_text` and `plain_text` alone. Both show text as it is: no asterisk, backtick or
`<!channel>` in it is markup, which no escaping of `mrkdwn` achieves in full.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.chat.limits import MOST_LINK, MOST_SPAN, clip, size
from bot.chat.text import lead, some, web
from bot.core.model import Line, Span

Block = dict[str, Any]

# https://docs.slack.dev/reference/block-kit/blocks: blocks in a message, characters in a text object
MOST_BLOCKS = 50
MOST_TEXT = 3_000
# Slack refuses a message (msg_blocks_too_long) somewhere above 13,000 characters, markup included
MOST_WEIGHT = 11_500
# longer top-level texts are allowed but may be cut: https://docs.slack.dev/reference/methods/chat.postMessage
MOST_FALLBACK = 3_900

_STYLES: dict[str, dict[str, bool]] = {
    "plain": {},
    "bold": {"bold": True},
    "code": {"code": True},
    "quiet": {"italic": True},
    "link": {},
}

_CONTROL = re.compile(r"<(?=[!@#])")


@dataclass(frozen=True, slots=True)
class Payload:
    """What a message is sent as: the text of notifications and screen readers, and the blocks that show."""

    text: str
    blocks: list[Block]


def words(text: str, most: int = MOST_TEXT) -> str:
    """Neutral text (`bot.chat.text`) for a rich or plain text object.

    An invisible joiner splits what would be a control sequence in `mrkdwn`. It isn't one here; the joiner
    keeps the text harmless when an app copies it elsewhere.
    """
    return clip(_CONTROL.sub("<\u2060", text), most)


def run(text: str, style: str = "plain", *, link: str = "", most: int = MOST_TEXT) -> list[Block]:
    """A run of neutral text with one style, as a rich text element; none for empty text.

    A link that isn't one of the web leaves its text.
    """
    shown = words(text, most)
    if not shown:
        return []
    address = web(link) if link else ""
    # the whole text is looked at: a cut might hide what it looks like
    before, linked = lead(text, address) if address else (text, "")
    elements: list[Block] = []
    if before:
        elements.append({"type": "text", "text": words(before, most)})
    if linked:
        elements.append({"type": "link", "url": address, "text": words(linked, most)})
    for element in elements:
        if _STYLES[style]:
            element["style"] = dict(_STYLES[style])
    return elements


def spans(line: Line, most: int = MOST_TEXT) -> list[Block]:
    """A line of ours as rich text elements."""
    elements: list[Block] = []
    left = most
    for span in line:
        shown = clip(some(span.text), MOST_LINK if span.link else MOST_SPAN)
        elements += run(shown, span.style, link=span.link, most=left)
        left -= size(shown)
    return elements


def section(elements: Sequence[Block]) -> list[Block]:
    """One paragraph of rich text; none without elements."""
    return [{"type": "rich_text_section", "elements": list(elements)}] if elements else []


def joined(lines: Sequence[Sequence[Block]]) -> list[Block]:
    """Lines as the elements of one paragraph, broken inside it; empty lines leave no trace."""
    elements: list[Block] = []
    for line in lines:
        if line and elements:
            elements.append({"type": "text", "text": "\n"})
        elements += line
    return elements


def bullets(items: Sequence[Sequence[Block]]) -> list[Block]:
    """A list of rich text with a dot before each item; none without items."""
    sections = [part for item in items for part in section(item)]
    return [{"type": "rich_text_list", "style": "bullet", "elements": sections}] if sections else []


def rich(*parts: Sequence[Block]) -> list[Block]:
    """A rich text block of paragraphs and lists; none when all are empty."""
    elements = [element for part in parts for element in part]
    return [{"type": "rich_text", "elements": elements}] if elements else []


def context(text: str, most: int = MOST_TEXT) -> list[Block]:
    """A small grey line of neutral text; none for empty text."""
    shown = words(text, most)
    if not shown:
        return []
    return [{"type": "context", "elements": [{"type": "plain_text", "text": shown, "emoji": False}]}]


def weight(blocks: Sequence[Block]) -> int:
    """How much of `MOST_WEIGHT` the blocks take."""
    return size(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))


def fits(blocks: Sequence[Block]) -> bool:
    """Whether Slack takes a message with these blocks."""
    return len(blocks) <= MOST_BLOCKS and weight(blocks) <= MOST_WEIGHT


def longest(most: int, draw: Callable[[int], list[Block]]) -> list[Block]:
    """What is drawn with the greatest number from 0 to `most` that fits; with 0 when nothing does."""
    low, high = 0, max(0, most)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(draw(middle)):
            low = middle
        else:
            high = middle - 1
    return draw(low)


def fallback(text: str) -> str:
    """Neutral text for the top level of a message: `& < >` escaped, which is all that Slack asks for there.

    It's sent with `mrkdwn` off, so that nothing else in it is markup.
    """
    most = MOST_FALLBACK
    cut = clip(text, most)
    while size(safe := escaped(cut)) > MOST_FALLBACK:
        most -= max(1, (size(safe) - MOST_FALLBACK) // 5)
        cut = clip(cut, most)
    return safe


def escaped(text: str) -> str:
    """Text whose `& < >` Slack shows as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(line: Sequence[Span]) -> str:
    """A line of ours without its styles, neutral."""
    return "".join(some(span.text) for span in line)
