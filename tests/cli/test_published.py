"""Dates of publication in whatever form a script hands them over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.cli import published


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2026-05-13 15:24:16  +0800", datetime(2026, 5, 13, 7, 24, 16, tzinfo=UTC)),
        ("2026-07-14T22:18:48.746Z", datetime(2026, 7, 14, 22, 18, 48, tzinfo=UTC)),
        ("2022-07-16 15:45 -0400", datetime(2022, 7, 16, 19, 45, tzinfo=UTC)),
        ("2026-05-06", datetime(2026, 5, 6, tzinfo=UTC)),
        ("29.10.2019", datetime(2019, 10, 29, tzinfo=UTC)),
        ("2026年5月6日", datetime(2026, 5, 6, tzinfo=UTC)),
        ("Sat, 02 May 2026 06:22:56 GMT", datetime(2026, 5, 2, 6, 22, 56, tzinfo=UTC)),
        ("1394581516", datetime(2014, 3, 11, 23, 45, 16, tzinfo=UTC)),
        (1394581516, datetime(2014, 3, 11, 23, 45, 16, tzinfo=UTC)),
        (1394581516000, datetime(2014, 3, 11, 23, 45, 16, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_in_many_forms(given: object, wanted: datetime) -> None:
    assert published.parse(given) == wanted


@pytest.mark.parametrize(
    "given", [None, "", "soon", "2026-13-45", "99.99.2019", True, -1, 12, float("inf"), [], {}, "9" * 60]
)
def test_what_is_no_date_is_no_error(given: object) -> None:
    assert published.parse(given) is None
