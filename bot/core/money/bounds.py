"""Bounds: the words before or behind an amount that make it one end ("at least", "bis zu", "以上", "넘는")."""

from __future__ import annotations

import re

from bot.core.model import Bound

_AT_LEAST = (
    "at least|no less than|not less than|more than|over|above|north of|upwards? of|in excess of|exceed(?:s|ed|ing)?|"
    "tops|topp(?:ed|ing)|surpass(?:es|ed|ing)?|past|minimum of|starting at|a little over|well over|just over|"
    "mindestens|mehr als|über|rund über|wenigstens|jenseits von|"
    "más de|mas de|al menos|por lo menos|supera(?:r)?(?: los)?|superior(?:es)? a(?: los)?|por encima de(?: los)?|"
    "plus de|au moins|supérieure? à|dépasse(?:r)?(?: les)?|au-delà de|"
    "mais de|pelo menos|acima de|più di|oltre|almeno|meer dan|minstens"
)
_AT_MOST = (
    "up to|as much as|as many as|at most|no more than|not more than|less than|under|below|a maximum of|maximum of|"
    "capped at|bis zu|bis|höchstens|maximal|weniger als|unter|"
    "hasta|como máximo|menos de|a lo sumo|jusqu'à|jusqu’à|au plus|au maximum|moins de|até|no máximo|fino a|tot"
)
_FILLER = r"(?:\s+(?:an?|about|around|some|roughly|approximately|estimated|unos|environ|circa|rund|etwa|the))?\s*(?:USD)?\s*$"
_BEFORE_LEAST = re.compile(rf"(?<!\w)(?:{_AT_LEAST}){_FILLER}", re.IGNORECASE)
_BEFORE_MOST = re.compile(rf"(?<!\w)(?:{_AT_MOST}){_FILLER}", re.IGNORECASE)
_CJK_LEAST = re.compile(
    "(?:超过|超過|超|逾|至少|不低于|不少于|突破|高于|少なくとも|최소|적어도)[约約了]?\\s?$"
)
_CJK_MOST = re.compile(
    "(?:最高|最多|不超过|不超過|不到|不足|低于|至多|高达|上限|最大|최대|많아야)[约約]?\\s?$"
)
_BEHIND_LEAST = re.compile(
    r"\+|[- ](?:or more|plus|and up|or higher|o más|ou plus|oder mehr)\b|\s?(?:以上|余|多(?!家|个))|\s?(?:이상|넘는|넘게|을 넘|를 넘|을 웃도|를 웃도)"
)
_BEHIND_MOST = re.compile(r"[- ](?:or less|or lower|at most)\b|\s?(?:以下|以内|之内|未満)|\s?(?:이하|미만)")
# the longest phrase with its filler is shorter than that
_REACH = 40


def bound(text: str, start: int, end: int) -> Bound:
    """What the words around text[start:end] make of the amount there."""
    before = text[max(0, start - _REACH) : start]
    if _CJK_MOST.search(before) or _BEHIND_MOST.match(text, end) or _BEFORE_MOST.search(before):
        # "no more than" ends in "more than"
        return Bound.AT_MOST
    if _CJK_LEAST.search(before) or _BEHIND_LEAST.match(text, end) or _BEFORE_LEAST.search(before):
        return Bound.AT_LEAST
    return Bound.EXACT
