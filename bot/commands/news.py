"""Looking at what was read: the latest stories, and why an article rang or didn't."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.commands.asking import DAYS, Asked, ask
from bot.commands.command import Call
from bot.commands.context import Context
from bot.commands.times import when
from bot.core import matching, text
from bot.core.message import claim
from bot.core.model import Alert, AlertState, Article, Fact, Line, Reply, Story, Watch
from bot.core.money import say
from bot.core.query import Query
from bot.core.spans import bold, code, line, link, quiet
from bot.errors import QueryError, UserError

_SHOWN = 10
_QUOTE = 160
_STATES = {
    AlertState.PROMISED: "waits to be posted",
    AlertState.SENDING: "is being posted",
    AlertState.SENT: "was posted",
    AlertState.REFUSED: "was refused by the platform",
    AlertState.UNKNOWN: "was sent, but the platform's answer was lost; it is being looked for",
}


async def latest(context: Context, call: Call) -> Reply:
    """`latest [QUERY]`: the newest stories, also those that were set aside."""
    now = context.clock.now()
    typed = call.text("query")
    query = context.compile(typed) if typed else None
    known = await _newest(context, query)
    met = known.found
    if not met:
        asked = f" that meets {typed}" if typed else ""
        return Reply(
            lines=(
                line(f"Nothing{asked} was read in the last {DAYS} days."),
                *_unasked(known),
                line(quiet("What is followed: "), code(call.say("sources"))),
            )
        )
    lines: list[Line] = []
    for story in reversed(met[-_SHOWN:]):
        aside = "" if any(article.rings for article in story.articles) else " · set aside, did not ring"
        outlets = ", ".join(dict.fromkeys(article.publisher for article in story.articles))
        said = claim(story)
        figures = f" · {said}" if said != story.title else ""
        lines.append(
            line(
                "• ",
                link(story.title, story.link),
                quiet(f" · {outlets} · {when(story.last_seen, now)}{figures}{aside}"),
            )
        )
    if len(met) > _SHOWN:
        lines.append(line(f"… and {len(met) - _SHOWN} more in the last {DAYS} days."))
    return Reply(lines=(*lines, *_unasked(known)))


async def _newest(context: Context, query: Query | None) -> Asked[Story]:
    """The newest stories, or those that meet a query."""
    if query is not None:
        asks = query
        return await ask(context, lambda story: None if matching.meets(asks, story) is None else story)
    since = context.clock.now() - timedelta(days=DAYS)
    return Asked(found=await context.store.stories(since=since, limit=_SHOWN))


def _unasked(asked: Asked[Story]) -> tuple[Line, ...]:
    return (line(quiet(f"Only the newest {asked.count:,} stories were asked.")),) if asked.cut else ()


async def why(context: Context, call: Call) -> Reply:
    """`why LINK`: what was read there, which story it joined, what rang and what didn't."""
    address = text.canonical(call.text("link"))
    if not address:
        raise UserError("That is no link. Type the address of an article: /newsbell why https://…")
    story = await context.store.story_of(address)
    if story is None:
        raise UserError(
            f"Newsbell has not read {address}. It reads what its sources carry ({call.say('sources')}); "
            f"add one with {call.say('follow', address='ADDRESS')}."
        )
    article = next((each for each in story.articles if each.link == address), story.articles[0])
    alerts = [alert for alert in await context.store.alerts_for(story.id) if alert.channel == call.channel]
    return Reply(
        lines=(
            *_article(context, article),
            *_facts(story),
            *await _story(context, story),
            *_alerts(context, call, alerts),
            *await _watches(context, call, story, article, alerts),
        )
    )


def _article(context: Context, article: Article) -> list[Line]:
    now = context.clock.now()
    origin = f", crediting {article.origin}" if article.origin else ""
    language = article.language or "unknown"
    lines = [
        line(link(article.title, article.link)),
        line(
            f"Read from {article.source} ({article.publisher}{origin}), language {language}: "
            f"published {when(article.published, now)}, first seen {when(article.first_seen, now)}."
        ),
    ]
    if not article.rings:
        lines.append(
            line("It was set aside: part of a silent first poll, or too old when it was first seen.")
        )
    return lines


def _facts(story: Story) -> list[Line]:
    if not story.facts:
        return [line("Facts: none was read in this story.")]
    return [line("Facts:"), *(_fact(fact) for fact in story.facts)]


def _fact(fact: Fact) -> Line:
    amount = "" if fact.amount is None else say(fact.amount, fact.currency, high=fact.amount_max)
    bound = f"{fact.bound.value} " if fact.bound.value else ""
    parts = [fact.company, fact.status.value, fact.round]
    quote = fact.quote if len(fact.quote) <= _QUOTE else fact.quote[:_QUOTE] + "…"
    return line(
        "• ",
        bold(f"{fact.kind} {bound}{amount}"),
        f" · {' · '.join(filter(None, parts))}",
        quiet(f"  “{quote}”"),
    )


async def _story(context: Context, story: Story) -> list[Line]:
    outlets = list(dict.fromkeys(article.publisher for article in story.articles))
    articles = "1 article" if len(story.articles) == 1 else f"{len(story.articles)} articles"
    lines = [line(f"Story {story.id}: {articles} by {', '.join(outlets)}.")]
    earlier = await context.store.story(story.follows) if story.follows is not None else None
    if earlier is not None:
        lines.append(line("It follows: ", link(earlier.title, earlier.link)))
    return lines


def _alerts(context: Context, call: Call, alerts: Sequence[Alert]) -> list[Line]:
    now = context.clock.now()
    lines = []
    for alert in alerts:
        reasons = "; ".join(f"watch {each.watch} ({', '.join(each.why)})" for each in alert.reasons)
        cause = f": {alert.cause}" if alert.cause else ""
        lines.append(
            line(
                bold("Alert"),
                f" {call.here}, {when(alert.made_at, now)}, by {reasons}: it {_STATES[alert.state]}{cause}.",
            )
        )
    return lines or [line(f"It did not ring {call.here}.")]


async def _watches(
    context: Context, call: Call, story: Story, article: Article, alerts: Sequence[Alert]
) -> list[Line]:
    rang = {reason.watch for alert in alerts for reason in alert.reasons}
    known = await context.store.watches(call.channel)
    if not known:
        return [line(f"There are no watches {call.here}.")]
    return [_verdict(context, each, story, article) for each in known if each.number not in rang]


def _verdict(context: Context, watch: Watch, story: Story, article: Article) -> Line:
    """Why a watch that didn't ring didn't."""
    head = (bold(f"Watch {watch.number}"), code(watch.query))
    try:
        query = context.compile(watch.query)
    except QueryError as error:
        return line(head[0], " ", head[1], f" can't be read: {error}")
    why = matching.meets(query, story)
    if why is None:
        lacks = "; ".join(query.lacks(matching.document(article, story.facts)))
        return line(head[0], " ", head[1], f" is not met: {lacks}")
    return line(head[0], " ", head[1], f" is met ({', '.join(why)}), but did not ring: {_rest(watch, story)}")


def _rest(watch: Watch, story: Story) -> str:
    if watch.paused:
        return f"it is paused {watch.paused}"
    if not any(article.rings for article in story.articles):
        return "the article was set aside"
    if all(article.first_seen < watch.made_at for article in story.articles if article.rings):
        return "it was made or changed after the article was read"
    return "the channel had been told of this story before, or it was paused when the article was read"
