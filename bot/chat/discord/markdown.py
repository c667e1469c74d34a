"""Feed text that no reader's client takes for markup, and the little markup of our own.

discord.py's own escaping leaves headings, lists, masked links, time stamps, channels, commands and
custom emoji.
Discord shows a backslash before any sign as the sign alone:
https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.chat.limits import MOST_LINK, MOST_SPAN, clip, size
from bot.chat.text import honest, host, some, web
from bot.core.model import Line, Span

_JOINER = "\u2060"

# signs that mean something wherever they stand; "<" opens mentions, time stamps, commands and emoji
_ANYWHERE = re.compile(r"[\\*_~|`<>\[\]#]")
# "- ", "+ " and "1. " make lists, "-# " small print, at the start of a line
_LIST = re.compile(r"(?m)^([^\S\n]*)([-+]|\d+(?=[.)]))")
# a bare address, or an invitation without one, would be made a link and unfolded below the message
_SCHEME = re.compile(r"(?i)(?<=[a-z])://")
_INVITATION = re.compile(r"(?i)\b(discord(?:app)?)\.(?=gg|com|me|io|li)")
_EVERYBODY = re.compile(r"(?i)@(?=everyone|here|[&!]?\d)")
# ":name:" would be drawn as an emoji by some clients
_EMOJI = re.compile(r":(?=[A-Za-z0-9_~+-]+:)")


def escape(text: str) -> str:
    """Neutral text (`bot.chat.text`) that shows as it is, in content, descriptions and field values."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text)
    escaped = _LIST.sub(_unlisted, escaped)
    escaped = _SCHEME.sub(r"\://", escaped)
    escaped = _INVITATION.sub(r"\1\\.", escaped)
    return unmentioned(_EMOJI.sub(r"\:", escaped))


def unmentioned(text: str) -> str:
    """Text for places without markup (an embed's footer), in which nothing looks like a ping."""
    return _EVERYBODY.sub(f"@{_JOINER}", text)


def _unlisted(found: re.Match[str]) -> str:
    space, sign = found[1], found[2]
    return f"{space}{sign}{_JOINER}" if sign.isdigit() else f"{space}\\{sign}"


def words(text: str, most: int, wrap: Callable[[str], str] = lambda text: text) -> str:
    """The text, escaped and wrapped, with as much of it as stays within `most` UTF-16 units; "" for none."""
    cut = clip(text, most)
    while cut and size(drawn := wrap(escape(cut))) > most:
        over = size(drawn) - most
        # an escape at most doubles, so that half of what is over must go at least
        cut = clip(cut, max(0, size(cut) - max(1, over // 2)))
    return wrap(escape(cut)) if cut else ""


def bold(text: str, most: int = 1_000) -> str:
    """Neutral text in bold."""
    return words(text.strip(), most, lambda shown: f"**{shown}**")


def quiet(text: str, most: int = 1_000) -> str:
    """Neutral text in italics."""
    return words(text.strip(), most, lambda shown: f"*{shown}*")


def code(text: str) -> str:
    """Neutral text as it was typed. Nothing can be escaped in code, so that a backtick becomes its twin."""
    return f"`{text.replace('`', 'ˋ')}`" if text.strip() else text


def linked(text: str, link: str, most: int = 1_000, *, longest: int = 2_000, strong: bool = False) -> str:
    """Neutral text as a link, or the text alone where the address isn't one of the web or is too long."""
    address = address_of(link, longest)
    mark = "**" if strong else ""
    if not address:
        return words(text, most, lambda shown: f"{mark}{shown}{mark}")
    if not honest(text, address):
        return f"{words(text, most)} {by_host(address)}"
    return words(text, most, lambda shown: f"[{mark}{shown}{mark}]({address})")


def by_host(address: str) -> str:
    """An address of `address_of`, linked by its host's name, beside a text that must not be linked itself."""
    return f"[{escape(host(address))}]({address})"


def address_of(link: str, longest: int = 2_000) -> str:
    """The address, with the brackets that would end a masked link encoded; "" for one that can't be shown."""
    found = web(link, longest)
    encoded = found.replace("(", "%28").replace(")", "%29")
    return encoded if len(encoded) <= longest else ""


def drawn(line: Line) -> str:
    """A line of ours as markup; white space at a span's ends stays outside of its style."""
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    text = clip(some(span.text), MOST_LINK if span.link else MOST_SPAN)
    inner = text.strip()
    if not inner:
        return text
    start = len(text) - len(text.lstrip())
    before, after = text[:start], text[start + len(inner) :]
    return before + _styled(inner, span) + after


def _styled(inner: str, span: Span) -> str:
    most = 4_000
    if span.link:
        return linked(inner, span.link, most, strong=span.style == "bold")
    match span.style:
        case "bold":
            return bold(inner, most)
        case "quiet":
            return quiet(inner, most)
        case "code":
            return code(inner)
        case _:
            return words(inner, most)
