"""How far a sum is from done: the words of denial, memory, talk and intent around it."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from bot.core.facts import dates
from bot.core.model import Status

_DENIED = {
    "en": r"\bden(?:y|ies|ied|ying|ial)\b|\bnot in (?:\w+ )?(?:talks|discussions)"
    r"|\bno (?:plans?|intention) (?:to|of)\b"
    r"|\bwalk(?:s|ed|ing)? away from|\bcalls? off|\bcalled off|\bscrap(?:s|ped|ping)\b"
    r"|\babandon(?:s|ed|ing)?\b"
    r"|\bturn(?:s|ed)? down|\bspurn(?:s|ed)\b"
    r"|\bnot (?:raising|seeking|planning|looking|for sale|considering)|\bdismiss(?:es"
    r"|ed)|\brefut(?:es|ed)|\brebuff(?:s|ed)"
    r"|\b(?:isn't|is not|aren't|wasn't|was not) (?:true|raising|seeking|planning"
    r"|in talks|valued|accurate)"
    r"|\b(?:false|untrue|inaccurate|fabricated|baseless)\b"
    r"|\brejects? (?:the )?(?:reports?|claims?|rumou?rs?)|\bdebunk"
    r"|\breject(?:s|ed|ing)?\b[^.;]{0,40}\b(?:bid|offer|approach|proposal|takeover|buyout)\b"
    r"|\b(?:bid|offer|approach|proposal|takeover|buyout|deal|merger|talks|acquisition)\b[^.;]{0,60}"
    r"\b(?:(?:is|are|was) (?:off|dead|cancell?ed)(?! (?:to|the))|rejected|rebuffed|spurned|withdrawn"
    r"|collapse[sd]?|f[ae]lls? (?:through|apart))\b",
    "zh": "否认|辟谣|不实|并非事实|不属实|虚假|没有.{0,6}(?:计划|打算)"
    "|未.{0,4}(?:洽谈|计划)|子虚乌有|无中生有|澄清|告吹|破裂|泡汤",
    "de": r"(?i)dementier|bestreite|weist .{0,60}zurück|wies .{0,60}zurück|\bfalsch"
    r"|keine (?:pläne|gespräche)|nicht in gesprächen",
    # who refuses to comment denies nothing
    "es": r"(?i)\bniega(?!n? a )|\bnegó(?! a )|\bdesmient|\bdesmint|\brechaz(?!\w+ (?:hacer )?coment)"
    r"|\bno (?:está|planea|busca"
    r"|negocia)|\bfals[oa]|sin planes",
    "fr": r"(?i)\bdément|\bnie\b|\bniée?\b|\bréfut|\bn'est pas en|\bpas l'intention|\bfaux\b|\bfausse",
    "ja": "否定|事実ではない|事実無根|誤り|誤報",
    "ko": "거절|거부|무산|부인|사실이 아니|사실무근|아니라고|허위|반박",
}
_TALKS = {
    "en": r"\b(?:in (?:\w+ ){0,3}(?:talks|discussions|negotiations)|talks|discuss(?:es|ed"
    r"|ing|ions)|negotiat\w+"
    r"|near(?:s|ing)|close to(?! ?¤)|clos(?:es|ing) in|consider(?:s|ing|ed)|weigh(?:s|ing"
    r"|ed)|mull(?:s|ing|ed)"
    r"|explor(?:es|ing|ed)|could|would|(?-i:may)(?! \d)|might|is said to|are said to"
    r"|reportedly|reported to be|rumou?red"
    r"|(?:is|are|be|been|was) raising|(?<!was )(?<!were )said to (?:be|have|near|seek|plan|weigh|value)"
    r"|(?-i:^[A-Z]\w+(?: [A-Z]\w+)? raising)"
    r"|prepar(?:es|ing) (?:to|an?|its)|ey(?:es|eing|ing)|court(?:s|ing)"
    r"|approach(?:es|ed)|offers?|offered|bids?(?! to\b)|finali[sz]ing"
    r"|takeover proposal|term sheet|have since reported|potential(?:ly)?|possible"
    r"|poised to|on the verge|gearing up"
    r"|in line to|float(?:s|ed)|pitch(?:es|ing|ed)|set to (?:raise|close|hit"
    r"|be valued))\b",
    "zh": "洽谈|谈判|磋商|商谈|接洽|讨论|考虑|或将|有望|寻求|探索|开启融资|启动融资"
    "|接触|要约|报价|可能|传出|商讨|正进行|正在进行|筹划|正筹"
    "|接近完成|即将|拟议|据传|或(?:将|高|超|达|以|为|在)",
    "de": r"(?i)\b(?:gespräche\w*|verhandel\w*|verhandlung\w*|könnte\w*|soll|sollen"
    r"|dürfte\w*|würde\w*|erwäg\w*|offenbar|angeblich|kurz vor|im gespräch(?! mit)|angebot|bietet|prüf\w+"
    r"|laut medienbericht\w*)\b",
    "es": r"(?i)\b(?:negocia\w*|conversaciones|podría\w*|estaría\w*|negociaciones|oferta"
    r"|ofrece|estudia|baraja|considera|tendría\w*|valoraría|busca"
    r"|sonde\w*|\w{3,}[ai]rían?|explora\w*|analiza\w*|en suspenso"
    r"|propuesta)\b",
    "fr": r"(?i)\b(?:discussions?|pourparlers|négoci\w*|pourrai\w*|serait|seraient"
    r"|envisage\w*|offre|étudie|discute\w*|aurait|\w{3,}[^t\W]rait|\w{3,}raient|valoriserait|proche d)\b",
    "ja": "交渉|協議|検討|可能性|模索|との見方|打診|提案|見込み",
    "ko": "협상|논의|검토|추진|협의|타진|가능성|제안|알려졌|전망|조율|눈앞",
}
_TARGET = {
    "en": r"\b(?:to invest|valuation to (?:reach|hit|touch)"
    r"|(?-i:^[A-Z][\w.&’']*(?: [A-Z][\w.&]*)? to (?:raise|put|pour|commit))"
    r"|plan(?:s|ned|ning)? to|plans|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|seek(?:s"
    r"|ing)?|sought|look(?:s|ing) to|hop(?:es|ing) to"
    r"|wants to|want to|intend(?:s|ed)?|goal|request for|expect(?:s|ed)?|forecast(?:s|ed)?"
    r"|project(?:s|ed)|projection|propos(?:es|ed|al)"
    r"|by 20[2-4]\d|pledg\w+|promis\w+|on track|ahead of (?:its|an) IPO"
    r"|plots|plotting|will (?:invest|spend|reach|sell|hit|be worth)|price target|set to)\b",
    "zh": "拟|计划|目标|瞄准|预计|力争|冲刺|欲|将达|可达|料其|望达|有意|将投资|将收购|打算|准备",
    "de": r"(?i)\b(?:peilt|will|wollen|plan(?:t|en)|ziel|anstreb\w*|strebt|bis 20[2-4]\d"
    r"|erwartet|soll bis|möchte|beabsichtigt)\b",
    "es": r"(?i)\b(?:prepara su|planea\w*|prevé\w*|espera|apunta|meta|objetivo|quiere"
    r"|pretende|proyecta|aspira|alcanzará|(?:invertir|recaudar|captar|levantar|destinar|desembolsar"
    r"|facturar|superar)án?)\b",
    "fr": r"(?i)\b(?:vise|prépare|veut|prévoit|objectif|compte|souhaite|espère|ambitionne"
    r"|projette|autorise|cherche|investira)\b",
    "ja": "計画|目標|目指|予定|見通し|方針|(?:出資|調達|買収|上場|投資|増資|売却)へ",
    "ko": "목표|준비|계획|예정|나선다|방침|예상|추정",
}
# before the amount, within its clause
_BEFORE = {
    "en": r"\b(?:last valued|previous(?:ly)?|prior|earlier|formerly (?:valued|worth)"
    r"|former (?:\w+ )?(?:valuation|round|price|value|figure|high|peak|mark|record)"
    r"|had (?:been "
    r"|previously |also )?(?:raised|valued|closed|announced|secured|reached|sold|hit)"
    r"|having|up from|down from|leap from|jump from|increase from|compared (?:with"
    r"|to)|since (?:raising|closing)|after (?:raising|closing|nabbing|hitting"
    r"|being valued|its|a|an|the|securing|reaching)"
    r"|original|once|wanted|peak|half (?:of )?(?:its|the)"
    r"|(?:double|doubling|twice|triple|tripling|tripled|doubled"
    r"|quadrupled) (?:its|the|from|that of)(?![^,;]{0,50}\bto\b)"
    r"|(?<!reported that the company )(?<!said the company )(?<!said that it )was (?:last )?valued"
    r"|were valued"
    r"|had been in (?:\w+ )?talks|than its"
    r"|most recent(?:ly)?|last (?:round|raise|year|month)"
    r"|months? after|weeks? after|days? after|year after|compares"
    r"|just (?:\w+ ){1,3}(?:months?|weeks?|years?) (?:after|ago)|versus"
    r"|last(?! (?:year|month|quarter)[’'])|acquired in|bought in|dismantling|unwind"
    r"|when (?:it|they) (?:was|were|had))\b"
    r"|\bmarket cap was\b",
    "zh": "此前|之前|曾以|曾|上一轮|上轮|去年|早前|先前|前一轮|较|相比|当时|前次"
    "|一度(?!突破|超|站上|冲|涨|触|逼近|达到)|原(?=估值|计划|定|价|拟)|原先|原来|以前|年前|个月前",
    "de": r"(?i)\b(?:zuvor|zuletzt|bisher|früher|ehemals|nach zuvor|statt|gegenüber|vorher"
    r"|vor (?:einem|zwei|drei) (?:jahr|monat)\w*|im vorjahr|letzte\w*)\b",
    "es": r"(?i)\b(?:anterior\w*|previamente|antes|frente a|desde los?|había|última ronda"
    r"|en comparación)\b",
    "fr": r"(?i)\b(?:précédent\w*|auparavant|contre|avait|dernière levée|précédemment|par rapport à)\b",
    "ja": "以前|前回|従来|これまで|昨年|前年",
    "ko": "기존|이전|지난해|앞서|직전|종전|작년",
}
# behind the amount, within its clause
_BEHIND = {
    "en": r"\b(?:ago|last (?:year(?![’'])|month(?![’'])|fall|spring|summer|winter|autumn"
    r"|october|november|december|may|june|july|august|september|january|february"
    r"|march|april)"
    r"|a (?:year|month) (?:earlier|before)|previously|earlier (?:this|that|last)"
    r"|back in|at the time|(?:year|month|week) (?:earlier|before|prior)|when (?:it"
    r"|they|the)|in its (?:last|previous|prior))\b",
    "zh": "^.{0,12}(?:前|此前)(?:的|完成)",
    "de": r"(?i)\bvor (?:einem|zwei|drei|wenigen) (?:jahr|monat)\w*|im vorjahr|\bzuvor\b"
    r"|\ballerdings früher",
    "es": r"(?i)\bhace (?:un|dos|tres|\d+|unos) (?:año|mes)\w*|\baños? atrás|\bantes\b|el año pasado",
    "fr": r"(?i)\bil y a (?:un|deux|trois|\d+|quelques) (?:an|mois)\w*|l'an dernier|auparavant",
    "ja": "から(?:上昇|増|引き上げ|倍)|だった前回",
    "ko": "^에서|이었던|였던|대비",
}
_LEFT_FROM = re.compile(
    r"\bfrom (?:just |about |around |a |an |its |under |only )*$|(?:von|desde)"
    r" (?:rund |unos )?$|(?:从|由|高于|远超|超过此前的|自)$",
    re.IGNORECASE,
)
_RIGHT_TO = re.compile(r"^[^.;。；]{0,60}?\b(?:to|auf|a|à)\b|^[^。；]{0,20}(?:到|至|升|增|涨)", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:up|down|leap|jump|rise|rose|tripl\w+|doubl\w+|gestiegen|hausse) [^,]{0,20}$")
# "to $11B from $4B"
_TO_FROM = re.compile(
    r"\b(?:to|auf|a|à)\b[^,;]{0,24}\d[^,;]{0,30}\s(?:from|von|desde|de)(?: just| about| rund)?\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:。；()（）!?！？]|[—–]|\.\s|\sand\s(?=(?:has|is|will|says|said|now|expects|plans|posted)\b)|\s(?:while"
    r"|although|though|but|whereas|as(?= (?:it|they|he|she|the company)\b)|während"
    r"|mientras|tandis)\s|,\s(?=(?:which|up|down|after|having|compared|is|has|will|plans|said|posted"
    r"|announced|hopes|expects"
    r"|double|triple|quadruple|twice|nearly|roughly|almost|including"
    r"|more than (?:double|doubling|triple|tripling|twice|quadruple)|contre|frente|gegenüber|statt)\b)"
)
# what follows the next sum dates that one: "at $8 billion, up from $2 billion a year ago"
_NEXT_SUM = re.compile(
    r"(?:,|\bfrom\b)[^,]{0,30}(?:[$€£¥₹]\s?\d|\d[\d.,]*\s(?:M[ir]|[mb]illi?on|mil\b|mill))"
)
# "Marlin, which is seeking $3 billion, posted revenue of"
_RESUMES = re.compile(
    r",\s(?:which|who)\s[^,]{0,90},\s(?=(?:posted|reported|raised|has|had|made|generated)\b)"
)
# "said it had raised" tells of now
_TOLD = re.compile(
    r"(?i)\bsaid (?:(?:on )?\w+day |\w+ ){0,2}(?:that )?(?:it|they|the company|the startup|the firm) had\b"
)
# what was reported before may still be so
_RUMOUR = re.compile("(?:此前|之前|早前|先前)[^，。]{0,4}(?:报道|消息|传闻|传出|媒体|市场|外界)")
# a Chinese clause under "earlier,"
_EARLIER = re.compile(r"(?:^|[，。])\s*(?:此前|之前|早前|先前)，[^，]{0,30}$")
# "raises $500M, denies sale rumours" denies something else
_ELSE_DENIED = re.compile(
    r"(?i),\s+(?:but |and |while )?(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|rejects?)\s"
    r"(?!(?:it|this|that|the|them|reports?|rais\w+|seeking|being|valuation|funding|talks)\b)"
)
# "Oakhurst, valued at $8 billion, said it would"
_APPOSED = re.compile(r"(?i),\s+(?:\w+ ){0,3}(?:valued|worth)(?: at)?\b[^,]{0,20}$")
# "Oakhurst, last valued at $8 billion, plots a round at": that value is told by the way
_BESIDE = re.compile(
    r"(?i),\s(?:\w+ ){0,3}(?:valued|worth|founded|launched|started|formed"
    r"|created)\b[^,]{0,60},\s"
)
# "Two years ago Oakhurst was worth"
_LONG_AGO = re.compile(
    r"(?i)^\W*(?:just |only |about |less than |more than )?(?:an?|one|two|three|four|five|six|\d+)"
    r" (?:year|month|week)s? ago\b"
)
# "raises $350M after a deal falls apart": what came before is another matter
_THEN = re.compile(r"(?i)\b(?:after|following|despite|since)\b[^,;]*,?")
# "its $15 billion target"
_A_GOAL = re.compile(r"(?i)\s(?:target|goal)\b")
# right before the sum these outweigh any talk
_AIMED = re.compile(
    r"(?i)\b(?:target(?:s|ing|ed)?|aim(?:s|ing)? (?:for|at))\b[^,.;]{0,14}$|(?:目标|瞄准"
    r"|冲刺)[^，。]{0,6}$"
)
# an offer that is taken is no longer talk
_OFFER = re.compile(r"(?i)offer|bid")
_AGREED = re.compile(r"(?i)\b(?:agree[sd]|accept(?:s|ed)|approved|completed|finali[sz]ed|signed|sealed)\b")
# where verbs come last, words of intent stand behind the sum
_BEHIND_REACH = {"ja": 40, "ko": 40, "de": 40, "zh": 12}
_SMALL = re.compile(r"[,，、]\s*")


@lru_cache(maxsize=64)
def _pattern(table: str, language: str) -> re.Pattern[str]:
    tables = {"denied": _DENIED, "talks": _TALKS, "target": _TARGET, "before": _BEFORE, "behind": _BEHIND}
    expression = tables[table].get(language) or tables[table]["en"]
    return re.compile(expression, re.IGNORECASE if language in ("en", "") else 0)


def _clause(sentence: str, start: int, end: int) -> tuple[str, str]:
    """What stands left and right of the amount in its own clause, 140 characters at most each way."""
    left, right = sentence[max(0, start - 140) : start], sentence[end : end + 140]
    ends = [match.end() for match in _CLAUSE.finditer(left)]
    if ends:
        left = left[ends[-1] :]
    if match := _CLAUSE.search(right):
        right = right[: match.start()]
    return left, right


def _former(
    sentence: str, start: int, end: int, language: str, published: datetime | None, grace: int
) -> bool:
    left, right = _clause(sentence, start, end)
    if _LEFT_FROM.search(left) and (
        _RIGHT_TO.match(right) or _CHANGED.search(left[: left.rfind("from")] if "from" in left else left)
    ):
        return True
    left = _RUMOUR.sub("", left)
    if language == "zh" and _EARLIER.search(left):
        return True
    if _LONG_AGO.match(left):
        return True
    left = _BESIDE.sub(" ", _TOLD.sub(" has ", left))
    near_left = _SMALL.split(left)[-1] if language in ("zh", "ja") else left[-90:]
    if _pattern("before", language).search(near_left):
        return True
    if language in ("zh", "ja"):
        right = _SMALL.split(right)[0]
    if _TO_FROM.search(left[-70:]) or _pattern("behind", language).search(_NEXT_SUM.split(right[:70])[0]):
        return True
    return dates.before(left, right, published, grace=grace)


def of(
    sentence: str,
    start: int,
    end: int,
    *,
    language: str,
    published: datetime | None = None,
    grace: int = 0,
    offer: bool = False,
) -> Status:
    """The status of the sum at `start` to `end`.

    A sum of an earlier month or year is a former one; with `grace`, only of a year that many before the last.
    `offer`: words of offering count as talks (they don't where a share offering is meant).
    """
    if _former(sentence, start, end, language, published, grace):
        return Status.PREVIOUS
    _, right = _clause(sentence, start, end)
    before, right = _around(sentence[max(0, start - 220) : start], right, language, grace)
    if _pattern("denied", language).search(_THEN.sub(" ", before) + "¤" + _THEN.sub(" ", right)):
        return Status.DENIED
    return _intended(before, right, language, offer=offer)


def _around(before: str, right: str, language: str, grace: int) -> tuple[str, str]:
    """The words on both sides that speak of the sum, without those that speak of something else."""
    right = _ELSE_DENIED.split(right)[0]
    if resumed := _RESUMES.search(before):
        before = before[resumed.end() :]
    if grace and language in ("zh", "ja"):
        before = _SMALL.split(before)[-1]
    if (apposed := _APPOSED.search(before)) and right.startswith(","):
        before, right = apposed.group(), ""
    return before, right


def _intended(before: str, right: str, language: str, *, offer: bool) -> Status:
    if language in ("ja", "ko") and _pattern("target", language).search(right[:8]):
        return Status.TARGET
    if _AIMED.search(before[-28:]) or _A_GOAL.match(right):
        return Status.TARGET
    talks = _pattern("talks", language).search(before + "¤" + right[:60])
    if talks and not (_OFFER.match(talks.group()) and (not offer or _AGREED.search(before + right))):
        return Status.TALKS
    behind = right[: _BEHIND_REACH.get(language, 0)]
    if language == "zh":
        behind = _SMALL.split(behind)[0]
    if _pattern("target", language).search(before + "¤" + behind):
        return Status.TARGET
    return Status.REPORTED
