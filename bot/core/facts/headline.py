"""Chooses the one figure that an alert on a threshold uses: the new value of the company whose news it is.

A value that only describes ("Flock, valued at $8bn, says …") is background and never the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.model import Fact, Status
from bot.core.sought import Sought

_DESCRIBES = re.compile(r"(?i)^(?:valued|worth|wert|bewertet|valorad[oa]|valorisée?)$")
_FINITE = re.compile(
    r"(?i)\b(?:is|are|be|being|gets|now|been|newly|was|wird|ist|sei|est|está)\s+"
    r"(?:\w+ly |désormais |ahora |jetzt |nun |inzwischen |ya )?$"
)
_RELATIVE = re.compile(
    r"(?i)(?:,|\bwhich|\bthat|\bwho|\(|—|–|-\s|\b(?:startup|company|firm|lab|giant"
    r"|maker))\s*(?:is|was|has been|and|now|already|been|most recently)?\s*$"
)
_RECORD = Sought(
    r"(?i)\b(?:hits?|tops?|topped|cross(?:es|ed)?|pass(?:es|ed)?|surpass\w*"
    r"|reach(?:es|ed)|record|first|milestone|als erste[rs]?|becomes?|became|joins?|exceed\w*|breaks?"
    r"|clos(?:es|ed) (?:above|at)|past|beyond|push(?:es|ed|ing)?|lift(?:s|ed|ing)?"
    r"|overtak\w+|erreicht|knackt|überschreitet"
    r"|überspringt|übersteigt|erstmals|supera\w*|alcanza\w*|dépasse|franchit|atteint)\b"
    r"|突破|首次|首度|超越|跨越|创.{0,6}新高|升至|达到|突破|站上|重返|重回|超|破(?!发)|達|突破|超え|돌파"
    r"|넘어|달성|넘었|등극|登顶"
)
_WITH = re.compile(
    r"(?i)\b(?:with|has|have|whose|its|current) (?:a "
    r"|an )?(?:current )?(?:market (?:cap|value)\w*)(?: of)?(?: about| roughly"
    r"| around)?\W*$"
)
_AFTERWARDS = re.compile(
    r"^[を]?(?:超える|上回る|以上の)?(?:場合|企業|会社|大型)|^[^，,。]{0,8}(?:后|之后|以来)[，,]|^[^，。]{0,3}的(?:集团|公司|企业|巨头|科技)"
)
_STRONG = Sought(
    r"(?i)\b(?:rais(?:e|es|ed|ing)|rounds?|funding|financing|fundrais\w+|series [a-k]"
    r"|led by|talks|tender|share sale|secondary|a share|per share|offer price"
    r"|finanzierung\w*|\w*runde|ronda|financiamiento|financiación|serie [a-k]|levée"
    r"|tour de table)\b|融资|领投|洽谈|募资|調達|투자 유치|투자유치"
)
_SUM = re.compile(
    r"(?i)[$€£¥₹]\s?\d|\d\s?(?:Mio|Mrd|Million|Milliard|millones|millions d|milliards? d|crore\b|cr\b|lakh\b)"
    r"|\w (?:Millionen|Milliarden?) (?:Euro|Dollar)"
)
# what makes a title one of deals
_DEALING = Sought(
    r"(?i)\b(?:rais(?:e|es|ed|ing)|raise|rounds?|funding|financing|fundrais\w+"
    r"|series [a-k]|seed|valu(?:ation|ed|es|ing)|worth|unicorn|decacorn|[bt]rillion-dollar|IPO|listing"
    r"|most valuable|debut|goes public"
    r"|invest(?:s|ed|ment|ments)?|stake|backs?|backed|backers?|stealth|tender|share sale|deal"
    r"|talks|acqui\w+|buys?|bonds?|capital|market (?:cap|value)|stock|shares"
    r"|finanzier\w+|\w*bewert\w+|\w*übern[ai]hm\w*|börse\w*|börsengang|investier\w+|ronda|financia\w+"
    r"|valora\w*|inversi\w+|levée|lève|valoris\w+|tour de table|rach\w+|capta|levanta|recauda"
    r"|compra\w*|adqui\w+|unicornios?|licornes?|einh[oö]rn\w*|d[ée]cacorn\w*|décacornes?"
    r"|(?:halbe|eine|viertel)[ -]Billion|(?:Millionen|Milliarden|Billionen?) (?:Euro |Dollar )?wert)\b"
    r"|融资|募资|估值|向[^，。]{2,24}投资(?!者|机构|人)|入股|出资|上市|市值|首轮|轮|股权|出售|股份|収購"
    r"|收购|億円|億ドル|調達|評価額|企業価値|時価総額|上場|買収|売却|出資|투자"
    r"|기업 ?가치|회사 ?가치|몸값|상장|시가총액|유치|매각|인수|지분"
)
# the day that makes it news
_TODAY = Sought(
    r"(?i)\b(?:today|announced|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?:今日"
    r"|近日|日前)(?:宣布|完成)|宣布"
)
_ATTRIBUTE = re.compile(r"(?i)^(?:startup|start-up|darling|upstart|juggernaut|powerhouse|ai)$")


# a sum in a title speaks of a deal, unless these say what it is
_NO_DEAL = Sought(
    r"(?i)\b(?:revenues?|ARR|run[- ]rate|fined?|fines|settle\w*|lawsuit|sues?|loss(?:es)?"
    r"|profits?|salary|prices?|contract)\b|营收|罚|利润|亏损"
)
# told in a clause that describes
# what it seeks is news even in a clause beside
_WHICH = re.compile(r",\s(?:which|who|whose)\b(?![^.;]*\b(?:seeking|targeting|aiming)\b)[^.;]*$")


def dealing(title: str) -> bool:
    """Whether a title speaks of a deal or of money at all; an empty one may."""
    if not title or _DEALING.search(title):
        return True
    return _SUM.search(title) is not None and not _NO_DEAL.search(title)


def of_round(title: str) -> bool:
    """Whether a title tells of a round."""
    return not title or _STRONG.search(title) is not None


def newsy(
    sentence: str, cue: int, start: int, end: int, *, kind: str, place: int, deal: bool, raising: bool
) -> bool:
    """Whether a value tells news, by the grammar around it.

    `cue` is where the word that names it starts, `place` the number of the sentence (0: the title), `deal`
    whether the title is one of deals, `raising` whether it is one of a round.
    """
    if place == 0 and sentence.count("；") > 1:
        # several headlines in one: a round-up tells no one's news
        return False
    head = re.split(r"[\s,.;:]", sentence[cue : cue + 30].strip(), maxsplit=1)[0]
    if kind == "market_cap":
        return (deal or place == 0) and _record(sentence, start, end)
    if _ATTRIBUTE.match(head) and cue > end:
        return False
    if place == 0:
        # "NotNow, valued at $1.5bn, lays off staff"
        aside = cue < start and _DESCRIBES.match(head) and sentence[:cue].rstrip().endswith(",")
        return not (aside and sentence[end:].startswith(","))
    strong = _STRONG.search(sentence[max(0, start - 300) : end + 200]) is not None
    if not deal and not (strong and place <= 2 and _TODAY.search(sentence)):
        return False
    if _WHICH.search(sentence[max(0, cue - 140) : cue]) and not raising:
        return False
    if cue < start and _DESCRIBES.match(head):
        ahead = sentence[max(0, cue - 60) : cue]
        return strong or (bool(_FINITE.search(ahead)) and not _RELATIVE.search(ahead))
    return True


def _record(sentence: str, start: int, end: int) -> bool:
    if _AFTERWARDS.match(sentence[end : end + 40]) or _WITH.search(sentence[max(0, start - 60) : start]):
        return False
    near = sentence[max(0, start - 120) : end + 60]
    return _RECORD.search(near) is not None or _LISTING.search(near) is not None


# a price at which shares are first sold
_LISTING = Sought(
    r"(?i)\bIPO\b|this would raise|give it an?|initial public offering|at the (?:high|low|top) end"
    r"|\ben su debut\b|\bbörsendebüt\b|salida a bolsa|entrée en bourse"
    r"|第一股|敲钟|挂牌|上場へ|想定時価総額|上場、|初値|상장 첫날|공모가"
    r"|\b(?:lists?|listed|debuts?|debuted) at\b|상장일|上市首日|开盘"
)


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
    ]
    return min(values, key=lambda fact: _ORDER[fact.status], default=None)
