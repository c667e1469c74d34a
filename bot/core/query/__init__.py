"""The watch language: what a channel asks for, read once and matched against every article.

`compile` reads a query, `Query.match` gives the reasons why a document meets it, `Query.words` says it in
plain English. The language is described for people in `docs/watching.md`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.query.claims import Claim, Company, Names, Rates
from bot.core.query.compiling import MAX_LENGTH, MAX_TERMS, build
from bot.core.query.document import Document
from bot.core.query.nodes import Label, Node, StatusIs, leaves
from bot.core.query.trees import asked, lacking

__all__ = ["MAX_LENGTH", "MAX_TERMS", "Document", "Names", "Query", "Rates", "compile"]


@dataclass(frozen=True, slots=True)
class Query:
    """A watch that can be asked. Make it with `compile`."""

    text: str
    _tree: Node = field(repr=False, compare=False)

    def match(self, document: Document) -> tuple[str, ...] | None:
        """The reasons why the document meets it ("valuation $45B ≥ $10B"), None when it doesn't."""
        return self._tree.match(document)

    def lacks(self, document: Document) -> tuple[str, ...]:
        """What keeps the document from meeting it, in words; () when it does meet it."""
        return lacking(self._tree, document)

    def words(self) -> str:
        """The query in plain English."""
        return self._tree.words()

    @property
    def sources(self) -> tuple[str, ...]:
        """The names that it gives to `source:`, as typed."""
        return tuple(
            leaf.typed for leaf in leaves(self._tree) if isinstance(leaf, Label) and leaf.field == "source"
        )

    @property
    def asks_facts(self) -> bool:
        """Whether a document must carry its facts and companies to be asked."""
        return any(isinstance(leaf, Claim | Company | StatusIs) for leaf in leaves(self._tree))

    def names_source(self, name: str, publisher: str = "") -> bool:
        """Whether a `source:` in it asks for the source of this name; one that is excluded doesn't."""
        return any(
            leaf.names(label)
            for leaf in asked(self._tree)
            if isinstance(leaf, Label) and leaf.field == "source"
            for label in (name, publisher)
            if label
        )


def compile(text: str, *, companies: Names, rates: Rates | None = None) -> Query:  # noqa: A001 - as re.compile
    """Read a query. Raises QueryError, which points at the column and says what to type instead."""
    return Query(text.strip(), build(text, companies, rates))
