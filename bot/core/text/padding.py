"""What stands around an article's own words on its page, cut off."""

from __future__ import annotations

import re

from bot.core.text.boilerplate import APPEARED, FILLER_HEADINGS, LINES, LINKS, MORE, TAILS
from bot.core.text.folding import fold
from bot.core.text.outlets import mentions

# a longer line is a paragraph, never a label
_LABEL = 160
_LONGEST = 400_000
_ENDED = re.compile(r"[.!?。！？…][\"”’'」』)）]*$")
_BREADCRUMB = re.compile(r"^[^/>»›|]{1,40}(?:\s+[/>»›]\s+[^/>»›]{1,200}){1,6}$")
_HOME = re.compile(
    r"^(?:home(?:page)?|news|start(?:seite)?|accueil|inicio|início|首页|首頁|ホーム|トップ|홈|blog|tech\w*|business)\b",
    re.I,
)
_NUMBER = re.compile(r"\d")
_NAMES = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\w*")
_LETTERS = re.compile(r"[\W_]+")
_BEFORE_OUTLET = re.compile(
    r"(?:\b(?:by|to|told|from|of|the|and|in|at|with|for|per|via|or|on|citing|laut|selon|según|secondo|segundo|volgens|le|la|el|"
    r"die|das|der|dem|von|à|au|a|as|than|like|behind|into|sues?|buys?|acquires?|acquired|owns?|joins?|joined)|[,:;&(-])$",
    re.I,
)


def body(text: str, *, title: str = "") -> str:
    """An article's text without what its page puts around it: navigation, repeated title, author and comment tails.

    Paragraphs stay in order, one a line with a blank line between. A sentence of news is never cut.
    """
    lines = [line for raw in text[:_LONGEST].split("\n") if (line := raw.strip())]
    lines = _without_head(lines, title)
    kept = _without_tail(lines)
    trimmed = [line for raw in _without_credits(kept) if (line := _trim(raw))]
    return "\n\n".join(trimmed)


def _key(text: str) -> str:
    return _LETTERS.sub("", fold(text))


def _without_head(lines: list[str], title: str) -> list[str]:
    """Breadcrumbs and repeats of the title stand among the first lines, or before the first words."""
    wanted = _key(title)
    rest: list[str] = []
    for number, line in enumerate(lines):
        if (
            number < 5
            and len(line) <= 400
            and (_is_breadcrumb(line, wanted) or (wanted and _key(line) == wanted))
        ):
            continue
        rest.append(line)
    if rest and title.strip():
        rest[0] = _without_title(rest[0], title.strip())
    return [line for line in rest if line]


def _is_breadcrumb(line: str, wanted: str) -> bool:
    if not _BREADCRUMB.match(line) or _ENDED.search(line):
        return False
    last = _key(re.split(r"[/>»›]", line)[-1])
    return bool(_HOME.match(line)) or (bool(wanted) and len(last) > 12 and wanted.startswith(last))


def _without_title(line: str, title: str) -> str:
    """A title of some length that stands before the first sentence without belonging to it."""
    if len(line) <= len(title) or fold(line[: len(title)]) != fold(title):
        return line
    rest = line[len(title) :]
    long_enough = len(title) >= 25 or len(re.findall(r"[\u3040-\u9fff\uac00-\ud7a3]", title)) >= 8
    if long_enough and re.match(
        r"\s*[.!?|:–—-]?\s+[A-Z\"“„«À-Þ\d]|\s+[\u3040-\u9fff\uac00-\ud7a3《“「【]", rest
    ):
        return rest.lstrip(" .!?|:–—-")
    return line


def _without_tail(lines: list[str]) -> list[str]:
    total = sum(map(len, lines))
    kept: list[str] = []
    size = 0
    skipping = ""
    known = " ".join(lines[: max(3, len(lines) // 3)])
    for line in lines:
        label = line if len(line) <= _LABEL else ""
        if label and TAILS.match(label):
            # at the head it is a byline, behind the article it is where the page's own words begin
            if size >= 400 or size * 2 >= total:
                break
            continue
        if label and LINES.fullmatch(label):
            continue
        if skipping and _is_skipped(skipping, line, known):
            continue
        skipping = _section(label)
        if not skipping or _ENDED.search(label):
            skipping = ""
            kept.append(line)
            size += len(line)
    return kept


def _section(label: str) -> str:
    if label and LINKS.fullmatch(label):
        return "links"
    return "filler" if label and FILLER_HEADINGS.fullmatch(label) else ""


def _is_skipped(section: str, line: str, known: str) -> bool:
    """Links are short lines without a full stop; filler is a paragraph that names nobody and counts nothing."""
    if section == "links":
        return len(line) <= _LABEL and not _ENDED.search(line)
    names = set(_NAMES.findall(line))
    return not _NUMBER.search(line) and not any(name in known for name in names) and not names


def _without_credits(lines: list[str]) -> list[str]:
    """Take bare outlet names off the ends of paragraphs: "… in the United States TechCrunch." is a lost link."""
    ends = [_stray(line) for line in lines]
    counts: dict[str, int] = {}
    for name, _ in ends:
        counts[name] = counts.get(name, 0) + 1
    return [
        cut if name and (counts[name] > 1 or _ENDED.search(cut) or cut.rstrip().endswith(name)) else line
        for line, (name, cut) in zip(lines, ends, strict=True)
    ]


def _stray(line: str) -> tuple[str, str]:
    """The outlet at the end of a paragraph that its last sentence doesn't need, and the paragraph without it."""
    end = line[-60:]
    last = next((m for m in reversed(mentions(end)) if re.fullmatch(r"[.\s]*", end[m.end :])), None)
    if last is None or last.start == 0:
        return "", line
    before = line[: len(line) - len(end) + last.start].rstrip()
    if not before or before == line or _BEFORE_OUTLET.search(before[-20:]):
        return "", line
    return last.name, before if _ENDED.search(before) else before + "."


def _trim(line: str) -> str:
    """Cut "Read more" and "The post … appeared first on …" off a paragraph's end."""
    if APPEARED.search(line[-600:]):
        line = line[:-600] + APPEARED.sub("", line[-600:])
    while found := MORE.search(line[-160:]):
        line = line[: len(line) - len(line[-160:]) + found.start()].rstrip()
    return line.strip()
