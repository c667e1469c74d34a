"""The short form of the breaking bench, and proofs that it would notice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.faults.__main__ import leaks
from tests.faults.plan import ENDS, WEIGHTS, draw
from tests.faults.round import SECRETS, Round
from tests.faults.stories import POSTS, News, Post, invent
from tests.faults.tally import Ledger, Row, count
from tests.faults.warm import Warm
from tests.whole.process import Process

NEWS = News(mark="Vordalix", company="Vordalix Labs", raised=700, valued=12_000)


async def test_every_alert_that_is_owed_stands_in_its_channel_exactly_once_whatever_breaks(
    tmp_path: Path,
) -> None:
    warm = Warm()

    async def played(seed: int, *, history: bool) -> Round:
        folder = tmp_path / str(seed)
        folder.mkdir()
        async with Round(draw(seed, 3), folder, history=history, launch=warm.launch) as one:
            await one.play()
            async with one.bell("doctor") as doctor:
                await doctor.ended()
            one.out += doctor.out
            one.log += doctor.log
        return one

    async with warm:
        rounds = await asyncio.gather(played(1, history=True), played(2, history=False))
    for one in rounds:
        assert one.tally.wrong == [], one.tally.table()
        assert one.tally.seen.owed > 0
        assert one.tally.seen.lost == one.tally.seen.repeated == one.tally.seen.unknown == 0
        assert leaks(one) == []
        assert "Newsbell" in one.out


async def test_no_command_shows_the_password_of_a_database_that_cant_be_reached(tmp_path: Path) -> None:
    async def said_by(verb: str) -> str:
        address = "postgresql://newsbell:hunter2-secret@127.0.0.1:9/news"
        bell = Process(tmp_path, verb, NEWSBELL_DATABASE_URL=address, NEWSBELL_LOG_LEVEL="debug")
        bell.launch = warm.launch
        async with bell:
            assert await bell.ended() == 1
        return bell.out + bell.log

    async with Warm() as warm:
        for said in await asyncio.gather(*(said_by(verb) for verb in ("run", "doctor", "health"))):
            assert "database server can't be reached" in said
            assert "hunter2" not in said


def test_a_seed_draws_the_same_plan_each_time_and_another_seed_another_one() -> None:
    assert draw(7, 12) == draw(7, 12)
    assert draw(7, 12) != draw(8, 12)


def test_every_fault_and_every_end_comes_up_in_a_full_run() -> None:
    plans = [draw(seed, 12) for seed in range(32)]
    assert {event.kind for plan in plans for life in plan.lives for event in life.events} == {
        *WEIGHTS,
        "news",
    }
    assert {life.end for plan in plans for life in plan.lives} == set(ENDS)
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

    known = {(NEWS.mark, "slack:C1"): Ledger(said, "", 1)}
    found = count([NEWS], POSTS, texts, known, lambda post: post.platform == "terminal")
    assert found.seen == row
    assert found.unseen == Row(owed=1, posted=1)
    assert bool(found.wrong) is (there != 1)


def test_what_nobody_is_owed_is_a_stray() -> None:
    found = count([NEWS], POSTS, lambda post: [NEWS.title], {}, lambda post: False)
    assert found.strays == 2
    assert len(found.wrong) == 2


def test_a_secret_or_an_escape_sequence_in_the_output_is_noticed(tmp_path: Path) -> None:
    one = Round(draw(1, 1), tmp_path)
    one.out = f"all is well {SECRETS[0]}"
    assert leaks(one) == ["the secret xoxb… stands in the output"]
    one.out = "all is \x1b[31mred"
    assert leaks(one) == ["an escape sequence stands in the output"]
