"""What a query would have rung in the stored news of the last days, before anybody saves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.commands.asking import DAYS, ask
from bot.commands.command import Call
from bot.commands.context import Context
from bot.commands.times import when
from bot.core import matching
from bot.core.model import Article, Line, Reply, Story
from bot.core.query import Query
from bot.core.spans import code, line, link, quiet, text

# more than this a day, and a channel is muted
BUSY = 10
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A story that would have rung: when its first article that met the query came out, and why."""

    story: Story
    title: str
    link: str
    at: datetime
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """All that would have rung, the newest last; `reach` is how far back the stored news goes."""

    rings: Sequence[Ring]
    reach: timedelta
    # how many stories were asked, when there were more than could be
    cut: int | None = None

    @property
    def a_day(self) -> float:
        """How many a day, over the days that the stored news covers."""
        return len(self.rings) / max(self.reach / timedelta(days=1), 1)

    def told(self, now: datetime) -> Line:
        """In a sentence, with the latest one."""
        if not self.rings:
            return line(f"It would not have rung in the last {DAYS} days{self._short()}.")
        times = "once" if len(self.rings) == 1 else f"{len(self.rings)} times"
        latest = self.rings[-1]
        return line(
            f"It would have rung {times} in the last {DAYS} days{self._short()}, the latest: ",
            link(latest.title, latest.link),
            f", {when(latest.at, now)} ({', '.join(latest.why)}).",
        )

    def _short(self) -> str:
        if not self.reach and self.cut is None:
            return " (no news is stored yet)"
        days = self.reach / timedelta(days=1)
        reach = f"{days:.0f} days" if days >= 1.5 else "a day" if days > 0.5 else "a few hours"
        if self.cut is not None:
            return f" (only the newest {self.cut:,} stories were asked, which reach back {reach})"
        if days >= DAYS - 1:
            return ""
        return f" (the stored news reaches back {reach})"

    def advice(self, call: Call) -> tuple[Line, ...]:
        """How to narrow it, when it would ring too often."""
        if self.a_day <= BUSY:
            return ()
        return (
            line(
                f"That is about {self.a_day:.0f} alerts a day. Narrow it with one more word, a higher amount "
                "or something to leave out (-word), and rehearse it first: ",
                code(call.say("try", query="openai valuation >= 10B -rumour")),
            ),
        )


async def rehearse(context: Context, query: Query) -> Rehearsal:
    """Ask the stored stories whose articles came out in the last days, also those that were set aside."""
    now = context.clock.now()
    since = now - timedelta(days=DAYS)
    oldest = now

    def rings(story: Story) -> Ring | None:
        nonlocal oldest
        recent = sorted(
            (article for article in story.articles if article.published >= since),
            key=lambda each: each.published,
        )
        if recent:
            oldest = min(oldest, recent[0].published)
        return next(filter(None, (_ring(query, story, article) for article in recent)), None)

    asked = await ask(context, rings)
    return Rehearsal(
        rings=sorted(asked.found, key=lambda ring: ring.at),
        # all that was read since then was asked
        reach=now - (asked.back_to if asked.cut and asked.back_to else oldest),
        cut=asked.count if asked.cut else None,
    )


def _ring(query: Query, story: Story, article: Article) -> Ring | None:
    why = matching.meets(query, story, (article,))
    if why is None:
        return None
    return Ring(story=story, title=article.title, link=article.link, at=article.published, why=why)


async def attempt(context: Context, call: Call) -> Reply:
    """`try QUERY`: what it would have rung, without saving anything."""
    query = context.compile(call.text("query"))
    rehearsal = await rehearse(context, query)
    now = context.clock.now()
    shown = [
        line("• ", link(ring.title, ring.link), quiet(f" · {when(ring.at, now)} · {', '.join(ring.why)}"))
        for ring in reversed(rehearsal.rings[-_SHOWN:])
    ]
    hidden = len(rehearsal.rings) - len(shown)
    return Reply(
        lines=(
            line(code(query.text), f" asks for: {query.words()}"),
            rehearsal.told(now),
            *shown,
            *((line(f"… and {hidden} more."),) if hidden else ()),
            *rehearsal.advice(call),
            (
                text("To be told of the next one "),
                text(f"{call.here}: "),
                code(call.say("watch", query=query.text)),
            ),
        )
    )
