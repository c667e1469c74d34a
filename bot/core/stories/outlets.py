"""How many tell a story on their own account, and whose news it is; how weighty it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.model import Article, Fact, Status, Story
from bot.core.text import family
from bot.core.text.outlets import named

# the worth or price of a whole company, before the size of a round or a fund
_WORTH = frozenset({"valuation", "market_cap", "ipo", "acquisition"})
_SUMS = frozenset({"raised", "fund", "investment"})
# what is talked of weighs half of what is done; a denied or former figure is no news
_SHARES = {Status.REPORTED: 1.0, Status.TALKS: 0.5, Status.TARGET: 0.5}


def independent(articles: Sequence[Article]) -> tuple[int, str]:
    """How many sources stand behind the articles, and the one outlet that all of them go back to.

    An article that credits an outlet counts as that outlet's, a newsroom's domains count once. The origin is
    "" where nobody credits anyone, or not all the same one: (1, "TechCrunch") reads "3 outlets, all citing
    TechCrunch", (3, "") reads "3 independent".
    """
    sources = {_root(article) for article in articles}
    credited = [article.origin for article in articles if article.origin]
    if len(sources) != 1 or not credited:
        return len(sources), ""
    return 1, credited[0]


def _root(article: Article) -> str:
    return _newsroom(article.origin or article.publisher)


def _newsroom(outlet: str) -> str:
    own = family(outlet)
    return (named(own) or named(outlet) or own).casefold()


def significance(story: Story) -> tuple[float, int]:
    """What puts stories in order of weight, largest first: the largest figure in dollars, then the outlets.

    A round's or fund's size counts a tenth, since a company's worth is about ten times what it raises.
    """
    worth = max((_dollars(fact) for fact in story.facts if fact.kind in _WORTH), default=0.0)
    raised = max((_dollars(fact) for fact in story.facts if fact.kind in _SUMS), default=0.0)
    return max(worth, raised / 10), len({family(article.publisher) for article in story.articles})


def _dollars(fact: Fact) -> float:
    return float(fact.usd or 0) * _SHARES.get(fact.status, 0.0)
