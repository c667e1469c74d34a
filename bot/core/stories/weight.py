"""How weighty a story is."""

from __future__ import annotations

from bot.core.model import Fact, Status, Story
from bot.core.text import newsroom

# the worth or price of a whole company, before the size of a round or a fund
_WORTH = frozenset({"valuation", "market_cap", "ipo", "acquisition"})
_SUMS = frozenset({"raised", "fund", "investment"})
# what is talked of weighs half of what is done; a denied or former figure is no news
_SHARES = {Status.REPORTED: 1.0, Status.TALKS: 0.5, Status.TARGET: 0.5}


def significance(story: Story) -> tuple[float, int]:
    """What puts stories in order of weight, largest first: the largest figure in dollars, then the outlets.

    A round's or fund's size counts a tenth, since a company's worth is about ten times what it raises.
    """
    worth = max((_dollars(fact) for fact in story.facts if fact.kind in _WORTH), default=0.0)
    raised = max((_dollars(fact) for fact in story.facts if fact.kind in _SUMS), default=0.0)
    return max(worth, raised / 10), len({newsroom(article.publisher) for article in story.articles})


def _dollars(fact: Fact) -> float:
    return float(fact.usd or 0) * _SHARES.get(fact.status, 0.0)
