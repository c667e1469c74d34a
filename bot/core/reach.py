"""Whether the fault is ours: when sources fail all at once, it's the network around us that is down.

So it is also where the network answers in the sources' place: a page to sign in at, shown for every address,
or names that all lead to one machine inside.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.core.model import Source, SourceId, Verdict

# what a broken network looks like from here; a server that answers, however rudely, is not among them
_NETWORK = frozenset({Verdict.DNS, Verdict.CONNECTION, Verdict.TIMEOUT, Verdict.TLS})

# what one looks like that answers by itself, when a source that was well shows it
_STRANGE = frozenset({Verdict.NOT_A_FEED, Verdict.EMPTY, Verdict.REFUSED_ADDRESS})

# this many sources failing so, with none answering in between, is our own outage
_OUTAGE_AFTER = 3


class Reach:
    """Keeps the sources that could not be reached since any source last answered."""

    def __init__(self) -> None:
        # as they stood before, as they stand now, and what says so
        self._unreached: dict[SourceId, tuple[Source, Source]] = {}

    @property
    def lost(self) -> bool:
        """Whether it looks as if our own network is down."""
        # three feeds of one site may well turn into pages together, those of three sites hardly
        seen = {
            before.id if after.verdict in _NETWORK else urlsplit(before.target).netloc
            for before, after in self._unreached.values()
        }
        return len(seen) >= _OUTAGE_AFTER

    def note(self, before: Source, after: Source, *, now: datetime, rest: timedelta) -> tuple[Source, ...]:
        """Take in how a poll ended; gives each source that is to be written, as it's to be written.

        In an outage of our own nothing counts against a source, also what was counted before it was clear,
        and all are asked again after `rest`.
        """
        was_lost = self.lost
        if self._doubtful(before, after):
            self._unreached[after.id] = (self._unreached.get(after.id, (before, after))[0], after)
        elif after.verdict not in _STRANGE:
            self._unreached.clear()
        if not self.lost:
            return (after,)
        spared = [after] if was_lost else [known for _, known in self._unreached.values()]
        return tuple(self._spared(before, source, now + rest) for source in spared)

    def _doubtful(self, before: Source, after: Source) -> bool:
        if after.verdict in _NETWORK:
            return True
        well = before.primed and not before.failures
        return after.verdict in _STRANGE and (well or after.id in self._unreached)

    def _spared(self, before: Source, after: Source, next_poll: datetime) -> Source:
        known = self._unreached.get(after.id, (before, after))[0]
        return replace(after, failures=known.failures, history=known.history, next_poll=next_poll)
