"""A headline that an outlet changes under the same address: told where its news changed, and only there."""

import pytest

from bot.core.model import Item
from tests.pipeline.conftest import DEALS, Bell, item

TALKS = "DeepSeek in talks to raise money at a $40 billion valuation"


def page(title: str, text: str = "") -> Item:
    """The same page, whatever its headline."""
    return item(title, text, path="deepseek-round")


async def told(bell: Bell, *titles: str) -> list[str]:
    """What a channel hears while one page goes through these headlines."""
    await bell.follow()
    await bell.watch("valuation >= 10B")
    for title in titles:
        await bell.publish(page(title))
        bell.clock.advance(seconds=3600)
    return bell.chat.said(DEALS)


@pytest.mark.parametrize(
    "edited",
    [
        "DeepSeek closes its first round at a $45 billion valuation",
        "DeepSeek in talks to raise money at a $60 billion valuation",
        "DeepSeek raises money at a $40 billion valuation",
    ],
)
async def test_another_figure_or_stage_is_told_and_follows(bell: Bell, edited: str) -> None:
    assert len(await told(bell, TALKS, edited, edited)) == 2
    assert "$40B" in bell.chat.stands[DEALS][1][1].entries[0].follows


@pytest.mark.parametrize(
    "edited",
    [
        "DeepSeek seeks funds at a $40bn valuation",
        "DeepSeek in talks to raise money at a $39.6 billion valuation",
        "What DeepSeek's investors want",
        "",
    ],
)
async def test_other_words_for_the_same_news_are_told_once(bell: Bell, edited: str) -> None:
    assert len(await told(bell, TALKS, edited, TALKS)) == 1


async def test_a_headline_that_goes_to_and_fro_is_told_once_each_way(bell: Bell) -> None:
    closed = "DeepSeek closes its first round at a $45 billion valuation"
    assert len(await told(bell, TALKS, closed, TALKS, closed)) == 2


async def test_an_edition_is_noticed_and_told_once_over_restarts(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(page(TALKS))
    await bell.restart()
    closed = page("DeepSeek closes its first round at a $45 billion valuation")
    await bell.publish(closed)
    await bell.restart()
    await bell.publish(closed)
    assert len(bell.chat.said(DEALS)) == 2


async def test_a_live_page_rings_once_however_often_its_headline_changes(bell: Bell) -> None:
    said = await told(
        bell,
        "Live updates: DeepSeek valued at $45 billion",
        "Live updates: DeepSeek valued at $45 billion, Nvidia at $5 trillion",
        "Live updates: Nvidia worth $5 trillion",
    )
    assert len(said) == 1


async def test_a_page_that_many_items_link_to_has_no_headline_of_its_own(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    slides = [
        Item(id=f"slide-{number}", link="https://wire.example/show", title=title, text="", published=None)
        for number, title in enumerate([TALKS, "DeepSeek valued at $45 billion", "DeepSeek releases V4"])
    ]
    await bell.publish(*slides)
    before = len(bell.chat.said(DEALS))
    await bell.publish(*reversed(slides))
    assert len(bell.chat.said(DEALS)) == before
