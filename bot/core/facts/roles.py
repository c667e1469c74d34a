"""Decides what each amount of a sentence is, by the strongest cue around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.facts import cues, hedges
from bot.core.facts.cues import Hit
from bot.core.money import Amount
from bot.core.sought import Sought

# no cue reaches further than this, in characters: it keeps long sentences linear
REACH = 130
# the window in which a cue finds what it `needs`
_CONTEXT = 160
# below this a cue is too far off to mean the amount
_ENOUGH = 1.6
# both start with a set of signs, to the next of which `re` skips fast
_BREAK = re.compile(r"[;；。!?！？.](?:(?<!\.)|(?:(?<=[^\sA-Z.]{4}\.)|(?<=\d[BMKTbmk]\.))(?=\s+[A-Z“\"]))")
_COMMA = re.compile(
    r"[,，、:：()（）—–\s](?:(?<!\s)|(?:and|while|after|but|und|y|et|nachdem|mientras|tras)\s)"
)
# what may not stand between an amount and the noun behind it
_STOP = re.compile(
    r"[,.;:()，。；：、（）—–!?…]|\b(?:at|for|from|of|in|with|and|to|by|that|on|the|its|as"
    r"|is|was|than|after|following|before|amid|including|excluding|(?<!-)plus|despite|during|since|once|upon|if"
    r"|when|"
    r"mit|für|von|bei|und|auf|nach|vor|en|por|con|y|tras|pour|à|par|et|sur|après)\b|[为是を]"
)
# a noun right before the next sum speaks of that one: "調達　企業価値4000億円"
_OPENS = re.compile(
    r"^[\s　]*(?:(?:约为|约|近|超过|超|达到|达|至|为|逾|は|が|を|約|은|는|이|가|약|총)[\s　]*)?$"
)
# a noun that ends in one of these has its own sum before it: "8520억 달러 가치로 1220억 달러"
_PARTICLES = "로에で"
# the same sum again, in brackets
_AGAIN = re.compile(r"\s?[(（][^)）]{1,60}[)）]")
_ABBREVIATION = re.compile(r"\b(?:Bros|Inc|Corp|Co|Ltd|St|Mr|Dr|No)\.")


@dataclass(frozen=True, slots=True)
class Role:
    """What an amount is: the kind, and the cue that says so."""

    kind: str
    hit: Hit
    score: float


@lru_cache(maxsize=256)
def _link(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])?(?:{expression})$", re.IGNORECASE)


def _linked(expression: str, gap: str) -> bool:
    """Whether the gap ends in the link, be there hedges behind it or not."""
    link = _link(expression)
    return bool(link.search(gap.rstrip()) or link.search(hedges.strip(gap)))


@lru_cache(maxsize=256)
def _needs(expression: str) -> Sought:
    return Sought(expression)


class _Sentence:
    """One sentence with its amounts and cues, sorted for look-up."""

    def __init__(self, text: str, amounts: Sequence[Amount], hits: Sequence[Hit], context: str) -> None:
        self.text = text
        self.context = context
        self.amounts = amounts
        self.hits = sorted(hits, key=lambda hit: hit.start)
        self.starts = [hit.start for hit in self.hits]

    def role(self, index: int) -> Role | None:
        amount = self.amounts[index]
        best: Role | None = None
        first = bisect_left(self.starts, amount.start - REACH)
        last = bisect_right(self.starts, amount.end + REACH)
        for hit in self.hits[first:last]:
            score = self._leading(index, hit) if hit.cue.leads else self._trailing(index, hit)
            if score >= _ENOUGH and (best is None or score > best.score) and self._backed(amount, hit):
                best = Role(hit.kind, hit, score)
        return best

    def _backed(self, amount: Amount, hit: Hit) -> bool:
        if not hit.cue.needs:
            return True
        window = self.text[max(0, amount.start - _CONTEXT) : amount.end + _CONTEXT]
        return _needs(hit.cue.needs).search(f"{window}\n{self.context}") is not None

    def _leading(self, index: int, hit: Hit) -> float:
        amount, cue = self.amounts[index], hit.cue
        size = amount.start - hit.end
        if not 0 <= size <= cue.gap:
            return 0
        # some feeds escape the sign: "at \\$36 billion"
        gap = self.text[hit.end : amount.start].rstrip("\\")
        if _BREAK.search(gap):
            return 0
        if cue.link and not _linked(cue.link, gap):
            return 0
        crossed = index > 0 and self.amounts[index - 1].end > hit.end
        cost = 0.0 if not crossed else 0.4 if cue.across else 2.2
        if not cue.across:
            cost += min(2.4, 1.2 * len(_COMMA.findall(gap)))
        return cue.weight + 1 - size / cue.gap - cost + 0.02 * (hit.end - hit.start)

    def _trailing(self, index: int, hit: Hit) -> float:
        amount, cue = self.amounts[index], hit.cue
        again = _AGAIN.match(self.text, amount.end)
        end = again.end() if again else amount.end
        size = hit.start - end
        if not 0 <= size <= cue.gap:
            return 0
        if index + 1 < len(self.amounts):
            following = self.amounts[index + 1].start
            if following < hit.start or (
                following >= hit.end
                and self.text[hit.end - 1] not in _PARTICLES
                and _OPENS.match(self.text[hit.end : following])
            ):
                return 0
        if _STOP.search(_ABBREVIATION.sub(" ", self.text[end : hit.start])):
            return 0
        return cue.weight + 1 - size / (cue.gap + 1) + 0.02 * (hit.end - hit.start)


def assign(text: str, amounts: Sequence[Amount], language: str, context: str = "") -> list[Role | None]:
    """The role of each amount in one sentence; None where nothing says what it is.

    `context` is further text in which a cue may find what it `needs`: the title for a sentence of the body.
    """
    sentence = _Sentence(text, amounts, cues.find(text, language), context)
    return [sentence.role(index) for index in range(len(amounts))]
