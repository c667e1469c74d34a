"""Money in text: amounts found, said, typed and converted."""

from bot.core.money.amount import Amount
from bot.core.money.amounts import find
from bot.core.money.rates import Rates
from bot.core.money.thresholds import parse_threshold
from bot.core.money.wording import say

__all__ = ["Amount", "Rates", "find", "parse_threshold", "say"]
