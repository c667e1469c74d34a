"""`newsbell feed` for scripts and for people."""

from pathlib import Path

import pytest

from tests.cli.newsbell import ask, run
from tests.cli.test_protocol import FEED


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "wire.xml"
    path.write_text(FEED)
    return path


async def test_a_file_is_answered_with_its_entries(file: Path) -> None:
    (answer,) = await ask(
        file.parent, "feed", {"id": 7, "path": str(file), "url": "https://wire.example/feed.xml"}
    )
    assert (answer["id"], answer["title"]) == (7, "Wire")
    (entry,) = answer["entries"]
    assert entry == {
        "id": "a",
        "title": "Acme raises $2M",
        "link": "https://wire.example/acme",
        "published": "2026-05-06T10:00:00+00:00",
        "text": "So it does.",
    }


async def test_what_is_no_feed_is_answered_with_its_error(file: Path) -> None:
    page = file.with_name("page.html")
    page.write_text("<!doctype html><title>No feed</title><p>Nothing here.")
    answers = await ask(
        file.parent,
        "feed",
        {"id": 1, "path": str(page), "url": ""},
        {"id": 2, "path": str(file.with_name("missing.xml"))},
        {"id": 3, "path": str(file.parent)},
        {"id": 4, "path": "a\x00b"},
        {"id": 5},
        {"id": 6, "path": str(file)},
    )
    assert [answer["id"] for answer in answers] == [1, 2, 3, 4, 5, 6]
    assert all(set(answer) == {"id", "error"} for answer in answers[:5])
    assert "can't be opened" in answers[1]["error"]
    assert len(answers[5]["entries"]) == 1


async def test_people_are_shown_every_file(file: Path) -> None:
    ended = await run(file.parent, "feed", "wire.xml", "missing.xml", "wire.xml")
    assert ended.status == 1
    assert ended.out.count("wire.xml: Wire (1 items)") == 2
    assert "2026-05-06  Acme raises $2M" in ended.out
    assert "missing.xml: the file 'missing.xml' can't be opened" in ended.err
