"""The five targets on inputs that hypothesis makes: words in any order, samples damaged, bytes of any kind.

`make fuzz` looks deeper.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import SEEDS, WORDS
from tests.fuzz.targets import PART, TARGETS


def inputs(name: str) -> st.SearchStrategy[bytes]:
    """Words and scraps in any order, a sample with some of it overwritten, or anything."""
    pieces = st.sampled_from([*WORDS[name], PART, " "]) | st.text(max_size=4)
    soup = st.lists(pieces, max_size=30).map(lambda found: "".join(found).encode("utf-8", "surrogatepass"))
    samples = st.sampled_from(list(SEEDS[name]()))
    damaged = st.builds(_damaged, samples, st.integers(0, 2_000), st.binary(max_size=6))
    return soup | damaged | st.binary(max_size=60)


def _damaged(sample: bytes, place: int, over: bytes) -> bytes:
    at = place % (len(sample) + 1)
    return sample[:at] + over + sample[at + len(over) :]


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_what_is_promised_comes_of_any_input(name: str) -> None:
    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(name))
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    holds()


@pytest.mark.parametrize("name", TARGETS)
def test_every_sample_is_taken(name: str) -> None:
    for sample in list(SEEDS[name]())[:10]:
        TARGETS[name](sample)
