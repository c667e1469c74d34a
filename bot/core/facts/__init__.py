"""Deal facts: what a text says of money, of whom, and how far it is from done."""

from bot.core.facts.headline import headline
from bot.core.facts.kind import Cue, Example, Kind
from bot.core.facts.kinds import KINDS
from bot.core.facts.merge import merge, same
from bot.core.facts.reader import read

__all__ = ["KINDS", "Cue", "Example", "Kind", "headline", "merge", "read", "same"]
