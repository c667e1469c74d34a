"""Bounds: the words beside an amount that make it one end ("at least", "bis zu", "以上")."""

from __future__ import annotations

import re

from bot.core.model import Bound
from bot.core.money.scales import listed


def _phrases(*rows: str) -> tuple[str, ...]:
    """Each phrase with a blank before it, so that "over" is not found in "takeover"."""
    return tuple(f" {phrase}" for row in rows for phrase in row.split("|"))


_AT_LEAST = _phrases(
    "at least|more than|over|above|north of|upward of|upwards of|in excess of",
    "exceed|exceeds|exceeded|exceeding|tops|topped|topping|surpass|surpasses|surpassed|surpassing|past",
    "minimum of|starting at|crosses|crossed|beyond|greater than|higher than",
    "mindestens|mehr als|über|wenigstens|jenseits von",
    "más de|mas de|al menos|por lo menos|supera|superan|superó|superar|supera los|superan los|superó los",
    "superar los|superior a|superiores a|superior a los|por encima de|por encima de los",
    "plus de|au moins|supérieur à|supérieure à|dépasse|dépasse les|dépasser les|au-delà de",
    "mais de|pelo menos|acima de|più di|oltre|almeno|meer dan|minstens",
)
_AT_MOST = _phrases(
    "up to|as much as|as many as|as high as|at most|no more than|not more than|less than|under|below",
    "maximum of|capped at|bis zu|bis|höchstens|maximal|weniger als|unter",
    "hasta|hasta los|como máximo|menos de|a lo sumo|no más de|no supera|no supera los",
    "jusqu'à|jusqu’à|au plus|au maximum|moins de|pas plus de|até|no máximo|fino a",
)
# these end in a phrase for the other end
_NOT_LESS = (
    *_phrases("no less than|not less than|nicht weniger als|no menos de|pas moins de"),
    *listed("不低于 不少于 不小于"),
)
# between the phrase and the figure
_FILLERS = _phrases(
    "a|an|about|around|some|roughly|approximately|estimated|the|unos|los|circa|rund|etwa|environ|usd"
)
_CJK_LEAST = tuple(listed("超过 超過 超 逾 过 過 破 至少 突破 高于 大于 少なくとも 최소 적어도"))
_CJK_MOST = tuple(listed("最高 最多 不过 不超过 不超過 不到 不足 低于 至多 高达 上限 最大 최대 많아야"))
_ALL_LEAST, _ALL_MOST = (*_AT_LEAST, *_CJK_LEAST), (*_AT_MOST, *_CJK_MOST)
_BEHIND_LEAST = re.compile(
    r"\+|[-– ](?:or more|plus|and up|or higher|o más|ou plus|oder mehr)\b|\s?(?:以上|余|多(?!家|个))"
    r"|\s?(?:이상|넘는|넘게|을 넘|를 넘|을 웃도|를 웃도|が超|超(?=[のをがでに、。]|$))"
)
_BEHIND_MOST = re.compile(r"[- ](?:or less|or lower|at most)\b|\s?(?:以下|以内|之内|未満|이하|미만)")
# the longest phrase with two fillers is shorter than that
_REACH = 40


def bound(text: str, start: int, end: int) -> Bound:
    """What the words around text[start:end] make of the amount there."""
    before = f" {text[max(0, start - _REACH) : start]}".rstrip().lower()
    for _ in range(2):
        if not before.endswith(_FILLERS):
            break
        before = before.rpartition(" ")[0].rstrip()
    before = before.rstrip("约約了 ")
    if before.endswith(_NOT_LESS):
        return Bound.AT_LEAST
    # "no more than" ends in "more than", "不超过" in "超过"
    if before.endswith(_ALL_MOST) or _BEHIND_MOST.match(text, end):
        return Bound.AT_MOST
    if before.endswith(_ALL_LEAST) or _BEHIND_LEAST.match(text, end):
        return Bound.AT_LEAST
    return Bound.EXACT
