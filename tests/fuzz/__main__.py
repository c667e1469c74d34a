"""`make fuzz`: each target for so many seconds under the coverage-guided fuzzer, and what it found.

An input that broke something is kept, and printed with the command that runs it again.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.seeds import SEEDS, WORDS
from tests.fuzz.targets import PART, TARGETS

# bytes; one that is quadratic shows itself with as many
LONGEST = 8_000
# seconds after which an input counts as one that never ends
HANGS = 10
# MB; a process that holds so much has met a bomb
MEMORY = 2_048

# exit status of a target that can't be fuzzed here
UNAVAILABLE = 3


def main() -> int:
    """Fuzz, or run saved inputs again; 0 when nothing broke."""
    asked = _arguments()
    if asked.replay:
        return _replay(asked.target, asked.replay)
    if importlib.util.find_spec("atheris") is None:
        print("The fuzzer, atheris, has builds for Linux on x86-64 and CPython 3.11 to 3.14 alone.")
        print("The same targets run on inputs of hypothesis: make test ARGS=tests/fuzz")
        return UNAVAILABLE
    wanted = [asked.target] if asked.target else list(TARGETS)
    return max(_fuzz(name, asked.seconds, asked.keep) for name in wanted)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz ARGS=…", description=__doc__)
    parser.add_argument("--target", choices=TARGETS, help="one of them; default: all, one after the other")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), help="where inputs that broke it go")
    parser.add_argument("--replay", type=Path, nargs="+", help="saved inputs to run again")
    asked = parser.parse_args()
    if asked.replay and not asked.target:
        parser.error("say with --target which target the saved input is for")
    return asked


def _replay(name: str, saved: list[Path]) -> int:
    for path in saved:
        data = path.read_bytes()
        began = time.thread_time()
        # what it raises is what is wanted
        TARGETS[name](data)
        print(f"{path}: nothing broke, {time.thread_time() - began:.2f} s")
    return 0


def _fuzz(name: str, seconds: int, keep: Path) -> int:
    """Run one target; print a line of what it did, and each input that broke it."""
    found = keep / name
    found.mkdir(parents=True, exist_ok=True)
    before = set(found.iterdir())
    with tempfile.TemporaryDirectory(prefix="newsbell-fuzz-") as folder:
        corpus, words = _prepared(name, Path(folder))
        said = subprocess.run(
            [
                *(sys.executable, "-m", "tests.fuzz.engine", name),
                *(f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={HANGS}"),
                *(f"-rss_limit_mb={MEMORY}", f"-dict={words}", f"-artifact_prefix={found}/"),
                *("-print_final_stats=1", "-len_control=20", str(corpus)),
            ],
            capture_output=True,
            check=False,
        )
    output = (said.stdout + said.stderr).decode("utf-8", "replace")
    broken = sorted(set(found.iterdir()) - before)
    print(f"{name}: {_number(output, 'number_of_executed_units'):,} inputs in {seconds} s at most, ", end="")
    print(f"{len(broken)} broke it" if broken or said.returncode else "none broke it", flush=True)
    if broken or said.returncode:
        print(_cause(output))
    for path in broken:
        print(f'  again: make fuzz ARGS="--target {name} --replay {path}"', flush=True)
    return 1 if broken or said.returncode else 0


def _prepared(name: str, folder: Path) -> tuple[Path, Path]:
    """The seeds as files, and the words in libFuzzer's own notation."""
    corpus, words = folder / "corpus", folder / "words"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[name]()):
        (corpus / f"{number:04}").write_bytes(seed[:LONGEST])
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in (*WORDS[name], PART))
    words.write_text("".join(f'"{line}"\n' for line in lines), "utf-8")
    return corpus, words


def _number(output: str, name: str) -> int:
    found = re.search(rf"stat::{name}:\s+(\d+)", output)
    return int(found[1]) if found else 0


def _cause(output: str) -> str:
    """The traceback, or the fuzzer's own words, without its progress."""
    starts = (output.find(sign) for sign in ("Uncaught Python exception", "ERROR: libFuzzer", ""))
    told = output[next(start for start in starts if start >= 0) :].splitlines()
    return "\n".join(f"  {line[:200]}" for line in told if not line.startswith(("INFO:", "#")))[:3_000]


if __name__ == "__main__":
    sys.exit(main())
