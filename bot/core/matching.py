"""Whether a story meets a query: words are asked per article, facts of the story as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.core.model import Article, Fact, Story
from bot.core.query import Document, Query

# one article is asked by many watches in a row, and is cut into words once
_REMEMBERED = 512


def meets(query: Query, story: Story, articles: Sequence[Article] | None = None) -> tuple[str, ...] | None:
    """The reasons why the story meets the query, by the first of the articles that does; None when none does.

    Only the given articles are asked, all of the story's without them. Each is asked with the merged facts of
    the story: the first outlet may give no figure, the third does.
    """
    for article in story.articles if articles is None else articles:
        why = query.match(document(article, story.facts))
        if why is not None:
            return why
    return None


@lru_cache(_REMEMBERED)
def document(article: Article, facts: tuple[Fact, ...]) -> Document:
    """One article as a query sees it, with the facts of its story."""
    return Document(
        article.title,
        article.text,
        source=article.source,
        publisher=article.publisher,
        language=article.language,
        origin=article.origin,
        facts=facts,
    )
