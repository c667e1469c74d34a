"""A summary that somebody else phrased: what may be shown to them, and what is believed of their answer."""

from bot.core.phrasing.checks import Checker
from bot.core.phrasing.orders import without_orders
from bot.core.phrasing.trimming import trimmed

__all__ = ["Checker", "trimmed", "without_orders"]
