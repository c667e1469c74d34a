"""Whether what README.md and docs/ promise is there."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.commands.table import ALL, SAME

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TOLD = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = TOLD["project"]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


def dependencies() -> list[str]:
    extra = PROJECT["optional-dependencies"]
    given = [*PROJECT["dependencies"], *extra["build"], *extra["dev"], *TOLD["dependency-groups"]["fuzz"]]
    return list(dict.fromkeys(re.split(r"[^\w.-]", one)[0] for one in given))


@pytest.mark.parametrize("name", dependencies())
def test_a_direct_dependency_has_its_reason(name: str) -> None:
    reasons = (ROOT / "docs/decisions/dependencies.md").read_text("utf-8")
    (row,) = re.findall(rf"^\| {re.escape(name)} \| (.+) \|$", reasons, re.MULTILINE)
    assert len(row) > 10


def test_no_reason_is_given_for_what_is_not_used() -> None:
    reasons = (ROOT / "docs/decisions/dependencies.md").read_text("utf-8")
    named = re.findall(r"^\| ([\w.-]+) \|", reasons, re.MULTILINE)
    assert set(named) - {"package"} == set(dependencies())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_to_a_file_leads_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            assert (page.parent / target.partition("#")[0]).exists(), f"{page.name} points at {target}"


def test_the_picture_is_small_enough_for_a_page() -> None:
    picture = ROOT / "docs/demo.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 300_000


def test_the_commands_of_the_readme_exist() -> None:
    typed = set(re.findall(r"(?<!bin)/newsbell ([a-z]+)", README))
    assert typed
    assert typed <= set(ALL) | set(SAME)


def test_the_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    asked = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", README, re.MULTILINE))
    assert {one or other for one, other in asked} <= targets
