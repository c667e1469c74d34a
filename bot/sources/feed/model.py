"""What one reading of a feed gives, whichever format it had."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.model import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that could be read: its title and its items in the order in which they stand."""

    title: str
    items: tuple[Item, ...]
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One item as its format gives it: texts as HTML, the link relative to `base`, the date in any form."""

    id: str = ""
    link: str = ""
    base: str = ""
    title: str = ""
    text: str = ""
    published: str = ""
    author: str = ""
    language: str = ""

    @property
    def hollow(self) -> bool:
        """Whether nothing is known that would make it an item of its own."""
        return not (self.id or self.link or self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A feed before its items are brought into their final form."""

    title: str
    items: tuple[Raw, ...]
    language: str = ""
    # False when the parser had to leave something out
    whole: bool = True
