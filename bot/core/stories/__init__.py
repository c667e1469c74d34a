"""Which articles tell one event: placing, following, and how many tell it independently."""

from bot.core.stories.outlets import independent, significance
from bot.core.stories.stories import Stories
from bot.core.stories.telling import Placement, Telling

__all__ = ["Placement", "Stories", "Telling", "independent", "significance"]
