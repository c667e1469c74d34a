"""A `.env` that others can read."""

import os
from pathlib import Path

import pytest

from bot.cli.exposure import exposed


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these rights")
@pytest.mark.parametrize(("mode", "says"), [(0o600, ""), (0o640, "chmod 600"), (0o604, "chmod 600")])
def test_a_file_that_others_can_read_is_told_with_what_to_type(tmp_path: Path, mode: int, says: str) -> None:
    file = tmp_path / ".env"
    file.write_text("DISCORD_TOKEN=x")
    file.chmod(mode)
    assert exposed(file).startswith(says)
    assert bool(exposed(file)) == bool(says)


def test_without_a_file_there_is_nothing_to_read(tmp_path: Path) -> None:
    assert exposed(tmp_path / ".env") == ""
