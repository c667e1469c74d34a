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
