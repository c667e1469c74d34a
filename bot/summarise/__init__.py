"""Summarisers beyond the article's own sentences; none is needed to run."""

from bot.summarise.examination import examine
from bot.summarise.openai import OpenAiSummariser

__all__ = ["OpenAiSummariser", "examine"]
