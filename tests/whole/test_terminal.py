"""The whole story in the terminal: type a command, let news appear, read the alert."""

import re
import signal
import time
from pathlib import Path

from tests.whole.news import NewsSite
from tests.whole.process import Process
from tests.whole.waiting import until_polled

ROUND = "DeepSeek valued at $45 billion after first funding round"


async def test_a_typed_watch_rings_once_for_news_that_appears(tmp_path: Path) -> None:
    async with NewsSite() as news, Process(tmp_path) as bell:
        await bell.type(f"/newsbell follow {news.url}")
        await bell.type("/newsbell watch valuation >= 10B")
        await bell.shows("Watch 1")
        await until_polled(news, 2)
        news.publish(ROUND, "DeepSeek has closed its first round, TechCrunch reported.")
        await bell.shows("DeepSeek valued at $45B, first round, per TechCrunch")
        await bell.shows("why: valuation $45B ≥ $10B (watch 1: valuation >= 10B)")
        news.publish(
            "China's DeepSeek now worth $45bn", "It is worth $45bn, TechCrunch reports.", host="b.example"
        )
        await until_polled(news, news.polls + 3)
        assert bell.out.count("why: ") == 1


async def test_the_end_of_input_does_not_end_the_bot(tmp_path: Path) -> None:
    async with NewsSite() as news, Process(tmp_path) as bell:
        await bell.type(f"/newsbell follow {news.url}")
        await bell.type("/newsbell watch deepseek")
        await bell.shows("Watch 1")
        await bell.end_input()
        await until_polled(news, 2)
        news.publish(ROUND)
        await bell.shows("DeepSeek valued at $45B")


async def test_an_alert_that_rang_before_a_kill_is_not_repeated_after_it(tmp_path: Path) -> None:
    async with NewsSite() as news:
        async with Process(tmp_path) as bell:
            await bell.type(f"/newsbell follow {news.url}")
            await bell.type("/newsbell watch deepseek")
            await bell.shows("Watch 1")
            await until_polled(news, 2)
            news.publish(ROUND)
            await bell.shows("why: ")
            await bell.type("/newsbell status")
            await bell.shows("1 alert sent")
            await bell.kill()
        async with Process(tmp_path) as bell:
            polls = news.polls
            await until_polled(news, polls + 3)
            news.publish("DeepSeek opens an office in Lima")
            await bell.shows("why: ")
            assert ROUND not in bell.out


async def test_sigterm_and_ctrl_c_end_it_cleanly_and_soon(tmp_path: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        async with NewsSite() as news, Process(tmp_path) as bell:
            await bell.logs("bot.started")
            await bell.type(f"/newsbell follow {news.url}")
            await until_polled(news, 1)
            began = time.monotonic()
            assert await bell.stop(number) == 0
            # the promise is five seconds; a crowded machine gets five times that
            assert time.monotonic() - began < 25
        assert "Traceback" not in bell.log


async def test_once_polls_delivers_and_ends_with_a_line_for_scripts(tmp_path: Path) -> None:
    async with NewsSite() as news:
        pack = tmp_path / "mine.toml"
        pack.write_text(f'[[source]]\nname = "Wire"\naddress = "{news.url}"\n')
        async with Process(tmp_path, "--once", NEWSBELL_PACKS=str(pack)) as bell:
            news.publish(ROUND)
            assert await bell.ended() == 0
    last = bell.out.strip().splitlines()[-1]
    assert last == "sources=1 articles=1 stories=1 alerts=0 failures=0"


async def test_once_ends_well_when_sources_fail(tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text('[[source]]\nname = "Nowhere"\naddress = "http://127.0.0.1:9/feed.xml"\n')
    async with Process(tmp_path, "run", "--once", NEWSBELL_PACKS=str(pack)) as bell:
        assert await bell.ended() == 0
    assert "Nowhere: connection failed" in bell.out
    assert re.search(r"sources=1 .* failures=1$", bell.out.strip())


async def test_a_newcomer_sees_the_weightiest_stories_after_the_silent_first_poll(tmp_path: Path) -> None:
    async with NewsSite() as news:
        news.publish(ROUND)
        news.publish("Kestrel Robotics raises $120 million in Series B")
        news.publish("A lab opens an office in Lima")
        pack = tmp_path / "mine.toml"
        pack.write_text(f'[[source]]\nname = "Wire"\naddress = "{news.url}"\n')
        async with Process(tmp_path, NEWSBELL_PACKS=str(pack)) as bell:
            await bell.shows("Preview 1 of 3")
            await bell.shows("would ring for: valuation >= 1B")
            assert "follows 1 source;" in bell.out
            assert bell.out.index("DeepSeek valued at $45B") < bell.out.index("Kestrel Robotics raises $120M")


async def test_a_newcomer_without_a_network_is_told_so_and_sees_the_preview_when_it_is_there(
    tmp_path: Path,
) -> None:
    async with NewsSite() as news:
        news.publish(ROUND)
        news.away = True
        pack = tmp_path / "mine.toml"
        pack.write_text(f'[[source]]\nname = "Wire"\naddress = "{news.url}"\n')
        async with Process(tmp_path, NEWSBELL_PACKS=str(pack)) as bell:
            await bell.shows("No source could be read yet; is there a network?")
            news.away = False
            await bell.shows("Preview 1 of 1")
            await bell.shows("DeepSeek valued at $45B")


async def test_a_second_bot_on_the_same_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with Process(tmp_path) as first:
        await first.logs("bot.started")
        async with Process(tmp_path) as second:
            assert await second.ended() != 0
        assert "Another Newsbell is running on this database" in second.log
        assert "Traceback" not in second.log


async def test_without_a_chat_there_is_no_prompt_only_the_log(tmp_path: Path) -> None:
    async with Process(tmp_path, NEWSBELL_TERMINAL="off") as bell:
        await bell.logs("bot.no_chat")
        assert await bell.stop() == 0
    assert bell.out == ""


async def test_a_name_added_by_a_command_counts_at_once_and_after_a_restart(tmp_path: Path) -> None:
    async with NewsSite() as news:
        async with Process(tmp_path) as bell:
            await bell.type(f"/newsbell follow {news.url}")
            await bell.type("/newsbell watch company:deepseek")
            await bell.shows("Watch 1")
            await bell.type("/newsbell alias Whale Lab = DeepSeek")
            await bell.shows("Undo: /newsbell alias Whale Lab =")
            await until_polled(news, 2)
            news.publish("Whale Lab opens an office in Lima")
            await bell.shows("why: company DeepSeek")
        async with Process(tmp_path) as bell:
            await until_polled(news, news.polls + 3)
            news.publish("Forty people leave Whale Lab over a dress code")
            await bell.shows("dress code")
