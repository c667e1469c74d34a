"""Which articles tell one event: placing, following, and how many tell it independently."""

from bot.core.stories.stories import Stories
from bot.core.stories.telling import Placement, Telling
from bot.core.stories.voices import independent
from bot.core.stories.weight import significance

__all__ = ["Placement", "Stories", "Telling", "independent", "significance"]
