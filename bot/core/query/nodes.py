"""What a query asks, as a tree: every node matches a document and says itself in words.

`match` gives the reasons that held, () where there is nothing to tell, None when the node isn't met. `scope`
holds what the enclosing AND asks of one and the same fact (its status, its company).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from bot.core.model import Fact, Status
from bot.core.query.document import Document
from bot.core.query.fields import LANGUAGES, STATUS_WORDS
from bot.core.query.patterns import Pattern
from bot.core.query.words import fold

Reasons = tuple[str, ...]
Scope = tuple["Node", ...]


class Node(Protocol):
    """One part of a query."""

    @property
    def factual(self) -> bool:
        """Whether it can be asked of one fact alone: a status, a company, and what is built of them."""
        ...

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """The reasons why the document meets it, None when it doesn't."""
        ...

    def holds(self, fact: Fact) -> bool:
        """Whether one fact meets it; only asked of factual nodes."""
        ...

    def words(self, scope: Scope = ()) -> str:
        """The node in plain English."""
        ...


class Leaf:
    """A node without children that no single fact can answer."""

    factual = False
    # whether it compares the amount of a fact
    compares = False

    def holds(self, fact: Fact) -> bool:
        """Never: it isn't about facts."""
        return False


@dataclass(frozen=True, slots=True)
class Word(Leaf):
    """A word, phrase or prefix in title and text, or in the title alone."""

    typed: str
    pattern: Pattern
    title: bool = False

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met when the words are there."""
        text = document.headline if self.title else document.words
        return (self.words(),) if self.pattern.within(text) else None

    def words(self, scope: Scope = ()) -> str:
        """Such as: word “deepseek”."""
        kind = "phrase" if " " in self.typed else "word"
        shown = f"{kind} “{self.typed}”"
        if self.pattern.prefix:
            shown = f"words starting with “{self.typed}”"
        if self.pattern.exact:
            shown += " in exactly this case"
        return f"{shown} in the title" if self.title else shown


@dataclass(frozen=True, slots=True)
class Expression(Leaf):
    """A regular expression; `compiled` is google-re2's, whose time is linear in the text."""

    typed: str
    compiled: Any
    title: bool = False

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met when it is found anywhere in the letters of the text."""
        text = document.letters.partition("\n")[0] if self.title else document.letters
        return (self.words(),) if self.compiled.search(text) else None

    def words(self, scope: Scope = ()) -> str:
        """Such as: pattern /gpt-?[5-9]/."""
        return f"pattern {self.typed}" + (" in the title" if self.title else "")


@dataclass(frozen=True, slots=True)
class Label(Leaf):
    """A source or origin by name. Quoted, the name of a source must be the whole name."""

    field: str
    typed: str
    pattern: Pattern
    whole: bool = False

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met when the name is that of the document."""
        return (self.words(),) if any(map(self.names, self._labels(document))) else None

    def _labels(self, document: Document) -> tuple[str, ...]:
        if self.field == "source":
            return (document.source, document.publisher)
        return (document.origin,)

    def names(self, label: str) -> bool:
        """Whether a source or origin of this name is meant."""
        cut = fold(label)
        # a domain has no spaces: "the verge" is found in theverge.com
        if self.whole and not ("." in label and " " not in label):
            return cut == fold(self.typed)
        return self.pattern.found_in(label)

    def words(self, scope: Scope = ()) -> str:
        """Such as: source “TechCrunch”."""
        lead = "first reported by" if self.field == "origin" else self.field
        return f"{lead} “{self.typed}”"


@dataclass(frozen=True, slots=True)
class Language(Leaf):
    """The language of the article."""

    code: str

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met by the language itself, whatever the country: zh by zh-TW."""
        head = document.language.casefold().replace("_", "-").split("-")[0]
        return (self.words(),) if head == self.code else None

    def words(self, scope: Scope = ()) -> str:
        """Such as: in English."""
        return f"in {LANGUAGES.get(self.code, self.code)}"


@dataclass(frozen=True, slots=True)
class StatusIs:
    """How far a fact is from done."""

    status: Status
    factual = True

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met when one fact has the status, and all else that the AND asks of a fact."""
        found = any(self.holds(fact) and all(other.holds(fact) for other in scope) for fact in document.facts)
        return (f"status {self.status.value}",) if found else None

    def holds(self, fact: Fact) -> bool:
        """Whether the fact has it."""
        return fact.status is self.status

    def words(self, scope: Scope = ()) -> str:
        """Such as: a fact in talks."""
        return f"a fact that is {STATUS_WORDS[self.status]}"


@dataclass(frozen=True, slots=True)
class Not:
    """An exclusion: it wins over whatever else is met."""

    child: Node

    @property
    def factual(self) -> bool:
        """As its child."""
        return self.child.factual

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """Met when the child isn't."""
        return () if self.child.match(document, scope) is None else None

    def holds(self, fact: Fact) -> bool:
        """Whether the fact doesn't meet the child."""
        return not self.child.holds(fact)

    def words(self, scope: Scope = ()) -> str:
        """Such as: not word “crypto”."""
        return f"without {_wrapped(self.child, scope)}"


@dataclass(frozen=True, slots=True)
class Or:
    """One of several."""

    children: tuple[Node, ...]

    @property
    def factual(self) -> bool:
        """Whether all its children are."""
        return all(child.factual for child in self.children)

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """The reasons of all that are met."""
        met = [why for child in self.children if (why := child.match(document, scope)) is not None]
        return tuple(dict.fromkeys(reason for why in met for reason in why)) if met else None

    def holds(self, fact: Fact) -> bool:
        """Whether the fact meets one of them."""
        return any(child.holds(fact) for child in self.children)

    def words(self, scope: Scope = ()) -> str:
        """Such as: word “a” or word “b”."""
        return " or ".join(_wrapped(child, scope) for child in self.children)


@dataclass(frozen=True, slots=True)
class And:
    """All of several. Statuses and companies in it speak of the fact that its comparisons compare."""

    children: tuple[Node, ...]

    @property
    def factual(self) -> bool:
        """Whether all its children are."""
        return all(child.factual for child in self.children)

    def _scope(self, outer: Scope) -> Scope:
        return (*outer, *(child for child in self.children if child.factual))

    def match(self, document: Document, scope: Scope = ()) -> Reasons | None:
        """All the reasons, or None when one child isn't met."""
        inner = self._scope(scope)
        reasons: list[str] = []
        for child in self.children:
            why = child.match(document, inner)
            if why is None:
                return None
            reasons += why
        return tuple(dict.fromkeys(reasons))

    def holds(self, fact: Fact) -> bool:
        """Whether the fact meets them all."""
        return all(child.holds(fact) for child in self.children)

    def words(self, scope: Scope = ()) -> str:
        """Such as: word “a” and word “b”, without word “c”."""
        inner = self._scope(scope)
        compares = any(map(_compares, self.children))
        # a comparison says its status itself, and ends in a clause of its own: it comes last
        told = [child for child in self.children if not (compares and isinstance(child, StatusIs))]
        told.sort(key=_compares)
        wanted = [_wrapped(child, inner) for child in told if not isinstance(child, Not)]
        unwanted = [_wrapped(child.child, inner) for child in told if isinstance(child, Not)]
        shown = " and ".join(wanted)
        return f"{shown}, without {' or '.join(unwanted)}" if unwanted else shown


def _wrapped(node: Node, scope: Scope) -> str:
    shown = node.words(scope)
    return f"({shown})" if isinstance(node, Or | And) else shown


def _compares(node: Node) -> bool:
    return any(getattr(leaf, "compares", False) for leaf in leaves(node))


def leaves(node: Node) -> Iterator[Node]:
    """Every node that has no children, from left to right."""
    if isinstance(node, Not):
        yield from leaves(node.child)
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from leaves(child)
    else:
        yield node
