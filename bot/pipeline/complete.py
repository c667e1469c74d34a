"""Complete: before an alert leaves, its story gets the article behind a teaser, and its last words.

Only stories that are promised to a channel come here, so that a silent first poll fetches no page. Whatever
fails or takes too long leaves the alert as it is; nothing here withholds one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

import structlog

from bot.core.model import Article, Story, StoryId
from bot.core.teasers import is_teaser
from bot.errors import StoreDown, UserError
from bot.pipeline.ingest import Ingest
from bot.pipeline.phrase import Phrasing
from bot.ports import Fetcher, Store

log = structlog.get_logger()

# seconds that an alert may wait for all this: for pages and model together, and for those before it
_PATIENCE = 8.0

# stories worked on at once: few enough to be polite, and for a small machine
_MOST_AT_ONCE = 3

# articles of one story whose pages are tried, where the first refuses (a paywall, a robot check)
_MOST_PAGES = 2

# stories that were completed are not done again; so many are remembered
_REMEMBERED = 2000


class Completion:
    """Completes stories, each once, whichever channels wait for it.

    Without a `fetcher` no page is read, without `phrasing` the article's own sentences are the summary.
    `patience` is in seconds, and for the pages and the phrasing together.
    """

    def __init__(
        self,
        *,
        store: Store,
        ingest: Ingest,
        fetcher: Fetcher | None,
        phrasing: Phrasing | None = None,
        patience: float = _PATIENCE,
    ) -> None:
        self._store = store
        self._ingest = ingest
        self._fetcher = fetcher
        self._phrasing = phrasing
        self._patience = patience
        self._slots = asyncio.Semaphore(_MOST_AT_ONCE)
        self._under_way: dict[StoryId, asyncio.Task[None]] = {}
        # in the order in which they were done
        self._done: dict[StoryId, None] = {}
        self._closed = False

    async def __call__(self, stories: Sequence[StoryId]) -> None:
        """Complete these as far as the time allows. Never raises."""
        if self._closed or not (self._fetcher or self._phrasing):
            return
        deadline = asyncio.get_running_loop().time() + self._patience
        tasks = {story: self._task(story, deadline) for story in stories if story not in self._done}
        if not tasks:
            return
        _, late = await asyncio.wait(tasks.values(), timeout=self._patience)
        if late:
            behind = [story for story, task in tasks.items() if task in late]
            log.info("story.late", stories=behind, say="Alerts leave with what their feeds say.")
        for story in tasks:
            self._remember(story)

    async def close(self) -> None:
        """Stop at once; whoever waits goes on."""
        self._closed = True
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _task(self, story: StoryId, deadline: float) -> asyncio.Task[None]:
        if story not in self._under_way:
            task = asyncio.create_task(self._complete(story, deadline), name=f"complete {story}")
            self._under_way[story] = task
            task.add_done_callback(partial(self._ended, story))
        return self._under_way[story]

    def _ended(self, story: StoryId, task: asyncio.Task[None]) -> None:
        del self._under_way[story]
        if not task.cancelled() and (error := task.exception()):
            log.error("story.crashed", story=story, exc_info=error)

    def _remember(self, story: StoryId) -> None:
        self._done[story] = None
        while len(self._done) > _REMEMBERED:
            del self._done[next(iter(self._done))]

    async def _complete(self, story: StoryId, deadline: float) -> None:
        # each line about a page names the story that wanted it
        with structlog.contextvars.bound_contextvars(story=story):
            await self._complete_known(story, deadline)

    async def _complete_known(self, story: StoryId, deadline: float) -> None:
        async with self._slots:
            try:
                known = await self._store.story(story)
                if known is not None:
                    await self._phrase(await self._read_page(known, deadline), deadline)
            except StoreDown as error:
                log.warning("story.not_completed", story=story, cause=str(error))

    async def _phrase(self, story: Story, deadline: float) -> None:
        if self._phrasing and (summary := await self._phrasing.phrase(story, deadline=deadline)):
            await self._ingest.reword(story.id, summary)

    async def _read_page(self, story: Story, deadline: float) -> Story:
        """The story with the page of its first teaser that can be read, or as it was."""
        if self._fetcher is None or not all(is_teaser(article.text) for article in story.articles):
            return story
        for article in _linked(story):
            page = await self._page(self._fetcher, article, deadline)
            if page and article.id is not None:
                told = await self._ingest.complete(story.id, article.id, page)
                if told is not None:
                    return told
        return story

    async def _page(self, fetcher: Fetcher, article: Article, deadline: float) -> str:
        """The text of a page, "" when it can't be had in time."""
        if asyncio.get_running_loop().time() >= deadline:
            return ""
        try:
            async with asyncio.timeout_at(deadline):
                _, text = await fetcher.page(article.link)
        except TimeoutError:
            log.info("page.late", article=article.id, link=article.link)
        except UserError as error:
            log.info("page.unread", article=article.id, link=article.link, cause=str(error))
        except Exception:
            # a page that breaks our reading of it must not keep the alert
            log.exception("page.crashed", article=article.id, link=article.link)
        else:
            return text
        return ""


def _linked(story: Story) -> list[Article]:
    """The articles to try, each address once, the one that the alert links to first."""
    by_link = {article.link: article for article in reversed(story.articles) if article.link}
    first = [by_link.pop(story.link)] if story.link in by_link else []
    return [*first, *reversed(by_link.values())][:_MOST_PAGES]
