"""What people run by hand: `demo`, `explain`, `health` and `doctor`, each as a process of its own."""

import re
import sys
import time
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.cli.newsbell import Ended, run
from tests.summarise.endpoint import Endpoint, says
from tests.whole.news import NewsSite
from tests.whole.process import Process

# the demo promises ten seconds; a loaded machine may take five times that
DEMO_SECONDS = 50
MODEL_KEY = "sk-very-secret-key"
TOLD = "DeepSeek valued at $45B in first funding round\nTechCrunch reported it on Tuesday."
LOCAL = {"NEWSBELL_PACKS": "none", "NEWSBELL_ALLOW_PRIVATE_HOSTS": "127.0.0.1:*"}


async def test_the_demo_rings_once_without_network_or_settings(tmp_path: Path) -> None:
    began = time.monotonic()
    ended = await run(tmp_path, "demo")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.count("* Alert") == 1
    assert "Rung 1 time for one story in four outlets." in ended.out
    assert "\x1b" not in ended.out
    assert left_in(tmp_path) == []
    assert time.monotonic() - began < DEMO_SECONDS


@pytest.mark.parametrize("way", ["argument", "words", "file", "stdin"])
async def test_a_text_is_explained_however_it_is_handed_over(way: str, tmp_path: Path) -> None:
    if way == "file":
        (tmp_path / "article.txt").write_text(TOLD)
    typed = {"argument": [TOLD], "words": TOLD.split(), "file": ["article.txt"], "stdin": []}[way]
    ended = await run(tmp_path, "explain", *typed, given=TOLD if way == "stdin" else "", **LOCAL)
    assert (ended.status, ended.err) == (0, "")
    row = re.search(r"valuation +DeepSeek +(\S+) +reported", ended.out)
    assert row
    assert row.group(1) == "$45B"
    assert "company  DeepSeek" in ended.out
    assert "origin  TechCrunch" in ended.out


async def test_a_page_is_fetched_and_explained(tmp_path: Path) -> None:
    title = "DeepSeek valued at $45B in first funding round"
    told = "<p>The AI lab DeepSeek was valued at $45 billion in its first funding round, a person said.</p>"
    page = f"<title>{title}</title><body><article><h1>{title}</h1>{told * 3}</article>"
    server = HTTPServer("127.0.0.1")
    server.expect_request("/deepseek").respond_with_data(page, content_type="text/html; charset=utf-8")
    with server:
        address = server.url_for("/deepseek")
        ended = await run(tmp_path, "explain", address, **LOCAL)
        assert (ended.status, ended.err) == (0, "")
        assert "$45B" in ended.out
        refused = await run(tmp_path, "explain", address, NEWSBELL_PACKS="none")
        assert refused.status == 1
        assert "can't be read" in refused.err
        assert len(server.log) == 1
        missing = await run(tmp_path, "explain", server.url_for("/missing"), **LOCAL)
        assert missing.status == 1
        assert "Traceback" not in missing.err


async def test_nothing_to_explain_is_told(tmp_path: Path) -> None:
    ended = await run(tmp_path, "explain", **LOCAL)
    assert (ended.status, ended.out) == (1, "")
    assert "There is nothing to read" in ended.err


async def test_the_explanation_names_the_watches_that_would_ring(tmp_path: Path) -> None:
    async with Process(tmp_path) as bot:
        await bot.type("/newsbell watch valuation >= 10B")
        await bot.shows("Watch 1")
        await bot.type("/newsbell watch valuation >= 100B")
        await bot.shows("Watch 2")
        assert await bot.stop() == 0
    ended = await run(tmp_path, "explain", TOLD, **LOCAL)
    rings = [line for line in ended.out.splitlines() if line.startswith("would ring")]
    assert len(rings) == 1
    assert "watch 1" in rings[0]


async def test_health_tells_a_bot_that_lives_from_none(tmp_path: Path) -> None:
    before = await run(tmp_path, "health")
    assert (before.status, before.out) == (1, "No bot has run on this database yet.\n")
    async with Process(tmp_path) as bot:
        await bot.type("/newsbell status")
        await bot.shows("watches")
        after = await run(tmp_path, "health")
    assert after.status == 0
    assert after.out.startswith("Last sign of life")


def findings(ended: Ended) -> dict[str, str]:
    """The doctor's marks by subject."""
    rows = re.findall(r"^(ok|WRONG) +(\S+(?: \S+)*)  ", ended.out, re.MULTILINE)
    return {subject: mark for mark, subject in rows}


async def test_the_doctor_finds_all_well(tmp_path: Path) -> None:
    async with NewsSite() as site, SlackServer() as slack, Endpoint(says("yes")) as model:
        pack(tmp_path, site.url)
        model.key = MODEL_KEY
        settings = {
            "NEWSBELL_PACKS": "mine.toml",
            "NEWSBELL_ALLOW_PRIVATE_HOSTS": "127.0.0.1:*",
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "NEWSBELL_SLACK_URL": slack.url,
            "NEWSBELL_LLM_URL": model.url,
            "NEWSBELL_LLM_KEY": MODEL_KEY,
            "NEWSBELL_LLM_MODEL": "small",
        }
        ended = await run(tmp_path, "doctor", **settings)
    found = findings(ended)
    assert ended.status == 0, ended.out + ended.err
    assert set(found.values()) == {"ok"}
    assert {"settings", "database", "sources"} <= set(found)
    assert any(subject.startswith("Slack") for subject in found)
    assert "small is known" in ended.out
    assert BOT_TOKEN not in ended.out
    assert MODEL_KEY not in ended.out


async def test_the_doctor_says_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    async with SlackServer(scopes="commands,chat:write") as slack:
        pack(tmp_path, "http://127.0.0.1:9/feed.xml")
        settings = {
            "NEWSBELL_PACKS": "mine.toml",
            "NEWSBELL_ALLOW_PRIVATE_HOSTS": "127.0.0.1:*",
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "NEWSBELL_SLACK_URL": slack.url,
            "DISCORD_TOKEN": "no.such.token",
            "NEWSBELL_DISCORD_URL": "http://127.0.0.1:9",
            "NEWSBELL_LLM_URL": "http://127.0.0.1:9/v1",
            "NEWSBELL_LLM_MODEL": "small",
        }
        ended = await run(tmp_path, "doctor", **settings)
    found = findings(ended)
    assert ended.status == 1
    assert found["Slack permissions"] == "WRONG"
    assert found["Discord token"] == "WRONG"
    assert found["sources"] == "WRONG"
    assert found["model endpoint"] == "WRONG"
    assert "none can be reached" in ended.out
    assert "channels:read" in ended.out


async def test_the_doctor_names_every_setting_that_cannot_be_used(tmp_path: Path) -> None:
    ended = await run(tmp_path, "doctor", NEWSBELL_POLL_MINUTES="often", NEWSBELL_TERMINL="on")
    assert ended.status == 1
    assert "NEWSBELL_POLL_MINUTES" in ended.out
    assert "NEWSBELL_TERMINAL" in ended.out


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such permissions there")
async def test_the_doctor_finds_tokens_that_others_can_read(tmp_path: Path) -> None:
    settings = tmp_path / ".env"
    settings.write_text("NEWSBELL_PACKS=none\n")
    settings.chmod(0o644)
    assert findings(await run(tmp_path, "doctor"))[".env"] == "WRONG"
    settings.chmod(0o600)
    assert findings(await run(tmp_path, "doctor"))[".env"] == "ok"


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def pack(folder: Path, address: str) -> None:
    (folder / "mine.toml").write_text(f'[[source]]\nname = "Wire"\nkind = "feed"\naddress = "{address}"\n')
