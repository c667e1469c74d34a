from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.slack import message, reply
from bot.core.model import Entry, Message, Reply, Span
from tests.chat.slack.examples import ALERT, ENTRY, batch
from tests.chat.slack.rules import objection, shown

HOSTILE = "<!channel> <@U1> <https://evil.example|bank> *bold* _it_ ~no~ `code` & \u202egpj.exe @here"
URL = "https://example.com/" + "a" * 1_900


def elements(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for block in blocks:
        for part in block["elements"]:
            found += [part] if "elements" not in part else elements([part])
    return found


def drawn(said: Message) -> dict[str, Any]:
    payload = message.draw(said)
    return {"text": payload.text, "blocks": payload.blocks}


def test_the_notification_line_comes_first() -> None:
    assert drawn(ALERT)["text"].splitlines()[0] == "DeepSeek valued at $45B, first round, per TechCrunch"


def test_an_alert_shows_everything_that_is_known() -> None:
    assert shown(drawn(ALERT)["blocks"]).splitlines() == [
        "DeepSeek valued at $45B, first round, per TechCrunch",
        "Chinese lab's first round said to value it at $45 billion",
        "was: in talks at $40B, 3 May",
        "DeepSeek is raising its first outside money. People close to it name $45 billion.",
        "Valuation  $45B · reported · first round",
        "Raised  amount undisclosed",
        "3 outlets, all citing TechCrunch · 12 min ago",
        "why: valuation $45B ≥ $10B (watch 1: valuation >= 10B)",
    ]


def test_the_text_beside_the_blocks_says_everything_too() -> None:
    text = drawn(ALERT)["text"]
    for part in (ENTRY.title, ENTRY.summary, "$45B · reported", "TechCrunch", "12 min ago", "&gt;= 10B"):
        assert part in text


def test_the_headline_is_bold_and_the_title_below_it_is_the_one_link() -> None:
    first, _, title, *rest = elements(drawn(ALERT)["blocks"])
    assert (first["text"], first["style"], first["type"]) == (ALERT.headline, {"bold": True}, "text")
    assert (title["text"], title["url"]) == (ENTRY.title, ENTRY.link)
    assert not any("url" in element for element in rest)


def test_a_title_that_is_the_headline_stands_there_once_and_is_the_link() -> None:
    said = dataclasses.replace(ALERT, headline=ENTRY.title)
    assert shown(drawn(said)["blocks"]).count(ENTRY.title) == 1
    assert drawn(said)["text"].count(ENTRY.title) == 1
    first = elements(drawn(said)["blocks"])[0]
    assert (first["text"], first["url"], first["style"]) == (ENTRY.title, ENTRY.link, {"bold": True})


def test_the_company_is_named_where_headline_and_title_do_not() -> None:
    entry = dataclasses.replace(ENTRY, company="Mistral")
    said = drawn(dataclasses.replace(ALERT, entries=(entry,)))
    for whole in (said["text"], shown(said["blocks"])):
        assert "Mistral · 3 outlets" in whole
    assert "DeepSeek · 3 outlets" not in drawn(ALERT)["text"]


def test_a_sample_is_marked_in_the_notification_and_in_the_message() -> None:
    said = dataclasses.replace(ALERT, label="Sample alert: nothing happened")
    assert drawn(said)["text"].startswith("[Sample alert: nothing happened] DeepSeek")
    assert shown(drawn(said)["blocks"]).startswith("Sample alert: nothing happened\n")


def test_a_batch_gives_each_story_a_line_with_its_link() -> None:
    blocks = drawn(batch(7))["blocks"]
    links = [element["url"] for element in elements(blocks) if element["type"] == "link"]
    assert links == [f"https://example.com/story/{number}" for number in range(1, 8)]
    assert shown(blocks).count("why: raised ≥ $1M") == 7
    assert drawn(batch(7))["text"].count("why: raised ≥ $1M") == 7


def test_a_batch_of_twenty_five_names_them_all() -> None:
    said = drawn(batch(25, title="A company with a rather long name raises money from several investors"))
    assert sum(element["type"] == "link" for element in elements(said["blocks"])) == 25
    assert objection(said) == ""


@pytest.mark.parametrize(("count", "links", "whys"), [(7, True, True), (24, True, False), (40, False, False)])
def test_the_text_of_many_stories_tells_less_of_each_rather_than_fewer(
    count: int, links: bool, whys: bool
) -> None:
    text = drawn(batch(count, link="https://example.com/a-story-with-a-name"))["text"]
    assert text.count("• Company") == count
    assert text.count("https://") == count * links
    assert text.count("why: ") == count * whys
    assert not text.endswith("…")


def test_what_does_not_fit_is_counted_and_says_where_it_is() -> None:
    said = drawn(batch(300))
    assert objection(said) == ""
    assert "more: type /newsbell latest" in shown(said["blocks"])


def test_a_notice_is_told_in_its_words() -> None:
    said = Message(
        entries=(),
        headline="Watches paused",
        notice=((Span("Paused: "), Span("/newsbell resume 1", "code")), (Span("Second line"),)),
    )
    assert shown(drawn(said)["blocks"]) == "Paused: /newsbell resume 1\nSecond line"
    assert elements(drawn(said)["blocks"])[1]["style"] == {"code": True}
    assert "Second line" in drawn(said)["text"]


def test_hostile_text_is_neither_markup_nor_mention() -> None:
    entry = Entry(
        title=HOSTILE,
        link="javascript:alert(1)",
        summary=HOSTILE,
        company=HOSTILE,
        rows=((HOSTILE, HOSTILE),),
        outlets=HOSTILE,
        follows=HOSTILE,
        why=(HOSTILE,),
    )
    said = drawn(Message(entries=(entry,), headline=HOSTILE))
    assert objection(said) == ""
    whole = json.dumps(said, ensure_ascii=False)
    assert "<!channel>" not in whole
    assert "<@U1>" not in whole
    assert "<" not in said["text"]
    assert "\u202e" not in whole
    assert "javascript:" not in whole
    assert {element["type"] for element in elements(said["blocks"])} == {"text", "plain_text"}
    assert '"mrkdwn"' not in whole


def test_no_block_has_markup_of_slacks_older_kind() -> None:
    assert '"mrkdwn"' not in json.dumps([drawn(ALERT), drawn(batch(9))])


def test_an_alert_that_is_too_long_everywhere_fits() -> None:
    entry = Entry(
        title="🔔👩‍👩‍👧 " * 400,
        link=URL,
        summary="深度求索估值 " * 2_000,
        company="C" * 5_000,
        rows=tuple((f"Valuation {number}" * 30, "$45B · reported " * 80) for number in range(40)),
        outlets="Example News, " * 500,
        age="now",
        follows="was: " + "x" * 5_000,
        why=("valuation " * 500,) * 40,
    )
    said = drawn(Message(entries=(entry,), headline="H" * 4_000))
    assert objection(said) == ""
    assert len(said["text"]) < 4_000
    assert "and 32 more" in shown(said["blocks"]) or "and 30 more" in shown(said["blocks"])


def test_a_right_to_left_company_does_not_turn_the_line_around() -> None:
    entry = dataclasses.replace(ENTRY, company="דיפסיק")
    text = shown(drawn(dataclasses.replace(ALERT, entries=(entry,)))["blocks"])
    assert "\u2068דיפסיק\u2069 · 3 outlets" in text


def test_an_alert_without_anything_but_a_title_is_sent() -> None:
    said = drawn(Message(entries=(Entry(title="Bare", link=""),), headline=""))
    assert shown(said["blocks"]) == "Bare"
    assert said["text"]


@given(
    headline=st.text(),
    title=st.text(max_size=2_000),
    link=st.text(),
    rows=st.lists(st.tuples(st.text(), st.text()), max_size=45),
    why=st.lists(st.text(), max_size=4),
    count=st.integers(min_value=1, max_value=30),
)
def test_no_message_is_ever_refused_for_its_form(
    headline: str, title: str, link: str, rows: list[tuple[str, str]], why: list[str], count: int
) -> None:
    entry = Entry(
        title=title or "t", link=link, summary=title, company=title, rows=tuple(rows), why=tuple(why)
    )
    said = drawn(Message(entries=(entry,) * count, headline="x" + headline))
    assert objection(said) == ""


def test_an_answer_keeps_its_lines_and_styles() -> None:
    answer = Reply(
        lines=(
            (Span("Watch 1: "), Span("valuation >= 10B", "code")),
            (),
            (
                Span("DeepSeek", "link", "https://example.com/a"),
                Span(" bold", "bold"),
                Span(" aside", "quiet"),
            ),
        )
    )
    payload = reply.draw(answer)
    assert objection({"text": payload.text, "blocks": payload.blocks}) == ""
    assert shown(payload.blocks) == "Watch 1: valuation >= 10B\n \nDeepSeek bold aside"
    assert payload.text.startswith("Watch 1: valuation &gt;= 10B")


def test_an_answer_carries_its_sample_below() -> None:
    payload = reply.draw(Reply(lines=((Span("It would have rung:"),),), sample=ALERT))
    text = shown(payload.blocks)
    assert text.startswith("It would have rung:\nDeepSeek valued at $45B")


def test_a_very_long_answer_is_cut_at_a_line_and_says_so() -> None:
    payload = reply.draw(Reply(lines=tuple((Span(f"{number}. " + "word " * 40),) for number in range(200))))
    assert objection({"text": payload.text, "blocks": payload.blocks}) == ""
    assert shown(payload.blocks).endswith("Narrow the question to see the rest.")


def test_an_endless_line_with_a_sample_fits() -> None:
    payload = reply.draw(Reply(lines=((Span("x" * 50_000),),), sample=batch(25)))
    assert objection({"text": payload.text, "blocks": payload.blocks}) == ""
    assert shown(payload.blocks).startswith("xxx")


def test_an_empty_answer_still_says_something() -> None:
    payload = reply.draw(Reply(lines=()))
    assert payload.text == "Done."
