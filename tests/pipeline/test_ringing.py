"""A channel is told, once, truly, and told why."""

from dataclasses import replace
from datetime import timedelta

from bot.core.model import Channel
from tests.pipeline.conftest import ADDRESS, BEGAN, DEALS, OTHERS, Bell, item

ROUND = item(
    "DeepSeek valued at $45 billion after first funding round", "DeepSeek has closed its first round."
)


async def test_a_channel_is_told_of_a_story_that_meets_its_watch(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(ROUND)
    assert len(bell.chat.said(DEALS)) == 1
    assert "DeepSeek" in bell.chat.said(DEALS)[0]
    assert "$45B" in bell.chat.said(DEALS)[0]


async def test_an_alert_says_why(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.watch("deepseek")
    await bell.publish(ROUND)
    (_, message), *_ = bell.chat.stands[DEALS]
    why = " ".join(message.entries[0].why)
    assert "$45B" in why
    assert "watch 1" in why
    assert "watch 2" in why


async def test_a_channel_whose_watch_is_not_met_hears_nothing(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.watch("valuation >= 100B", OTHERS)
    await bell.publish(ROUND)
    assert not bell.chat.said(OTHERS)


async def test_four_wordings_of_one_story_ring_once_and_all_outlets_are_credited(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    bell.fetcher.serve(
        ADDRESS,
        ROUND,
        item("DeepSeek hits $45B valuation in first-ever fundraising", host="ledger.example"),
        item("China's DeepSeek now worth $45bn", host="daily.example"),
    )
    await bell.poll()
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1
    assert "3 outlets" in bell.chat.stands[DEALS][0][1].entries[0].outlets


async def test_an_outlet_that_comes_hours_later_does_not_ring_again(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(ROUND)
    bell.clock.advance(seconds=3 * 3600)
    await bell.publish(item("DeepSeek hits $45B valuation in first-ever fundraising", host="ledger.example"))
    assert len(bell.chat.said(DEALS)) == 1


async def test_another_amount_is_another_story_and_says_what_it_follows(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(item("DeepSeek in talks to raise money at a $40 billion valuation"))
    bell.clock.advance(seconds=24 * 3600)
    await bell.publish(item("DeepSeek closes first funding round at a $45 billion valuation"))
    assert len(bell.chat.said(DEALS)) == 2
    follows = bell.chat.stands[DEALS][1][1].entries[0].follows
    assert follows.startswith("was: ")
    assert "$40B" in follows


async def test_a_figure_that_comes_with_the_third_outlet_still_rings(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(
        item(
            "Perplexity closes new funding round led by Northgate",
            "Perplexity closed a new funding round led by Northgate Partners.",
        )
    )
    assert not bell.chat.said(DEALS)
    await bell.publish(
        item(
            "Perplexity closes new funding round led by Northgate at $20 billion valuation",
            "Perplexity closed a new funding round led by Northgate Partners at a valuation of $20 billion.",
            host="ledger.example",
        )
    )
    assert len(bell.chat.said(DEALS)) == 1


FIRST = item(
    "Exclusive: Perplexity closes new funding round led by Northgate",
    "Perplexity closed a new funding round led by Northgate Partners.",
)
FIGURE = item(
    "Perplexity closes new funding round led by Northgate at $20 billion valuation",
    "Perplexity closed a new funding round led by Northgate Partners at a valuation of $20 billion.",
    host="ledger.example",
)


async def test_a_later_figure_completes_what_an_earlier_outlet_said_in_words(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("exclusive valuation >= 10B")
    await bell.publish(FIRST)
    await bell.publish(FIGURE)
    assert len(bell.chat.said(DEALS)) == 1


async def test_words_that_were_read_before_a_watch_was_made_do_not_meet_it(bell: Bell) -> None:
    await bell.follow()
    await bell.publish(FIRST)
    await bell.watch("exclusive valuation >= 10B")
    await bell.publish(FIGURE)
    assert not bell.chat.said(DEALS)


async def test_the_first_poll_of_a_source_is_silent_but_stays_readable(bell: Bell) -> None:
    await bell.watch("valuation >= 10B")
    await bell.follow(primed=False)
    await bell.publish(ROUND)
    assert not bell.chat.said(DEALS)
    assert [story.title for story in await bell.store.stories(since=BEGAN)] == [ROUND.title]


async def test_an_item_that_was_set_aside_rings_when_another_outlet_reports_it_afterwards(bell: Bell) -> None:
    await bell.watch("valuation >= 10B")
    await bell.follow(primed=False)
    await bell.publish(ROUND)
    await bell.publish(item("China's DeepSeek now worth $45bn", host="daily.example"))
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_new_watch_rings_only_for_what_is_read_after_it(bell: Bell) -> None:
    await bell.follow()
    await bell.publish(ROUND)
    await bell.watch("valuation >= 10B")
    await bell.publish(item("OpenAI valued at $900 billion in share sale"))
    assert len(bell.chat.said(DEALS)) == 1
    assert "OpenAI" in bell.chat.said(DEALS)[0]


async def test_old_news_is_readable_but_does_not_ring(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(item("DeepSeek valued at $45 billion", published=BEGAN - timedelta(days=8)))
    assert not bell.chat.said(DEALS)
    assert len(await bell.store.stories(since=BEGAN)) == 1


async def test_an_item_without_a_date_or_from_the_future_counts_as_now(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(item("DeepSeek valued at $45 billion", published=None))
    await bell.publish(
        item("Moonshot valued at $12 billion in new round", published=BEGAN + timedelta(days=400))
    )
    assert len(bell.chat.said(DEALS)) == 2


async def test_an_item_whose_date_or_text_changes_is_not_new(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    await bell.publish(item("DeepSeek opens an office", "One.", path="a"))
    await bell.publish(
        item("DeepSeek opens an office", "Two.", path="a", published=BEGAN + timedelta(hours=1))
    )
    assert len(bell.chat.said(DEALS)) == 1


async def test_a_paused_watch_does_not_ring(bell: Bell) -> None:
    await bell.follow()
    watch = await bell.watch("deepseek")
    await bell.store.pause_watch(watch.id, "paused by a person")
    await bell.publish(ROUND)
    assert not bell.chat.said(DEALS)


async def test_more_than_five_alerts_leave_as_one_message_with_a_line_each(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("office")
    names = ("Anthropic", "Mistral", "Cohere", "Groq", "Cerebras", "xAI", "Figure AI")
    cities = ("Paris", "Lagos", "Lima", "Oslo", "Quito", "Seoul", "Cairo")
    for name, city in zip(names, cities, strict=True):
        bell.fetcher.serve(ADDRESS, item(f"{name} opens an office in {city}"))
        await bell.poll()
    await bell.deliver()
    (_, message), *more = bell.chat.stands[DEALS]
    assert not more
    assert len(message.entries) == 7


async def test_two_channels_are_told_each_once(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    await bell.watch("valuation >= 1B", OTHERS)
    await bell.publish(ROUND)
    assert [len(bell.chat.said(channel)) for channel in (DEALS, OTHERS)] == [1, 1]


async def test_a_restart_repeats_nothing_and_knows_the_stories_again(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(ROUND)
    await bell.restart()
    await bell.publish(item("China's DeepSeek now worth $45bn", host="daily.example"))
    assert len(bell.chat.said(DEALS)) == 1


async def test_after_a_restart_a_story_still_says_what_it_follows(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(item("DeepSeek in talks to raise money at a $40 billion valuation"))
    # long after the days in which the same story could be joined
    bell.clock.advance(seconds=10 * 24 * 3600)
    await bell.follow("https://other.example/feed")
    await bell.restart()
    await bell.publish(
        item("DeepSeek closes first funding round at a $45 billion valuation", published=None),
        address="https://other.example/feed",
    )
    assert len(bell.chat.said(DEALS)) == 2
    assert "$40B" in bell.chat.stands[DEALS][1][1].entries[0].follows


async def test_a_channel_on_a_platform_that_is_not_set_up_waits(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("deepseek", Channel("discord", "1"))
    await bell.publish(ROUND)
    assert len(await bell.store.waiting(bell.clock.now())) == 1


async def test_twelve_outlets_that_retell_one_report_are_told_as_one_origin(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    lead = "DeepSeek is worth $45 billion after its first round, {}."
    phrases = ["TechCrunch reported", "according to TechCrunch", "sources told TechCrunch", "per TechCrunch"]
    bell.fetcher.serve(
        ADDRESS,
        *(
            item(
                f"{ROUND.title}, paper {place}", lead.format(phrases[place % 4]), host=f"paper{place}.example"
            )
            for place in range(12)
        ),
    )
    await bell.poll()
    await bell.deliver()
    assert "12 outlets, all citing TechCrunch" in bell.chat.stands[DEALS][0][1].entries[0].outlets


async def test_titles_of_one_house_and_copies_of_one_text_are_one_source(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    bell.fetcher.serve(
        ADDRESS,
        item("DeepSeek valued at $45 billion", host="mercurynews.com"),
        item("DeepSeek now worth $45bn", host="eastbaytimes.com"),
        item("DeepSeek hits $45B valuation", host="denverpost.com"),
    )
    await bell.poll()
    await bell.deliver()
    assert bell.chat.stands[DEALS][0][1].entries[0].outlets.startswith("3 outlets, one source (")


async def test_a_link_in_the_lead_credits_the_outlet_behind_it(bell: Bell) -> None:
    await bell.follow()
    await bell.watch("valuation >= 10B")
    await bell.publish(replace(ROUND, linked="Bloomberg"))
    assert bell.chat.stands[DEALS][0][1].entries[0].outlets == "wire.example, citing Bloomberg"
