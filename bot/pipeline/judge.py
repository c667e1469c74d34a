"""Judge: the core's steps from an item to an article, its reading, and the story that it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import facts, teasers, text
from bot.core.companies import Companies
from bot.core.model import Article, Fact, Item, Reading, Source, Status, Story, StoryId
from bot.core.money import Rates
from bot.core.stories import Telling
from bot.core.summary import summarise

# what is read of a page: more than the longest reports, less than a server may send
_LONGEST = 60_000


class Judge:
    """Reads and joins, with the shipped tables at hand."""

    def __init__(self, *, companies: Companies, rates: Rates) -> None:
        self.companies = companies
        self.rates = rates

    def read(self, article: Article) -> Reading:
        """The deal facts of an article."""
        return facts.read(
            article.title,
            article.text,
            language=article.language,
            cleaned=True,
            published=article.published,
            companies=self.companies,
            rates=self.rates,
        )

    def telling(self, article: Article, reading: Reading) -> Telling:
        """What the grouper needs of an article."""
        return Telling(
            title=article.title,
            text=article.text,
            publisher=article.publisher,
            link=article.link,
            language=article.language,
            # the order in which we see news, which a feed's odd dates can't disturb
            published=article.first_seen,
            reading=reading,
        )


def article(item: Item, now: datetime, *, source: Source | None = None, rings: bool = True) -> Article:
    """An item, cleaned: its padding gone, its outlet and the outlet that it credits known.

    A missing or future date counts as now.
    """
    name = source.name if source else ""
    link = text.canonical(item.link)
    publisher = text.publisher(link, name)
    title = item.title.strip() or item.text[:100].strip() or link
    body = text.body(item.text, title=title)
    hint = item.language or (source.language if source else "")
    return Article(
        source=name,
        publisher=publisher,
        link=link,
        title=title,
        text=body,
        published=item.published if item.published and item.published <= now else now,
        first_seen=now,
        language=text.language(f"{title}\n{body}", hint),
        origin=text.origin(title, item.text, publisher=publisher) or item.linked,
        rings=rings,
    )


def whole(teaser: Article, page: str) -> Article | None:
    """The article with its page's text for its teaser; None when the page holds something else."""
    body = text.body(page[:_LONGEST], title=teaser.title)
    if not teasers.completes(teaser.title, teaser.text, body):
        return None
    credited = text.origin(teaser.title, body, publisher=teaser.publisher)
    return replace(teaser, text=body, origin=teaser.origin or credited)


def remembered(story: Story) -> Reading:
    """A story's facts as one reading, where its articles need not be read again."""
    return Reading(company=story.company, facts=story.facts, headline=story.headline)


def started(first: Article, reading: Reading, follows: StoryId | None = None) -> Story:
    """A story as its first article tells it; its id is the store's to give."""
    return Story(
        id=StoryId(0),
        title=first.title,
        link=first.link,
        language=first.language,
        company=reading.company,
        facts=reading.facts,
        headline=reading.headline,
        summary=summarise(first.title, first.text, facts=reading.facts, language=first.language),
        first_seen=first.first_seen,
        last_seen=first.first_seen,
        articles=(first,),
        follows=follows,
    )


def joined(known: Story, more: Article, reading: Reading) -> Story:
    """A story with one more article: facts merged, the first outlet's title and link kept."""
    merged = facts.merge(known.facts, reading.facts)
    company = known.company or reading.company
    fuller = more.language == known.language and not teasers.is_teaser(more.text)
    summary = known.summary
    if not summary or (fuller and all(teasers.is_teaser(one.text) for one in known.articles)):
        told = summarise(more.title, more.text, facts=merged, language=more.language)
        summary = told or summary
    return replace(
        known,
        company=company,
        facts=merged,
        headline=_leading(merged, known, reading),
        summary=summary,
        last_seen=more.first_seen,
        articles=(*known.articles, more),
    )


def _leading(merged: Sequence[Fact], known: Story, reading: Reading) -> Fact | None:
    """The headline among the merged facts: the story's own, else the one that the new reading brings.

    No value becomes the headline by being there: one that is told as background stays background.
    """
    if known.headline is not None:
        # merging enriches a fact, but leaves it in its place
        return merged[known.facts.index(known.headline)]
    wanted = reading.headline
    if wanted is None:
        return None
    found = next((fact for fact in merged if facts.same(fact, wanted)), None)
    # what the story knows as denied or past is no headline because somebody tells it again
    return found if found and found.status not in (Status.DENIED, Status.PREVIOUS) else None


def completed(known: Story, whole: Article, reading: Reading) -> Story:
    """A story one of whose articles is now known in full: its page adds facts and gives the summary.

    What was read of the title stays: a figure further down its page is no better headline.
    """
    merged = facts.merge(known.facts, reading.facts)
    return replace(
        known,
        company=known.company or reading.company,
        facts=merged,
        headline=_leading(merged, known, reading),
        summary=summarise(whole.title, whole.text, facts=merged, language=whole.language) or known.summary,
        articles=tuple(whole if one.id == whole.id else one for one in known.articles),
    )
