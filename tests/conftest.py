"""What every test may ask for."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

# a machine that is busy with something else must not fail a test that asks nothing of time
settings.register_profile("newsbell", deadline=None)
settings.load_profile("newsbell")


@pytest.fixture
def logging_as_it_was() -> Iterator[None]:
    """Undo what setting up the log changes for the whole process, so that later tests find it as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    levels = {name: logging.getLogger(name).level for name in logging.Logger.manager.loggerDict}
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.captureWarnings(False)
    root.handlers, root.level = handlers, level
    for name in logging.Logger.manager.loggerDict:
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))
    structlog.reset_defaults()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what tests skipped for want of a PostgreSQL mean, whichever process skipped them."""
    reasons = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()) if report.longrepr]
    untested = next((reason for reason in reasons if "PostgreSQL can't start" in reason), None)
    if untested:
        terminalreporter.section("PostgreSQL WAS NOT TESTED", sep="!", red=True, bold=True)
        terminalreporter.line(untested.removeprefix("Skipped: "))
