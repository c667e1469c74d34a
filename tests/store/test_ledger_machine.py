"""The ledger against a model of it, through whatever moves chance finds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.delivery import LEASE, LONGEST_REST, SET_BACK, Hold
from bot.core.model import Alert, AlertState, Channel
from bot.ports import Store
from bot.store import open_store
from tests.store.samples import DEALS, LOBBY, NEWS, NOW, owe

CHANNELS = st.sampled_from([DEALS, NEWS, LOBBY])
TARGETS = st.sampled_from([*map(str, (DEALS, NEWS, LOBBY)), "slack", "discord"])
SECONDS = st.integers(min_value=-5, max_value=120)
# a while, a lease, and a clock that somebody sets back or forward
STEPS = st.sampled_from([-86_400, -30, 1, 60, 301, 86_400])
ENDS = st.sampled_from([AlertState.SENT, AlertState.REFUSED])


@dataclass
class Entry:
    """What the model knows of one alert."""

    channel: Channel
    state: AlertState = AlertState.PROMISED
    next_try: datetime = NOW
    key: str = ""
    attempts: int = 0
    unanswered: bool = False


class Ledger(RuleBasedStateMachine):
    """Promises, begins, settles, holds; the store must agree with the model after every step."""

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.store: Store = self.runner.run(open_store("sqlite://"))
        self.now = NOW
        self.entries: dict[int, Entry] = {}
        self.holds: dict[str, Hold] = {}
        self.posts = 0

    def teardown(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()

    @rule(channel=CHANNELS)
    def promise(self, channel: Channel) -> None:
        number = len(self.entries) + 1
        self.runner.run(owe(self.store, channel=channel, start=number))
        self.entries[number] = Entry(channel, next_try=NOW)

    @rule(seconds=SECONDS | STEPS)
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(held=TARGETS, seconds=SECONDS)
    def hold(self, held: str, seconds: int) -> None:
        new = Hold(target=held, since=self.now, until=self.now + timedelta(seconds=seconds))
        self.runner.run(self.store.hold(new))
        old = self.holds.get(held, new)
        if old.until <= new.until or old.since > self.now + SET_BACK:
            self.holds[held] = new

    @precondition(lambda self: self.due())
    @rule(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """A post of new alerts under a new key, or of all that an unanswered one carried."""
        first = data.draw(st.sampled_from(self.due()))
        key = self.entries[first].key
        new = [ident for ident in self.due() if not self.entries[ident].key]
        chosen = set(self.carried(key)) if key else data.draw(st.sets(st.sampled_from(new), min_size=1))
        if not key:
            self.posts += 1
            key = f"post {self.posts}"
        assert self.runner.run(self.store.begin(self.waiting(chosen), key, self.now)) is (
            chosen <= set(self.due())
        )
        if chosen <= set(self.due()):
            self.begun(chosen, key)

    def begun(self, chosen: set[int], key: str) -> None:
        for ident in chosen:
            entry = self.entries[ident]
            entry.state, entry.key, entry.next_try = AlertState.SENDING, key, self.now
            entry.attempts += 1

    @precondition(lambda self: self.under_way() and self.due())
    @rule(data=st.data())
    def a_second_worker_loses(self, data: st.DataObject) -> None:
        """Who comes second, to one of the alerts or to the key, changes nothing."""
        key = data.draw(st.sampled_from(self.under_way()))
        free = self.waiting(set(self.due()))
        taken = [alert for alert in self.runner.run(self.store.unsettled()) if alert.post_key == key]
        assert not self.runner.run(self.store.begin([*free, *taken], "second", self.now))
        assert not self.runner.run(self.store.begin(free, key, self.now))

    @rule(spared=st.sets(st.integers(min_value=1, max_value=9)))
    def leases_end(self, spared: set[int]) -> None:
        but = {f"post {number}" for number in spared}
        over = [
            entry
            for entry in self.entries.values()
            if entry.state is AlertState.SENDING
            and entry.key not in but
            and (entry.next_try <= self.now - LEASE or entry.next_try > self.now + SET_BACK)
        ]
        lapsed = self.store.lapse(self.now, lease=LEASE, but=but, cause="gone", next_try=self.now)
        assert self.runner.run(lapsed) == len(over)
        for entry in over:
            entry.state, entry.next_try, entry.unanswered = AlertState.UNKNOWN, self.now, True

    @rule(channel=CHANNELS)
    def refuse(self, channel: Channel) -> None:
        closed = [e for e in self.entries.values() if (e.channel, e.state) == (channel, AlertState.PROMISED)]
        assert self.runner.run(self.store.refuse(channel, "gone")) == len(closed)
        for entry in closed:
            entry.state = AlertState.REFUSED

    @precondition(lambda self: self.under_way())
    @rule(data=st.data(), end=ENDS)
    def end(self, data: st.DataObject, end: AlertState) -> None:
        key = data.draw(st.sampled_from(self.under_way()))
        self.runner.run(self.store.settle(key, end))
        self.move(key, end)

    @precondition(lambda self: self.under_way())
    @rule(data=st.data(), seconds=SECONDS, state=st.sampled_from([AlertState.UNKNOWN, AlertState.PROMISED]))
    def put_off(self, data: st.DataObject, seconds: int, state: AlertState) -> None:
        key = data.draw(st.sampled_from(self.under_way()))
        until = self.now + timedelta(seconds=seconds)
        self.runner.run(self.store.settle(key, state, next_try=until))
        self.move(key, state, until)

    @rule(state=st.sampled_from(AlertState), number=st.integers(min_value=0, max_value=30))
    def settle_what_is_not_under_way(self, state: AlertState, number: int) -> None:
        if f"post {number}" not in self.under_way():
            with pytest.raises(ValueError, match="no post under the key"):
                self.runner.run(self.store.settle(f"post {number}", state, next_try=self.now))

    @invariant()
    def the_store_agrees(self) -> None:
        counted = dict.fromkeys(AlertState, 0)
        for entry in self.entries.values():
            counted[entry.state] += 1
        assert self.runner.run(self.store.alert_counts()) == counted
        assert {alert.id for alert in self.runner.run(self.store.waiting(self.now))} == set(self.due())
        assert set(self.runner.run(self.store.owing(self.now))) == self.owing()
        held = self.runner.run(self.store.unsettled())
        assert [(one.id, one.post_key, one.attempts) for one in held] == [
            (ident, entry.key, entry.attempts) for ident, entry in self.entries.items() if self.is_open(entry)
        ]

    def due(self) -> list[int]:
        return [
            ident
            for ident, entry in self.entries.items()
            if entry.state is AlertState.PROMISED and self.is_due(entry)
        ]

    def is_due(self, entry: Entry) -> bool:
        """Its time has come, and nothing holds it; what a later clock has set doesn't count."""
        targets = (str(entry.channel), entry.channel.platform)
        held = [self.holds[target] for target in targets if target in self.holds]
        return not self.rests(entry) and not any(
            one.since <= self.now + SET_BACK and self.now < one.until for one in held
        )

    def rests(self, entry: Entry) -> bool:
        return self.now < entry.next_try <= self.now + LONGEST_REST

    def owing(self) -> set[Channel]:
        """Channels with a post to look for, or a promise that stands behind none that rests."""
        lost = {e.channel for e in self.entries.values() if e.state is AlertState.UNKNOWN and self.is_due(e)}
        blocked = {
            entry.channel
            for entry in self.entries.values()
            if entry.state is AlertState.SENDING or (entry.state is AlertState.UNKNOWN and self.rests(entry))
        }
        return lost | ({self.entries[ident].channel for ident in self.due()} - blocked)

    def carried(self, key: str) -> list[int]:
        return [ident for ident, entry in self.entries.items() if entry.key == key]

    def under_way(self) -> list[str]:
        return sorted({entry.key for entry in self.entries.values() if self.is_open(entry)})

    def waiting(self, chosen: set[int]) -> list[Alert]:
        return [alert for alert in self.runner.run(self.store.waiting(self.now)) if alert.id in chosen]

    def is_open(self, entry: Entry) -> bool:
        return entry.state in {AlertState.SENDING, AlertState.UNKNOWN}

    def move(self, key: str, state: AlertState, until: datetime | None = None) -> None:
        for entry in self.entries.values():
            if entry.key == key and self.is_open(entry):
                entry.unanswered |= state is AlertState.UNKNOWN
                entry.state = state
                entry.next_try = until or entry.next_try
                # a post that was ever unanswered keeps its key
                entry.key = "" if state is AlertState.PROMISED and not entry.unanswered else key


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
