"""The short form of the breaking bench, and proofs that it would notice."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from tests.faults.__main__ import leaks
from tests.faults.coverage import COVERAGE
from tests.faults.plan import ENDS, SILENT, WEIGHTS, draw
from tests.faults.round import SECRETS, Round
from tests.faults.stories import POSTS, News, Post, invent
from tests.faults.tally import READ, Ledger, Row, Tally, count
from tests.faults.warm import Warm
from tests.whole.process import Process

# kills at posts, and cuts before and after both platforms made a post: much in little time
SEED, LIVES = 58, 3

NEWS = News(mark="Vordalix", company="Vordalix Labs", raised=700, valued=12_000)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def warm() -> AsyncIterator[Warm]:
    """It costs as much as two starts of a bot, so that both tests share it."""
    async with Warm() as made:
        yield made


@pytest.mark.asyncio(loop_scope="module")
async def test_every_alert_that_is_owed_stands_in_its_channel_exactly_once_whatever_breaks(
    tmp_path: Path, warm: Warm
) -> None:
    async with Round(draw(SEED, LIVES), tmp_path, launch=warm.launch, first=warm.launch) as one:
        await one.play()
        async with one.bell("doctor") as doctor:
            await doctor.ended()
        one.out += doctor.out
        one.log += doctor.log
    assert one.tally.wrong == [], one.tally.table()
    assert one.tally.seen.owed == one.tally.seen.posted > 0
    assert one.tally.seen.lost == one.tally.seen.repeated == one.tally.seen.misplaced == 0
    assert leaks(one) == []
    assert "Newsbell" in one.out


@pytest.mark.asyncio(loop_scope="module")
async def test_no_command_shows_the_password_of_a_database_that_cant_be_reached(
    tmp_path: Path, warm: Warm
) -> None:
    async def said_by(verb: str) -> str:
        address = "postgresql://newsbell:hunter2-secret@127.0.0.1:9/news"
        bell = Process(tmp_path, verb, NEWSBELL_DATABASE_URL=address, NEWSBELL_LOG_LEVEL="debug")
        bell.launch = warm.launch
        async with bell:
            assert await bell.ended() == 1
        return bell.out + bell.log

    for said in await asyncio.gather(*(said_by(verb) for verb in ("run", "doctor", "health"))):
        assert "database server can't be reached" in said
        assert "hunter2" not in said


def test_a_seed_draws_the_same_plan_each_time_and_another_seed_another_one() -> None:
    assert draw(7, 12) == draw(7, 12)
    assert draw(7, 12) != draw(8, 12)


def test_every_fault_and_every_end_comes_up_in_a_full_run() -> None:
    plans = [draw(seed, 12) for seed in range(32)]
    assert set().union(*(plan.drawn for plan in plans)) == {*WEIGHTS, *ENDS, SILENT}
    assert {(plan.postgresql, plan.blind) for plan in plans} >= {
        (True, ""),
        (False, "slack"),
        (False, "discord"),
    }
    kills = sum(life.end.startswith("kill") for plan in plans for life in plan.lives)
    assert kills >= 300


def test_no_two_companies_of_a_round_are_mistaken_for_each_other() -> None:
    marks = [news.mark for news in invent(random.Random(1))]
    assert len(marks) > 500
    assert not [one for one in marks for other in marks if one in other and one != other]


@pytest.mark.parametrize(
    ("there", "said", "row"),
    [
        (1, "sent", Row(owed=2, posted=2)),
        (0, "sent", Row(owed=2, posted=1, lost=1)),
        (3, "sent", Row(owed=2, posted=2, repeated=2)),
        (0, "unknown", Row(owed=2, posted=1, unknown=1)),
    ],
)
def test_the_bench_tells_lost_repeated_and_unknown_apart(there: int, said: str, row: Row) -> None:
    def texts(post: Post) -> list[str]:
        if post.name == "slack:C1":
            return [NEWS.title] * there
        return [NEWS.title] if post in NEWS.owed() else []

    known = {(NEWS.mark, "slack:C1"): Ledger(1, said, "", 1)}
    found = count([NEWS], POSTS, texts, known, lambda post: "" if post.platform == "terminal" else READ)
    assert found.seen == row
    assert found.rows[""] == Row(owed=1, posted=1)
    assert bool(found.wrong) is (there != 1)


def test_an_alert_above_one_that_was_promised_earlier_is_noticed_also_within_a_message() -> None:
    post, other = POSTS[0], replace(NEWS, mark="Kelbilix")
    known = {
        (mark, post.name): Ledger(number, "sent", "", 1)
        for number, mark in enumerate(("Kelbilix", "Vordalix"))
    }

    def misplaced(*texts: str) -> int:
        return count([NEWS, other], (post,), lambda post: texts, known, lambda post: READ).seen.misplaced

    assert misplaced("Kelbilix", "Vordalix") == misplaced("Kelbilix and Vordalix") == 0
    assert misplaced("Kelbilix", "Vordalix", "Kelbilix") == 0
    assert misplaced("Vordalix", "Kelbilix") == misplaced("Vordalix and Kelbilix") == 1


def test_every_fault_and_every_end_has_its_line_in_the_table() -> None:
    covered = Counter(kind for kinds in COVERAGE.values() for kind in kinds)
    assert covered == Counter({*WEIGHTS, *ENDS, SILENT})


def test_a_fault_that_cant_be_made_here_is_named_below_the_table() -> None:
    total = Tally(notes={"disk full: not made here, needs a disk"})
    assert "disk full: not made here" in total.table()


def test_what_nobody_is_owed_is_a_stray() -> None:
    found = count([NEWS], POSTS, lambda post: [NEWS.title], {}, lambda post: READ)
    assert found.strays == 2
    assert len(found.wrong) == 2


def test_a_secret_or_an_escape_sequence_in_the_output_is_noticed(tmp_path: Path) -> None:
    one = Round(draw(1, 1), tmp_path)
    one.out = f"all is well {SECRETS[0]}"
    assert leaks(one) == ["the secret xoxb… stands in the output"]
    one.out = "all is \x1b[31mred"
    assert leaks(one) == ["an escape sequence stands in the output"]
