"""Where news comes from: one guarded client, and one module for each kind of source.

A kind is a module of this folder with a `KIND` (see `kinds.Kind`): asked by `HttpFetcher.poll` for every
source that names it, covered by the conformance tests, and nothing else has to know it.
"""

from bot.sources.fetcher import HttpFetcher
from bot.sources.http import Client, Limits
from bot.sources.kinds import Kind

__all__ = ["Client", "HttpFetcher", "Kind", "Limits"]
