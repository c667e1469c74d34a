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

from tests.faults.memory import NOT_MADE
from tests.faults.plan import Plan, draw
from tests.faults.round import SECRETS, Round
from tests.faults.tally import Tally
from tests.faults.warm import Warm
from tests.store.server import CannotStart, Server
from tests.whole.process import Launch


def main() -> int:
    """Play the rounds that were asked for; 0 when nothing is lost, repeated or let out."""
    asked = _arguments()
    print(f"seed {asked.seed}, {asked.rounds} rounds of {asked.lives} lives", flush=True)
    began = time.monotonic()
    total = Tally()
    server = _server(total)
    try:
        tallies = asyncio.run(_rounds(asked, server))
    finally:
        if server is not None:
            server.stop()
    for tally in tallies:
        total += tally
    print(f"\n{total.table()}\nseed {asked.seed}, {time.monotonic() - began:.0f} s", flush=True)
    if len(tallies) < asked.rounds:
        print(f"broken off after {len(tallies)} of {asked.rounds} rounds", flush=True)
    return 1 if total.wrong or len(tallies) < asked.rounds else 0


def _server(total: Tally) -> Server | None:
    server = Server()
    try:
        server.start()
    except CannotStart as error:
        total.notes.add(f"PostgreSQL: {NOT_MADE}, SQLite stood in: {error}")
        return None
    return server


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make torture ARGS=…", description=__doc__)
    parser.add_argument("--seed", type=int, default=None, help="the first round's seed; default: drawn")
    parser.add_argument("--rounds", type=int, default=36)
    parser.add_argument("--lives", type=int, default=12, help="runs of the bot in one round")
    parser.add_argument("--parallel", type=int, default=3, help="rounds at the same time")
    parser.add_argument("--keep", type=Path, help="a folder that keeps what the bots wrote")
    asked = parser.parse_args()
    if asked.seed is None:
        asked.seed = random.SystemRandom().randrange(1_000_000)
    return asked


async def _rounds(asked: argparse.Namespace, server: Server | None) -> list[Tally]:
    places = asyncio.Semaphore(asked.parallel)
    warm = Warm()

    counted: list[Tally] = []

    async def one(number: int) -> None:
        async with places:
            counted.append(await _one(asked, draw(asked.seed + number, asked.lives), warm.launch, server))

    # Ctrl-C ends it with what was counted so far
    with suppress(asyncio.CancelledError):
        async with warm:
            await asyncio.gather(*(one(number) for number in range(asked.rounds)))
    return counted


async def _one(asked: argparse.Namespace, plan: Plan, launch: Launch, server: Server | None) -> Tally:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="newsbell-torture-") as folder:
        played = Round(plan, Path(folder), launch=launch, server=server)
        try:
            async with played:
                await played.play()
        except Exception as error:
            played.tally.wrong.append(f"the round broke off: {error!r}")
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            # it must not end the other rounds as Ctrl-C does
            played.tally.wrong.append("the round was cancelled from within")
    tally = played.tally
    tally.wrong += leaks(played)
    said = "failed" if tally.wrong else "passed"
    print(f"round {plan.seed} {said} in {time.monotonic() - began:.0f} s, {tally.kills} kills", flush=True)
    for line in tally.wrong:
        print(f"  {line}")
    if tally.wrong:
        how = f"--seed {plan.seed} --rounds 1 --lives {asked.lives}"
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
