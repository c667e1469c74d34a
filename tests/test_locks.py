"""The lock files install the same thing everywhere, and name no place to get it from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
FUZZER = "requirements-fuzz.txt"


@pytest.mark.parametrize("name", [*LOCKS, FUZZER])
def test_a_lock_holds_no_option_but_hashes_and_no_address(name: str) -> None:
    for line in (ROOT / name).read_text("utf-8").splitlines():
        assert not line.strip().startswith("--") or line.strip().startswith("--hash="), line
        assert "file:" not in line
        assert "://" not in line


@pytest.mark.parametrize(("name", "least"), [*((name, 31) for name in LOCKS), (FUZZER, 2)])
def test_everything_in_a_lock_is_pinned_and_hashed(name: str, least: int) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text.split("\n", 2)[2], flags=re.IGNORECASE)
    assert len(entries) >= least
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_both_locks_agree_on_every_version() -> None:
    runtime, development = (
        dict(
            re.findall(
                r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE
            )
        )
        for name in LOCKS
    )
    assert runtime.items() <= development.items()


def test_the_fuzzer_is_asked_for_only_where_it_can_be_installed() -> None:
    entries = re.findall(r"^\w\S+==.*", (ROOT / FUZZER).read_text("utf-8"), re.MULTILINE)
    for entry in entries:
        assert "platform_machine == 'x86_64' and sys_platform == 'linux'" in entry
    assert "atheris" not in (ROOT / "requirements-dev.txt").read_text("utf-8")
