"""Runs of text with one style: how an answer is put together, before any platform's markup."""

from __future__ import annotations

from bot.core.model import Line, Span


def text(words: str) -> Span:
    """Plain words."""
    return Span(words)


def bold(words: str) -> Span:
    """Words that stand out."""
    return Span(words, "bold")


def code(words: str) -> Span:
    """Something to type, or typed."""
    return Span(words, "code")


def quiet(words: str) -> Span:
    """Words that step back."""
    return Span(words, "quiet")


def link(words: str, address: str) -> Span:
    """Words that lead to an address; plain ones where there is none."""
    return Span(words, "link", address) if address else Span(words)


def line(*parts: Span | str) -> Line:
    """One line; a bare string is plain words."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def read(lines: tuple[Line, ...]) -> str:
    """The lines as plain text, for logs and tests."""
    return "\n".join("".join(span.text for span in parts) for parts in lines)


def counted(number: int, thing: str) -> str:
    """A number with its noun: "1 watch", "2 watches", "0 alerts"."""
    if number == 1:
        return f"1 {thing}"
    return f"{number} {thing}es" if thing.endswith("ch") else f"{number} {thing}s"
