"""Alerts, batches and notices, drawn within Discord's limits."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.discord import message
from bot.core.model import Entry, Message, Span
from tests.chat.discord.examples import ALERT, ENTRY, HOSTILE, batch
from tests.chat.discord.reading import markup, shown
from tests.chat.discord.rules import objections

URL = "https://example.com/" + "a" * 1_900
TRICKS = " ".join(HOSTILE) + " \u202egpj.exe"


def drawn(said: Message) -> dict[str, Any]:
    payload = message.draw(said)
    return {"content": payload.content, "embeds": [embed.to_dict() for embed in payload.embeds]}


def with_entry(**changed: Any) -> Message:
    return dataclasses.replace(ALERT, entries=(dataclasses.replace(ENTRY, **changed),))


def text(body: dict[str, Any]) -> str:
    """Everything in it that a reader sees, in order."""
    parts = [body["content"]]
    for embed in body["embeds"]:
        parts += [
            embed.get("title", ""),
            embed.get("description", ""),
            embed.get("footer", {}).get("text", ""),
        ]
    return shown("\n".join(part for part in parts if part))


def test_the_notification_is_the_headline() -> None:
    assert drawn(ALERT)["content"] == "DeepSeek valued at $45B, first round, per TechCrunch"


def test_an_alert_shows_everything_that_is_known() -> None:
    (embed,) = drawn(ALERT)["embeds"]
    assert embed["title"] == ENTRY.title
    assert embed["url"] == ENTRY.link
    assert embed["description"].split("\n\n") == [
        "*was: in talks at $40B, 3 May*",
        ENTRY.summary,
        "**Valuation** $45B · reported · first round\n**Raised** amount undisclosed",
    ]
    assert embed["footer"]["text"].splitlines() == [
        "3 outlets, all citing TechCrunch · 12 min ago",
        "why: valuation $45B ≥ $10B (watch 1: valuation >= 10B)",
    ]


def test_the_company_is_named_where_headline_and_title_do_not() -> None:
    assert "Mistral · 3 outlets" in text(drawn(with_entry(company="Mistral")))


def test_a_sample_is_marked_in_the_notification() -> None:
    said = dataclasses.replace(ALERT, label="Sample alert: nothing happened")
    assert text(drawn(said)).startswith("(Sample alert: nothing happened) DeepSeek valued")


def test_a_batch_gives_each_story_a_line_with_its_link() -> None:
    body = drawn(batch(7))
    whole = "\n".join(embed["description"] for embed in body["embeds"])
    assert [f"](https://example.com/story/{number})" in whole for number in range(1, 8)] == [True] * 7
    assert "why: raised ≥ $1M" in shown(whole)
    assert objections(body) == []


def test_a_batch_of_twenty_five_names_them_all() -> None:
    body = drawn(batch(25, title="A company with a rather long name raises money from several investors"))
    whole = "\n".join(embed["description"] for embed in body["embeds"])
    assert whole.count("](https://example.com/story/") == 25
    assert objections(body) == []


def test_what_does_not_fit_is_counted_and_says_where_it_is() -> None:
    body = drawn(batch(300))
    named = text(body).count("• ")
    assert f"and {300 - named} more: type /newsbell latest" in text(body)
    assert named > 30
    assert objections(body) == []


def test_twenty_five_stories_with_endless_titles_and_addresses_are_all_named() -> None:
    body = drawn(batch(25, title="🔔 [*] " * 200, link=URL))
    assert text(body).count("• ") == 25
    assert objections(body) == []


def test_a_notice_is_told_in_its_words() -> None:
    said = Message(
        entries=(),
        headline="Watches paused",
        notice=((Span("Paused: "), Span("/newsbell resume 1", "code")), (Span("Second line"),)),
    )
    assert drawn(said) == {"content": "Paused: `/newsbell resume 1`\nSecond line", "embeds": []}


def test_a_notice_that_is_too_long_is_cut_at_a_line() -> None:
    said = Message(entries=(), headline="Many", notice=tuple((Span(f"line {n} " * 10),) for n in range(100)))
    body = drawn(said)
    assert objections(body) == []
    assert body["content"].endswith("\n…")


def test_hostile_text_is_neither_markup_nor_mention() -> None:
    entry = Entry(
        title=TRICKS,
        link="javascript:alert(1)",
        summary=TRICKS,
        company=TRICKS,
        rows=(("Valuation", TRICKS),),
        outlets=TRICKS,
        why=(TRICKS,),
    )
    body = drawn(Message(entries=(entry,), headline=TRICKS))
    (embed,) = body["embeds"]
    assert objections(body) == []
    assert markup(body["content"]) == []
    assert markup(embed["title"]) == []
    # the label of a row is bold, and that is ours
    assert markup(embed["description"].replace("**Valuation**", "")) == []
    assert "url" not in embed
    whole = json.dumps(body, ensure_ascii=False)
    assert "\u202e" not in whole
    assert "@everyone" not in whole
    assert "@here" not in whole


def test_hostile_titles_in_a_batch_lead_nowhere_else() -> None:
    body = drawn(batch(6, title=TRICKS[:150]))
    for line in "\n".join(embed["description"] for embed in body["embeds"]).splitlines():
        if line.startswith("• "):
            inner, _, address = line.removeprefix("• [**").rpartition("**](")
            assert address.startswith("https://example.com/story/")
            assert markup(inner) == []


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
    body = drawn(Message(entries=(entry,), headline="H" * 4_000))
    assert objections(body) == []
    assert "… and more" in text(body)


def test_forty_facts_of_usual_length_are_all_shown() -> None:
    rows = tuple(("Valuation", f"${number}B · reported") for number in range(40))
    assert text(drawn(with_entry(rows=rows))).count("· reported") == 40


def test_a_right_to_left_company_does_not_turn_the_line_around() -> None:
    assert "\u2068דיפסיק\u2069 · 3 outlets" in text(drawn(with_entry(company="דיפסיק")))


def test_an_alert_without_anything_but_a_title_is_sent() -> None:
    body = drawn(Message(entries=(Entry(title="Bare", link=""),), headline=""))
    assert "Bare" in text(body)
    assert objections(body) == []


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
        title="t" + title, link=link, summary=title, company=title, rows=tuple(rows), why=tuple(why)
    )
    body = drawn(Message(entries=(entry,) * count, headline="x" + headline))
    assert objections(body) == []
