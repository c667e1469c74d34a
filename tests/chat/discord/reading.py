"""How Discord's client reads markup, as far as it takes to say that a text is none, and what one sees."""

from __future__ import annotations

import re

# the client's own rule: a backslash before a sign that is no letter, digit or space shows the sign
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
# stands for an escaped sign, so that no rule below meets it
_PLAIN = "\ue000"

_RULES = {
    "ping": r"@everyone|@here",
    "mention": r"<@[!&]?\d+>|<#\d+>|<id:\w+>",
    "command": r"</[^:>]+:\d+>",
    "time": r"<t:-?\d+(?::\w)?>",
    "emoji": r"<a?:\w+:\d+>|(?<!\w):[\w~+-]+:",
    "spoiler": r"\|\|[\s\S]+?\|\|",
    "style": r"\*[^\s*][^*]*\*|\b_[^_]+_\b|__[\s\S]+?__|~~[\s\S]+?~~",
    "code": r"`[^`]+`",
    "heading": r"(?m)^\s*(?:-#|#{1,3})\s",
    "list": r"(?m)^\s*(?:[-*+]|\d+\.)\s",
    "quote": r"(?m)^\s*>{1,3}\s",
    "masked link": r"\[[^\]]+\]\([^)]+\)",
    "link": r"(?i)\b(?:https?|steam|discord)://\S",
    "invitation": r"(?i)\bdiscord(?:app)?\.(?:gg|com/invite)/\w",
}


def markup(text: str) -> list[str]:
    """The names of the kinds of markup that the client would find."""
    bare = _ESCAPE.sub(_PLAIN, text)
    return [name for name, rule in _RULES.items() if re.search(rule, bare)]


def shown(text: str) -> str:
    """Text without markup as a reader sees it: without backslashes and word joiners."""
    return _ESCAPE.sub(r"\1", text).replace("\u2060", "")
