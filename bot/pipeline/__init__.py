"""The use cases, in the order in which news travels: poll, ingest, complete, deliver."""

from bot.pipeline.backup import DailyBackup
from bot.pipeline.complete import Completion
from bot.pipeline.deliver import Delivery
from bot.pipeline.ingest import Ingest, Taken
from bot.pipeline.notices import Notices
from bot.pipeline.outage import Outage
from bot.pipeline.poll import Polled, Polling
from bot.pipeline.restored import settle_restored
from bot.pipeline.troubles import Troubles

__all__ = [
    "Completion",
    "DailyBackup",
    "Delivery",
    "Ingest",
    "Notices",
    "Outage",
    "Polled",
    "Polling",
    "Taken",
    "Troubles",
    "settle_restored",
]
