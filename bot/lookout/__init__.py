"""Being watched: what machines ask of a running bot over HTTP."""

from bot.lookout.meters import Meters
from bot.lookout.server import Lookout

__all__ = ["Lookout", "Meters"]
