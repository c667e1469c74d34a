"""The coverage-guided fuzzer on one target, in a process of its own, which libFuzzer ends when it is done.

python -m tests.fuzz.engine TARGET [libFuzzer's options] CORPUS
"""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports(include=["bot"]):
    from tests.fuzz.targets import TARGETS

# seconds of CPU for an input of `LONGEST` bytes, slowed as it is by the counting of branches; what is linear
# takes a tenth of it, what is quadratic many times as much
CEILING = 1.0


class TooSlow(Exception):
    """An input that took longer than any of its size may."""


def main() -> None:
    """Fuzz until libFuzzer's own options end it."""
    target = TARGETS[sys.argv.pop(1)]

    def one(data: bytes) -> None:
        began = time.thread_time()
        target(data)
        taken = time.thread_time() - began
        if taken > CEILING:
            raise TooSlow(f"{taken:.1f} s for {len(data)} bytes")

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
