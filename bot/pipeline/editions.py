"""Editions: a page whose headline was changed under the same address, and maybe its news with it."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence
from hashlib import blake2b

from bot.core import text
from bot.core.model import Item, Source

# pages whose headlines are remembered: those of some days
_REMEMBERED = 20_000


class Editions:
    """The headline that each page of a source had last."""

    def __init__(self) -> None:
        self._titles: OrderedDict[tuple[str, str], str] = OrderedDict()

    def note(self, source: str, link: str, title: str) -> bool:
        """Remember a page's headline; whether the page had another one before."""
        page = (source, text.canonical(link))
        before = self._titles.pop(page, title)
        self._titles[page] = title
        while len(self._titles) > _REMEMBERED:
            self._titles.popitem(last=False)
        return before != title

    def edited(self, source: Source, items: Sequence[Item]) -> list[Item]:
        """The items of a body whose pages had another headline before.

        A page that several items link to, and an item without one, has no headline of its own.
        """
        pages = Counter(item.link for item in items)
        own = [item for item in items if item.link and item.title.strip() and pages[item.link] == 1]
        return [item for item in own if self.note(source.name, item.link, item.title.strip())]


def edition(item: Item) -> tuple[str, ...]:
    """The identity of an item under just this headline."""
    name = f"{text.canonical(item.link)}\n{item.title.strip()}"
    return ("edition:" + blake2b(name.encode("utf-8", "replace"), digest_size=16).hexdigest(),)
