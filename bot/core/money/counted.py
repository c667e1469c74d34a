"""Figures that count something else than money: parameters, tokens, users, watts.

A figure without a currency is taken for money only where money is spoken of just before it and where the
figure ends its noun phrase: "valued at 10 billion", "at a 10B valuation", not "10 million weekly learners".
"""

from __future__ import annotations

import re

_CUE = re.compile(
    r"valu|worth|rais|fund|round|invest|revenue|sales|acqui|buy|bought|takeover|market cap|pric|deal|financ|"
    r"rach|acquiert|acquérir|compr[aó]|adqui|übern[ai]|kauf|"
    r"capital|arr\b|run.?rate|bewert|geschäft|erlös|ventas|ingresos|chiffre|finanzier|umsatz|erhält|erhielt|bekomm|einhorn|lev(?:é|er|ant)|valoris|fonds|fondo|valora|recaud|factur|ronda|steck|sammel|capta|"
    r"估值|融资|融資|投资|投資|收购|收購|营收|營收|市值|募资|募資|评估|評価|調達|出資|時価|買収|売上|기업가치|투자|유치|인수|매출|시가총액|시총|몸값|펀드|基金|ファンド",
    re.IGNORECASE,
)
# a figure without a currency ends its noun phrase before one of these
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\]}\"”’」』。，、；：！？）…|/—–]|(?:in|at|from|for|to|on|by|with|and|or|as|after|before|amid|if|"
    r"per|led|than|while|says?|sources?|report|valuations?|rounds?|funding|raise|deals?|mark|over|"
    r"pre-money|post-money|wert|schwer|bewertet|bewerten|"
    r"investments?|market cap|zu|und|bei|für|nach|mit|von|bewertung|en|et|y|de|a|para|por|tras|après|pour"
    r"|avec|que|qui|hasta|ein|eingesammelt|liderada|captados|recaudados|levantados|obtenidos|levés|investis)\b)|"
    r"[\-‑](?:Geschäft|Deal|Bewertung|Finanzierung|Runde|Investition|Übernahme|Fonds|Projekt)|"
    r"\s(?:last|this|cette|este|esta|l['’]|le|la|el|al|ce)\b|"
    r"\s?(?:估值|融资|融資|投资|投資|的|元|，|規模|资金|左右|以上|에|의|을|를|규모)",
    re.IGNORECASE,
)
# what is counted although a currency sign or a money word stands near: "45亿参数", "4.5B tokens"
_THING = re.compile(
    r"[\s\-]?(?:param|token|user|download|people|customer|developer|employee|member|visit|view|image|video|mile|"
    r"kilomet|watt|[kmg]w\b|transistor|device|vehicle|model|query|queries|request|line|row|data|row|word|message|"
    r"个参数|参数|參數|个|個|人|次|用户|用戶|台|颗|枚|件|家|名|條|条|行|级|token|パラメータ|人|件|台|명|개|건|대)",
    re.IGNORECASE,
)
# "10 millones de usuarios" are no money, "10 millones de capital" are
_OF_THINGS = re.compile(
    r"\s(?:de\s|d[’'])(?!valora|valua|capital|financ|ingres|invers|factur|valoris|chiffre|revenu|levée|los\b|la\b)"
    r"[a-zà-ÿ]"
)
_REACH = 60
_CLOSE = 10


def is_money(text: str, start: int, end: int) -> bool:
    """Whether the figure without a currency at text[start:end] is meant as money."""
    if _THING.match(text, end) or _OF_THINGS.match(text, end):
        return False
    if text[end - 1] in "万萬만亿億억兆조" and _CUE.search(text, max(0, start - _CLOSE), start):
        # in these languages nothing but the next word shows where the phrase ends
        return True
    apart = text[end - 1] in "万萬만亿億억兆조" and text[end : end + 1].isspace()
    if not apart and not _ENDS.match(text, end):
        return False
    return _CUE.search(text, max(0, start - _REACH), min(len(text), end + 16)) is not None
