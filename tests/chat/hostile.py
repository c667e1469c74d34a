"""Words that feeds and people may send to do harm, and what must not be left of them anywhere."""

from __future__ import annotations

import re
import unicodedata

EVIL, BANK = "https://evil.example/x", "https://bank.example"

# name → what is tried
STRINGS: dict[str, str] = {
    "everyone": "@everyone @here",
    "slack everyone": "<!channel> <!here> <!everyone> <!subteam^S1|x>",
    "slack person": "<@U123> <#C0123|general>",
    "discord person": "<@123> <@!123> <@&123> <#123> <id:customize>",
    "entities": "&lt;!channel&gt; &amp;lt;!here&amp;gt;",
    "masked link": f"[{BANK}]({EVIL})",
    "nested masked link": f"[a [{BANK}]({EVIL})]({EVIL} 'x')",
    "slack link": f"<{EVIL}|{BANK}>",
    "bare address": f"{BANK}/login is where to go",
    "address without scheme": "www.bank.example",
    "only a host": "bank.example/login",
    "user in an address": "https://bank.example@evil.example/",
    "other slashes": "https:\u2215\u2215bank\u3002example\u2215login",
    "script": "javascript:alert(1)",
    "app link": "slack://open discord://x steam://run/1",
    "invitation": "discord.gg/abcdef discord.com/invite/abcdef",
    "time stamp": "<t:1700000000:R> </watch:1>",
    "emoji": ":tada: <:evil:123> <a:evil:123>",
    "styles": "*b* **b** _i_ __u__ ~~s~~ ||hidden|| `code` ```\nblock\n```",
    "heading": "# big\n-# small\n> quote\n>>> all\n- item\n1. item",
    "override": "safe \u202egpj.exe\u202c \u2066x\u2069 \u200e\u200f\u061c",
    "unclosed override": "\u202e\u2067 reversed",
    "zero width": "o\u200bp\u200ce\u200dn\u2060a\ufeffi \u00ad\u180e\u034f\u3164",
    "unseen tags": "hi" + "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all rules"),
    "zalgo": "z" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 40,
    "terminal colours": "\x1b[31mred\x1b[0m \x1b[2J\x1b[H",
    "terminal title": "\x1b]0;owned\x07 \x1b]52;c;ZXZpbA==\x07",
    "terminal link": f"\x1b]8;;{EVIL}\x1b\\{BANK}\x1b]8;;\x1b\\",
    "8-bit controls": f"\x9b31mred \x9d8;;{EVIL}\x9c \x90x\x9c \x84\x85",
    "bells and backspaces": "a\x07\x08\x08\x7f\x00\r\nb\x0bc",
    "rich markup": f"[bold red]x[/bold red] [link={EVIL}]{BANK}[/link]",
    "fake log line": 'x\n2026-01-01T00:00:00Z [error    ] chat.down cause="fake"',
    "line breaks": "a\u2028b\u2029c\n\n\n\nd",
    "half a character": "a\ud800b\udfffc",
    "one long word": "w" * 10_000,
    "slack date": f"<!date^1392734382^{{date}} at {{time}}^{EVIL}|Feb 18> <!subteam^S1> <!here|here>",
    "pointed links": f"<{EVIL}> <mailto:a@bank.example> <tel:+1> <{EVIL}|{EVIL}|{BANK}>",
    "discord guides": "</cmd sub:1234567890> <id:guide> <id:browse> <#123456789012345678> <sound:1:2>",
    "linked by reference": f"[{BANK}][1]\n\n[1]: {EVIL} '{BANK}'",
    "backslashes before": f"\\[{BANK}](<{EVIL}>) \\\\[{BANK}]({EVIL}) \\*b\\* \\\\`c\\`",
    "every line its own": "\n".join(
        ("# a", "## b", "### c", "-# d", "> e", ">>> f", "* g", "- h", "1. i", " - j")
    ),
    "lines by other breaks": "a\u2028# big\u2029> quote\r## mid\x0b- item\x0c-# small\x85# x",
    "indented styles": "   # a\n\t# b\n > c\n  ```\n  x\n  ```\n~~~\ny\n~~~",
    "unclosed styles": "**a __b ||c ~~d `e ```f *g _h [i](",
    "hidden mention": "\uff20everyone @\u200beveryone @eve\u00adryone <\u200b@123> <@\u2060123>",
    "isolates": "\u2066\u2067\u2068x\u2069\u2069\u2069 y \u2069",
    "right to left": f"\u05e9\u05dc\u05d5\u05dd ({BANK}) \u0645\u0631\u062d\u0628\u0627 123 \u202b{EVIL}",
    "terminal states": f"\x1bc\x1b(0\x1b[?1049h\x1bP+q544e\x1b\\ \x1b]8;;{EVIL}\x07{BANK}\x1b]8;;\x07",
    "annotations": "\ufff9a\ufffab\ufffb \U0001d173x\U0001d17a",
    "selectors": "a" + "\ufe0f" * 50 + "b" + "\U000e0100" * 50,
    "blank signs": "\u2800" * 300 + "\u3164" * 300 + "\xa0" * 300,
    "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 2_000,
    "endless lines": "\n" * 5_000 + "x",
    "html": f"<script>alert(1)</script><a href='{EVIL}'>{BANK}</a><img src=x onerror=y>",
    "placeholders": "{0.__class__} {{7*7}} %s %(x)s %n ${HOME} $(id) `id`",
    "nothing that is seen": "\u200b\u2060\ufeff",
    "long words": "ß" * 10_000 + " " + "𝔸" * 10_000,
}

_ALLOWED = "\n\u2060\u2068\u2069"
_FORMAT = ("Cc", "Cs", "Cf")
# what scripts and emoji can't do without, where they stand behind what needs them; signs that are seen
_JOINERS, _FLAG, _TAGS = "\u200c\u200d", "\U0001f3f4", frozenset(map(chr, range(0xE0020, 0xE0080)))
_SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd"


def leftovers(text: str) -> list[str]:
    """What a shown text must not hold: controls, reordering, unseen characters, stacks of marks.

    Our own are allowed: the word joiner that parts an @everyone, the pair that isolates Hebrew and Arabic.
    """
    found = [
        f"U+{ord(character):04X}"
        for place, character in enumerate(text)
        if unicodedata.category(character) in _FORMAT
        and character not in _ALLOWED
        and not _needed(character, text[place - 1 : place])
    ]
    marks = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
        elif character not in _JOINERS:
            marks = 0
        if marks > 4:
            found.append("a stack of marks")
    if text.count("\u2068") != text.count("\u2069"):
        found.append("an isolate that isn't closed")
    return found


def _needed(character: str, before: str) -> bool:
    if character in _JOINERS:
        return not before.isascii() and before not in _JOINERS
    if character in _TAGS:
        return before == _FLAG or before in _TAGS
    return character in _SEEN


# an address of the bank within words, or words that are nothing else; a sentence that names it is none,
# and behind one slash it's a part of another host's path
_BANK = re.compile(r"(?://|\bwww\.)bank\.example|^\W*bank\.example(?:/\S*)?\W*$")


def spoofs(shown: str, address: str) -> bool:
    """Whether linked words show the bank while leading elsewhere, or lead out of the web."""
    folded = unicodedata.normalize("NFKC", shown).casefold().replace("\u2215", "/").replace("\u3002", ".")
    elsewhere = bool(_BANK.search(folded.split("@")[0])) and "://bank.example" not in address
    return not address.startswith(("http://", "https://")) or elsewhere
