"""Near-identical texts, found by hashing: one agency's words in many papers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import islice

from rensa import RMinHash

from bot.core.stories.words import fold

# 64 values in 16 bands of 4: half-alike texts meet in some band, and are then compared in full
_VALUES, _BANDS = 64, 16
_SEED = 42
# share of equal values from which two texts are one
ALIKE = 0.6
# shorter texts are compared by their words alone
_SHORTEST = 30
# characters read of a text
_READ = 6000
# stories compared per bucket
_COMPARED = 16

Signature = tuple[int, ...]


def signature(text: str) -> Signature | None:
    """The text's fingerprint, None for one too short to tell."""
    words = fold(text[:_READ]).split()
    if len(words) < _SHORTEST:
        return None
    hashed = RMinHash(num_perm=_VALUES, seed=_SEED)
    hashed.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
    return tuple(hashed.digest())


def alike(one: Signature, other: Signature) -> float:
    """The estimated share of three-word runs that two texts have in common."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / _VALUES


class Bodies:
    """Fingerprints of stored texts, each under its story."""

    def __init__(self) -> None:
        self._buckets: dict[Hashable, dict[int, Signature]] = {}

    def add(self, story: int, known: Signature) -> None:
        """Remember a fingerprint; per bucket a story keeps its latest one."""
        for bucket in _buckets(known):
            held = self._buckets.setdefault(bucket, {})
            held.pop(story, None)
            held[story] = known

    def find(self, wanted: Signature) -> int | None:
        """The story with the most similar text, None when there is none alike enough."""
        near: dict[Signature, int] = {}
        for bucket in _buckets(wanted):
            # the latest few: a stock phrase in thousands of texts must not cost thousands of comparisons
            for story, known in islice(reversed(self._buckets.get(bucket, {}).items()), _COMPARED):
                near[known] = story
        best = max(near, key=lambda known: (alike(wanted, known), near[known]), default=None)
        return near[best] if best is not None and alike(wanted, best) >= ALIKE else None

    def drop(self, story: int, known: Sequence[Signature]) -> None:
        """Forget a story's fingerprints."""
        for one in known:
            for bucket in _buckets(one):
                held = self._buckets.get(bucket)
                if held is not None:
                    held.pop(story, None)
                    if not held:
                        del self._buckets[bucket]


def _buckets(known: Signature) -> list[Hashable]:
    rows = _VALUES // _BANDS
    return [(band, known[band * rows : (band + 1) * rows]) for band in range(_BANDS)]
