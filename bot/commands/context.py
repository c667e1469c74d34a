"""What the commands work with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.commands.limits import Limits
from bot.core.companies import Known
from bot.core.model import Channel, Line, SourceId
from bot.core.money import Rates
from bot.core.pace import Pace
from bot.core.query import Query
from bot.core.query import compile as compile_query
from bot.ports import Chat, Clock, Fetcher, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything that a command may use, handed in once."""

    store: Store
    fetcher: Fetcher
    # by platform: "slack", "discord", "terminal"
    chats: Mapping[str, Chat]
    clock: Clock
    # they change when somebody adds a name
    companies: Known
    rates: Rates
    # polls a source that was just followed: how many older items were set aside; None when that takes long
    # or fails, which `sources` tells
    poll_soon: Callable[[SourceId], Awaitable[int | None]]
    # how the bot is, in words
    status_lines: Callable[[], Awaitable[tuple[Line, ...]]]
    # whose people act for the whole installation, as whoever sits at the terminal does
    admin: Channel | None = None
    limits: Limits = field(default_factory=Limits)
    # what each person did lately, counted for as long as the bot runs
    pace: Pace = field(default_factory=Pace)

    def compile(self, query: str) -> Query:
        """Read a query. Raises QueryError."""
        return compile_query(query, companies=self.companies.now, rates=self.rates)
