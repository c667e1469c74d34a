"""The made-up story that `/newsbell test` posts."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bot.core.model import Article, Fact, Status, Story, StoryId

_QUOTE = "Example Labs has closed its first round: $2 billion at a valuation of $45 billion"
_TEXT = f"{_QUOTE}. Neither the company nor the round exists; this shows what an alert looks like."
# a domain that is kept free for examples (RFC 2606)
_LINK = "https://example.com/newsbell-sample"


def example(now: datetime) -> Story:
    """A story that is as new as can be."""
    facts = (_fact("valuation", 45), _fact("raised", 2))
    article = Article(
        source="Sample",
        publisher="example.com",
        link=_LINK,
        title="Example Labs valued at $45 billion after its first round",
        text=_TEXT,
        published=now,
        first_seen=now,
        language="en",
    )
    return Story(
        id=StoryId(0),
        title=article.title,
        link=_LINK,
        language="en",
        company="Example Labs",
        facts=facts,
        headline=facts[0],
        summary=_TEXT,
        first_seen=now,
        last_seen=now,
        articles=(article,),
    )


def _fact(kind: str, billions: int) -> Fact:
    amount = Decimal(billions) * 10**9
    return Fact(
        kind=kind,
        company="Example Labs",
        status=Status.REPORTED,
        quote=_QUOTE,
        amount=amount,
        currency="USD",
        usd=amount,
        round="first round",
    )
