"""`newsbell explain` as a person runs it, beside the database of an installation."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.core.model import Channel
from bot.store import open_store

ROOT = Path(__file__).parents[2]


def explain(folder: Path, text: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "explain", text],
        capture_output=True,
        text=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        check=True,
    )
    return run.stdout


async def test_it_goes_by_the_names_that_people_added(tmp_path: Path) -> None:
    said = "Whale Lab valued at $45 billion after first funding round"
    now = datetime.now(UTC)
    address = f"sqlite:///{tmp_path}/data/newsbell.db"
    store = await open_store(address)
    await store.add_watch(channel=Channel("slack", "C1"), query="company:deepseek", made_by="ann", now=now)
    await store.close()
    assert "would ring" not in explain(tmp_path, said)
    store = await open_store(address)
    await store.add_alias("Whale Lab", "DeepSeek", "ann", now)
    await store.close()
    shown = explain(tmp_path, said)
    assert "company  DeepSeek" in shown
    assert "would ring  slack:C1 watch 1 (company:deepseek): company DeepSeek" in shown
