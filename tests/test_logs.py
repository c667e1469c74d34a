"""Log lines: readable, one event each, without secrets or control characters."""

import json
import logging
import sys
import threading
import warnings
from base64 import b64encode
from urllib.parse import quote, quote_plus, unquote

import pytest
import structlog

from bot import logs
from tests.chat.hostile import STRINGS, leftovers

pytestmark = pytest.mark.usefixtures("logging_as_it_was")


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


SECRET = 'p@ss/w ö"rd%2F1'


def written(secret: str) -> list[str]:
    """The ways in which a secret may come by."""
    return [
        secret,
        quote(secret, safe=""),
        quote_plus(secret),
        unquote(secret),
        json.dumps(secret),
        repr(secret),
        b64encode(secret.encode()).decode(),
        f"postgresql://bell:{quote(secret, safe='')}@db/bell",
    ]


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize("said", written(SECRET))
def test_a_secret_stays_out_however_it_is_written(
    capsys: pytest.CaptureFixture[str], said: str, as_json: bool
) -> None:
    logs.set_up(level="debug", as_json=as_json, secrets=(SECRET,))
    structlog.get_logger().info("x", cause=said, nested={"url": [said]})
    logging.getLogger("discord.http").debug("POST %s", said)
    shown = capsys.readouterr().err
    assert "***" in shown
    assert not any(form.strip("'\"") in shown for form in written(SECRET)[:7])


def test_the_secret_part_of_a_token_stays_out_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="info", as_json=True, secrets=("MTAw.GabcDE." + "s3cr3t" * 6,))
    structlog.get_logger().info("x", partial="s3cr3t" * 6)
    assert "s3cr3t" not in capsys.readouterr().err


def test_nobody_catching_it_lets_no_secret_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="info", as_json=False, secrets=(SECRET,))
    error = ValueError(SECRET)
    sys.excepthook(ValueError, error, None)
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, None)))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"deprecated: {SECRET}", stacklevel=1)
    shown = capsys.readouterr()
    assert shown.err.count("***") >= 2
    assert SECRET not in shown.err + shown.out


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize("hostile", STRINGS.values(), ids=STRINGS)
def test_one_event_is_one_harmless_line(
    capsys: pytest.CaptureFixture[str], hostile: str, as_json: bool
) -> None:
    logs.set_up(level="info", as_json=as_json, secrets=())
    structlog.get_logger().info("poll.failed", cause=hostile, source=hostile)
    logging.getLogger("discord").warning("refused: %s", hostile)
    (one, other) = capsys.readouterr().err.splitlines()
    assert leftovers(one + other) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://hooks.slack.com/commands/T1/2222/s3cr3tDoor",
        "https://hooks.slack.com/services/T1/B2/s3cr3tDoor",
        "https://discord.com/api/v10/webhooks/100/s3cr3tDoor-x/messages/@original",
        "https://discord.com/api/v10/interactions/100/s3cr3tDoor/callback",
    ],
)
def test_an_address_in_which_anybody_may_write_stays_out(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(level="debug", as_json=False, secrets=())
    structlog.get_logger().error("chat.down", cause=f"POST {address} failed: no answer")
    logging.getLogger("discord.gateway").debug("WebSocket Event: %s", {"token": "s3cr3tDoor"})
    said = capsys.readouterr().err
    assert "s3cr3tDoor" not in said
    assert "failed: no answer" in said
