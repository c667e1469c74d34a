"""Near-identical texts, found by hashing: one agency's words in many papers."""

from __future__ import annotations

import re
from array import array
from collections import deque
from typing import TypeAlias

from rensa import RMinHash

from bot.core.stories.words import fold

# 64 values in 16 bands of 4: half-alike texts meet in some band, and are then compared in full
_VALUES, _BANDS = 64, 16
_ROWS = _VALUES // _BANDS
_SEED = 42
# share of equal values from which two texts are one
ALIKE = 0.6
# shorter texts, by words and by characters, are compared by their words alone
_SHORTEST, _FEWEST = 30, 80
# Chinese and Japanese set no spaces: there each character stands for a word
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\s\u3040-\u30ff\u3400-\u9fff]+")
# characters read of a text
_READ = 6000
# fingerprints kept of a story
_KEPT = 8

Signature: TypeAlias = "array[int]"


def signature(text: str) -> Signature | None:
    """The text's fingerprint, None for one too short to tell."""
    words = _WORD.findall(fold(text[:_READ]))
    if len(words) < _SHORTEST or sum(map(len, words)) < _FEWEST:
        return None
    hashed = RMinHash(num_perm=_VALUES, seed=_SEED)
    hashed.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
    return array("I", hashed.digest())


def alike(one: Signature, other: Signature) -> float:
    """The estimated share of three-word runs that two texts have in common."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / _VALUES


class Bodies:
    """Fingerprints of stored texts, each under its story."""

    def __init__(self) -> None:
        # the latest story with such a band: a stock phrase that thousands share costs no more than a rare one
        self._latest: dict[int, int] = {}
        self._known: dict[int, deque[Signature]] = {}

    def add(self, story: int, known: Signature) -> None:
        """Remember a text of a story."""
        self._known.setdefault(story, deque(maxlen=_KEPT)).append(known)
        for bucket in _buckets(known):
            self._latest[bucket] = story

    def find(self, wanted: Signature) -> int | None:
        """The story with the most similar text, None when there is none alike enough."""
        best, likeness = None, 0.0
        for story in {self._latest[bucket] for bucket in _buckets(wanted) if bucket in self._latest}:
            score = max(alike(wanted, known) for known in self._known[story])
            if (score, story) > (likeness, best or 0):
                best, likeness = story, score
        return best if likeness >= ALIKE else None

    def move(self, story: int, to: int) -> None:
        """Put a story's texts under another one."""
        for known in self.drop(story):
            self.add(to, known)

    def drop(self, story: int) -> deque[Signature]:
        """Forget a story's texts, and give them back."""
        gone = self._known.pop(story, deque())
        for known in gone:
            for bucket in _buckets(known):
                if self._latest.get(bucket) == story:
                    del self._latest[bucket]
        return gone


def _buckets(known: Signature) -> list[int]:
    # the hash of whole numbers is the same in every run
    return [hash((band, *known[band * _ROWS : (band + 1) * _ROWS])) for band in range(_BANDS)]
