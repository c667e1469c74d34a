"""A fetcher whose answers the test writes, one list of results for each address."""

import asyncio
from collections import defaultdict

from bot.core.model import Fetched, FetchResult, Item, NotModified, Source, Validators
from bot.errors import UserError
from bot.ports import FoundFeed


class ScriptedFetcher:
    """Gives each source its next result; without one, nothing has changed."""

    def __init__(self) -> None:
        self.results: dict[str, list[FetchResult]] = defaultdict(list)
        self.found: dict[str, tuple[FoundFeed, ...]] = {}
        self.polled: list[str] = []
        # the text of each page; one that `hangs` never answers, and any other can't be read
        self.pages: dict[str, str] = {}
        self.visited: list[str] = []
        self.hangs: set[str] = set()

    def serve(self, address: str, *items: Item) -> None:
        self.results[address].append(Fetched(items=items, validators=Validators()))

    async def poll(self, source: Source) -> FetchResult:
        self.polled.append(source.target)
        waiting = self.results[source.target]
        return waiting.pop(0) if waiting else NotModified(validators=Validators())

    async def discover(self, address: str) -> tuple[FoundFeed, ...]:
        if address not in self.found:
            raise UserError(f"No feed was found at {address}.")
        return self.found[address]

    async def page(self, address: str) -> tuple[str, str]:
        self.visited.append(address)
        if address in self.hangs:
            await asyncio.Event().wait()
        if address not in self.pages:
            raise UserError("The page can't be read: it answered 403.")
        return "", self.pages[address]

    async def close(self) -> None:
        return None
