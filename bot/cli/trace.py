"""`newsbell trace`: the way of one article, from its feed to the posts that came of it, by the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot import config, shipped
from bot.chat.text import line
from bot.core import matching, text
from bot.core.companies import Companies
from bot.core.message.claim import amount
from bot.core.model import Alert, Article, Fact, Source, Step, Story, Watch
from bot.core.query import compile as compile_query
from bot.errors import QueryError, UserError
from bot.ports import Store
from bot.store import open_store


async def trace(what: str) -> int:
    """Print the way of an article's link, or of what an alert's id, post or message carried.

    Raises UserError, with what to type instead, for what nothing is known of.
    """
    settings = config.load()
    store = await open_store(settings.database_url.get_secret_value(), exclusive=False)
    try:
        for said in await _told(store, what.strip()):
            # a feed's words must not steer the terminal
            print(" " * (len(said) - len(said.lstrip(" "))) + line(said))
    finally:
        await store.close()
    return 0


async def _told(store: Store, what: str) -> list[str]:
    if "://" in what:
        return await _by_link(store, text.canonical(what))
    alerts = await store.alerts_called(what)
    if not alerts:
        raise UserError(
            f"No alert, post or message is called {line(what)!r}. Type the address of an article, or the "
            "number of an alert as it stands in the log (alert=12): newsbell trace 12"
        )
    told: list[str] = []
    for alert in alerts:
        story = await store.story(alert.story)
        if story is None:
            told.append(f"Alert {alert.id}: its story is no longer kept.")
        else:
            told += await _way(store, story, story.articles)
    return told


async def _by_link(store: Store, link: str) -> list[str]:
    story = await store.story_of(link) if link else None
    if story is None:
        raise UserError(
            f"Newsbell has not read {line(link) or 'that'}, or no longer keeps it (90 days). It reads what "
            "its sources carry: type the address as the source gives it, or the number of an alert: "
            "newsbell trace 12"
        )
    return await _way(store, story, tuple(one for one in story.articles if one.link == link))


async def _way(store: Store, story: Story, articles: tuple[Article, ...]) -> list[str]:
    sources = {source.name: source for source in await store.sources()}
    told: list[str] = []
    for article in articles:
        told += _article(article, sources.get(article.source))
    told += _story(story)
    companies = shipped.companies().with_aliases(await store.aliases())
    alerts = await store.alerts_for(story.id)
    told.append("Watches")
    told += [f"  {_watch(watch, story, alerts, companies)}" for watch in await store.watches()] or ["  none"]
    told.append("Alerts")
    for alert in alerts:
        told += _alert(alert, await store.steps(alert.id))
    return told if alerts else [*told, "  none"]


def _article(article: Article, source: Source | None) -> Iterator[str]:
    yield f"Article {article.id}: {article.title}"
    yield f"  {article.link}"
    if source is None:
        yield f"  from {article.source}, which is no longer followed"
    else:
        verdict = f", {source.verdict.value}" if source.verdict else ""
        yield f"  from {article.source}, last polled {_at(source.last_poll)}{verdict}"
    late = (article.first_seen - article.published).total_seconds()
    # a source is polled, and what is new in it is seen at that moment
    seen = f"first seen in the poll of {_at(article.first_seen)}, {late:.0f} s later"
    yield f"  published {_at(article.published)}; {seen}"
    aside = "set aside: part of a silent first poll, or too old when it was first seen"
    yield f"  {'may ring' if article.rings else aside}"
    yield f"  why it stands in its story: {article.placed or 'not known, it was read before this was kept'}"


def _story(story: Story) -> Iterator[str]:
    outlets = ", ".join(dict.fromkeys(article.publisher for article in story.articles))
    ids = ", ".join(str(article.id) for article in story.articles)
    yield f"Story {story.id}: {story.title}"
    yield f"  articles {ids} by {outlets}"
    if story.follows is not None:
        yield f"  follows story {story.follows}"
    yield from (f"  read: {_fact(fact)}" for fact in story.facts)
    if not story.facts:
        yield "  read: no deal facts"


def _fact(fact: Fact) -> str:
    parts = (fact.kind, fact.company, amount(fact), fact.status.value, fact.round)
    return f"{' · '.join(part for part in parts if part)}  “{fact.quote}”"


def _watch(watch: Watch, story: Story, alerts: list[Alert], companies: Companies) -> str:
    said = f"{watch.channel} watch {watch.number} ({watch.query}): "
    for alert in alerts:
        for reason in alert.reasons:
            if (alert.channel, reason.watch) == (watch.channel, watch.number):
                return f"{said}rang, met by {', '.join(reason.why)}"
    try:
        query = compile_query(watch.query, companies=companies, rates=shipped.rates())
    except QueryError as error:
        return f"{said}can't be read: {error}"
    why = matching.meets(query, story)
    if why is None:
        lacks = query.lacks(matching.document(story.articles[0], story.facts))
        return f"{said}not met: {'; '.join(lacks)}"
    return f"{said}met by {', '.join(why)}, but did not ring: {_rest(watch, story)}"


def _rest(watch: Watch, story: Story) -> str:
    if watch.paused:
        return f"it is paused ({watch.paused})"
    if not any(article.rings for article in story.articles):
        return "the article was set aside"
    if all(article.first_seen < watch.made_at for article in story.articles if article.rings):
        return "it was made or changed after the article was read"
    return "the channel had been told of this story before, or it was paused at that time"


def _alert(alert: Alert, steps: list[Step]) -> Iterator[str]:
    tries = "1 attempt" if alert.attempts == 1 else f"{alert.attempts} attempts"
    message = f", message {alert.message_id}" if alert.message_id else ""
    cause = f": {alert.cause}" if alert.cause else ""
    yield f"  Alert {alert.id} in {alert.channel}: {alert.state.value}, {tries}{message}{cause}"
    yield f"    {_at(alert.made_at)} promised"
    for step in steps:
        yield f"    {_at(step.at)} {step.state.value}" + (f": {step.cause}" if step.cause else "")
    if alert.state.value in ("promised", "unknown"):
        yield f"    {_at(alert.next_try)} next try, at the earliest"


def _at(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC" if moment else "never"
