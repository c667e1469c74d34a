from datetime import UTC, datetime, timedelta

from bot.core.pace import Pace, Rule

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)
TWICE = Rule(name="asks", most=2, within=timedelta(minutes=1))
ONCE = Rule(name="costly", most=1, within=timedelta(hours=1))


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_a_spent_rule_is_named_with_the_time_until_its_oldest_use_lapses() -> None:
    pace = Pace()
    assert pace.spend("ann", [TWICE], NOON) is None
    assert pace.spend("ann", [TWICE], after(20)) is None
    assert pace.spend("ann", [TWICE], after(50)) == (TWICE, timedelta(seconds=10))
    assert pace.spend("ann", [TWICE], after(60)) is None
    assert pace.spend("ann", [TWICE], after(61)) == (TWICE, timedelta(seconds=19))


def test_what_is_refused_does_not_count() -> None:
    pace = Pace()
    assert pace.spend("ann", [TWICE, ONCE], NOON) is None
    assert pace.spend("ann", [TWICE, ONCE], after(1)) == (ONCE, timedelta(hours=1) - timedelta(seconds=1))
    assert pace.spend("ann", [TWICE], after(2)) is None


def test_of_two_spent_rules_the_longer_wait_is_told() -> None:
    pace = Pace()
    pace.spend("ann", [TWICE], NOON)
    pace.spend("ann", [TWICE, ONCE], NOON)
    assert pace.spend("ann", [TWICE, ONCE], NOON) == (ONCE, timedelta(hours=1))


def test_people_do_not_wait_for_each_other() -> None:
    pace = Pace()
    assert pace.spend("ann", [ONCE], NOON) is None
    assert pace.spend("bob", [ONCE], NOON) is None


def test_a_clock_that_is_set_back_keeps_nobody_waiting() -> None:
    pace = Pace()
    assert pace.spend("ann", [ONCE], NOON) is None
    assert pace.spend("ann", [ONCE], after(-5)) is None


def test_only_so_many_people_are_remembered_the_latest_ones() -> None:
    pace = Pace(remembered=3)
    for person in ("ann", "bob", "cem", "ann", "dan"):
        pace.spend(person, [TWICE], NOON)
    assert len(pace) == 3
    assert pace.spend("ann", [TWICE], NOON) is not None
    assert pace.spend("bob", [TWICE], NOON) is None
