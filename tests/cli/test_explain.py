"""`newsbell explain` as a person runs it, beside the database of an installation."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.core.model import AddedName, Channel
from bot.store import open_store
from tests.pipeline.conftest import Bell, item

ROOT = Path(__file__).parents[2]


def run(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "explain", text],
        capture_output=True,
        text=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        check=False,
    )


def explain(folder: Path, text: str) -> str:
    ended = run(folder, text)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


async def test_it_goes_by_the_names_that_people_added(tmp_path: Path) -> None:
    said = "Whale Lab valued at $45 billion after first funding round"
    now = datetime.now(UTC)
    address = f"sqlite:///{tmp_path}/data/newsbell.db"
    store = await open_store(address)
    await store.add_watch(channel=Channel("slack", "C1"), query="company:deepseek", made_by="ann", now=now)
    await store.close()
    assert "would ring  none of the 1 watches" in explain(tmp_path, said)
    store = await open_store(address)
    await store.add_alias(AddedName(name="Whale Lab", company="DeepSeek"), now)
    await store.close()
    shown = explain(tmp_path, said)
    assert "company  DeepSeek" in shown
    assert "would ring  slack:C1 watch 1 (company:deepseek): company DeepSeek" in shown


def refused(folder: Path, given: str) -> str:
    ended = run(folder, given)
    assert ended.returncode == 1
    assert not ended.stdout
    return ended.stderr


def test_a_folder_a_missing_file_and_a_binary_one_are_told_and_not_read_as_texts(tmp_path: Path) -> None:
    (tmp_path / "page.bin").write_bytes(b"\x7fELF\0\0DeepSeek valued at $45B")
    assert "is a folder" in refused(tmp_path, str(tmp_path))
    assert "There is no file ./notes.txt here." in refused(tmp_path, "./notes.txt")
    assert "page.bin is no text" in refused(tmp_path, "page.bin")


def test_an_address_without_its_scheme_is_shown_with_one(tmp_path: Path) -> None:
    assert "newsbell explain https://wire.example/round" in refused(tmp_path, "wire.example/round")


def test_a_saved_page_is_titled_by_its_headline_and_not_by_its_navigation(tmp_path: Path) -> None:
    headline = "Corven Robotics valued at $45 billion after first funding round"
    page = f"Home / News / {headline}\n\n{headline}\n\nThe amount was not told, the Example Times said."
    (tmp_path / "page.txt").write_text(page)
    shown = explain(tmp_path, "page.txt")
    assert "Home" not in shown
    assert "raised  first round: the amount isn't told" in shown


async def test_it_names_the_story_that_the_news_would_follow_and_a_watch_that_is_paused(
    tmp_path: Path,
) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/data/newsbell.db")
    bell = Bell(store)
    bell.clock.advance((datetime.now(UTC) - bell.clock.now()).total_seconds())
    await bell.follow()
    await bell.publish(
        item("Corven Robotics in talks to raise funds at $40 billion valuation", published=None)
    )
    assert "would ring  nothing: there is no watch yet" in explain(tmp_path, "Corven Robotics hires a chef")
    watch = await bell.watch("valuation >= 1B")
    await store.pause_watch(watch.id, "paused by ann")
    await store.close()
    shown = explain(tmp_path, "Corven Robotics closes funding round at $45 billion valuation")
    assert "a new one, which follows “Corven Robotics in talks" in shown
    assert "but it is paused by ann" in shown
    assert "would ring  none of the 1 watches" in explain(tmp_path, "Corven Robotics hires a chef")


def test_a_saved_page_is_read_as_a_page_and_a_feed_or_a_huge_file_is_told(tmp_path: Path) -> None:
    body = "Corven Robotics has raised $600 million in a round that values it at $9 billion. " * 3
    (tmp_path / "page.html").write_text(
        f"<html><head><title>Corven valued at $9 billion - Wire</title></head>"
        f"<body><nav>Home</nav><article><p>{body}</p></article></body></html>"
    )
    shown = explain(tmp_path, "page.html")
    assert shown.startswith("Corven valued at $9 billion\n")
    assert "threshold  compares valuation $9B" in shown
    (tmp_path / "feed.xml").write_text("<?xml version='1.0'?><rss><channel></channel></rss>")
    assert "it is a feed" in refused(tmp_path, "feed.xml")
    (tmp_path / "huge.txt").write_bytes(b"a" * 3_000_001)
    assert "larger than 3 MB" in refused(tmp_path, "huge.txt")
