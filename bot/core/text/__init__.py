"""Words as they come from feeds and pages, cleaned, and what they say of their outlet and language."""

from bot.core.text.folding import fold
from bot.core.text.languages import language
from bot.core.text.leads import linked
from bot.core.text.links import canonical, family, publisher
from bot.core.text.markup import plain
from bot.core.text.origins import origin
from bot.core.text.outlets import newsroom
from bot.core.text.padding import body
from bot.core.text.segments import sentences

__all__ = [
    "body",
    "canonical",
    "family",
    "fold",
    "language",
    "linked",
    "newsroom",
    "origin",
    "plain",
    "publisher",
    "sentences",
]
