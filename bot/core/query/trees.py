"""Walks over a query's tree."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.query.document import Document
from bot.core.query.nodes import And, Node, Not, Or


def asked(node: Node) -> Iterator[Node]:
    """The leaves that aren't excluded."""
    if isinstance(node, And | Or):
        for child in node.children:
            yield from asked(child)
    elif not isinstance(node, Not):
        yield node


def lacking(node: Node, document: Document) -> tuple[str, ...]:
    """The parts that keep a document from meeting the node, in words."""
    parts = node.children if isinstance(node, And) else (node,)
    scope = tuple(part for part in parts if part.factual)
    unmet = [part for part in parts if part.match(document, scope) is None]
    return tuple(
        f"it has {part.child.words(scope)}, which is excluded"
        if isinstance(part, Not)
        else f"no {part.words(scope)}"
        for part in unmet
    )


def asks(node: Node) -> bool:
    """Whether it asks for something, rather than only exclude."""
    if isinstance(node, And):
        return any(map(asks, node.children))
    if isinstance(node, Or):
        return all(map(asks, node.children))
    return not isinstance(node, Not)
