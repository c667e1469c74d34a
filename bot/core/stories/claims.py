"""What a telling claims (company, metric, amount, stage), and how two claims stand to each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, IntEnum

from bot.core.model import Fact, Reading, Status

# outlets round "$44.6B" to "$45B", and say "nearly", "about", "more than"
ROUNDING = Decimal("0.05")
# another currency brings another day's rate with it, and a second rounding
EXCHANGE = Decimal("0.12")

# kinds that name one figure in different words: the worth of a whole company
_METRICS = {"valuation": "worth", "market_cap": "worth", "ipo": "worth"}
# fines, loans and prices, of which only large sums are told again as the same
_SUNDRY = "other"
_LARGE = Decimal(10_000_000)
# what a round is told by, either or both
_ROUND = frozenset({"raised", "valuation"})
_INCOME = frozenset({"revenue"})

# verbs of denying, whose object follows, and words that call untrue what may stand before them
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|rebuff(?:s|ed)?|disput(?:es|ed)|"
    r"rejects? (?:the )?reports?|no (?:truth|plans? to raise)|not (?:raising|in talks|seeking)|"
    # the end of a deal denies that it is one
    r"(?:walk(?:s|ed)?|back(?:s|ed)?) (?:away|out)|call(?:s|ed)? off|abandon(?:s|ed)|"
    r"scrap(?:s|ped)|pull(?:s|ed)? out of|"
    r"(?:deal|takeover|merger|talks|round|ipo) (?:(?:with|of|for) .{1,30} )?"
    r"(?:collapse[sd]?|falls? (?:apart|through)|fell through)|"
    r"dementiert\w*|bestreitet|dément|démentent|desmiente|niega|smentisce|nega|"
    r"platzt|geplatzt|renonce(?:nt)?|renuncia|desiste)\b"
    r"|否认|否認|放弃|放棄|终止|終止|断念|무산|철회",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:is|are|was|were|as) (?:not true|untrue|false|inaccurate|incorrect|wrong)\b|\bnot accurate\b"
    r"|\bweist\b.{0,60}\bzurück\b|\bsind falsch\b|\best faux\b|\bes falso\b"
    r"|不实|不實|不属实|辟谣|闢謠|否定|事実ではない|부인|사실무근",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[$€£¥₩₹]?\d")


class Stage(Enum):
    """How far the claimed thing is: a deal that is talked of is other news than one that is done."""

    DONE = "done"
    PENDING = "pending"
    DENIED = "denied"


_STAGES = {
    Status.REPORTED: Stage.DONE,
    Status.TALKS: Stage.PENDING,
    Status.TARGET: Stage.PENDING,
    Status.DENIED: Stage.DENIED,
}


class Weight(IntEnum):
    """How much a telling is about a claim."""

    PASSING = 0
    # the figure that an alert would use, told below the headline
    MAIN = 1
    # told by the headline itself
    HEADLINE = 2


class Relation(Enum):
    """How a claim stands to an earlier one about the same company and metric."""

    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or denial that identifies a story. `low` is None for a denial without a figure."""

    company: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    currency: str
    stage: Stage
    weight: Weight

    @property
    def metric(self) -> str:
        """The kind, or the name of the figure that several kinds mean."""
        return _METRICS.get(self.kind, self.kind)

    @property
    def sundry(self) -> bool:
        """Whether it's a fine, a loan or a price: another one is another matter, not a later figure."""
        return self.kind == _SUNDRY


def claims(reading: Reading, title: str) -> tuple[Claim, ...]:
    """The claims of a telling, a claim once, with the most weight that it has."""
    found: dict[tuple[object, ...], Claim] = {}
    denial = denies(title)
    for fact in reading.facts:
        stage = _STAGES.get(fact.status)
        if stage is None or not fact.company or (fact.kind == _SUNDRY and (fact.usd or 0) < _LARGE):
            continue
        if fact.amount is None and stage is not Stage.DENIED:
            continue
        weight = _weight(fact, reading, title)
        if denial and weight is Weight.HEADLINE:
            stage = Stage.DENIED
        claim = _claim(fact, stage, weight)
        key = (claim.company, claim.kind, claim.low, claim.high, claim.currency, claim.stage)
        if key not in found or found[key].weight < claim.weight:
            found[key] = claim
    return tuple(found.values())


def recalled(reading: Reading) -> tuple[Claim, ...]:
    """The figures that a telling only looks back on ("last valued at $380 billion")."""
    return tuple(
        _claim(fact, Stage.DONE, Weight.PASSING)
        for fact in reading.facts
        if fact.status is Status.PREVIOUS and fact.company and fact.amount is not None
    )


def _weight(fact: Fact, reading: Reading, title: str) -> Weight:
    quote = fact.quote.strip()
    if quote and (quote in title or title.strip() in quote):
        return Weight.HEADLINE
    return Weight.MAIN if fact == reading.headline else Weight.PASSING


def _claim(fact: Fact, stage: Stage, weight: Weight) -> Claim:
    dollars = fact.usd is not None
    low = fact.usd if dollars else fact.amount
    high = fact.usd_max if dollars else fact.amount_max
    return Claim(fact.company, fact.kind, low, high, fact.currency, stage, weight)


def relation(one: Claim, other: Claim, related: Callable[[str, str], bool]) -> Relation | None:
    """How two claims stand to each other; None when they are about different things."""
    if one.metric != other.metric or not related(one.company, other.company):
        return None
    if one.stage is other.stage and close(one, other):
        return Relation.SAME
    if one.kind != other.kind:
        # a price on the stock exchange beside a round's valuation is a second figure, not a correction
        return None
    return Relation.CHANGED


def close(one: Claim, other: Claim) -> bool:
    """Whether two claims may name one sum: rounded, in another currency, or one inside the other's range."""
    if one.low is None or other.low is None:
        return one.stage is other.stage
    share = ROUNDING if one.currency == other.currency else EXCHANGE
    first, second = (one.low, one.high or one.low), (other.low, other.high or other.low)
    return first[0] * (1 - share) <= second[1] and second[0] * (1 - share) <= first[1]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the claims of a telling and of a story say about each other.

    `same`: the weight of the weaker side of the weightiest shared claim, None without one. `changed`: the
    same for the weightiest contradicted one.
    """

    same: tuple[Weight, Weight] | None
    changed: tuple[Weight, Weight] | None

    @property
    def joins(self) -> bool:
        """Both headlines tell the same figure."""
        return self.same is not None and min(self.same) is Weight.HEADLINE

    @property
    def supports(self) -> bool:
        """The same figure is the main one on both sides, or the headline of one."""
        return self.same is not None and sum(self.same) >= 2

    @property
    def recalls(self) -> bool:
        """A figure in the one is what the story's headline tells."""
        return self.same is not None and max(self.same) is Weight.HEADLINE

    @property
    def forbids(self) -> bool:
        """The figures contradict each other, and no shared one outweighs that."""
        if self.changed is None or min(self.changed) is Weight.PASSING or max(self.changed) < Weight.HEADLINE:
            return False
        return self.same is None or sum(self.same) < sum(self.changed)


def compare(telling: Sequence[Claim], story: Iterable[Claim], related: Callable[[str, str], bool]) -> Verdict:
    """Weigh every claim of a telling against every claim of a story."""
    best: dict[Relation, tuple[Weight, Weight]] = {}
    for theirs in story:
        for ours in telling:
            how = relation(ours, theirs, related)
            if how is not None and sum(best.get(how, (-1, -1))) < ours.weight + theirs.weight:
                best[how] = (ours.weight, theirs.weight)
    return Verdict(best.get(Relation.SAME), best.get(Relation.CHANGED))


def headlined(told: Iterable[Claim]) -> frozenset[str]:
    """The companies whose deal figures headlines tell; a fine or a loan is the figure of something else."""
    return frozenset(claim.company for claim in told if claim.weight is Weight.HEADLINE and not claim.sundry)


def one_round(one: Claim, other: Claim, related: Callable[[str, str], bool]) -> bool:
    """Whether one headline tells what a round brings and the other what it makes the company worth."""
    if min(one.weight, other.weight) is not Weight.HEADLINE or one.stage is not other.stage:
        return False
    return {one.kind, other.kind} == _ROUND and related(one.company, other.company)


def income_alone(telling: Iterable[Claim], story: Iterable[Claim]) -> bool:
    """Whether the headlines of one side tell of revenue alone, and those of the other of all but that."""
    ours, told = (
        {claim.metric for claim in side if claim.weight is Weight.HEADLINE} for side in (telling, story)
    )
    return bool(ours and told) and not ours & told and _INCOME in (ours, told)


def denies(title: str) -> bool:
    """Whether a headline denies or calls off: "X raises $5B, denies rumours of a sale" denies no figure."""
    if _UNTRUE.search(title):
        return True
    denying, figure = _DENYING.search(title), _FIGURE.search(title)
    return denying is not None and (figure is None or denying.start() < figure.start())
