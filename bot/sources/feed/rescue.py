"""The lenient parser for what the strict one can't read, in a process of its own that a deadline ends.

feedparser reads almost anything and takes its time: a hostile body can keep it busy for minutes. So it works
in a child process, one body at a time, which is ended when it takes too long and started again when needed.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from contextlib import suppress

from bot.sources.feed import lenient
from bot.sources.feed.clean import MOST_ITEMS
from bot.sources.feed.model import Raw, Read

# seconds for one body; a damaged real feed takes well below one
DEADLINE = 5.0


class Rescuer:
    """A child process that runs feedparser; started at the first need, safe to use from several threads."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def read(self, text: str) -> Read | None:
        """What feedparser makes of cleaned feed text; None when it finds nothing or takes too long."""
        body = text.encode("utf-8", "replace")
        with self._lock:
            answer = self._ask(body)
        return _read(answer) if answer else None

    def close(self) -> None:
        """End the child process."""
        with self._lock:
            self._end()

    def _ask(self, body: bytes) -> bytes:
        child = self._child if self._child and self._child.poll() is None else self._start()
        # a child that has begun to end may not take the body any more
        writer = threading.Thread(target=_write, args=(child, body), daemon=True)
        writer.start()
        answer = _line(child, time.monotonic() + self._deadline)
        if not answer.endswith(b"\n"):
            self._end()
            answer = b""
        writer.join()
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        self._end()
        # run as a lone file: it needs no more of us, and -P keeps its neighbours from being imported; without
        # our environment it holds no token, whatever a body may do to it
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
            [sys.executable, "-P", lenient.__file__, str(MOST_ITEMS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                # what stands in the pipe of a dead child can't be written any more
                with suppress(OSError):
                    pipe.close()


def _write(child: subprocess.Popen[bytes], body: bytes) -> None:
    if child.stdin:
        with suppress(OSError, ValueError):
            child.stdin.write(len(body).to_bytes(8, "big") + body)
            child.stdin.flush()


def _line(child: subprocess.Popen[bytes], until: float) -> bytes:
    """What the child answers up to its line's end; less than a line when it ends or the time is up."""
    out = bytearray()
    if child.stdout is None:
        return b""
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while not out.endswith(b"\n"):
            if not selector.select(max(until - time.monotonic(), 0)):
                break
            # gives what is there instead of waiting for more
            piece = os.read(child.stdout.fileno(), 1 << 20)
            if not piece:
                break
            out += piece
    return bytes(out)


def _read(answer: bytes) -> Read | None:
    found = json.loads(answer)
    items = tuple(Raw(**item) for item in found["items"])
    return (
        Read(title=found["title"], items=items, language=found["language"])
        if items or found["version"]
        else None
    )
