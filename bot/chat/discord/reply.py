"""Answers to commands, drawn for the one person who typed."""

from __future__ import annotations

from discord import Embed

from bot.chat.discord import message
from bot.chat.discord.markdown import drawn
from bot.chat.discord.message import MOST_DESCRIPTION, MOST_TOGETHER, Payload, fitting, weight
from bot.core.model import Reply

_CUT = "… and more. Narrow the question to see the rest."
_FAILED = 0xD9822B
_DONE = 0x2F6FED
# for how Discord may count otherwise
_MARGIN = 100


def draw(reply: Reply) -> Payload:
    """An answer as an embed, in which links unfold no previews; cut at a line when it's too long."""
    lines = [drawn(line) for line in reply.lines]
    answer = Embed(
        description=fitting(lines, MOST_DESCRIPTION, _CUT).strip() or "Done.",
        colour=_FAILED if reply.failed else _DONE,
    )
    sample = message.embeds(reply.sample) if reply.sample else []
    # the answer comes before its sample, which may have no room beside it
    room = MOST_TOGETHER - _MARGIN - sum(map(weight, (answer, *sample)))
    return Payload(content="", embeds=[answer, *sample] if room >= 0 else [answer])
