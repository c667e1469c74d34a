"""What stands around an article's own words on its page, cut off."""

from __future__ import annotations

import re

from bot.core.text.boilerplate import (
    APPEARED,
    APPEARED_PARTS,
    FILLER_HEADINGS,
    HEAD_CREDITS,
    INLINE_PARTS,
    INLINE_TAILS,
    LINES,
    LINKS,
    MORE,
    MORE_PARTS,
    PARAGRAPHS,
    TAILS,
)
from bot.core.text.folding import fold
from bot.core.text.outlets import named
from bot.core.text.strays import without_strays

# a longer line is a paragraph, never a label
_LABEL = 160
_LONGEST = 400_000
# where so much of an article stands before a tail's label, it's no byline
_ARTICLE = 400
_ENDED = re.compile(r"[.!?。！？…][\"”'’」』)）]*$")
_BREADCRUMB = re.compile(r"^[^/>»›|]{1,40}(?:\s+[/>»›]\s+[^/>»›]{1,200}){1,6}$")
_CRUMBS = re.compile(r"(?:[^/>»›|.!?]{1,40}[/>»›]\s*){1,6}")
_CRUMB = re.compile(r"[/>»›]")
_HOME = re.compile(
    r"^(?:home(?:page)?|news|start(?:seite)?|accueil|inicio|início|首页|首頁|ホーム|トップ|홈|blog|tech\w*|business)\b",
    re.I,
)
_MONEY = re.compile(
    r"[$€£¥₩₹]\s?\d|\d[\d.,]*\s?(?:billion|million|trillion|bn\b|[BMT]\b|Mrd|Mio|Milliarden|milliards|millones|亿|億|万|兆|억|조)"
)
_NAMES = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\w*")
_NOT_WORD = re.compile(r"[\W_]+")
_CJK = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")
_STARTS_ANEW = re.compile(r"\s*[.!?|:–—-]?\s+[A-Z\"“„«À-Þ\d]|\s+[\u3040-\u9fff\uac00-\ud7a3《“「【]")


def body(text: str, *, title: str = "") -> str:
    """An article's text without its page's own words: navigation, repeated title, author and comment tails.

    Paragraphs stay in order with a blank line between. A sentence that tells news is never cut.
    """
    text = text[:_LONGEST]
    tail = INLINE_TAILS.search(text, _ARTICLE) if _holds(text, INLINE_PARTS) else None
    if tail and not _tells(text[tail.end() :], text[:_ARTICLE]):
        text = text[: tail.start()]
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    kept = _without_padding(_without_head(lines, title))
    return "\n\n".join(line for raw in without_strays(kept) if (line := _trim(raw)))


def _key(text: str) -> str:
    return _NOT_WORD.sub("", fold(text))


def _without_head(lines: list[str], title: str) -> list[str]:
    """Breadcrumbs and repeats of the title stand among the first lines, or before the first words."""
    wanted = _key(title)
    head = [
        line
        for line in lines[:5]
        if len(line) > 400 or not (_is_breadcrumb(line, wanted) or (wanted and _key(line) == wanted))
    ]
    rest = head + lines[5:]
    if rest:
        rest[0] = HEAD_CREDITS.sub("", _without_title(rest[0], title.strip()), count=1)
    return rest


def _is_breadcrumb(line: str, wanted: str) -> bool:
    if not _BREADCRUMB.match(line) or _ENDED.search(line):
        return False
    last = _key(_CRUMB.split(line)[-1])
    return bool(_HOME.match(line)) or (len(last) > 12 and wanted.startswith(last))


def _without_title(line: str, title: str) -> str:
    """A title of some length that stands before the first sentence without belonging to it goes."""
    if len(title) < 25 and len(_CJK.findall(title)) < 8:
        return line
    at = line.find(title, 0, len(title) + _LABEL)
    if at > 0 and _CRUMBS.fullmatch(line, 0, at):
        line = line[at:]
    for _ in range(2):
        rest = line[len(title) :]
        if not rest or fold(line[: len(title)]) != fold(title) or not _STARTS_ANEW.match(rest):
            break
        line = rest.lstrip(" .!?|:–—-")
    return line


def _without_padding(lines: list[str]) -> list[str]:
    kept: list[str] = []
    section = ""
    head = "\n".join(lines)[: 3 * _ARTICLE]
    for number, line in enumerate(lines):
        label = line if len(line) <= _LABEL and not _MONEY.search(line) else ""
        if label and TAILS.match(label):
            if _ends_article(lines, number, head):
                break
            continue
        opened = _section(label)
        if opened or _is_padding(line, label) or _is_skipped(section, line, label):
            section = opened or section
            continue
        section = ""
        kept.append(line)
    return kept


def _is_padding(line: str, label: str) -> bool:
    if label and (LINES.fullmatch(label) or named(label.strip("()[] ."))):
        return True
    return len(line) <= 5 * _LABEL and bool(PARAGRAPHS.match(line))


def _ends_article(lines: list[str], number: int, head: str) -> bool:
    """Whether the article is over: at its head a label is a byline, and no news may follow the label."""
    before = sum(map(len, lines[:number]))
    after = sum(map(len, lines[number:]))
    if before < _ARTICLE and before < after:
        return False
    return before >= after or not any(_tells(line, head) for line in lines[number + 1 :])


def _tells(paragraph: str, head: str) -> bool:
    """Whether a paragraph may be news: an ended sentence with a sum of money or a name that the head has."""
    if len(paragraph) < 80 or not _ENDED.search(paragraph):
        return False
    return bool(_MONEY.search(paragraph)) or any(name in head for name in set(_NAMES.findall(paragraph)))


def _section(label: str) -> str:
    if not label:
        return ""
    if LINKS.fullmatch(label):
        return "links"
    return "filler" if FILLER_HEADINGS.fullmatch(label) else ""


def _is_skipped(section: str, line: str, label: str) -> bool:
    """Links are short lines without a full stop; filler is a paragraph without a name or a figure."""
    if section == "links":
        return len(line) <= _LABEL and not _ENDED.search(line)
    if section == "filler":
        return not label and not re.search(r"\d", line) and not _NAMES.search(line) and not _CJK.search(line)
    return False


def _trim(line: str) -> str:
    """Cut "Read more" and "The post … appeared first on …" off a paragraph's end."""
    if _holds(line[-600:].lower(), APPEARED_PARTS):
        line = line[:-600] + APPEARED.sub("", line[-600:])
    line = line.rstrip()
    for _ in range(3):
        if not _holds(line[-_LABEL:].lower(), MORE_PARTS):
            break
        found = MORE.search(line[-_LABEL:])
        if not found:
            break
        line = line[: max(0, len(line) - _LABEL) + found.start()].rstrip()
    return line.strip()


def _holds(text: str, parts: tuple[str, ...]) -> bool:
    return any(part in text for part in parts)
