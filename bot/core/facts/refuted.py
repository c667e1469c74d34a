"""Tells whether a text's next sentence denies what the one before it says: "Company calls it false"."""

from __future__ import annotations

import re

from bot.core.sought import Sought

_THAT = (
    r"(?:it|this|that|them|(?:the|these|those|any|such|any such) "
    r"(?:\w+ ){0,2}?(?:reports?|claims?|stor(?:y|ies)|figures?|numbers?|rumou?rs?|talks|news|speculation"
    r"|plans?|information))\b"
)
_DENIES = {
    "en": Sought(
        rf"(?i)(?<!not )(?<!n't )(?<!n’t )(?<!or )\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)"
        rf"|refut(?:es|ed)"
        rf"|disput(?:es|ed)) {_THAT}"
        r"(?! (?:was|is|were|had|has|would|wanted|needs))"
        rf"|\b(?:calls?|called|labels|labelled|labeled|described) {_THAT} (?:as )?(?:\w+ly )?"
        r"(?:false|untrue|fake|inaccurate|wrong|baseless|fabricated|nonsense|fiction|incorrect)\b"
        r"|\b(?:this|that|it|reports?|story|claims?|figures?|information|rumou?rs?|news)"
        r"(?:(?: is| are| was| were|[’']s) (?:\w+ly )?(?:false|untrue|not true|not accurate|inaccurate"
        r"|baseless|fabricated"
        r"|incorrect|fake)| (?:isn|aren|wasn)[’']t (?:true|accurate))\b"
    ),
    "zh": Sought(
        "(?:报道|消息|传闻|信息|说法|内容|传言)[^，。]{0,6}(?:不实|不属实|失实|虚假|不准确|有误|纯属)|否认|辟谣|子虚乌有|谣言"
    ),
    "de": Sought(
        r"(?i)\bdementier\w+|\bbestreite\w+|\bbestritt\b|\b(?:weist|wies) (?:das|den|die"
        r"|dies)\b[^.]{0,40}\bzurück"
    ),
    "es": Sought(
        r"(?i)\b(?:desmient|desmint)\w+|\b(?:niega|negó) (?:la|los|las|el|esa|ese|que|est[ae])\b"
        r"|\bes fals[oa]\b"
    ),
    "fr": Sought(r"(?i)\bdément\w*|\bdémenti\b|\b(?:nie|a nié) (?:ces|cette|les|l[’'])|\best fau(?:x|sse)\b"),
    "ja": Sought("事実ではない|事実無根|否定した|否定している|誤報"),
    "ko": Sought("사실이 아니|사실무근|부인했|부인하|허위"),
}


def denies(sentence: str, language: str) -> bool:
    """Whether a sentence denies what stands before it, without naming it again."""
    pattern = _DENIES.get(language) or _DENIES["en"]
    return pattern.search(sentence) is not None


# the sentences of one title: "X seeks $5B, report says. Company calls it false"
_NEXT = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])|[;；—–。]")


def after(title: str, end: int, language: str) -> bool:
    """Whether a later sentence of the title denies what ends at `end`."""
    following = _NEXT.search(title, end)
    return following is not None and denies(title[following.end() :], language)
