"""No body costs much, whatever it holds. The ceilings are 50 ms and 50 MB.

`python -m benchmarks.hostile` has the figures.
"""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.errors import ReadError
from bot.sources import bodies
from bot.sources.feed.model import Feed
from bot.sources.feed.read import read
from bot.sources.feed.rescue import Rescuer
from bot.sources.http import Limits
from tests.sources.hostile import BODIES, HEAD, PACKED, TAIL, feed, item

# five times the ceilings: other processes run beside the tests
SECONDS = 5 * 0.050
BYTES = 5 * 50_000_000

# a single round may be disturbed
ROUNDS = 5

STATUS = Path("/proc/self/status")


@pytest.fixture(scope="module")
def rescuer() -> Iterator[Rescuer]:
    one = Rescuer()
    yield one
    one.close()


def seconds(work: Callable[[], object]) -> float:
    """CPU time of this thread; the first round under the ceiling is enough."""
    taken = 0.0
    for _ in range(ROUNDS):
        began = time.thread_time()
        with suppress(ReadError):
            work()
        taken = time.thread_time() - began
        if taken < SECONDS:
            break
    return taken


def grown(work: Callable[[], object]) -> int:
    """By how many bytes the process grew at its peak."""
    # from here on the kernel records the peak anew
    Path("/proc/self/clear_refs").write_text("5")
    before = resident("VmRSS")
    with suppress(ReadError):
        work()
    return resident("VmHWM") - before


def resident(name: str) -> int:
    found = re.search(rf"{name}:\s+(\d+) kB", STATUS.read_text())
    return int(found[1]) * 1000 if found else 0


@pytest.mark.parametrize("name", BODIES)
def test_reading_a_hostile_body_takes_little_time(name: str, rescuer: Rescuer) -> None:
    body = BODIES[name]()
    assert seconds(lambda: read(body, address="https://h.example/feed", rescuer=rescuer)) < SECONDS


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux records the peak of memory")
@pytest.mark.parametrize("name", BODIES)
def test_reading_a_hostile_body_takes_little_memory(name: str, rescuer: Rescuer) -> None:
    body = BODIES[name]()
    assert grown(lambda: read(body, address="https://h.example/feed", rescuer=rescuer)) < BYTES


@pytest.mark.parametrize("name", PACKED)
async def test_unpacking_a_hostile_body_takes_little_time(name: str) -> None:
    packed = PACKED[name]()
    limits = Limits()

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(packed), 65_536):
            yield packed[start : start + 65_536]

    taken = 0.0
    for _ in range(ROUNDS):
        began = time.thread_time()
        with suppress(ReadError):
            await bodies.collect(chunks(), gzipped=True, wire=limits.wire, inflated=limits.inflated)
        taken = time.thread_time() - began
        if taken < SECONDS:
            break
    assert taken < SECONDS


def titles(found: Feed) -> list[str]:
    return [one.title for one in found.items]


def test_of_a_feed_beyond_measure_both_ends_are_read() -> None:
    pieces = [
        b"<item><title>Pier %d</title><description>%b</description></item>" % (number, b"x" * 9_000)
        for number in range(500)
    ]
    found = titles(read(HEAD + b"".join(pieces) + TAIL))
    assert found[0] == "Pier 0"
    assert found[-1] == "Pier 499"
    assert 200 < len(found) < 500


def test_of_a_feed_as_large_as_honest_ones_are_every_item_is_read() -> None:
    # a daily list of papers: many items with an abstract each
    abstract = b"We moor ships with a learned policy. " * 50
    pieces = [
        b"<item><title>Paper %d</title><description>%b</description></item>" % (number, abstract)
        for number in range(1_400)
    ]
    found = read(HEAD + b"".join(pieces) + TAIL)
    assert len(found.items) == 1_400
    assert all(len(one.text) > 1_500 for one in found.items[:1_000])


def test_a_feed_that_begins_beyond_200_kb_is_none() -> None:
    with pytest.raises(ReadError, match="not a feed"):
        read(b"<!--" + b"x" * 300_000 + b"-->" + feed(item(b"")))


def test_json_of_countless_parts_is_refused_unread() -> None:
    with pytest.raises(ReadError, match="too many parts"):
        read(b'{"items": [' + b"[]," * 200_000 + b"1]}")


def test_many_entities_that_only_html_knows_are_all_read() -> None:
    found = read(feed(item(b"<description>" + b"caf&eacute; &#233; " * 3_000 + b"</description>")))
    assert found.items[0].text.startswith("café é café é")
    assert "&" not in found.items[0].text


def test_gzip_of_countless_members_is_refused() -> None:
    with pytest.raises(ReadError, match="too many parts"):
        list(bodies.Inflate(1_000_000).feed(PACKED["gzip in many members"]()[:100_000]))
