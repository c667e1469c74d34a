"""A running bot as a container's health check, Prometheus and an operator see it."""

import re
import socket
from pathlib import Path

import aiohttp

from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.cli.newsbell import run
from tests.whole.news import NewsSite
from tests.whole.process import Process


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
        return port


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


async def test_a_bot_that_rang_shows_it_over_http_and_health_asks_there(
    tmp_path: Path, slack: SlackServer, news: NewsSite
) -> None:
    port = free_port()
    http = {"NEWSBELL_HTTP": f"127.0.0.1:{port}"}
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "NEWSBELL_SLACK_URL": slack.url}
    async with Process(tmp_path, **tokens, **http) as bot:
        await bot.logs("slack.connected")
        await bot.type(f"/newsbell follow {news.url}")
        await bot.shows("is followed now")
        await bot.type("/newsbell watch valuation >= 10B")
        await bot.shows("Watch 1")
        news.publish("DeepSeek valued at $45B in first funding round")
        await bot.logs("deliver.sent")
        status, said = await get(port, "/readyz")
        assert (status, "false" in said) == (200, False), said
        _, page = await get(port, "/metrics")
        assert 'newsbell_deliveries_total{outcome="sent",platform="terminal"} 1.0' in page
        assert 'newsbell_alerts{state="sent"} 1.0' in page
        assert 'newsbell_chat_connected{platform="slack"} 1.0' in page
        for secret in (BOT_TOKEN, APP_TOKEN, "DeepSeek", news.url):
            assert secret not in page + said
        healthy = await run(tmp_path, "health", **http)
        assert healthy.status == 0
        assert "The tick of polling ended" in healthy.out
        # the id that the log gives is the one that leads on
        assert re.search(r"alert\.promised .*alert=1 ", bot.log)
        assert re.search(r"deliver\.sent .*alerts=\[1\]", bot.log)
        assert await bot.stop() == 0
    ended = await run(tmp_path, "health", **http)
    assert ended.out.startswith("Last sign of life")


async def test_a_taken_port_stops_no_bot_and_another_bots_answer_is_not_ours(tmp_path: Path) -> None:
    port = free_port()
    http = {"NEWSBELL_HTTP": f"127.0.0.1:{port}"}
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    async with Process(first, **http) as one, Process(second, "run") as other:
        await one.logs("lookout.listening")
        await other.type("/newsbell status")
        await other.shows("followed")
        async with Process(tmp_path, **http) as third:
            await third.logs("lookout.no_port")
            await third.type("/newsbell status")
            await third.shows("followed")
        asked = await run(second, "health", **http)
    assert asked.out.startswith("Last sign of life")


async def test_health_says_that_a_bot_which_does_not_answer_hangs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        ended = await run(tmp_path, "health", NEWSBELL_HTTP=f"127.0.0.1:{port}")
    assert ended.status == 1
    assert "the bot hangs" in ended.out
