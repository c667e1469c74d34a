"""Companies known by name: found in text, brought to one spelling, related to their parents."""

from bot.core.companies.known import Known
from bot.core.companies.names import Mention, folded
from bot.core.companies.registry import Companies

__all__ = ["Companies", "Known", "Mention", "folded"]
