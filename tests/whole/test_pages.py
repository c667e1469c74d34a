"""The whole story of a teaser: the page behind it is read through the guarded client, once."""

from pathlib import Path

from tests.whole.news import NewsSite
from tests.whole.process import Process
from tests.whole.waiting import until_polled

TITLE = "DeepSeek closes its first funding round"
PAGE = (
    "DeepSeek has closed its first funding round, three people said on Monday, after months of talks.",
    "The round values the Hangzhou laboratory at $45 billion, and the money comes from two state funds.",
    "DeepSeek plans to spend it on computers and on a second office in the city of Chengdu.",
)


async def test_the_alert_tells_what_only_the_page_says(tmp_path: Path) -> None:
    async with NewsSite() as news, Process(tmp_path, NEWSBELL_FETCH_PAGES="on") as bell:
        await bell.type(f"/newsbell follow {news.url}")
        await bell.type("/newsbell watch deepseek")
        await bell.shows("Watch 1")
        await until_polled(news, 2)
        news.publish(TITLE, "The lab has raised money …", page=PAGE)
        await bell.shows("two state funds")
        await until_polled(news, news.polls + 3)
        assert news.reads == 1


async def test_a_page_inside_our_own_network_is_not_read_unless_allowed(tmp_path: Path) -> None:
    allowed = {"NEWSBELL_FETCH_PAGES": "on", "NEWSBELL_ALLOW_PRIVATE_HOSTS": "localhost:*"}
    async with NewsSite() as news, Process(tmp_path, **allowed) as bell:
        # the feed's host is allowed by its name; the page stands under an address that is not
        await bell.type(f"/newsbell follow {news.url.replace('127.0.0.1', 'localhost')}")
        await bell.type("/newsbell watch deepseek")
        await bell.shows("Watch 1")
        await until_polled(news, 2)
        news.publish(TITLE, "The lab has raised money …", page=PAGE)
        await bell.shows("why: ")
        assert news.reads == 0
