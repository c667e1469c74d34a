"""How often somebody does something: at most so many times within a span that moves along with the clock."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

# whoever was heard of longest ago is forgotten beyond that many
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """At most so many times within a span; `name` tells rules apart that count different things."""

    name: str
    most: int
    within: timedelta


@dataclass(slots=True)
class Pace:
    """Counts what people do, and says when it was too much. What is refused doesn't count."""

    remembered: int = _REMEMBERED
    _times: OrderedDict[tuple[str, str], list[datetime]] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self._times)

    def spend(self, who: str, rules: Sequence[Rule], now: datetime) -> tuple[Rule, timedelta] | None:
        """Count one more under all the rules; or count nothing, and give the spent rule and for how long."""
        kept = {rule: self._kept(who, rule, now) for rule in rules}
        spent = [
            (rule, times[0] + rule.within - now) for rule, times in kept.items() if len(times) >= rule.most
        ]
        if spent:
            return max(spent, key=lambda each: each[1])
        for rule, times in kept.items():
            self._times[who, rule.name] = [*times, now]
            self._times.move_to_end((who, rule.name))
        while len(self._times) > self.remembered:
            self._times.popitem(last=False)
        return None

    def _kept(self, who: str, rule: Rule, now: datetime) -> list[datetime]:
        """The times that still count; one that lies ahead is of a clock that was set back since."""
        known = self._times.get((who, rule.name), [])
        return [time for time in known if now - rule.within < time <= now]
