"""Phrase: a summariser's words for a story, where they hold against the article; counted either way."""

from __future__ import annotations

import asyncio
from collections import Counter

import structlog

from bot.core.companies import Companies
from bot.core.model import Article, Line, Story
from bot.core.money import Rates
from bot.core.phrasing import Checker, trimmed, without_orders
from bot.core.spans import text
from bot.core.teasers import is_teaser
from bot.errors import NoSummary, StoreDown
from bot.ports import Matter, Summariser

log = structlog.get_logger()

# seconds that an answer may take
_PATIENCE = 8.0

# characters of an article that a summary may draw on
_MOST_TEXT = 20_000


_OWN = "The article's own words serve."


class Phrasing:
    """Asks a summariser and believes it only what the article says.

    `patience` is in seconds, for one answer.
    """

    def __init__(
        self, *, summariser: Summariser, companies: Companies, rates: Rates, patience: float = _PATIENCE
    ) -> None:
        self._summariser = summariser
        self._rates = rates
        self._checker = Checker(companies=companies, rates=rates)
        self._counts: Counter[str] = Counter()
        self._patience = patience

    def know(self, companies: Companies) -> None:
        """Go by other names of companies from the next answer on."""
        self._checker = Checker(companies=companies, rates=self._rates)

    async def phrase(self, story: Story, *, deadline: float) -> str:
        """A checked summary; "" when the article's own sentences are to serve. Never raises.

        After the `deadline`, on the event loop's clock, nobody waits for it any more.
        """
        matter = _matter(story)
        if matter is None:
            return ""
        within = min(self._patience, deadline - asyncio.get_running_loop().time())
        if within <= 0:
            return self._unanswered(story, "its page took all the time")
        try:
            async with asyncio.timeout(within):
                answer = await self._summariser.phrase(matter)
            said = trimmed(answer, matter.language, matter.limit)
            fault = self._checker.fault(said, matter)
        except TimeoutError:
            return self._unanswered(story, f"no answer within {within:.3g} s")
        except (NoSummary, StoreDown) as error:
            return self._unanswered(story, str(error))
        except Exception as error:
            log.exception("summary.crashed", story=story.id)
            return self._unanswered(story, type(error).__name__)
        if fault:
            log.warning("summary.refused", story=story.id, cause=fault, say=_OWN)
            return self._without("refused")
        self._counts["phrased"] += 1
        log.info("summary.phrased", story=story.id)
        return said

    def _unanswered(self, story: Story, cause: str) -> str:
        log.warning("summary.unanswered", story=story.id, cause=cause, say=_OWN)
        return self._without("unanswered")

    def _without(self, count: str) -> str:
        self._counts[count] += 1
        return ""

    async def status(self) -> Line:
        """How often the summariser served since the start, and what it says of itself."""
        count = self._counts
        said = (
            f"Summaries since the start: {count['phrased']} by the model, {count['refused']} refused"
            f" (not in the article), {count['unanswered']} unanswered"
        )
        state = await self._summariser.state()
        return (text(f"{said}; {state}." if state else f"{said}."),)

    async def close(self) -> None:
        """Let go of the summariser's connections."""
        await self._summariser.close()


def _matter(story: Story) -> Matter | None:
    """What the story's fullest article in its language says, without orders; None when nothing is left."""
    told = [one for one in story.articles if one.text and one.language == story.language]
    if not told:
        return None
    first: Article = next((one for one in told if not is_teaser(one.text)), told[0])
    body = without_orders(first.text[:_MOST_TEXT], first.language)
    title = without_orders(first.title, first.language)
    return Matter(title=title, text=body, language=first.language) if title and body else None
