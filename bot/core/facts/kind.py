"""What a kind of fact is: its name, the words that announce it, and examples of right and wrong.

A cue is a phrase on one side of an amount: `before("valuation")` meets "a valuation of $2B",
`after("valuation")` meets "a $2B valuation". The reader weighs every cue around an amount; the
strongest decides the kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# cues under this language are used in every language
EVERY = "*"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell what an amount is.

    `head` is a regular expression, matched without case; each of its top-level alternatives starts with a
    literal letter. `gap` is the longest stretch of characters between head and amount, and `link` (an
    expression) must end that stretch. `needs` must be found somewhere in the sentence. `inside` lets the
    head begin within a word (German compounds). `across` lets another amount stand in between.
    """

    head: str
    leads: bool
    weight: float
    gap: int
    link: str = ""
    needs: str = ""
    inside: bool = False
    across: bool = False


def before(
    head: str,
    weight: float = 4,
    *,
    gap: int = 40,
    link: str = "",
    needs: str = "",
    inside: bool = False,
    across: bool = False,
) -> Cue:
    """A cue that stands before its amount: "valuation of $2B"."""
    return Cue(head, True, weight, gap, link, needs, inside, across)


def after(head: str, weight: float = 5, *, gap: int = 22, needs: str = "", inside: bool = False) -> Cue:
    """A cue that stands behind its amount: "$2B valuation"."""
    return Cue(head, False, weight, gap, "", needs, inside)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what this kind must read in it, as the conformance test checks it.

    `amounts` are the figures of this kind in the sentence, in units of the currency; empty in `ignores`.
    """

    text: str
    amounts: tuple[int, ...] = ()
    language: str = "en"
    status: str = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of fact."""

    name: str
    title: str
    # what people may type for it in a watch, beside its name
    words: tuple[str, ...] = ()
    # one line for the documentation
    meaning: str
    cues: Mapping[str, tuple[Cue, ...]]
    # a smaller sum, in US dollars, can't be one: "valued at $125 a share"
    least: int = 0
    reads: tuple[Example, ...] = field(default=())
    ignores: tuple[Example, ...] = field(default=())
