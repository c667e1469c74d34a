"""The use cases, in the order in which news travels: poll, ingest, complete, deliver."""

from bot.pipeline.complete import Completion
from bot.pipeline.deliver import Delivery
from bot.pipeline.ingest import Ingest, Taken
from bot.pipeline.notices import Notices
from bot.pipeline.poll import Polled, Polling

__all__ = ["Completion", "Delivery", "Ingest", "Notices", "Polled", "Polling", "Taken"]
