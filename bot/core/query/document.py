"""What a query is asked about: one article's words, with the facts of its story."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from bot.core.model import Fact
from bot.core.query.words import Text


class Mention(Protocol):
    """A company found in a text."""

    @property
    def company(self) -> str:
        """Its canonical name."""
        ...


@dataclass(frozen=True)
class Document:
    """One article as a query sees it. It is cut into words once, however many watches ask."""

    title: str
    text: str
    # the name of the source that brought it
    source: str = ""
    # the outlet's domain, such as "techcrunch.com"
    publisher: str = ""
    language: str = ""
    # the outlet that it credits
    origin: str = ""
    # canonical names of the companies in it; () leaves it to the query to find them
    companies: tuple[str, ...] = ()
    # the merged facts of its story
    facts: tuple[Fact, ...] = ()
    _found: dict[object, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def headline(self) -> Text:
        """The words of the title."""
        return Text(self.title)

    @cached_property
    def words(self) -> Text:
        """The words of title and text; no phrase reaches from one into the other."""
        return Text(f"{self.title}\n¶ {self.text}")

    @cached_property
    def letters(self) -> str:
        """Title and text for regular expressions, in plain width."""
        wide = unicodedata.normalize("NFKC", f"{self.title}\n{self.text}")
        # half of a surrogate pair, which no expression can be asked of
        return wide.encode("utf-8", "replace").decode("utf-8")

    def mentions(self, find: Callable[[str], Sequence[Mention]]) -> frozenset[str]:
        """The companies named in it, looked for once however many watches ask."""
        if self.companies:
            return frozenset(self.companies)
        if find not in self._found:
            self._found[find] = frozenset(each.company for each in find(f"{self.title}\n{self.text}"))
        return self._found[find]
