"""The kind `feed`: RSS, Atom, RDF and JSON Feed in any state in which the wild serves them."""

from bot.sources.feed.kind import FeedKind

KIND = FeedKind

__all__ = ["KIND", "FeedKind"]
