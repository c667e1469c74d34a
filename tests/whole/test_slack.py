"""The whole story on Slack: type a command, let news appear, read what stands in the channel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.chat.slack import faults
from tests.chat.slack.rules import shown
from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, Place, SlackServer
from tests.whole.news import NewsSite
from tests.whole.process import Process
from tests.whole.waiting import until, until_polled

ROUND = "DeepSeek valued at $45 billion after first funding round"
TEXT = "DeepSeek has closed its first round, TechCrunch reported."
HEADLINE = "DeepSeek valued at $45B, first round, per TechCrunch"
WHY = "why: valuation $45B ≥ $10B (watch 1: valuation >= 10B)"
LATER = "Kestrel Robotics valued at $12 billion in Series C"


def bell_in(folder: Path, slack: SlackServer, **more: str) -> Process:
    """The bot with Slack beside the terminal, at its most talkative, so that a slip of a token would show."""
    settings = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "NEWSBELL_SLACK_URL": slack.url,
        "NEWSBELL_LOG_LEVEL": "debug",
    }
    return Process(folder, **{**settings, **more})


async def test_a_watch_typed_in_a_channel_rings_there_once(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        answer = await watched(slack, news)
        assert answer["response_type"] == "ephemeral"
        assert answer["text"].startswith("Watch 1 rings here for: valuation of at least $10 billion")
        assert slack.messages("C1") == []
        link = news.publish(ROUND, TEXT)
        (message,) = await standing(slack, 1)
        told_in_full(message, link)
        # a second outlet tells the same; what it may ring for would stand before the next story
        news.publish(
            "China's DeepSeek now worth $45bn", "It is worth $45bn, TechCrunch reports.", host="b.example"
        )
        await until_polled(news, news.polls + 2)
        news.publish(LATER)
        await standing(slack, 2)
        assert [first_line(each) for each in slack.messages("C1")] == [
            HEADLINE,
            "Kestrel Robotics valued at $12B, Series C, per wire.example",
        ]
        assert slack.messages("C2") == []
    keeps_its_secrets(bell)


def told_in_full(message: dict[str, Any], link: str) -> None:
    """Unfurls off, nothing parsed, and everything in the text and in the blocks."""
    for name in ("unfurl_links", "unfurl_media", "link_names", "mrkdwn"):
        assert message[name] is False
    assert message["parse"] == "none"
    assert first_line(message) == HEADLINE
    seen = shown(message["blocks"])
    for part in (ROUND, TEXT, "Valuation", "$45B · reported · first round", "citing TechCrunch"):
        assert part in message["text"]
        assert part in seen
    assert WHY in seen
    assert WHY.replace(">=", "&gt;=") in message["text"]
    assert link in message["text"]
    assert link in str(message["blocks"])


async def test_a_limit_is_waited_for_and_the_alert_stands_once(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        slack.fail("chat.postMessage", faults.limited(2))
        news.publish(ROUND, TEXT)
        await bell.logs("deliver.waiting")
        await bell.logs("deliver.sent")
        assert slack.calls["chat.postMessage"] == 2
        news.publish(LATER)
        await standing(slack, 2)
        assert slack.calls["chat.postMessage"] == 3
    waited = next(line for line in bell.log.splitlines() if "deliver.waiting" in line)
    assert "seconds=2.0" in waited
    keeps_its_secrets(bell)


async def test_a_post_whose_answer_is_cut_off_is_found_and_stands_once(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        slack.fail("chat.postMessage", faults.cut(applied=True))
        news.publish(ROUND, TEXT)
        await bell.logs("deliver.found")
        news.publish(LATER)
        await standing(slack, 2)
        assert slack.calls["chat.postMessage"] == 2
    keeps_its_secrets(bell)


async def test_a_post_that_was_cut_off_before_it_arrived_is_sent_again(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        slack.fail("chat.postMessage", faults.cut(applied=False))
        news.publish(ROUND, TEXT)
        await bell.logs("deliver.sent")
        (message,) = slack.messages("C1")
        assert first_line(message) == HEADLINE
        assert slack.calls["conversations.history"] == 1


async def test_a_kill_between_a_post_and_its_answer_repeats_nothing(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        slack.fail("chat.postMessage", faults.hang(applied=True))
        news.publish(ROUND, TEXT)
        await standing(slack, 1)
        await bell.kill()
    async with bell_in(tmp_path, slack) as bell:
        await bell.logs("deliver.found")
        news.publish(LATER)
        await standing(slack, 2)
        assert slack.calls["chat.postMessage"] == 2
        assert first_line(slack.messages("C1")[0]) == HEADLINE
    keeps_its_secrets(bell)


async def test_a_kill_before_a_post_arrives_loses_nothing(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        slack.fail("chat.postMessage", faults.hang(applied=False))
        news.publish(ROUND, TEXT)
        await until(lambda: slack.calls["chat.postMessage"] == 1)
        await bell.kill()
    assert slack.messages("C1") == []
    async with bell_in(tmp_path, slack) as bell:
        await bell.logs("deliver.sent")
        assert [first_line(each) for each in slack.messages("C1")] == [HEADLINE]


async def test_an_unreachable_slack_stops_nothing_and_is_connected_later(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    await slack.stop()
    async with bell_in(tmp_path, slack) as bell:
        await bell.logs("chat.down")
        await bell.type(f"/newsbell follow {news.url}")
        await bell.type("/newsbell watch valuation >= 10B")
        await bell.shows("Watch 1")
        await until_polled(news, 2)
        news.publish(ROUND, TEXT)
        await bell.shows(HEADLINE)
        await slack.start()
        answer = await slack.type("/newsbell watch valuation &gt;= 10B", timeout=60)
        assert answer["text"].startswith("Watch 1 rings here")
        news.publish(LATER)
        await standing(slack, 1)
    keeps_its_secrets(bell)


async def test_what_happens_while_slack_is_away_is_told_once_when_it_is_back(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        await slack.stop()
        news.publish(ROUND, TEXT)
        await bell.logs("deliver.waiting")
        await slack.start()
        await standing(slack, 1)
        await slack.ready()
        news.publish(LATER)
        await standing(slack, 2)
        assert first_line(slack.messages("C1")[0]) == HEADLINE


async def test_terminal_and_slack_show_the_same_alert_once_each(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, slack) as bell:
        await watched(slack, news)
        await bell.type("/newsbell watch valuation >= 10B")
        await bell.shows("Watch 1")
        news.publish(ROUND, TEXT)
        await bell.shows(WHY)
        news.publish(LATER)
        await standing(slack, 2)
        await bell.shows("Kestrel Robotics valued at $12B")
        for said in (HEADLINE, WHY):
            assert bell.out.count(said) == 1
            assert shown(slack.messages("C1")[0]["blocks"]).count(said) == 1
        assert shown(slack.messages("C1")[1]["blocks"]).count(HEADLINE) == 0


async def test_another_channel_is_watched_by_its_members_alone(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    slack.channels["C0000OPEN"] = Place("C0000OPEN", "open")
    slack.channels["C00CLOSED"] = Place("C00CLOSED", "closed", members=["U0"])
    async with bell_in(tmp_path, slack) as bell:
        await slack.type(f"/newsbell follow <{news.url}>", timeout=30)
        refused = await slack.type("/newsbell watch valuation &gt;= 10B in:<#C00CLOSED|closed>")
        assert refused["text"] == "You may not look there: you need to be a member of #closed."
        taken = await slack.type("/newsbell watch valuation &gt;= 10B in:<#C0000OPEN|open>")
        assert taken["text"].startswith("Watch 1 rings in ")
        await until_polled(news, news.polls + 2)
        news.publish(ROUND, TEXT)
        await standing(slack, 1, "C0000OPEN")
        await bell.logs("deliver.sent")
        assert slack.messages("C1") == slack.messages("C00CLOSED") == []


async def watched(slack: SlackServer, news: NewsSite) -> dict[str, Any]:
    """Follow the site and watch it from C1, until its silent first poll is over; the answer to `watch`."""
    await slack.type(f"/newsbell follow <{news.url}>", timeout=60)
    answer = await slack.type("/newsbell watch valuation &gt;= 10B")
    await until_polled(news, news.polls + 2)
    return answer


async def standing(slack: SlackServer, count: int, channel: str = "C1") -> list[dict[str, Any]]:
    """Wait until so many messages stand in a channel; there must never be more."""
    await until(lambda: len(slack.messages(channel)) >= count)
    assert len(slack.messages(channel)) == count
    return slack.messages(channel)


def first_line(message: dict[str, Any]) -> str:
    return str(message["text"]).splitlines()[0]


def keeps_its_secrets(bell: Process) -> None:
    assert "slack.connected" in bell.log
    for token in (BOT_TOKEN, APP_TOKEN):
        assert token not in bell.out
        assert token not in bell.log
