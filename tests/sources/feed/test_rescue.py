"""The lenient parser in its own process: used when needed, ended when it takes too long."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.sources.feed.rescue import Rescuer

BROKEN = (
    "<RSS><CHANNEL><TITLE>Wire</TITLE><ITEM><TITLE>Quay & Sons</TITLE><LINK>https://h.example/a</LINK></ITEM>"
)
# four attributes are nothing, this many keep the parser busy for minutes
HEAVY = "<rss><channel><item " + " ".join(f'a{n}="1"' for n in range(60_000)) + "><title>x</title></item>"


def test_it_reads_what_is_hardly_markup() -> None:
    rescuer = Rescuer()
    found = rescuer.read(BROKEN)
    rescuer.close()
    assert found is not None
    assert [(item.title, item.link) for item in found.items] == [("Quay & Sons", "https://h.example/a")]


def test_one_process_serves_body_after_body_and_thread_after_thread() -> None:
    rescuer = Rescuer()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(rescuer.read, [BROKEN] * 8))
    rescuer.close()
    assert all(one is not None and len(one.items) == 1 for one in found)


def test_a_deadline_ends_it_and_the_next_body_gets_a_fresh_one() -> None:
    rescuer = Rescuer(deadline=1.5)
    assert rescuer.read(HEAVY) is None
    found = rescuer.read(BROKEN)
    rescuer.close()
    assert found is not None


def test_words_are_no_feed() -> None:
    rescuer = Rescuer()
    assert rescuer.read("Just some words") is None
    rescuer.close()


def test_a_path_or_an_address_is_neither_opened_nor_fetched() -> None:
    rescuer = Rescuer()
    assert rescuer.read(os.fspath(__file__)) is None
    assert rescuer.read("http://127.0.0.1:9/feed") is None
    rescuer.close()


def test_closing_twice_and_closing_unused_is_fine() -> None:
    rescuer = Rescuer()
    rescuer.close()
    rescuer.close()


def test_the_child_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-hush")
    rescuer = Rescuer()
    rescuer.read(BROKEN)
    child = rescuer._child
    assert child is not None
    environment = Path(f"/proc/{child.pid}/environ")
    if not environment.exists():
        rescuer.close()
        pytest.skip("only Linux shows a process's environment")
    seen = environment.read_bytes()
    rescuer.close()
    assert b"PYTHONPATH" in seen
    assert b"hush" not in seen
