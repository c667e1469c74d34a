"""Answers to commands, drawn within Discord's limits."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.discord import reply
from bot.core.model import Reply, Span
from tests.chat.discord.examples import ALERT, batch
from tests.chat.discord.rules import objections


def drawn(said: Reply) -> dict[str, Any]:
    payload = reply.draw(said)
    return {"content": payload.content, "embeds": [embed.to_dict() for embed in payload.embeds]}


def test_an_answer_keeps_its_lines_and_styles() -> None:
    said = Reply(lines=((Span("Watch 1: "), Span("valuation >= 10B", "code")), (), (Span("Below", "bold"),)))
    (embed,) = drawn(said)["embeds"]
    assert embed["description"] == "Watch 1: `valuation >= 10B`\n\n**Below**"


def test_a_failure_has_another_colour_than_an_answer() -> None:
    done, failed = (
        drawn(Reply(lines=((Span("x"),),), failed=failed))["embeds"][0] for failed in (False, True)
    )
    assert done["color"] != failed["color"]


def test_an_answer_carries_its_sample_below() -> None:
    answer, sample = drawn(Reply(lines=((Span("It would have rung:"),),), sample=ALERT))["embeds"]
    assert answer["description"] == "It would have rung:"
    assert sample["url"] == "https://example.com/deepseek?a=1&b=2"


def test_a_very_long_answer_is_cut_at_a_line_and_says_so() -> None:
    body = drawn(Reply(lines=tuple((Span(f"{number}) " + "word " * 40),) for number in range(200))))
    assert objections(body) == []
    *whole, last = body["embeds"][0]["description"].splitlines()
    assert last == "… and more. Narrow the question to see the rest."
    assert all(line.rstrip().endswith("word") for line in whole)


def test_an_endless_line_with_a_sample_fits_and_is_shown() -> None:
    body = drawn(Reply(lines=((Span("x" * 50_000),),), sample=batch(25)))
    assert objections(body) == []
    assert body["embeds"][0]["description"].startswith("xxx")


def test_an_empty_answer_still_says_something() -> None:
    assert drawn(Reply(lines=()))["embeds"][0]["description"] == "Done."


@given(st.lists(st.lists(st.text()), max_size=30), st.booleans())
def test_no_answer_is_ever_refused_for_its_form(texts: list[list[str]], sample: bool) -> None:
    lines = tuple(tuple(Span(text, "bold") for text in line) for line in texts)
    assert objections(drawn(Reply(lines=lines, sample=batch(30) if sample else None))) == []
