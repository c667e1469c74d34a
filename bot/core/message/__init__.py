"""What we say: alerts, batches and previews as plain data, before any platform's markup."""

from bot.core.message.alert import Telling, alert, batch, entry, sample
from bot.core.message.claim import claim, rows, was
from bot.core.message.time import ago

__all__ = ["Telling", "ago", "alert", "batch", "claim", "entry", "rows", "sample", "was"]
