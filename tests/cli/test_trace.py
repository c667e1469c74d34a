"""`newsbell trace`: the way of one article, told from the database after the bot has ended."""

import re
from pathlib import Path

import pytest

from tests.cli.newsbell import run
from tests.whole.news import NewsSite
from tests.whole.process import Process


async def test_an_article_is_followed_from_its_feed_to_its_post(tmp_path: Path) -> None:
    async with NewsSite() as news, Process(tmp_path) as bot:
        await bot.type(f"/newsbell follow {news.url}")
        await bot.shows("is followed now")
        await bot.type("/newsbell watch valuation >= 10B")
        await bot.shows("Watch 1")
        await bot.type("/newsbell watch valuation >= 100B")
        await bot.shows("Watch 2")
        news.publish("DeepSeek valued at $45B in first funding round")
        await bot.logs("deliver.sent")
        link = re.search(r"alert\.promised .*link=(\S+)", bot.log)
        assert link
        beside = await run(tmp_path, "trace", link[1])
        assert await bot.stop() == 0
    by_number = await run(tmp_path, "trace", "1")
    as_shared = await run(tmp_path, "trace", link[1] + "?utm_source=x")
    for told in (beside, by_number, as_shared):
        assert (told.status, told.err) == (0, "")
        assert "DeepSeek valued at $45B in first funding round" in told.out
        assert "may ring" in told.out
        assert "why it stands in its story: new (nearest" in told.out
        assert "read: valuation · DeepSeek · $45B · reported" in told.out
        assert "watch 1 (valuation >= 10B): rang, met by valuation $45B" in told.out
        assert "watch 2 (valuation >= 100B): not met" in told.out
        assert "Alert 1 in terminal:here: sent, 1 attempt, message" in told.out
        moves = re.findall(r"UTC (promised|sending|sent)$", told.out, re.MULTILINE)
        assert moves == ["promised", "sending", "sent"]


@pytest.mark.parametrize("what", ["https://wire.example/nothing", "77", "no-such-message", "://"])
async def test_what_is_not_known_is_told_with_what_to_type(what: str, tmp_path: Path) -> None:
    told = await run(tmp_path, "trace", what)
    assert (told.status, told.out) == (1, "")
    assert "newsbell trace 12" in told.err
