"""Articles that tell many things at once or go on telling one: round-ups, shopping lists, live pages."""

from __future__ import annotations

import re
from enum import Enum

# characters in which a newsletter says what it is
_HEAD = 300


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


# what newsletters say of themselves, in headline or lead
_DIGEST = _any(
    r"\b(?:daily|weekly|weekday|monthly|our|this|free|email) newsletters?\b",
    r"\b(?:today|this week)['’]s edition\b",
    r"\bwelcome back to\b",
    r"\b(?:wochenrückblick|wochenüberblick|presseschau)\b",
    r"\brevue de presse\b",
    r"\brécap(?:itulatif)? de la semaine\b",
    r"\bresumen (?:semanal|de la semana|diario)\b",
)
# of the headline alone, since a text may hold one of these by the way
_DIGEST_TITLE = _any(
    r"\bnewsletter\b",
    r"\b(?:weekly|daily|news) digest\b",
    # a round-up of reviews is of one thing
    r"(?<!review )(?<!reviews )\bround-?up\b",
    r"\bweek(?:ly)? in review\b",
    r"\bweekly (?:recap|review|wrap|briefing)\b",
    r"\b(?:daily|morning|evening|news) (?:brief(?:ing)?|recap)\b",
    r"\bnews this week\b",
    r"^(?:this|the|last) week in\b",
    r"\btop (?:stories|headlines)\b",
    r"\bnews in brief\b",
    r"\byou (?:may|might) have missed\b",
    r"\b(?:the|this|last) week['’]s (?:\d+|top|biggest)\b.*\b(?:rounds|deals|raises|stories|news)\b",
    r"^here are (?:the )?\d+\b",
    r"^(?:the )?\d+ (?:[\w-]+ ){0,3}(?:startups|companies|firms|rounds|deals) (?:to watch|that|you)\b",
    r"\bbiggest (?:[\w-]+ ){0,3}(?:deals|rounds|raises|stories) of (?!the (?:year|decade))",
    r"\b(?:deals|rounds|stories|news|startups|funding) of the (?:week|month|day)\b",
    r"^(?:\w+ ){0,3}(?:weekly|briefing)\s*[:：]",
    r"\b(?:daily (?:crunch|wrap)|(?:morning|evening) brew)\b",
    r"\bwhat happened in\b.*\b(?:this|last) week\b",
    r"^die woche (?:in|im)\b",
    r"\bl['’]actu\b.*\bde la semaine\b",
    r"\bnoticias\b.*\bde la semana\b",
    *(
        "早报",
        "晚报",
        "日报",
        "周报",
        "早報",
        "晚報",
        "日報",
        "週報",
        "早餐",
        "一周",
        "要闻",
        "速览",
        "汇总",
        "盘点",
        "大事件",
    ),
    *("まとめ", "週間ニュース", "주간", "브리핑", "이번 주"),
)
_OFFER = _any(
    r"\b(?:best|top|favou?rite|early|great|solid|our)\b.*\bdeals\b",
    r"\bdeals\b.*\b(?:best|sale|worth|can (?:still )?get|right now)\b",
    r"\b(?:prime day|black friday|cyber monday)\b.*\b(?:deals?|off|sale|save)\b",
    r"\b(?:deals?|off|sale|save|cart)\b.*\b(?:prime day|black friday|cyber monday)\b",
    r"(?:\d+\s?(?:%|percent)|\bhalf|\bhundreds|[$€£]\d+) off\b",
    r"\bcheaper than ever\b",
    r"\blowest price\b",
    r"\bon sale for\b",
    r"\bsale\b.*\(20\d\d\)",
    r"\bbest\b.*(?:\(20\d\d\)|\bof 20\d\d)",
    r"\bgift guide\b",
    r"\b(?:coupons?|promo codes?)\b",
)
_LIVE = _any(
    r"\blive ?blog\b",
    r"\blive (?:updates?|coverage|news)\b",
    r"^live\s*[:：|]",
    r"\bas (?:it|they) happen(?:s|ed)?\b",
    r"\bliveticker\b",
    r"\ben (?:direct|vivo)\b",
    r"\bin diretta\b",
    r"直播",
)


class Shape(Enum):
    """What sort of article it is, as far as telling stories goes."""

    # tells one event
    ARTICLE = "article"
    # tells many: a story of its own, which nothing else joins by its words
    DIGEST = "round-up"
    # goes on telling: may join a story, but its words don't describe it
    LIVE = "live page"


def shape(title: str, text: str) -> Shape:
    """Judge an article by its headline and the beginning of its text."""
    if _DIGEST_TITLE.search(title) or _OFFER.search(title) or _DIGEST.search(f"{title}\n{text[:_HEAD]}"):
        return Shape.DIGEST
    if _LIVE.search(title):
        return Shape.LIVE
    return Shape.ARTICLE
