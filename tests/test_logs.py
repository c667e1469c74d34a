"""Log lines: readable, one event each, without secrets or control characters."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_a_secret_never_stands_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="info", as_json=False, secrets=("xoxb-secret",))
    structlog.get_logger().error("chat.down", cause="token xoxb-secret refused", at=OSError("xoxb-secret"))
    logging.getLogger("slack_sdk").error("Bearer xoxb-secret")
    shown = capsys.readouterr()
    assert "xoxb-secret" not in shown.err + shown.out
    assert shown.err.count("***") == 3


def test_a_secret_in_an_exception_stays_out_too(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="info", as_json=True, secrets=("hunter2",))
    try:
        raise ValueError("postgresql://bell:hunter2@db")
    except ValueError:
        structlog.get_logger().exception("store.down")
    assert "hunter2" not in capsys.readouterr().err


def test_json_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="info", as_json=True, secrets=())
    structlog.get_logger().info("poll.done", source="Wire", new=3)
    logging.getLogger("discord").warning("gateway %s", "gone")
    first, second = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert first["event"] == "poll.done"
    assert first["new"] == 3
    assert second["event"] == "gateway gone"


def test_a_feeds_words_cannot_steer_the_terminal_through_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="info", as_json=False, secrets=())
    structlog.get_logger().info("poll.failed", cause="\x1b[2Jgone\x07")
    shown = capsys.readouterr().err
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_lines_below_the_level_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="warning", as_json=False, secrets=())
    structlog.get_logger().info("poll.done")
    assert capsys.readouterr().err == ""
