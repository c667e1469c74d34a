"""Answers to commands, drawn for the one person who typed."""

from __future__ import annotations

from bot.chat.limits import size
from bot.chat.slack import message
from bot.chat.slack.blocks import (
    Block,
    Payload,
    fallback,
    fits,
    joined,
    longest,
    plain,
    rich,
    run,
    section,
    spans,
)
from bot.core.model import Line, Reply

# the most characters in one rich text block, well below what any text object may hold
_BLOCK = 2_500

_CUT = "… and more. Narrow the question to see the rest."


def draw(reply: Reply) -> Payload:
    """An answer as Slack's blocks, cut at a line when it's too long for one message."""
    said = "\n".join(plain(line) for line in reply.lines)
    return Payload(text=fallback(said or "Done."), blocks=_fitting(reply))


def _fitting(reply: Reply) -> list[Block]:
    sample = message.blocks(reply.sample) if reply.sample else []
    whole = _lines(reply.lines)
    if fits([*whole, *sample]):
        return [*whole, *sample]
    if fits(whole):
        # the answer comes before its sample, which has no room beside it
        return whole
    cut = rich(section(run(_CUT, "quiet")))
    return longest(len(reply.lines) - 1, lambda shown: [*_lines(reply.lines[:shown]), *cut])


def _lines(lines: tuple[Line, ...]) -> list[Block]:
    drawn: list[Block] = []
    paragraph: list[list[Block]] = []
    length = 0
    for line in lines:
        taken = size(plain(line))
        if paragraph and length + taken > _BLOCK:
            drawn += rich(section(joined(paragraph)))
            paragraph, length = [], 0
        # an empty line must hold something, and a space shows as one
        paragraph.append(spans(line, _BLOCK) or run(" "))
        length += taken
    return drawn + rich(section(joined(paragraph)))
