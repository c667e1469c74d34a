"""Tables of words and of patterns, written so that each line of source is one thing to know."""

from __future__ import annotations

import re


def words(table: str) -> frozenset[str]:
    """The words of a table, separated by white space."""
    return frozenset(table.split())


def rows(table: str) -> list[str]:
    """The lines of a table: a backslash at the end joins the next; empty ones and "# " ones say nothing."""
    lines = table.replace("\\\n", "").splitlines()
    return [line for raw in lines if (line := raw.strip()) and not line.startswith("# ")]


def either(patterns: list[str], *, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that meets whatever one of them meets."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
