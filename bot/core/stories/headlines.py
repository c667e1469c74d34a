"""What a headline says, without what agencies and outlets put around it."""

from __future__ import annotations

import re

from bot.core.text.outlets import named

# agencies number their updates, papers label their exclusives
_BEFORE = re.compile(
    r"^\s*(?:(?:update|wrapup|refile|correct(?:ed|ion)|exclusive|breaking|analysis|factbox|explainer|opinion|watch|video|"
    r"photos?|podcast|scoop|report|just in)(?:\s+news)?(?:\s*\d+)?\s*(?:[-–—:|]\s*))+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\(\d\)|\[\w{2,8}\]|\(video\)|\(photos\)|--\s*(?:\d\w\w )?update|\.\.\.|…)\s*$", re.IGNORECASE
)
# an outlet's name behind a dash or a bar, as news search engines add it
_CREDIT = re.compile(r"\s+[-–—|]\s+(?P<name>[^-–—|]{2,40})$")
_OUTLET = re.compile(
    r"\b(?:news|times|post|journal|herald|tribune|daily|magazine|press|radio|tv|television|gazette|observer|review|"
    r"chronicle|telegraph|express|zeitung|anzeiger|nachrichten|monde|figaro|país|mundo)\b|\.(?:com|net|org|co|io|ai|uk|de|fr)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[\W_]+")


def bare(title: str, publisher: str = "") -> str:
    """The headline itself; the whole when nothing but trimmings would be left."""
    kept = _BEFORE.sub("", title)
    kept = _AFTER.sub("", kept)
    credit = _CREDIT.search(kept)
    if credit and _is_outlet(credit["name"].strip(), publisher):
        kept = kept[: credit.start()]
    return kept.strip() or title


def _is_outlet(name: str, publisher: str) -> bool:
    if named(name) or _OUTLET.search(name):
        return len(name.split()) <= 5
    letters = _LETTERS.sub("", name).casefold()
    return len(letters) > 2 and letters in _LETTERS.sub("", publisher).casefold()
