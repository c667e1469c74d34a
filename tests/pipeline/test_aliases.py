"""A name that somebody adds counts from the next article on, everywhere, without a restart."""

from bot import shipped
from bot.core.companies import Known
from tests.pipeline.conftest import ADDRESS, DEALS, Bell, item

OFFICE = item("Whale Lab opens an office in Lyon", "Whale Lab has hired forty people there.")


def knowing(bell: Bell) -> Known:
    known = Known(shipped.companies())
    known.tell(bell.ingest.know)
    return known


async def test_a_watch_of_the_company_rings_for_news_that_gives_the_added_name(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("company:deepseek")
    known = knowing(bell)
    await bell.publish(OFFICE)
    assert not bell.chat.said(DEALS)
    known.add("Whale Lab", "DeepSeek")
    await bell.publish(item("Whale Lab opens a second office", "The office of Whale Lab is in Porto."))
    assert "second office" in bell.chat.said(DEALS)[0]


async def test_the_legal_or_long_form_of_a_listed_name_can_be_added_as_well(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("company:deepseek")
    knowing(bell).add("Deep Seek Labs", "DeepSeek")
    await bell.publish(
        item("Deep Seek Labs opens an office in Lyon", "Deep Seek Labs has hired forty people.")
    )
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_watch_rings_no_more_for_a_name_that_was_removed(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("company:deepseek")
    known = knowing(bell)
    known.add("Whale Lab", "DeepSeek")
    known.remove("Whale Lab")
    await bell.publish(OFFICE)
    assert not bell.chat.said(DEALS)


async def test_figures_are_read_as_the_companys(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    knowing(bell).add("Whale Lab", "DeepSeek")
    await bell.publish(item("Whale Lab valued at $45 billion after first funding round"))
    (story,) = [
        one for one in await bell.store.stories(since=bell.clock.now().replace(year=2020)) if one.facts
    ]
    assert (story.company, story.facts[0].company) == ("DeepSeek", "DeepSeek")


async def test_two_names_of_one_company_tell_one_story(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    knowing(bell).add("Whale Lab", "DeepSeek")
    bell.fetcher.serve(
        ADDRESS,
        item("DeepSeek valued at $45 billion after first funding round"),
        item("Whale Lab hits $45B valuation in first-ever fundraising", host="ledger.example"),
    )
    await bell.poll()
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1
    assert "2 outlets" in bell.chat.stands[DEALS][0][1].entries[0].outlets
