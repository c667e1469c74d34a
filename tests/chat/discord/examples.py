"""Messages for the tests, of our own invention."""

from __future__ import annotations

from bot.core.model import Entry, Message

ENTRY = Entry(
    title="Chinese lab's first round said to value it at $45 billion",
    link="https://example.com/deepseek?a=1&b=2",
    summary="DeepSeek is raising its first outside money. People close to it name $45 billion.",
    company="DeepSeek",
    rows=(("Valuation", "$45B · reported · first round"), ("Raised", "amount undisclosed")),
    outlets="3 outlets, all citing TechCrunch",
    age="12 min ago",
    follows="was: in talks at $40B, 3 May",
    why=("valuation $45B ≥ $10B (watch 1: valuation >= 10B)",),
)

ALERT = Message(entries=(ENTRY,), headline="DeepSeek valued at $45B, first round, per TechCrunch")

# what a feed may try, one of each
HOSTILE = (
    "@everyone",
    "@here",
    "<@1>",
    "<@!1>",
    "<@&1>",
    "<#200>",
    "</newsbell watch:1>",
    "<t:1700000000:R>",
    "<:bell:1>",
    "<a:bell:1>",
    "<id:guide>",
    ":tada:",
    "||spoiler||",
    "**bold**",
    "*italic*",
    "__under__",
    "_italic_",
    "~~gone~~",
    "`code`",
    "```block```",
    "# heading",
    "## heading",
    "-# small",
    "- item",
    "* item",
    "+ item",
    "1. item",
    "> quote",
    ">>> quotes",
    "[bank](https://evil.example)",
    "<https://evil.example>",
    "https://evil.example/pay",
    "HTTPS://evil.example",
    "discord.gg/evil",
    "discord.com/invite/evil",
    "\\\\*bold behind an escaped backslash*",
)


def batch(count: int, *, title: str = "", link: str = "https://example.com/story") -> Message:
    """So many stories in one message."""
    entries = tuple(
        Entry(
            title=title or f"Company {number} raises ${number}M",
            link=f"{link}/{number}",
            outlets="2 outlets, 2 independent (Example News, Other News)",
            age="3 h ago",
            why=("raised ≥ $1M (watch 2: raised >= 1M)",),
        )
        for number in range(1, count + 1)
    )
    return Message(entries=entries, headline=f"{count} stories for this channel: {entries[0].title}, …")
