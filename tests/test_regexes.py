"""No expression of ours takes a text apart in more and more ways: none can be made to run for ever.

An open repeat inside an open repeat is exponential where what follows the inner one may begin as it does:
each character then has two places to go to. Atomic groups and possessive repeats never go back. Expressions
that people write run on google-re2, which is linear by construction, and are none of `re`'s.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import re2

import bot
from bot.core.query.nodes import Expression, leaves
from tests.core.query.asking import ask

# the standard library's own reading of an expression, which has no public name and no types
op: Any = importlib.import_module("re._constants")
parse: Any = importlib.import_module("re._parser").parse

# a repeat of more is taken for open
OPEN = 100

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)

# what stands for all characters
SIGNS = [*map(chr, range(32, 127)), *"\n\té深ß€’“—א한ー、。|"]

# by how they begin: the worst text, and why they are harmless
ALLOWED: dict[str, tuple[str, str]] = {
    r"(?:^(?:(?:文|作者|编辑|采访": (
        "文|张三" + " 张三" * 400,
        "a look-ahead keeps the next label out of the names",
    ),
    r"^(?:\(\?<!": ("(?<!" + ")(?<!" * 400, "nothing follows that could fail; its texts are our own cues"),
}


@cache
def expressions() -> dict[re.Pattern[str] | re.Pattern[bytes], str]:
    """Every compiled expression that a module of ours holds, and where it stands."""
    return {
        expression: f"{name}.{held}"
        for name in (one.name for one in pkgutil.walk_packages(bot.__path__, "bot."))
        if not name.endswith("__main__") and ".migrations." not in name
        for held, value in vars(importlib.import_module(name)).items()
        for expression in _held(value, 4)
    }


def _held(value: object, depth: int) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, list | tuple | set | frozenset | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one, depth - 1)


def doubtful(expression: re.Pattern[str] | re.Pattern[bytes]) -> list[str]:
    """The characters at which an inner open repeat of the expression may go on or end."""
    flags = expression.flags
    if not _is_open_twice(parse(expression.pattern, flags), inside=False):
        return []
    return list(_nested(list(parse(expression.pattern, flags)), flags, frozenset(), inside=False))


def _is_open_twice(tree: Any, *, inside: bool) -> bool:
    for kind, given in tree:
        is_open = kind in _REPEATS and given[1] > OPEN
        if is_open and inside:
            return True
        if any(_is_open_twice(part, inside=inside or is_open) for part in _parts(kind, given)):
            return True
    return False


def _parts(kind: Any, given: Any) -> list[Any]:
    """The expressions within a part of one, but for what never goes back."""
    if kind in _REPEATS:
        return [given[2]]
    if kind is op.SUBPATTERN:
        return [given[3]]
    if kind is op.BRANCH:
        return list(given[1])
    return [given[1]] if kind in (op.ASSERT, op.ASSERT_NOT) else []


def _nested(tree: list[Any], flags: int, behind: frozenset[str], *, inside: bool) -> Iterator[str]:
    for place, (kind, given) in enumerate(tree):
        first, empty = _first(tree[place + 1 :], flags)
        after = first | behind if empty else first
        if kind in _REPEATS:
            begins, _ = _first(list(given[2]), flags)
            is_open = given[1] > OPEN
            if is_open and inside and begins & after:
                yield "".join(sorted(begins & after))
            # where the outermost ends, it ends: what counts is going round again
            again = (after if inside else frozenset()) | (begins if given[1] > 1 else frozenset())
            yield from _nested(list(given[2]), flags, again, inside=inside or is_open)
            continue
        ahead = kind in (op.ASSERT, op.ASSERT_NOT)
        for part in _parts(kind, given):
            # what looks ahead is over when it has looked, whatever follows
            yield from _nested(
                list(part), flags, frozenset() if ahead else after, inside=inside and not ahead
            )


def _first(tree: list[Any], flags: int) -> tuple[frozenset[str], bool]:
    """What it may begin with, and whether it may be nothing at all."""
    found: frozenset[str] = frozenset()
    for kind, given in tree:
        first, empty = _of(kind, given, flags)
        found |= first
        if not empty:
            return found, False
    return found, True


def _of(kind: Any, given: Any, flags: int) -> tuple[frozenset[str], bool]:
    if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        return _signs(kind, given, flags), False
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        first, empty = _first(list(given[2]), flags)
        return first, empty or given[0] == 0
    if kind is op.SUBPATTERN:
        return _first(list(given[3]), flags)
    if kind is op.ATOMIC_GROUP:
        return _first(list(given), flags)
    if kind is op.BRANCH:
        each = [_first(list(branch), flags) for branch in given[1]]
        return frozenset().union(*(first for first, _ in each)), any(empty for _, empty in each)
    return frozenset(SIGNS) if kind is op.GROUPREF else frozenset(), True


def _signs(kind: Any, given: Any, flags: int) -> frozenset[str]:
    if kind is op.ANY:
        found = set(SIGNS)
    elif kind is op.IN:
        outside = given[0][0] is op.NEGATE
        found = {sign for sign in SIGNS if any(_holds(one, sign) for one in given) is not outside}
    else:
        found = {sign for sign in SIGNS if (ord(sign) == given) is (kind is op.LITERAL)}
        found |= {chr(given)} if kind is op.LITERAL else set()
    if flags & re.IGNORECASE:
        found |= {sign.lower() for sign in found} | {sign.upper() for sign in found}
    return frozenset(found)


def _holds(one: tuple[Any, Any], sign: str) -> bool:
    kind, given = one
    if kind is op.LITERAL:
        return chr(given) == sign
    if kind is op.RANGE:
        return bool(given[0] <= ord(sign) <= given[1])
    if kind is not op.CATEGORY:
        return False
    classes = {"DIGIT": sign.isdigit(), "SPACE": sign.isspace(), "WORD": sign.isalnum() or sign == "_"}
    name = str(given).removeprefix("CATEGORY_")
    return not classes[name.removeprefix("NOT_")] if name.startswith("NOT_") else classes[name]


def test_no_repeat_within_a_repeat_can_end_in_two_places() -> None:
    found = expressions()
    assert len(found) > 300
    wrong = {
        place: expression.pattern
        for expression, place in found.items()
        if not any(str(expression.pattern).startswith(start) for start in ALLOWED) and doubtful(expression)
    }
    assert wrong == {}


@pytest.mark.parametrize("start", ALLOWED)
def test_what_is_allowed_is_there_and_fast_on_its_worst_text(start: str) -> None:
    kept = [one for one in expressions() if str(one.pattern).startswith(start)]
    assert kept
    for expression in kept:
        assert isinstance(expression.pattern, str)
        began = time.thread_time()
        re.compile(expression.pattern, expression.flags).search(ALLOWED[start][0])
        # exponential, it would take longer than anybody waits
        assert time.thread_time() - began < 0.5


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\w+\s*)*x", r"(?:a|b*)*c", r"(?:[^,]*,?)*;"])
def test_what_runs_for_ever_is_found(pattern: str) -> None:
    assert doubtful(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern", [r"(\w+\s)*x", r"(?:(?>a+))+$", r"(?:a++)+$", r"\w+\s*x", r"(?:,[^,]*)*;"]
)
def test_what_ends_in_one_place_is_not(pattern: str) -> None:
    assert not doubtful(re.compile(pattern))


def test_expressions_of_people_run_on_google_re2() -> None:
    (leaf,) = leaves(ask("/(a+)+$/")._tree)
    assert isinstance(leaf, Expression)
    assert isinstance(leaf.compiled, re2._Regexp)
