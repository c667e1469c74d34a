"""`newsbell feed`: JSON lines for scripts, a list for people."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from bot.cli import feed, protocol
from tests.sources.fixtures import RSS


def ask(*lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    protocol.serve(feed.answer, io.StringIO("".join(line + "\n" for line in lines)), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "feed.xml"
    file.write_bytes(RSS)
    return file


def test_a_file_is_answered_with_its_entries(file: Path) -> None:
    (answer,) = ask(
        json.dumps({"id": "f1", "path": str(file), "url": "https://base.example/dir/feed.xml", "more": 1})
    )
    assert answer["id"] == "f1"
    assert answer["title"] == "Harbour Wire"
    assert answer["entries"] == [
        {
            "id": "hw-1",
            "title": "Tidewater AI raises $40M",
            "link": "https://harbour.example/tidewater",
            "published": "2026-05-12T08:00:00+00:00",
            "text": "The round was led by Quay Capital.",
        },
        {
            "id": "hw-2",
            "title": "Lighthouse Labs opens an office",
            "link": "https://base.example/lighthouse",
            "published": "2026-05-11T15:30:00+00:00",
            "text": "",
        },
    ]


@pytest.mark.parametrize("path", [None, 3, "", "/no/such/file", "with\0null"])
def test_a_file_that_is_not_there_is_an_error_with_its_id(path: object) -> None:
    (answer,) = ask(json.dumps({"id": 5, "path": path}))
    assert answer["id"] == 5
    assert answer["error"]


def test_what_is_no_feed_is_an_error(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body>Hello</body></html>")
    (answer,) = ask(json.dumps({"id": 6, "path": str(page)}))
    assert answer == {"id": 6, "error": "this is a web page, not a feed"}


def test_people_get_a_list_and_a_status(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert feed.show([str(file)]) == 0
    shown = capsys.readouterr().out
    assert "Harbour Wire (2 items)" in shown
    assert "2026-05-12  Tidewater AI raises $40M" in shown
    assert feed.show([str(file), "/no/such/file"]) == 1
    assert "can't be opened" in capsys.readouterr().err
