"""What hostile bodies cost: CPU time and peak memory, and the same for a plain feed beside them.

Each body is read in a process of its own that is forked for it, so that one's memory is not taken for
another's. The lenient parser's child process is counted apart. Linux only, for its record of peak memory.

python -m benchmarks.hostile [NAME]
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import re
import resource
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

from bot.errors import ReadError
from bot.sources import bodies
from bot.sources.feed.read import read
from bot.sources.feed.rescue import Rescuer
from bot.sources.http import Limits
from tests.sources.hostile import BODIES, LARGE, PACKED

ROUNDS = 3

# what a hostile body may cost
MS, MB = 50, 50

_STATUS = Path("/proc/self/status")


def plain(size: int) -> bytes:
    """An honest feed of about so many bytes: one teaser after the other, fifty at most, then longer texts."""
    words = max(size // 50 // 41, 1)
    text = "&lt;p&gt;" + "The harbour opened a second pier today. " * words + "&lt;/p&gt;"
    entries = "".join(
        f"<item><title>Pier {number}</title><link>https://harbour.example/{number}</link>"
        f"<description>{text}</description></item>"
        for number in range(50)
    )
    return f'<rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>'.encode()


def unfold(body: bytes) -> None:
    """Read a body as it comes over the wire."""
    rescuer = Rescuer()
    with suppress(ReadError):
        read(body, address="https://harbour.example/feed", rescuer=rescuer)
    rescuer.close()


def inflate(packed: bytes) -> None:
    """Unpack what a server sends packed."""

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(packed), 65_536):
            yield packed[start : start + 65_536]

    limits = Limits()

    async def unpack() -> None:
        # what asyncio.run gives back, it also writes out as text, which for bytes takes longer than all else
        await bodies.collect(chunks(), gzipped=True, wire=limits.wire, inflated=limits.inflated)

    with suppress(ReadError):
        asyncio.run(unpack())


def cost(work: Callable[[bytes], None], body: bytes) -> tuple[float, float, float]:
    """Milliseconds of the reader, of its child, and MB at the peak; the least of some rounds."""
    rounds = [_forked(work, body) for _ in range(ROUNDS)]
    return min(one[0] for one in rounds), min(one[1] for one in rounds), min(one[2] for one in rounds)


def _forked(work: Callable[[bytes], None], body: bytes) -> list[float]:
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(sending, json.dumps(_measured(work, body)).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        found: list[float] = json.load(pipe)
    os.waitpid(child, 0)
    return found


def _measured(work: Callable[[bytes], None], body: bytes) -> list[float]:
    # what making the body left free would hide what reading it takes
    ctypes.CDLL(None).malloc_trim(0)
    # from here on the kernel records the peak anew
    Path("/proc/self/clear_refs").write_text("5")
    before, began = _kilobytes("VmRSS"), time.process_time()
    work(body)
    taken = time.process_time() - began
    peak = _kilobytes("VmHWM")
    ours = resource.getrusage(resource.RUSAGE_CHILDREN)
    return [taken * 1000, (ours.ru_utime + ours.ru_stime) * 1000, max(peak - before, 0) / 1000]


def _kilobytes(name: str) -> int:
    found = re.search(rf"{name}:\s+(\d+) kB", _STATUS.read_text())
    return int(found[1]) if found else 0


def row(name: str, work: Callable[[bytes], None], body: bytes) -> str:
    """One body beside a plain feed of its size."""
    ms, child, mb = cost(work, body)
    theirs = _forked(unfold, plain(len(body)))[0]
    over = "  OVER" if ms > MS or mb > MB else ""
    costs = f"{ms:9.1f} ms {child:9.1f} ms {mb:7.1f} MB {ms / theirs:8.2f}x{over}"
    return f"{name:34}{len(body) / 1e6:6.2f} MB {costs}"


def main() -> None:
    """Print one row a body."""
    print(f"{'body':34}{'size':>9} {'reader':>12} {'child':>12} {'peak':>10} {'of plain':>9}")
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    for work, shapes in ((unfold, BODIES), (unfold, LARGE), (inflate, PACKED)):
        for name, make in shapes.items():
            if wanted in name:
                print(row(name, work, make()), flush=True)


if __name__ == "__main__":
    main()
