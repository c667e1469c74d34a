"""Chooses the one figure that an alert on a threshold uses: the new value of the company whose news it is.

A value that only describes ("Flock, valued at $8bn, says …") is background and never the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.model import Fact, Status

# words of a deal: what makes a value news rather than a description
_DEAL = re.compile(
    r"(?i)\b(?:rais(?:e|es|ed|ing)|rounds?|funding|financing|fundrais\w+|series [a-k]|seed|deal|invest(?:s|ed|ing|ment|ments|ors)?|led by|talks|tender|"
    r"share sale|secondary|IPO|sells?|selling|sale|hits?|reach(?:es|ed)|soars?|doubl\w+|tripl\w+|quadrupl\w+|climb\w*|jump\w*|"
    r"values the|valuing|post-money|pre-money|launches|term sheet|offer|buyback|stake|capital|unicorn|listing|debut"
    r"|finanzierung\w*|kapitalrunde|\w*runde|investoren|börsengang|bewertung|ronda|financiaci\w+|serie [a-k]|inversi\w+|valora|recauda\w*|levant\w+"
    r"|levée|lève|tour de table|valorise\w*|investisseurs)\b|融资|估值|领投|投资|上市|洽谈|收购|调达|調達|評価額|투자|유치|기업가치|몸값"
)
_DESCRIBES = re.compile(r"(?i)^(?:valued|worth|wert|bewertet|valorad[oa]|valorisée?)$")
_FINITE = re.compile(r"(?i)\b(?:is|are|be|being|gets|now|been|newly|was|wird|ist|sei|est|está)\s+(?:\w+ly )?$")
_RELATIVE = re.compile(r"(?i)(?:,|\bwhich|\bthat|\bwho|\(|—|–|-\s|\b(?:startup|company|firm|lab|giant|maker))\s*(?:is|was|has been|and|now|already|been|most recently)?\s*$")
_RECORD = re.compile(
    r"(?i)\b(?:hits?|tops?|topped|cross(?:es|ed)?|pass(?:es|ed)?|surpass\w*|reach(?:es|ed)|record|first|milestone|becomes?|became|joins?|exceed\w*|breaks?|clos(?:es|ed) (?:above|at)|overtak\w+|erreicht|knackt|überschreitet|überspringt|übersteigt|erstmals|supera|alcanza|dépasse|franchit|atteint)\b"
    r"|突破|首次|首度|超越|跨越|创.{0,6}新高|升至|达到|突破|站上|超过|破|達|突破|超え|돌파|넘어|달성|넘었"
)
_WITH = re.compile(r"(?i)\b(?:with|has|have|whose|its|current) (?:a |an )?(?:current )?(?:market (?:cap|value)\w*)(?: of)?(?: about| roughly| around)?\W*$")
_AFTERWARDS = re.compile(r"^[^，,。]{0,8}(?:后|之后|以来)[，,]|^[^，。]{0,3}的(?:集团|公司|企业|巨头|科技)")
_TITLE_CAP = re.compile(
    r"(?i)market (?:cap|value)|trillion|valuable|市值|billion|börsenwert|capitali[sz]a|時価総額|시가총액|시총"
)


def newsy(sentence: str, cue: int, start: int, end: int, *, kind: str, title: bool) -> bool:
    """Whether a value tells news, by the grammar around it. `cue` is where the word that names it starts."""
    head = sentence[cue:].split(" ", 1)[0].strip(",.;:")
    if kind == "market_cap":
        if _AFTERWARDS.match(sentence[end : end + 40]) or _WITH.search(sentence[max(0, start - 60) : start]):
            return False
        return bool(_RECORD.search(sentence[max(0, start - 120) : end + 60]))
    if title:
        return True
    if cue < start and _DESCRIBES.match(head):
        ahead = sentence[max(0, cue - 60) : cue]
        if _RELATIVE.search(ahead) or not _FINITE.search(ahead):
            return bool(_strong(sentence))
        return bool(_strong(sentence)) or bool(re.search(r"(?i)\b(?:is|now|being) (?:now )?$", ahead))
    return bool(_DEAL.search(sentence))


_STRONG = re.compile(
    r"(?i)\b(?:rais(?:e|es|ed|ing)|rounds?|funding|financing|fundrais\w+|series [a-k]|led by|talks|tender|share sale|secondary|finanzierung\w*|\w*runde|ronda|levée)\b|融资|领投|洽谈"
)


def _strong(sentence: str) -> bool:
    return _STRONG.search(sentence) is not None


_ORDER = {Status.REPORTED: 0, Status.TALKS: 1, Status.TARGET: 2}


def headline(facts: Sequence[Fact], company: str) -> Fact | None:
    """The value of this company among a story's facts: done before talked of, earlier before later."""
    values = [
        fact
        for fact in facts
        if fact.kind in ("valuation", "market_cap")
        and fact.status in _ORDER
        and fact.amount is not None
        and (not fact.company or not company or fact.company == company)
        and not (fact.kind == "market_cap" and fact.status is not Status.REPORTED)
    ]
    return min(values, key=lambda fact: _ORDER[fact.status], default=None)
