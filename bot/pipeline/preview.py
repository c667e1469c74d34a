"""The preview: what a newcomer sees after the silent first poll."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core import matching, message
from bot.core.companies import Companies
from bot.core.model import Message, Reason, Story
from bot.core.money import Rates
from bot.core.query import compile as compile_query
from bot.core.stories import significance

# what most people watch first
STARTERS = ("valuation >= 1B", "raised >= 100M", "acquisition >= 1B", "openai OR anthropic OR deepseek")

# enough to see what this is, few enough to read
_MOST = 3


def preview(stories: Sequence[Story], now: datetime, *, companies: Companies, rates: Rates) -> list[Message]:
    """The three weightiest stories with their facts, and the starter watches that they'd have met."""
    queries = [compile_query(starter, companies=companies, rates=rates) for starter in STARTERS]
    ranked = sorted(stories, key=significance, reverse=True)[:_MOST]
    shown = []
    for place, story in enumerate(ranked, start=1):
        met = [(query.text, matching.meets(query, story, story.articles)) for query in queries]
        reasons = tuple(Reason(watch=0, query=text, why=why) for text, why in met if why is not None)
        label = f"Preview {place} of {len(ranked)}: read just now, nobody was alerted"
        shown.append(message.alert(message.Telling(story=story, reasons=reasons), now, label=label))
    return shown
