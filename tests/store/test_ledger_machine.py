"""The ledger against a model of it, through whatever moves chance finds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.model import Alert, AlertState, Channel
from bot.ports import Store
from bot.store import open_store
from tests.store.samples import DEALS, LOBBY, NEWS, NOW, owe

CHANNELS = st.sampled_from([DEALS, NEWS, LOBBY])
TARGETS = st.sampled_from([*map(str, (DEALS, NEWS, LOBBY)), "slack", "discord"])
SECONDS = st.integers(min_value=-5, max_value=120)
ENDS = st.sampled_from([AlertState.SENT, AlertState.REFUSED])


@dataclass
class Entry:
    """What the model knows of one alert."""

    channel: Channel
    state: AlertState = AlertState.PROMISED
    next_try: datetime = NOW
    key: str = ""
    attempts: int = 0


class Ledger(RuleBasedStateMachine):
    """Promises, begins, settles, holds; the store must agree with the model after every step."""

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.store: Store = self.runner.run(open_store("sqlite://"))
        self.now = NOW
        self.entries: dict[int, Entry] = {}
        self.holds: dict[str, datetime] = {}
        self.posts = 0

    def teardown(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()

    @rule(channel=CHANNELS)
    def promise(self, channel: Channel) -> None:
        number = len(self.entries) + 1
        self.runner.run(owe(self.store, channel=channel, start=number))
        self.entries[number] = Entry(channel, next_try=NOW)

    @rule(seconds=SECONDS)
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(held=TARGETS, seconds=SECONDS)
    def hold(self, held: str, seconds: int) -> None:
        until = self.now + timedelta(seconds=seconds)
        self.runner.run(self.store.hold(held, until))
        self.holds[held] = max(until, self.holds.get(held, until))

    @precondition(lambda self: self.due())
    @rule(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sets(st.sampled_from(self.due()), min_size=1, max_size=3))
        self.posts += 1
        self.runner.run(self.store.begin(self.waiting(chosen), f"post {self.posts}", self.now))
        for ident in chosen:
            entry = self.entries[ident]
            entry.state, entry.key, entry.next_try = AlertState.SENDING, f"post {self.posts}", self.now
            entry.attempts += 1

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
        assert [alert.id for alert in self.runner.run(self.store.waiting(self.now))] == self.due()
        held = self.runner.run(self.store.unsettled())
        assert [(one.id, one.post_key, one.attempts) for one in held] == [
            (ident, entry.key, entry.attempts) for ident, entry in self.entries.items() if self.is_open(entry)
        ]

    def due(self) -> list[int]:
        return [
            ident
            for ident, entry in self.entries.items()
            if entry.state is AlertState.PROMISED
            and entry.next_try <= self.now
            and all(
                self.holds.get(name, self.now) <= self.now
                for name in (str(entry.channel), entry.channel.platform)
            )
        ]

    def under_way(self) -> list[str]:
        return sorted({entry.key for entry in self.entries.values() if self.is_open(entry)})

    def waiting(self, chosen: set[int]) -> list[Alert]:
        return [alert for alert in self.runner.run(self.store.waiting(self.now)) if alert.id in chosen]

    def is_open(self, entry: Entry) -> bool:
        return entry.state in {AlertState.SENDING, AlertState.UNKNOWN}

    def move(self, key: str, state: AlertState, until: datetime | None = None) -> None:
        for entry in self.entries.values():
            if entry.key == key and self.is_open(entry):
                entry.state = state
                entry.next_try = until or entry.next_try
                entry.key = "" if state is AlertState.PROMISED else key


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
