from bot.core.model import AlertState, Reason
from tests.commands.desk import ELSEWHERE, HERE, Desk, valuation

LINK = "https://wire.example/deepseek"


async def test_try_shows_what_would_have_rung_and_saves_nothing(desk: Desk) -> None:
    await desk.news("DeepSeek is worth a lot", facts=(valuation(45),), rings=False)
    await desk.news("A robot walks")
    said = await desk.type("try valuation >= 10B")
    assert "would have rung once in the last 14 days" in said
    assert "• DeepSeek is worth a lot · 12 May 09:00 UTC, just now · valuation $45B ≥ $10B" in said
    assert "robot" not in said
    assert "/newsbell watch valuation >= 10B" in said
    assert await desk.store.watches() == []


async def test_try_asks_only_what_came_out_in_the_last_days(desk: Desk) -> None:
    await desk.news("An old AI story", days_ago=20)
    assert "would not have rung" in await desk.type("try ai")


async def test_try_shows_the_newest_and_counts_the_rest(desk: Desk) -> None:
    for number in range(13):
        await desk.news(f"AI story {number}", days_ago=number)
    said = await desk.type("try ai")
    assert "13 times" in said
    assert said.index("AI story 0 ·") < said.index("AI story 1 ·")
    assert "AI story 12 ·" not in said
    assert "… and 3 more." in said


async def test_try_answers_a_mistake(desk: Desk) -> None:
    assert "never closed" in await desk.fails('try "data center')


async def test_latest_shows_the_newest_first_also_what_was_set_aside(desk: Desk) -> None:
    await desk.news("First", rings=False)
    desk.clock.advance(60)
    await desk.news("Second", facts=(valuation(45),))
    said = await desk.type("latest")
    assert said.index("Second") < said.index("First")
    assert "First · wire.example · 12 May 09:00 UTC, 1 min ago · set aside, did not ring" in said
    assert "$45B" in said


async def test_latest_may_be_asked_with_a_query(desk: Desk) -> None:
    await desk.news("A robot walks")
    await desk.news("A model talks")
    said = await desk.type("latest robot")
    assert "A robot walks" in said
    assert "A model talks" not in said
    assert "Nothing that meets unicorn was read" in await desk.type("latest unicorn")
    assert "column 1" in await desk.fails("latest -robot")


async def test_latest_says_so_when_nothing_was_read(desk: Desk) -> None:
    said = await desk.type("latest")
    assert "Nothing was read" in said
    assert "/newsbell sources" in said


async def test_why_tells_what_was_read_and_what_rang(desk: Desk) -> None:
    await desk.type("watch valuation >= 10B")
    reason = Reason(watch=1, query="valuation >= 10B", why=("valuation $45B ≥ $10B",))
    earlier = await desk.news("In talks")
    recorded = await desk.news(
        "DeepSeek is worth a lot",
        link=LINK,
        facts=(valuation(45),),
        follows=earlier.story,
        alerts={HERE: (reason,), ELSEWHERE: (reason,)},
    )
    said = await desk.type(f"why {LINK}?utm_source=mail#top")
    assert "Read from Wire (wire.example), language en: published 12 May 09:00 UTC" in said
    assert "valuation $45B · DeepSeek · reported  “valued at $45 billion”" in said
    assert f"Story {recorded.story}: 1 article by wire.example." in said
    assert "It follows: In talks" in said
    assert "by watch 1 (valuation $45B ≥ $10B): it waits to be posted" in said
    assert said.count("Alert here") == 1


async def test_why_tells_what_became_of_an_alert(desk: Desk) -> None:
    reason = Reason(watch=1, query="ai", why=("word “ai”",))
    await desk.news("AI", link=LINK, alerts={HERE: (reason,)})
    (alert,) = await desk.store.waiting(desk.clock.now())
    await desk.store.begin([alert], "key", desk.clock.now())
    await desk.store.settle("key", AlertState.REFUSED, cause="the channel is archived")
    assert "was refused by the platform: the channel is archived" in await desk.type(f"why {LINK}")


async def test_why_tells_of_each_watch_why_it_did_not_ring(desk: Desk) -> None:
    await desk.type("watch deepseek")
    await desk.type("pause 1")
    await desk.type("watch valuation >= 50B")
    await desk.type("watch deepseek -worth")
    desk.clock.advance(60)
    await desk.news("DeepSeek is worth a lot", link=LINK, facts=(valuation(45),))
    desk.clock.advance(60)
    await desk.type("watch lot")
    said = await desk.type(f"why {LINK}")
    assert "It did not ring here." in said
    assert "Watch 1 deepseek is met (word “deepseek”), but did not ring: it is paused by ann" in said
    assert "Watch 2 valuation >= 50B is not met: no valuation of at least $50 billion" in said
    assert "Watch 3 deepseek -worth is not met: it has word “worth”, which is excluded" in said
    assert "Watch 4 lot is met (word “lot”), but did not ring: it was made or changed after" in said


async def test_why_tells_that_an_article_was_set_aside(desk: Desk) -> None:
    await desk.type("watch ai")
    desk.clock.advance(60)
    await desk.news("AI", link=LINK, rings=False)
    said = await desk.type(f"why {LINK}")
    assert "It was set aside" in said
    assert "Facts: none was read" in said
    assert "did not ring: the article was set aside" in said


async def test_why_of_what_was_never_read_says_how_to_read_it(desk: Desk) -> None:
    assert "/newsbell follow ADDRESS" in await desk.fails("why https://other.example/x")
    assert "That is no link" in await desk.fails("why deepseek")


async def test_why_says_when_there_are_no_watches(desk: Desk) -> None:
    await desk.news("AI", link=LINK)
    assert "There are no watches here." in await desk.type(f"why {LINK}")
