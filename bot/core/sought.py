"""Expressions of many words, asked for in texts that mostly hold none of them.

`re` tries one alternative after the other at every place. google-re2 tries all at once in a thirtieth of the
time, but knows no lookaround and takes only ASCII for words, so it is asked first, for a looser form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

_PIECE = re.compile(
    r"(?P<bound>\\[bB])|\\u(?P<code>[0-9A-Fa-f]{4})|(?P<escape>\\.)|(?P<set>\[\^?(?:\\.|[^\]\\])+\])"
    r"|(?P<around>\(\?<?[=!])|(?P<open>\()|(?P<close>\))"
    r"|(?P<repeat>[*+?]|\{(?P<least>\d+)(?:,\d*)?\})(?P<mode>[?+]?)|(?P<end>\$)|.",
    re.DOTALL,
)
# what `re` takes for these is all in here
_WIDER = {
    r"\w": r"\w\x80-\x{10FFFF}",
    r"\d": r"\d\x80-\x{10FFFF}",
    r"\s": r"\s\x0b\x1c-\x1f\x80-\x{10FFFF}",
}
_ESCAPES = re.compile(r"\\u([0-9A-Fa-f]{4})|\\[wds]")


class Hint:
    """Tells soon that a text holds no match of an expression."""

    def __init__(self, expression: str) -> None:
        """Raises ValueError where google-re2 can't take the looser form."""
        options = re2.Options()
        options.log_errors = False
        self._loose = re2.Set.SearchSet(options)
        try:
            self._loose.Add(loose(expression))
        except re2.error as error:
            raise ValueError(str(error)) from error
        self._loose.Compile()

    def may_meet(self, text: str) -> bool:
        """Whether the text may hold a match; False is certain."""
        return bool(self._loose.Match(text.encode(errors="replace")))


class Sought:
    """A regular expression of `re` that is dear to search for and seldom there."""

    def __init__(self, expression: str) -> None:
        """Raises re.error, or ValueError where google-re2 can't take the looser form."""
        self._exact = re.compile(expression)
        self._hint = Hint(expression)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, None without one."""
        return self._exact.search(text) if self._hint.may_meet(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in order."""
        return self._exact.finditer(text) if self._hint.may_meet(text) else iter(())


def loose(expression: str) -> str:
    """An expression for google-re2 that is found in every text in which `re` finds the given one.

    Without word bounds, lookarounds and upper limits of repeats; every sign beyond ASCII is a letter in it.
    """
    found: list[str] = []
    depth = around = 0
    for piece in _PIECE.finditer(expression):
        depth += bool(piece["open"] or piece["around"]) - bool(piece["close"])
        if piece["around"] and not around:
            around = depth
        elif not around:
            found.append(_looser(piece))
        elif depth < around:
            around = 0
    return "".join(found)


def _looser(piece: re.Match[str]) -> str:
    if piece["bound"]:
        return ""
    if piece["set"]:
        return _looser_set(piece["set"])
    if piece["code"] or piece["escape"] in _WIDER:
        return _looser_set(f"[{piece.group()}]")
    if piece["repeat"]:
        return piece["repeat"] if piece["least"] is None else "*" if piece["least"] == "0" else "+"
    return r"(?:\n?\z)" if piece["end"] else piece.group()


def _looser_set(written: str) -> str:
    negative = written.startswith("[^")
    if negative and re.search(r"\\[WDS]", written):
        return "(?s:.)"

    def wider(escape: re.Match[str]) -> str:
        if escape[1]:
            return chr(int(escape[1], 16))
        # to leave out less is looser
        return escape.group() if negative else _WIDER[escape.group()]

    return _ESCAPES.sub(wider, written)
