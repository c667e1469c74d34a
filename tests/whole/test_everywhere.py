"""The whole story on all three chats at once, from one process: the same alert for the same news, once."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.chat.discord import faults
from tests.chat.discord.server import TOKEN, DiscordServer
from tests.chat.slack.rules import shown
from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.whole.news import NewsSite
from tests.whole.process import Process
from tests.whole.waiting import until, until_polled

ROUND = "DeepSeek valued at $45 billion after first funding round"
TEXT = "DeepSeek has closed its first round, TechCrunch reported."
HEADLINE = "DeepSeek valued at $45B, first round, per TechCrunch"
LATER = "Kestrel Robotics valued at $12 billion in Series C"


def bell_in(folder: Path, discord: DiscordServer, slack: SlackServer | None = None, **more: str) -> Process:
    settings = {"DISCORD_TOKEN": TOKEN, "NEWSBELL_DISCORD_URL": discord.url}
    if slack:
        settings |= {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "NEWSBELL_SLACK_URL": slack.url,
        }
    return Process(folder, **{**settings, **more})


async def test_one_process_serves_all_three_and_each_shows_the_alert_once(
    tmp_path: Path, discord: DiscordServer, slack: SlackServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, discord, slack, NEWSBELL_LOG_LEVEL="debug") as bell:
        await bell.type(f"/newsbell follow {news.url}")
        await bell.shows("is followed now")
        await bell.type("/newsbell watch valuation >= 10B")
        answer = await discord.type("watch", {"query": "valuation >= 10B"}, timeout=60)
        assert "**Watch 1** rings here" in str(answer)
        answer = await slack.type("/newsbell watch valuation &gt;= 10B", timeout=60)
        assert "Watch 1 rings here" in answer["text"]
        await until_polled(news, news.polls + 2)
        news.publish(ROUND, TEXT)
        await standing(discord, 1)
        await until(lambda: len(slack.messages("C1")) == 1)
        await bell.shows(HEADLINE)
        news.publish("China's DeepSeek now worth $45bn", "TechCrunch reports it.", host="b.example")
        await until_polled(news, news.polls + 3)
        assert bell.out.count(HEADLINE) == 1
        (there,) = discord.messages("123")
        (here,) = slack.messages("C1")
    for said in (HEADLINE, "valuation $45B ≥ $10B", "$45B · reported · first round", ROUND):
        assert said in bell.out
        assert said in plain(there)
        assert said in shown(here["blocks"])
    assert there["allowed_mentions"]["parse"] == []
    assert not discord.messages("124")
    # the tokens, and what lets anybody answer in our place: response addresses, triggers, interactions
    for secret in (TOKEN, BOT_TOKEN, APP_TOKEN, "/respond/", "trigger-", "token-", "/webhooks/", "/callback"):
        assert secret not in bell.out + bell.log


async def test_a_cut_answer_on_discord_is_settled_and_the_alert_stands_once(
    tmp_path: Path, discord: DiscordServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, discord) as bell:
        await watched(discord, news)
        discord.fail("POST messages", faults.cut(applied=True))
        news.publish(ROUND, TEXT)
        await until(lambda: "deliver.sent" in bell.log or "deliver.found" in bell.log)
        news.publish(LATER)
        await standing(discord, 2)
        assert [HEADLINE in plain(message) for message in discord.messages("123")] == [True, False]


async def test_a_kill_between_a_post_and_its_answer_repeats_nothing_on_discord(
    tmp_path: Path, discord: DiscordServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, discord) as bell:
        await watched(discord, news)
        discord.fail("POST messages", faults.hang(applied=True))
        news.publish(ROUND, TEXT)
        await standing(discord, 1)
        await bell.kill()
    async with bell_in(tmp_path, discord) as bell:
        await until(lambda: "deliver.sent" in bell.log or "deliver.found" in bell.log)
        news.publish(LATER)
        await standing(discord, 2)
        assert [HEADLINE in plain(message) for message in discord.messages("123")] == [True, False]


async def test_sigterm_ends_it_also_while_another_program_holds_the_database(
    tmp_path: Path, discord: DiscordServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, discord) as bell:
        await watched(discord, news)
        discord.fail("POST messages", faults.hang(applied=True, seconds=1.0))
        news.publish(ROUND, TEXT)
        await standing(discord, 1)
        with closing(sqlite3.connect(tmp_path / "data" / "newsbell.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            # what came of the post can't be written down now
            await asyncio.sleep(1.5)
            assert await bell.stop() == 0
    async with bell_in(tmp_path, discord) as bell:
        await bell.logs("deliver.found")
        await standing(discord, 1)


async def test_who_may_not_manage_the_channel_changes_nothing(
    tmp_path: Path, discord: DiscordServer, news: NewsSite
) -> None:
    async with bell_in(tmp_path, discord):
        answer = await discord.type("watch", {"query": "deepseek"}, manage_channels=False, timeout=60)
        assert "Manage Channels" in str(answer)
        assert "There are no watches here" in str(await discord.type("watches"))


async def test_a_discord_that_is_away_at_the_start_stops_neither_slack_nor_the_polling(
    tmp_path: Path, discord: DiscordServer, slack: SlackServer, news: NewsSite
) -> None:
    await discord.stop()
    async with bell_in(tmp_path, discord, slack) as bell:
        await bell.logs("chat.down")
        await slack.type(f"/newsbell follow <{news.url}>", timeout=60)
        await slack.type("/newsbell watch valuation &gt;= 10B")
        await until_polled(news, news.polls + 2)
        news.publish(ROUND, TEXT)
        await until(lambda: len(slack.messages("C1")) == 1)
        await discord.start()
        await discord.type("watch", {"query": "valuation >= 10B"}, timeout=60)
        news.publish(LATER)
        await standing(discord, 1)
        assert HEADLINE not in plain(discord.messages("123")[0])


async def watched(discord: DiscordServer, news: NewsSite) -> None:
    await discord.type("follow", {"address": news.url}, timeout=60)
    await discord.type("watch", {"query": "valuation >= 10B"}, timeout=60)
    await until_polled(news, news.polls + 2)


async def standing(discord: DiscordServer, count: int) -> None:
    """Wait until so many messages stand in #deals; there must never be more."""
    await until(lambda: len(discord.messages("123")) >= count)
    assert len(discord.messages("123")) == count


def plain(message: dict[str, Any]) -> str:
    """All that a message says, without the backslashes that keep a feed's signs from being markup."""
    said = [str(message["content"])]
    for embed in message["embeds"]:
        said += [str(embed.get(name, "")) for name in ("title", "description", "url")]
        said += [f"{field['name']} {field['value']}" for field in embed.get("fields", [])]
        said.append(str(embed.get("footer", {}).get("text", "")))
    return "\n".join(said).replace("\\", "")
