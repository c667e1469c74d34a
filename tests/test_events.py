"""The log's events: one name for each thing that happens, each explained in docs/being-watched.md."""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/being-watched.md").read_text("utf-8")
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}


def logged() -> dict[str, set[str]]:
    """Each event's name with the modules that log it. Fails for a name that isn't written out."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _logs(node.func):
                name = node.args[0]
                assert isinstance(name, ast.Constant), f"{path.name}:{node.lineno} puts a name together"
                found[str(name.value)].add(path.relative_to(ROOT).as_posix())
    return found


def _logs(called: ast.expr) -> bool:
    # `tell` is a level chosen by what happened: tell = log.info if … else log.debug
    if isinstance(called, ast.Name):
        return called.id == "tell"
    whose = called.value if isinstance(called, ast.Attribute) and called.attr in LEVELS else None
    return isinstance(whose, ast.Name) and whose.id == "log"


EVENTS = logged()


def documented() -> dict[str, str]:
    rows = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == len(dict(rows)), "an event stands there twice"
    return dict(rows)


def test_every_event_is_documented_and_every_documented_event_exists() -> None:
    assert set(documented()) == set(EVENTS)


def test_a_name_says_of_what_and_what_happened() -> None:
    assert [name for name in EVENTS if not re.fullmatch(r"[a-z]+\.[a-z]+(?:_[a-z]+)*", name)] == []


def test_a_name_has_one_meaning_so_one_place_logs_it() -> None:
    assert {name: places for name, places in EVENTS.items() if len(places) > 1} == {}


def test_no_two_events_are_explained_alike() -> None:
    said = documented()
    assert len(set(said.values())) == len(said)


def test_what_is_counted_is_logged() -> None:
    source = (ROOT / "bot/lookout/meters.py").read_text("utf-8")
    counted = set(re.findall(r'"([a-z]+\.[a-z_]+)"', source))
    assert len(counted) > 10
    assert counted <= set(EVENTS)
