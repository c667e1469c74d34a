"""The terminal: commands are answered, alerts are drawn, and no feed can steer the screen."""

import asyncio
import io
from datetime import UTC, datetime

import pytest

from bot.chat.terminal import HERE, Screen, TerminalChat
from bot.core.model import Entry, Message, Reply
from bot.core.spans import code, text
from bot.errors import Unknown
from bot.ports import Request

ENTRY = Entry(
    title="Lab valued at $45 billion",
    link="https://wire.example/a",
    summary="The lab has closed its first round.",
    rows=(("Valuation", "$45B · reported"),),
    outlets="3 outlets, all citing TechCrunch",
    age="12 min ago",
    follows="was: in talks at $40B, 3 May",
    why=("valuation $45B ≥ $10B (watch 1: valuation >= 10B)",),
)
ALERT = Message(entries=(ENTRY,), headline="DeepSeek valued at $45B, per TechCrunch")


def drawn(message: Message, *, plain: bool = True) -> str:
    out = io.StringIO()
    Screen(out, plain=plain, width=120).message(message)
    return out.getvalue()


def chat(
    given: str = "", *, out: io.StringIO | None = None
) -> tuple[TerminalChat, list[Request], list[bool]]:
    asked: list[Request] = []
    left: list[bool] = []

    async def answer(request: Request) -> Reply:
        asked.append(request)
        return Reply(lines=((text("You typed "), code(request.verb)),))

    screen = Screen(out or io.StringIO(), plain=True)
    made = TerminalChat(
        answer=answer,
        screen=screen,
        interactive=False,
        leave=lambda: left.append(True),
        stdin=io.StringIO(given),
    )
    return made, asked, left


@pytest.mark.parametrize("plain", [True, False])
def test_an_alert_shows_everything_that_it_holds(plain: bool) -> None:
    shown = drawn(ALERT, plain=plain)
    for part in (
        ALERT.headline,
        ENTRY.title,
        ENTRY.link,
        ENTRY.summary,
        "Valuation",
        "$45B · reported",
        ENTRY.outlets,
        ENTRY.age,
        ENTRY.follows,
        ENTRY.why[0],
    ):
        assert part in shown


def test_a_batch_shows_a_line_for_each() -> None:
    shown = drawn(Message(entries=(ENTRY, ENTRY, ENTRY), headline="3 stories"))
    assert shown.count(f"• {ENTRY.title}") == 3


def test_a_sample_is_marked_as_such() -> None:
    assert "Sample alert" in drawn(Message(entries=(ENTRY,), headline="x", label="Sample alert"))


def test_escape_sequences_from_a_feed_do_not_reach_the_terminal() -> None:
    hostile = Entry(
        title="a\x1b[2Jb\x07c\u202ed", link="https://x.example/\x1b]8;;", summary="\x1b[31mred\r\n"
    )
    shown = drawn(Message(entries=(hostile,), headline="\x1b]0;title\x07"))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "\r" not in shown


def test_markup_of_the_drawing_library_in_a_feed_is_shown_as_it_is() -> None:
    assert "[bold red]x[/]" in drawn(Message(entries=(), headline="", notice=((text("[bold red]x[/]"),),)))


async def test_a_line_through_a_pipe_is_answered_in_plain_text_and_the_end_of_input_ends_nothing() -> None:
    out = io.StringIO()
    made, asked, left = chat("/newsbell watches\nstatus\n\n", out=out)
    task = asyncio.create_task(made.serve())
    for _ in range(200):
        await asyncio.sleep(0.01)
        if len(asked) == 2:
            break
    assert not task.done()
    task.cancel()
    assert [request.verb for request in asked] == ["watches", "status"]
    assert asked[0].channel == HERE
    assert "You typed watches" in out.getvalue()
    assert "\x1b" not in out.getvalue()
    assert not left


async def test_quit_leaves() -> None:
    made, asked, left = chat()
    await made.type("quit")
    assert left == [True]
    assert not asked


async def test_an_unknown_command_names_the_nearest() -> None:
    out = io.StringIO()
    made, asked, _ = chat(out=out)
    await made.type("/newsbell wacth deepseek")
    assert not asked
    assert "watch" in out.getvalue()


async def test_an_empty_command_is_help() -> None:
    made, asked, _ = chat()
    await made.type("/newsbell")
    assert [request.verb for request in asked] == ["help"]


async def test_the_past_of_a_terminal_cannot_be_looked_at() -> None:
    made, _, _ = chat()
    with pytest.raises(Unknown):
        await made.find(HERE, "key", datetime(2026, 5, 6, tzinfo=UTC))
