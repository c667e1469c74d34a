"""Figures: each counted from an event of the log, none with a label that anybody else chooses."""

import re

import pytest

from bot import logs
from bot.core.health import Survey
from bot.core.model import AlertState, Verdict
from bot.lookout import Meters

SURVEY = Survey(
    alerts={AlertState.PROMISED: 2, AlertState.SENT: 7},
    oldest_owed=41.5,
    holds=1,
    chats={"slack": True, "discord": False},
    followed=40,
    failing=3,
    watches=5,
    lag=0.25,
)


def shown(meters: Meters, survey: Survey | None = SURVEY) -> dict[str, float]:
    page = meters.show(survey).decode()
    return {
        line.rpartition(" ")[0]: float(line.rpartition(" ")[2])
        for line in page.splitlines()
        if not line.startswith("#")
    }


def test_polls_are_counted_by_their_verdict_with_what_they_brought() -> None:
    meters = Meters()
    meters.note(
        "info", {"event": "poll.done", "verdict": Verdict.OK, "seconds": 0.3, "new": 2, "set_aside": 5}
    )
    meters.note("warning", {"event": "poll.failed", "verdict": Verdict.TIMEOUT, "seconds": 20.0})
    figures = shown(meters)
    assert figures['newsbell_polls_total{verdict="ok"}'] == 1
    assert figures['newsbell_polls_total{verdict="timeout"}'] == 1
    assert figures["newsbell_poll_seconds_count"] == 2
    assert figures['newsbell_items_total{became="new"}'] == 2
    assert figures['newsbell_items_total{became="set_aside"}'] == 5


def test_an_article_counts_towards_reading_and_stories() -> None:
    meters = Meters()
    read = {"event": "article.read", "how": "joined", "seconds": 0.002, "age": 30.0}
    meters.note("debug", {**read, "rings": True})
    meters.note("debug", {**read, "rings": False, "age": 9e9})
    figures = shown(meters)
    assert figures["newsbell_articles_read_total"] == 2
    assert figures['newsbell_stories_total{how="joined"}'] == 2
    assert figures["newsbell_reading_seconds_sum"] == pytest.approx(0.004)
    # the backlog of a first poll says nothing about how fast we are
    assert figures["newsbell_publication_to_first_seen_seconds_sum"] == 30


def test_posts_are_counted_by_platform_and_outcome_with_the_time_that_they_took() -> None:
    meters = Meters()
    meters.note("info", {"event": "deliver.sent", "channel": "slack:C1", "waited": 2.5})
    meters.note("warning", {"event": "deliver.unknown", "channel": "discord:7"})
    figures = shown(meters)
    assert figures['newsbell_deliveries_total{outcome="sent",platform="slack"}'] == 1
    assert figures['newsbell_deliveries_total{outcome="unknown",platform="discord"}'] == 1
    assert figures["newsbell_first_seen_to_post_seconds_sum"] == 2.5
    assert not [name for name in figures if "C1" in name]


def test_summaries_tokens_commands_and_database_failures_are_counted() -> None:
    meters = Meters()
    for name in ("summary.phrased", "summary.refused", "summary.unanswered", "database.failed"):
        meters.note("warning", {"event": name})
    meters.note("debug", {"event": "tokens.spent", "tokens": 321})
    meters.note("debug", {"event": "command.answered", "verb": "whatever a person typed"})
    figures = shown(meters)
    assert {
        figures[f'newsbell_summaries_total{{way="{way}"}}'] for way in ("model", "refused", "unanswered")
    } == {1}
    assert figures["newsbell_tokens_total"] == 321
    assert figures["newsbell_database_failures_total"] == 1
    assert figures['newsbell_commands_total{outcome="answered"}'] == 1
    assert not [name for name in figures if "typed" in name]


def test_a_survey_becomes_gauges() -> None:
    figures = shown(Meters())
    assert figures['newsbell_alerts{state="promised"}'] == 2
    assert figures["newsbell_oldest_owed_seconds"] == 41.5
    assert figures["newsbell_holds"] == 1
    assert figures['newsbell_chat_connected{platform="discord"}'] == 0
    assert figures["newsbell_sources_failing"] == 3
    assert figures["newsbell_loop_lag_seconds"] == 0.25
    assert figures["newsbell_database_readable"] == 1


def test_without_a_survey_the_other_figures_are_still_shown() -> None:
    meters = Meters()
    meters.note("info", {"event": "poll.done", "verdict": "ok"})
    figures = shown(meters, None)
    assert figures["newsbell_database_readable"] == 0
    assert figures['newsbell_polls_total{verdict="ok"}'] == 1


def test_two_bots_in_one_process_count_apart() -> None:
    first, second = Meters(), Meters()
    first.note("info", {"event": "poll.done", "verdict": "ok"})
    assert not [name for name in shown(second) if name.startswith("newsbell_polls_total")]


@pytest.mark.usefixtures("logging_as_it_was")
def test_the_listener_hears_what_no_line_shows(capsys: pytest.CaptureFixture[str]) -> None:
    import structlog

    meters = Meters()
    logs.set_up(level="warning", as_json=False, secrets=(), listener=meters.note)
    with structlog.contextvars.bound_contextvars(channel="slack:C1"):
        structlog.get_logger().info("deliver.sent", waited=1.0)
        structlog.get_logger().warning("deliver.unknown")
    lines = capsys.readouterr().err
    assert "deliver.sent" not in lines
    assert "deliver.unknown" in lines
    figures = shown(meters)
    assert figures['newsbell_deliveries_total{outcome="sent",platform="slack"}'] == 1
    assert figures['newsbell_events_total{event="deliver.sent",level="info"}'] == 1


@pytest.mark.usefixtures("logging_as_it_was")
def test_an_event_that_cannot_be_counted_is_logged_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    import structlog

    logs.set_up(level="info", as_json=False, secrets=(), listener=Meters().note)
    structlog.get_logger().info("poll.done", new="many")
    assert re.search(r"poll\.done.*unheard", capsys.readouterr().err)
