"""Text that others wrote, made harmless before any platform's markup: what is shared by all platforms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit

# invisible and without use in a sentence, beside the format characters: joiner of marks, fillers
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_BREAKS = frozenset("\u2028\u2029\x0b\x0c\x85")
# signs of Arabic, Syriac and Kaithi that Unicode counts among the format characters, and that are seen
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd")
# what joins or parts letters: Persian and Indic words and emoji need it
_JOINERS = frozenset("\u200c\u200d")
# what follows a black flag makes it a region's; anywhere else it is text that nobody sees
_FLAG, _TAGS = "\U0001f3f4", frozenset(map(chr, range(0xE0020, 0xE0080)))
# marks on one letter: Hebrew and Thai have three, more is there to run over the lines above and below
_MOST_MARKS = 4

# no place in any chat shows more of one text
_MOST = 4_000

_ISOLATE, _END = "\u2068", "\u2069"


def neutral(text: str) -> str:
    """Text without controls, lone surrogates, directional or invisible characters; newlines stay.

    No letter carries more than four marks.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks, before = 0, ""
    for character in text:
        shown = _shown(character, before)
        if not shown:
            continue
        if unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
        elif character not in _JOINERS:
            # what nobody sees begins no new letter for more marks
            marks = 0
        if marks <= _MOST_MARKS:
            kept.append(shown)
            before = shown
    return "".join(kept)


def _shown(character: str, before: str) -> str:
    """What stands for a character behind the last one that was kept, "" for nothing."""
    if character == "\n" or character in _BREAKS:
        return "\n"
    if character == "\t":
        return " "
    if character in _JOINERS:
        return character if before and not before.isascii() and before not in _JOINERS else ""
    if character in _TAGS:
        return character if before == _FLAG or before in _TAGS else ""
    hidden = unicodedata.category(character) in ("Cc", "Cs", "Cf") and character not in _SEEN
    return "" if hidden or character in _INVISIBLE else character


def some(text: str) -> str:
    """As much neutral text as any platform shows of it: what a feed adds beyond that costs nothing.

    Of empty lines in a row one is left, so that nothing is pushed out of sight.
    """
    return _some(text[:_MOST])


@lru_cache(maxsize=128)
def _some(text: str) -> str:
    # one message is drawn several times until it fits, with the same words each time
    shown = neutral(text)
    if "\n" not in shown:
        return shown
    lines = shown.split("\n")
    return "\n".join(
        line for before, line in zip(["", *lines], lines, strict=False) if line.strip() or before.strip()
    )


def line(text: str) -> str:
    """The same on one line: every run of white space is one space."""
    return " ".join(some(text).split())


def isolated(text: str) -> str:
    """Text that leaves what stands beside it in its order, also when it runs from right to left.

    Left-to-right text comes back as it is. The marks are Unicode's first strong isolate and its end.
    """
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def web(link: str, most: int = 2_000) -> str:
    """The address, safe to put in markup, or "" when it isn't a plain http(s) address.

    An address with a name and password is refused (it can look like another site), and so is one longer than
    `most` characters. Characters that end a link in somebody's markup are percent-encoded.
    """
    trimmed = neutral(link).strip()
    try:
        parts = urlsplit(trimmed)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    # written small: not everybody takes another spelling for one of the web
    small = parts.scheme.lower() + trimmed[len(parts.scheme) :]
    encoded = quote(small, safe="%/:?#[]@!$&'()*+,;=~-._", encoding="utf-8", errors="ignore")
    return encoded if len(encoded) <= most else ""


# signs that readers take for a slash or a dot
_ALIKE = str.maketrans(
    {**dict.fromkeys("\u2044\u2215\u29f8\u29f5\\", "/"), **dict.fromkeys("\u3002\u2024\uff61", ".")}
)
# an address in a text, with or without its scheme; and a text that is nothing but a host, and a path perhaps
_ADDRESS = re.compile(r"(?<!/)//+([^\s/?#]+)|\b(www\.[^\s/?#]+)")
_HOST = re.compile(r"([\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,})(?::\d+)?(?:[/?#]\S*)?")
_ENDS = ".,;:!?()[]<>\"'|`*"


def lead(text: str, link: str) -> tuple[str, str]:
    """What stands in plain words, and what behind it is linked: nothing and the text, in most cases.

    A text that looks like an address of another host than the link's must not be linked; the link's own host
    is instead, so that what one sees is where one gets.
    """
    return ("", text) if honest(text, link) else (f"{text} ", host(link))


def host(link: str) -> str:
    """The name of the host to which an address leads."""
    return urlsplit(link).hostname or link


def honest(text: str, link: str) -> bool:
    """Whether no part of the text looks like an address of another host than the link's."""
    own = _bare(host(link))
    return all(own == shown or own.endswith(f".{shown}") for shown in _hosts(text))


def _hosts(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", some(text)).translate(_ALIKE).casefold().strip()
    found = [one or other for one, other in _ADDRESS.findall(plain)]
    if whole := _HOST.fullmatch(plain.strip(_ENDS)):
        found.append(whole[1])
    return [_bare(each) for each in found]


def _bare(host: str) -> str:
    # with a user before it ("https://bank.example@…") it looks like another host, and equals none
    return host.strip(_ENDS).partition(":")[0].removeprefix("www.")
