"""The small parts of the commands, one by one."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.commands.command import Call
from bot.commands.rehearsal import Rehearsal, Ring
from bot.commands.sample import example
from bot.commands.times import when
from bot.core.facts import read
from bot.core.model import Channel
from bot.core.spans import bold, code, line, link, quiet, text
from bot.core.spans import read as plain
from bot.errors import UserError
from bot.shipped import companies, rates
from tests.commands.desk import ANN, ELSEWHERE, HERE

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def call(number: str = "", typed_in: Channel = HERE, channel: Channel = HERE) -> Call:
    return Call(command="edit", arguments={"number": number}, channel=channel, typed_in=typed_in, person=ANN)


@pytest.mark.parametrize(("typed", "number"), [("3", 3), (" 12 ", 12), ("#4", 4)])
def test_a_number_is_read(typed: str, number: int) -> None:
    assert call(typed).number() == number


@pytest.mark.parametrize("typed", ["", "three", "-1", "1.5", "٣", "9" * 10, "²"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="is no number"):
        call(typed).number()


def test_a_command_is_said_as_it_is_typed_where_it_is_said() -> None:
    discord = Channel("discord", "1")
    assert call().say("edit", number=1, query="a b") == "/newsbell edit 1 a b"
    assert call(channel=ELSEWHERE).say("unwatch", number=1) == f"/newsbell unwatch 1 in:{ELSEWHERE}"
    assert (
        call(typed_in=discord, channel=discord).say("edit", number=1, query="a")
        == "/newsbell edit number:1 query:a"
    )
    assert call().say("sources") == "/newsbell sources"


@pytest.mark.parametrize(
    ("then", "shown"),
    [
        (NOW, "12 May 09:00 UTC, just now"),
        (NOW - timedelta(hours=3), "12 May 06:00 UTC, 3 h ago"),
        (NOW - timedelta(days=200), "24 October 2025 09:00 UTC"),
    ],
)
def test_a_moment_is_shown_in_utc_with_its_age(then: datetime, shown: str) -> None:
    assert when(then, NOW) == shown


def rings(count: int, days: float) -> Rehearsal:
    story = example(NOW)
    ring = Ring(story=story, title="A robot", link="https://a.example", at=NOW, why=("word “robot”",))
    return Rehearsal(rings=[ring] * count, reach=timedelta(days=days))


@pytest.mark.parametrize(
    ("count", "days", "says"),
    [
        (0, 0, "would not have rung in the last 14 days (no news is stored yet)."),
        (0, 14, "would not have rung in the last 14 days."),
        (1, 14, "would have rung once in the last 14 days, the latest: A robot"),
        (3, 0.2, "3 times in the last 14 days (the stored news reaches back a few hours)"),
        (3, 1, "reaches back a day)"),
        (3, 4.2, "reaches back 4 days)"),
    ],
)
def test_a_rehearsal_says_how_far_its_news_reaches(count: int, days: float, says: str) -> None:
    assert says in plain((rings(count, days).told(NOW),))


@pytest.mark.parametrize(
    ("count", "days", "busy"), [(140, 14, False), (141, 14, True), (11, 0.1, True), (0, 0, False)]
)
def test_more_than_ten_a_day_is_busy(count: int, days: float, busy: bool) -> None:
    assert bool(rings(count, days).advice(call())) is busy


def test_the_sample_says_what_our_own_reader_reads_in_it() -> None:
    story = example(NOW)
    (article,) = story.articles
    reading = read(article.title, article.text, companies=companies(), rates=rates(), published=NOW)
    assert {(fact.kind, fact.usd) for fact in story.facts} <= {
        (fact.kind, fact.usd) for fact in reading.facts
    }
    assert "exists" in article.text


def test_spans_hold_text_as_data() -> None:
    parts = line(text("<a>"), bold("b"), code("c"), quiet("d"), link("e", "https://e.example"), "f")
    assert plain((parts, parts)) == "<a>bcdef\n<a>bcdef"
    assert [span.style for span in parts] == ["plain", "bold", "code", "quiet", "link", "plain"]
    assert link("e", "").style == "plain"
