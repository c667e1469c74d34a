"""Figures for Prometheus, counted from the events that the log carries anyway.

Labels hold words of our own alone (verdicts, platforms, outcomes): a source's name or a person's text would
make series without end, and would show on a page what belongs into the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from platform import python_version
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot import __version__
from bot.core.health import Survey

CONTENT_TYPE = CONTENT_TYPE_LATEST

Event = Mapping[str, Any]

# seconds: a poll or a summary takes parts of one to a dozen
_SHORT = (0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32)
# seconds: an article is read in milliseconds, and a very long one in tenths
_READING = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5)
# seconds: from moments to days
_LONG = (1, 2, 5, 10, 30, 60, 180, 600, 1800, 3600, 4 * 3600, 24 * 3600)

_OUTCOMES = {
    "deliver.sent": "sent",
    "deliver.found": "found",
    "deliver.refused": "refused",
    "deliver.channel_gone": "refused",
    "deliver.unconfirmed": "refused",
    "deliver.unknown": "unknown",
    "deliver.repeating": "repeated",
    "deliver.waiting": "delayed",
}
_SUMMARIES = {"summary.phrased": "model", "summary.refused": "refused", "summary.unanswered": "unanswered"}
_COMMANDS = {"command.answered": "answered", "command.crashed": "crashed"}


class Meters:
    """Counts events as they pass (`note`), and shows all figures on request (`show`)."""

    def __init__(self) -> None:
        # the moment at which each series began: a third of the page, and asked for by nobody
        disable_created_metrics()  # type: ignore[no-untyped-call]  # the library leaves its types out here
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        _gauge(registry, "build_info", "The version that runs.", "version", "python").labels(
            __version__, python_version()
        ).set(1)
        self._events = _counter(registry, "events", "Lines of the log, also hidden ones.", "event", "level")
        self._polls = _counter(registry, "polls", "Polls of sources.", "verdict")
        self._poll_time = _histogram(registry, "poll_seconds", "How long a source took to answer.", _SHORT)
        self._items = _counter(registry, "items", "Items that were new in their source.", "became")
        self._articles = _counter(registry, "articles_read", "Articles read for facts.")
        self._reading = _histogram(registry, "reading_seconds", "How long reading one took.", _READING)
        self._delay = _histogram(
            registry, "publication_to_first_seen_seconds", "How old articles that may ring were.", _LONG
        )
        self._stories = _counter(registry, "stories", "What articles did to stories.", "how")
        self._promised = _counter(registry, "alerts_promised", "Alerts promised to channels.", "platform")
        self._deliveries = _counter(registry, "deliveries", "Attempts to post.", "platform", "outcome")
        self._waited = _histogram(
            registry, "first_seen_to_post_seconds", "From the promise of an alert to its post.", _LONG
        )
        self._summaries = _counter(registry, "summaries", "What a model's summaries came to.", "way")
        self._tokens = _counter(registry, "tokens", "Tokens that summaries cost.")
        self._commands = _counter(registry, "commands", "Commands of people.", "outcome")
        self._database = _counter(registry, "database_failures", "Times that the database gave up.")
        self._survey = _Gauges(registry)
        self._heard: dict[str, Callable[[Event], None]] = {
            "poll.done": self._polled,
            "poll.failed": self._polled,
            "article.read": self._read,
            "alert.promised": lambda event: self._promised.labels(_platform(event)).inc(),
            "tokens.spent": lambda event: self._tokens.inc(max(0, event.get("tokens", 0))),
            "database.failed": _count(self._database),
            **dict.fromkeys(_OUTCOMES, self._delivered),
            **{name: _count(self._summaries.labels(way)) for name, way in _SUMMARIES.items()},
            **{name: _count(self._commands.labels(outcome)) for name, outcome in _COMMANDS.items()},
        }

    def note(self, level: str, event: Event) -> None:
        """Count one event of the log."""
        name = event["event"]
        self._events.labels(name, level).inc()
        if heard := self._heard.get(name):
            heard(event)

    def show(self, survey: Survey | None) -> bytes:
        """All figures in Prometheus's format; without a survey those that need the database are left out."""
        self._survey.set(survey)
        return generate_latest(self._registry)

    def _polled(self, event: Event) -> None:
        self._polls.labels(str(event.get("verdict", ""))).inc()
        self._poll_time.observe(event.get("seconds", 0))
        self._items.labels("new").inc(event.get("new", 0))
        self._items.labels("set_aside").inc(event.get("set_aside", 0))

    def _read(self, event: Event) -> None:
        self._articles.inc()
        self._reading.observe(event.get("seconds", 0))
        self._stories.labels(str(event.get("how", ""))).inc()
        if event.get("rings"):
            self._delay.observe(event.get("age", 0))

    def _delivered(self, event: Event) -> None:
        self._deliveries.labels(_platform(event), _OUTCOMES[event["event"]]).inc()
        if "waited" in event:
            self._waited.observe(event["waited"])


class _Gauges:
    """What a survey counts."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._alerts = _gauge(registry, "alerts", "Alerts by the state in which they stand.", "state")
        self._oldest = _gauge(registry, "oldest_owed_seconds", "The age of the alert owed longest.")
        self._holds = _gauge(registry, "holds", "Channels and platforms that asked to wait.")
        self._chats = _gauge(registry, "chat_connected", "Whether people can be told there.", "platform")
        self._followed = _gauge(registry, "sources_followed", "Sources that are polled.")
        self._failing = _gauge(registry, "sources_failing", "Sources whose last poll failed.")
        self._watches = _gauge(registry, "watches", "Watches of all channels.")
        self._lag = _gauge(registry, "loop_lag_seconds", "The worst in the last minute.")
        self._surveyed = _gauge(registry, "database_readable", "Whether these figures could be counted.")

    def set(self, survey: Survey | None) -> None:
        """Take over a survey, or the news that there is none."""
        self._surveyed.set(survey is not None)
        if survey is None:
            return
        for state, count in survey.alerts.items():
            self._alerts.labels(state.value).set(count)
        for name, connected in survey.chats.items():
            self._chats.labels(name).set(connected)
        self._oldest.set(survey.oldest_owed)
        self._holds.set(survey.holds)
        self._followed.set(survey.followed)
        self._failing.set(survey.failing)
        self._watches.set(survey.watches)
        self._lag.set(survey.lag)


def _count(counter: Counter) -> Callable[[Event], None]:
    return lambda _: counter.inc()


def _platform(event: Event) -> str:
    return str(event.get("channel", "")).partition(":")[0]


def _counter(registry: CollectorRegistry, name: str, about: str, *labels: str) -> Counter:
    return Counter(f"newsbell_{name}", about, labels, registry=registry)


def _gauge(registry: CollectorRegistry, name: str, about: str, *labels: str) -> Gauge:
    return Gauge(f"newsbell_{name}", about, labels, registry=registry)


def _histogram(registry: CollectorRegistry, name: str, about: str, limits: tuple[float, ...]) -> Histogram:
    return Histogram(f"newsbell_{name}", about, buckets=limits, registry=registry)
