"""`make torture`: many rounds, a table, and for each failure the command that plays it again."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.faults.plan import Plan, draw
from tests.faults.round import SECRETS, Round
from tests.faults.tally import Tally
from tests.faults.warm import Warm
from tests.whole.process import Launch


def main() -> int:
    """Play the rounds that were asked for; 0 when nothing is lost, repeated or let out."""
    asked = _arguments()
    print(f"seed {asked.seed}, {asked.rounds} rounds of {asked.lives} lives", flush=True)
    began = time.monotonic()
    tallies = asyncio.run(_rounds(asked))
    total = Tally()
    for tally in tallies:
        total += tally
    print(f"\n{total.table()}\nseed {asked.seed}, {time.monotonic() - began:.0f} s")
    return 1 if total.wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make torture ARGS=…", description=__doc__)
    parser.add_argument("--seed", type=int, default=None, help="the first round's seed; default: drawn")
    parser.add_argument("--rounds", type=int, default=36)
    parser.add_argument("--lives", type=int, default=12, help="runs of the bot in one round")
    parser.add_argument("--parallel", type=int, default=3, help="rounds at the same time")
    parser.add_argument("--history", choices=("on", "off", "mixed"), default="mixed")
    parser.add_argument("--keep", type=Path, help="a folder that keeps what the bots wrote")
    asked = parser.parse_args()
    if asked.seed is None:
        asked.seed = random.SystemRandom().randrange(1_000_000)
    return asked


async def _rounds(asked: argparse.Namespace) -> list[Tally]:
    places = asyncio.Semaphore(asked.parallel)
    warm = Warm()

    counted: list[Tally] = []

    async def one(number: int) -> None:
        # every sixth round can't read Slack's history, unless it is said otherwise
        off = number % 6 == 5 if asked.history == "mixed" else asked.history == "off"
        async with places:
            plan = draw(asked.seed + number, asked.lives)
            counted.append(await _one(asked, plan, warm.launch, history=not off))

    # Ctrl-C ends it with what was counted so far
    with suppress(asyncio.CancelledError):
        async with warm:
            await asyncio.gather(*(one(number) for number in range(asked.rounds)))
    return counted


async def _one(asked: argparse.Namespace, plan: Plan, launch: Launch, *, history: bool) -> Tally:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="newsbell-torture-") as folder:
        async with Round(plan, Path(folder), history=history, launch=launch) as played:
            try:
                await played.play()
            except Exception as error:
                played.tally.wrong.append(f"the round broke off: {error!r}")
            played.tally.wrong += leaks(played)
    tally = played.tally
    said = "failed" if tally.wrong else "passed"
    print(f"round {plan.seed} {said} in {time.monotonic() - began:.0f} s, {tally.kills} kills", flush=True)
    for line in tally.wrong:
        print(f"  {line}")
    if tally.wrong:
        how = f"--seed {plan.seed} --rounds 1 --lives {asked.lives} --history {'on' if history else 'off'}"
        print(f'  again: make torture ARGS="{how}"', flush=True)
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        (asked.keep / f"{plan.seed}.log").write_text(played.log)
        (asked.keep / f"{plan.seed}.out").write_text(played.out)
    return tally


def leaks(played: Round) -> list[str]:
    """Secrets and escape sequences in anything that the bot wrote."""
    said = played.out + played.log
    found = [f"the secret {secret[:4]}… stands in the output" for secret in SECRETS if secret in said]
    return found + ["an escape sequence stands in the output"] * any(sign in said for sign in "\x1b\x9b\x07")


if __name__ == "__main__":
    sys.exit(main())
