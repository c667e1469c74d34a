"""What is remembered: the seam between the use cases and the database. Part of `bot.ports`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.delivery import Hold
from bot.core.handed import Arrival, Recorded
from bot.core.model import (
    AddedName,
    Alert,
    AlertId,
    AlertState,
    Article,
    Channel,
    Reason,
    Source,
    SourceId,
    Standing,
    Step,
    Story,
    StoryId,
    Watch,
    WatchId,
)
from bot.errors import StoreDown

# where a database that was put in another's place remembers that
RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A database went on from a backup, or anew: what it tells may be older than what was done."""

    at: datetime
    # when the backup was made; None for one that began anew
    made: datetime | None
    # what people should know of it
    said: str
    # whether they were told, and the alerts that may have been sent since are marked so
    settled: bool = False

    def written(self) -> str:
        """As a remembered value."""
        made = self.made.isoformat() if self.made else None
        return json.dumps(
            {"at": self.at.isoformat(), "made": made, "said": self.said, "settled": self.settled}
        )

    @classmethod
    def read(cls, written: str | None) -> Restored | None:
        """From a remembered value; None without one."""
        if not written:
            return None
        found = json.loads(written)
        made = datetime.fromisoformat(found["made"]) if found["made"] else None
        return cls(
            at=datetime.fromisoformat(found["at"]), made=made, said=found["said"], settled=found["settled"]
        )


class Backups(Protocol):
    """Copies of the memory, made while it's used."""

    def times(self) -> list[datetime]:
        """When each was made, the latest first."""
        ...

    async def make(self, now: datetime) -> str:
        """Make one, check it, drop the oldest beyond a week's; its path. Raises StoreDown or StoreDamaged."""
        ...


class Store(Protocol):
    """What is remembered. Each method is one transaction; after it returns, it survives a crash."""

    @property
    def trouble(self) -> StoreDown | None:
        """Why the last thing asked of the database failed; None since something was written again."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...

    async def sources(self) -> list[Source]:
        """Every source, also disabled ones, by id."""
        ...

    async def add_source(
        self,
        *,
        kind: str,
        target: str,
        name: str,
        now: datetime,
        topic: str = "",
        language: str = "",
        pack: str = "",
        followed_in: str = "",
    ) -> Source:
        """Follow an address, due at once. The same kind and target again gives the one that is there.

        A name that another source has gets a number behind it.
        """
        ...

    async def save_source(self, source: Source) -> None:
        """Write the whole state of a source."""
        ...

    async def remove_source(self, source: SourceId) -> None:
        """Forget a source and what was seen in it; its articles and stories stay."""
        ...

    async def seen(self, source: SourceId, identities: Collection[str]) -> set[str]:
        """Those of the identities that this source has shown before."""
        ...

    async def mark_seen(self, source: SourceId, identities: Collection[str]) -> None:
        """Remember further identities of an item that is known already."""
        ...

    async def record(self, arrival: Arrival, now: datetime) -> Recorded:
        """Write the article, its story and the promises that follow from it.

        A channel that has an alert for the story keeps it; its reasons do not change.
        """
        ...

    async def retell(
        self,
        story: Story,
        article: Article | None,
        alerts: Mapping[Channel, tuple[Reason, ...]],
        now: datetime,
    ) -> tuple[Channel, ...]:
        """Write a story's company, facts, headline and summary anew, and the text of one of its articles.

        Gives the channels that now have a promise that they had not before; none for a story that is gone.
        """
        ...

    async def stories(self, *, since: datetime, limit: int | None = None) -> list[Story]:
        """Stories with an article seen since then, newest last, each with its articles.

        With a limit, the newest ones.
        """
        ...

    async def story(self, story: StoryId) -> Story | None:
        """One story with its articles."""
        ...

    async def story_of(self, link: str) -> Story | None:
        """The story that an article's canonical link belongs to, the latest where there are several."""
        ...

    async def watches(self, channel: Channel | None = None) -> list[Watch]:
        """The watches of one channel, by number, or all."""
        ...

    async def add_watch(
        self, *, channel: Channel, query: str, made_by: str, now: datetime, maker: str = ""
    ) -> Watch:
        """A new watch with the channel's next number, which no earlier watch of it ever had."""
        ...

    async def edit_watch(self, watch: WatchId, query: str, now: datetime) -> None:
        """Another query under the same number; it rings only for what is read from now on."""
        ...

    async def pause_watch(self, watch: WatchId, paused: str) -> None:
        """Set why a watch doesn't ring; "" lets it ring again."""
        ...

    async def pause_channel(self, channel: Channel, paused: str) -> int:
        """Pause every ringing watch of a channel; how many there were."""
        ...

    async def remove_watch(self, watch: WatchId) -> None:
        """Delete a watch; alerts that it has caused stay."""
        ...

    async def owing(self, now: datetime) -> list[Channel]:
        """The channels for which something is to be posted or looked for now, without those on hold."""
        ...

    async def waiting(
        self, now: datetime, channel: Channel | None = None, limit: int | None = None
    ) -> list[Alert]:
        """Promised alerts whose time has come, oldest first, without those of channels on hold.

        With a channel, its own alone. Those of a post that was sent before come first, with its key.
        """
        ...

    async def begin(self, alerts: Sequence[Alert], key: str, now: datetime) -> bool:
        """Move promised alerts to SENDING under one post key, one attempt more: true for who may post.

        False, and nothing changed, when somebody has begun one of them or the key carries another alert.
        """
        ...

    async def settle(
        self,
        key: str,
        state: AlertState,
        *,
        message_id: str = "",
        cause: str = "",
        next_try: datetime | None = None,
        repeated: bool = False,
        hold: Hold | None = None,
    ) -> None:
        """Move every alert under a post key to a state, and set a hold in the same transaction.

        PROMISED needs `next_try`, and clears the key unless a post under it was ever unanswered. `repeated`:
        it will be sent once more though it may stand there.
        """
        ...

    async def lapse(
        self, now: datetime, *, lease: timedelta, but: Collection[str], cause: str, next_try: datetime
    ) -> int:
        """Move alerts from SENDING to UNKNOWN whose attempt nobody has settled within the lease; how many.

        So is an attempt that began after now: the clock was set back. `but` are keys of posts under way here.
        """
        ...

    async def refuse(self, channel: Channel, cause: str) -> int:
        """Close every promise to a channel that nobody has begun; how many."""
        ...

    async def unsettled(self, channel: Channel | None = None) -> list[Alert]:
        """Alerts in SENDING or UNKNOWN, oldest first, of one channel or all."""
        ...

    async def repeated(self) -> int:
        """How many alerts were sent once more without knowing whether they stood there."""
        ...

    async def alert_counts(self) -> dict[AlertState, int]:
        """How many alerts stand in each state."""
        ...

    async def alerts_for(self, story: StoryId) -> list[Alert]:
        """Every alert of a story."""
        ...

    async def alerts_called(self, name: str) -> list[Alert]:
        """The alert with this id, else those that a platform's message or the post of a key carries."""
        ...

    async def steps(self, alert: AlertId) -> list[Step]:
        """Every move of an alert after its promise, the first one first."""
        ...

    async def standing(self, now: datetime) -> Standing:
        """Since when something has been owed, when something was last sent, and what is on hold now."""
        ...

    async def hold(self, hold: Hold) -> None:
        """Let nothing leave for a channel or a whole platform for a while; a longer hold stays."""
        ...

    async def prune(self, before: datetime) -> int:
        """Delete stories last seen before then that owe no alert; how many. What was seen stays known."""
        ...

    async def aliases(self) -> dict[str, str]:
        """The names of companies that people added, as they wrote them, in that order: name → company."""
        ...

    async def added_names(self) -> list[AddedName]:
        """The same, with who added each where."""
        ...

    async def add_alias(self, name: AddedName, now: datetime) -> None:
        """Another name of a company; a name that differs in case or blanks alone gives way to it."""
        ...

    async def remove_alias(self, name: str) -> None:
        """Forget a name that was added, written in any case."""
        ...

    async def get(self, key: str) -> str | None:
        """A small remembered value, such as the installation's id."""
        ...

    async def put(self, key: str, value: str) -> None:
        """Remember a small value."""
        ...
