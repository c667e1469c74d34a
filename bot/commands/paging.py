"""Long lists, a page at a time: each page fits into one answer on every platform."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands.command import Call
from bot.core.model import Line
from bot.core.spans import code, line, quiet
from bot.errors import UserError

# an answer on Discord holds 4,096 characters, and a head and a foot beside the list
_ROOM = 3_300


def page(call: Call, listed: Sequence[Line]) -> tuple[str, tuple[Line, ...]]:
    """What the head of the answer says of the page, "" when there is one alone, and the lines of it.

    Raises UserError for a page that isn't there.
    """
    pages = _pages(listed)
    number = call.number("page") if call.text("page") else 1
    if not 1 <= number <= len(pages):
        there = "There is one page" if len(pages) == 1 else f"The pages are 1 to {len(pages)}"
        raise UserError(f"There is no page {number} of this list. {there}: {call.say(call.command)}")
    if len(pages) == 1:
        return "", tuple(pages[0])
    onward = number + 1 if number < len(pages) else 1
    more = line(
        quiet("The next page: " if onward > 1 else "The first page: "),
        code(call.say(call.command) if onward == 1 else call.say(call.command, page=onward)),
    )
    return f", page {number} of {len(pages)}", (*pages[number - 1], more)


def _pages(listed: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    left = _ROOM
    for each in listed:
        taken = _weight(each)
        if taken > left and pages[-1]:
            pages.append([])
            left = _ROOM
        pages[-1].append(each)
        left -= taken
    return pages


def _weight(shown: Line) -> int:
    """The characters that a line takes at most: a sign that may be markup takes two, an emoji too."""
    return 1 + sum(
        sum(1 if letter == " " or (letter.isalnum() and letter <= "\uffff") else 2 for letter in span.text)
        + (len(span.link) + 4 if span.link else 4)
        for span in shown
    )
