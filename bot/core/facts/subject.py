"""Whose news it is, and whose each sum is."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.companies import Companies
from bot.core.facts import names
from bot.core.facts.names import Name

_VERBS = {
    "en": (
        "raises? raised raising hits? reaches reached valued values valuation is are in(?= (?:\\w+ )?(?:talks|discussions|negotiations)) seeks? seeking"
        " eyes eyeing closes closed secures? secured lands landed nabs nabbed bags bagged scores scored snags launches launched"
        " emerges emerged tops surpasses becomes became nears nearing doubles triples quadruples more(?= than) doubled tripled"
        " soars jumps jumped climbs plans aims targets wants wanted files prices buys acquires acquired bought to reportedly just gets got"
        " announces announced says said tells will could may might would has had was were worth now completes completed confirms considers"
        " weighs mulls explores denies denied sells joins joined crosses crossed passes reports debuts debuted goes went set looks draws pulls adds signs makes"
        " made agrees agreed invests invested leads led backs backed bags inks picks quietly still rockets surges slips falls dips unveils expects grew generates"
        " on(?= (?:track|cusp|verge)) did paid spends saw nets wins won claims rejects dismisses grabs hauls attracts delivers commands fetches"
    ),
    "de": (
        "sammelt sammelte erhält holt kauft übernimmt knackt will plant peilt steigt wird ist bekommt sichert schließt erreicht verkauft"
        " investiert verhandelt könnte soll gelingt macht steckt zahlt hat sucht strebt wächst verdoppelt verdreifacht nimmt erzielt meldet"
        " überschreitet übertrifft legt geht kommt wurde setzt dementiert steht erwägt"
    ),
    "es": (
        "obtiene obtuvo recauda recaudó levanta levantó capta captó consigue cierra cerró anuncia anunció adquiere adquirió compra compró alcanza"
        " alcanzó logra invierte registra le se busca negocia planea recibe recibió vale es supera duplica triplica ya está estaría podría niega"
        " desmiente vende prepara estudia ha dice"
    ),
    "fr": (
        "lève boucle annonce rachète acquiert investit atteint vaut obtient décroche veut serait est s'offre réunit négocie devient dépasse"
        " double triple a dément vise prépare discute pourrait cherche valorisée? signe récolte franchit envisage"
    ),
}
_PREPOSITION = re.compile(
    r"^(?:with|after|in|as|while|when|despite|following|by|on|at|for|from|since|under|according|mit|nach|bei|con|tras|según|avec|après|selon|how|why|but|and)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:[’']s)?\s+(?:CEO|CTO|CFO|chief|president|founder|co-?founder|boss|chair\w*|executive|cofounder)\b", re.IGNORECASE
)
_SPEAKS = re.compile(r"(?:says|said|tells|told|thinks|on|leaves|joins|wants)$", re.IGNORECASE)
_SEGMENT = re.compile(r"\s[|–—-]\s|[|｜丨:：]\s*")
_OUTLET = re.compile(r"\s(?:[|–—-])\s[^|–—]{2,40}$")
# what follows is the one that is bought, backed or invested in
_OBJECT = {
    "en": re.compile(
        r"\b(?:acquisition of|takeover of|purchase of|buyout of|bid for|offer for|offer to (?:buy|acquire)|(?:to |will )?(?:reportedly )?(?:acquires?|acquired|buys?|bought|purchases?|snaps up|acquiring|buying|take over|takes over)|merger with"
        r"|round for|round in|funding for|investment in|invests? (?:\S+ ){1,4}in(?:to)?|invested (?:\S+ ){1,4}in(?:to)?|stake in|stakes in|bets? (?:\S+ ){1,3}on|sale of|sell(?:ing)?|backs?)\s+",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:übernahme (?:von|des|der)|kauft|übernimmt|kauf von|kauf des|erwirbt|schluckt)\s+", re.IGNORECASE),
    "es": re.compile(r"\b(?:adquiere|compra|adquisición de|comprar|compra de|adquirir|participación (?:\w+ )?en|invertirá [^.]{0,30} en)\s+", re.IGNORECASE),
    "fr": re.compile(r"\b(?:rachète|rachat d[e’']|acquisition d[e’']|acquiert|s[’']offre|racheter)\s*", re.IGNORECASE),
}
_OBJECT_END = re.compile(r"\s(?:for|in|at|by|from|with|to|as|für|um|von|por|en|pour|à|par|-|–|—)\s|[,;:(|]|\s(?=[$€£¥₹])|\sAn\b|\san$")
_SALE = re.compile(r"^(?:[$€£¥₹]?\S+ )?(?:shares?|stock|stakes?|bonds?|debt|more|up|\d)", re.IGNORECASE)
# "$2B Manus deal", "eBay takeover"
_MODIFIER = re.compile(rf"(?:[BMbnk]|illion|dollar|USD|€)\s+({names._WORD}(?: {names._WORD}){{0,2}})\s+(?:deal|acquisition|takeover|merger|sale|buyout|bid)\b")

_FOUNDED = re.compile(r"(?:打造|成立|创立|创办|筹建|组建|孵化|新设)[^，。]{0,24}(?:公司|企业|实验室)")
_NAMED = re.compile(
    r"(?:名为|命名为|取名为?|叫做?|暂名)\s*[「“\"《]?([A-Za-z][\w .&-]*\w|[^，。“”「」《》（）\s]{2,10}?)[」”\"》]?(?=[\s，。的（(」”]|$)"
)
_SHORT = re.compile(r"[（(](?:以下|下文)?简?称[：:]?[「“\"]([^」”\"]{2,12})[」”\"]")
_CHINESE_NAME = re.compile(
    r"(?:^|[，。：丨|｜\s])(?:[^，。：|｜]{0,24}?(?:公司|企业|厂商|品牌|平台|独角兽|创企|初创|巨头|服务商|开发商|团队|新秀|黑马))?"
    r"[「“\"]?([A-Za-z][\w .&-]{1,30}?|[\u4e00-\u9fff·]{2,8}?)[」”\"]?\s*(?:近日|日前|今日|正式|已|再|连续)?(?:宣布|完成|获得|获|拿下|正寻求|寻求|估值|市值|拟|正在|正洽谈|洽谈|融资|营收|上市|启动|将以)"
)
_KOREAN_NAME = re.compile(r"([\w&.]+)(?:이|가|은|는)?\s*[,，]|^([\w&.]+?)(?:이|가|은|는)\s")
_JAPANESE_NAME = re.compile(r"^(?:[^、。「」]{0,20}(?:企業|会社|ベンチャー|スタートアップ|大手)の?)?[「]?([^、。「」\s]{2,20}?)[」]?(?:、|が|は|の(?:評価|時価|売上|企業価値)|，)")


@lru_cache(maxsize=16)
def _verbs(language: str) -> re.Pattern[str]:
    words = _VERBS.get(language, _VERBS["en"]).split(" ")
    # "in(?= talks)" holds spaces of its own
    joined = "|".join(words) if language != "en" else re.sub(r"\s+(?![^()]*\))", "|", _VERBS["en"])
    return re.compile(rf"(?<=[\w’'\"”),])\s+(?:{joined})(?![\w’'-])", re.IGNORECASE)


def _pick(phrase: str, companies: Companies, verb: str) -> str:
    """The company in the noun phrase before a verb: its last name, unless that is a person's."""
    found = [
        name
        for name in names.find(phrase, companies)
        if not re.match(r"-(?:backed|owned|based|led|funded)", phrase[name.end :])
    ]
    if not found:
        return ""
    for name in found:
        if _OFFICE.match(phrase[name.end :]):
            return name.company
    last = found[-1]
    if len(found) > 1 and _SPEAKS.search(verb) and phrase[found[0].end :].startswith(("’s ", "'s ")):
        return found[0].company
    return last.company


def before_verb(text: str, companies: Companies, language: str) -> str:
    """The company that the sentence's first verb is said of; "" without one."""
    verb = _verbs(language).search(text[:300])
    if not verb:
        return ""
    for segment in re.split(r",\s+|\s–\s|\s—\s", text[: verb.start()]):
        if _PREPOSITION.match(segment.strip(" 🧠👋👀")):
            continue
        if found := _pick(segment, companies, verb.group()):
            return found
    return ""


def object_of(text: str, companies: Companies, language: str) -> str:
    """The company that is bought, backed or invested in by the words of the text; "" without one."""
    pattern = _OBJECT.get(language)
    if not pattern:
        return _chinese_object(text, companies)
    if match := _MODIFIER.search(text):
        if name := names.find(match.group(1), companies):
            return name[0].company
    for match in pattern.finditer(text[:600]):
        rest = text[match.end() : match.end() + 90]
        if _SALE.match(rest):
            continue
        end = _OBJECT_END.search(rest)
        found = names.find(rest[: end.start()] if end else rest, companies)
        if found:
            return found[-1].company if end or len(found) == 1 else found[0].company
    return ""


def _chinese_object(text: str, companies: Companies) -> str:
    match = re.search(r"(?:收购|并购|买下|入股|投资|出售|向|領投|领投)(?:了)?(?:电商平台|公司|初创公司|企业|该)?\s*", text)
    while match:
        mentions = [m for m in companies.find(text[match.end() : match.end() + 24])]
        if mentions and mentions[0].start <= 12:
            return mentions[0].company
        match = re.compile(r"(?:收购|并购|买下|入股|出售)\s*").search(text, match.end())
    return ""


def of_title(title: str, text: str, companies: Companies, language: str) -> str:
    """Whose news the title tells; "" where its grammar doesn't say."""
    if language in ("zh", "ja", "ko"):
        return _eastern(title, text, companies, language)
    stripped = _OUTLET.sub("", title)
    for segment in _SEGMENT.split(stripped):
        if not re.search(r"(?i)\b(?:acqui|buy|bought|takeover|merger|round (?:for|in)|stake|invest|kauf|übern|compra|adqui|rach|acqui|deal|bid|offer)", segment):
            continue
        if found := object_of(segment, companies, language):
            return found
    for segment in _SEGMENT.split(stripped):
        if found := before_verb(segment, companies, language):
            return found
    known = companies.find(title)
    return known[0].company if known else ""


def _eastern(title: str, text: str, companies: Companies, language: str) -> str:
    lead = text[:600]
    if language == "zh":
        if _FOUNDED.search(title) and (named := _NAMED.search(lead)):
            return named.group(1).strip()
        if bought := re.search(r"收购|并购|买下|入股|要约", title):
            target = companies.find(title[bought.end() :]) or companies.find(title)[1:]
            if target:
                return target[0].company
    known = companies.find(title)
    if known:
        return known[0].company
    if language == "zh":
        if short := _SHORT.search(lead):
            return short.group(1)
        match = _CHINESE_NAME.search(title)
        return match.group(1).strip() if match else ""
    match = (_KOREAN_NAME if language == "ko" else _JAPANESE_NAME).search(title)
    return next((group for group in match.groups() if group), "") if match else ""


# between a name and the cue that speaks of it
_SPOKEN_OF = re.compile(
    r"^(?:[’']s(?: [\w-]+){0,3}|\s*[,(—–-]?\s*(?:which|that|who)?\s*(?:is|was|were|has been|had been|been)?\s*(?:now|last|most recently|reportedly|recently|already|currently|since|itself)?)\s*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^\W*(?:(?:the|this|der|die|das|la|el|le|l’|l'|cette|esta)\s+(?:[\w-]+\s+){0,2}?(?:company|startup|start-up|firm|lab|round|deal|investment|funding|maker|raise|transaction|financing|unternehmen|start-up|firma|runde|compañía|empresa|ronda|entreprise|société|opération)|it|its|they)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r";\s|\s(?:while|whereas|although|but|and)\s|[,，]\s(?:while|whereas|but|and)\s|—|–")
_INVESTOR = re.compile(r"(?:led by|backed by|from|by|with|investors?|including|joined by|participation of|von|por|par)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def owner(sentence: str, cue: int, start: int, end: int, *, subject: str, found: list[Name], language: str, companies: Companies) -> str:  # noqa: PLR0913 - a place and all that may own it
    """Whose sum it is that stands at `start` to `end` under the cue at `cue`."""
    first = min(cue, start)
    for name in reversed(found):
        if cue < start and cue < name.start and name.end <= start and name.company != subject and not _INVESTOR.search(sentence[: name.start]):
            between = sentence[cue : name.start]
            if re.match(r"(?i)valu\w+\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}$", between):
                return name.company
        if name.end <= first and first - name.end < 70 and _SPOKEN_OF.match(sentence[name.end : first]):
            return name.company
    if language in ("zh", "ja", "ko"):
        return _eastern_owner(sentence, first, found, subject)
    return _clause_owner(sentence, first, companies, subject, language)


def _eastern_owner(sentence: str, place: int, found: list[Name], subject: str) -> str:
    clause = max(sentence.rfind(mark, 0, place) for mark in "，。；,;") + 1
    inside = [name for name in found if clause <= name.start < place]
    if any(name.company == subject for name in inside):
        return subject
    return inside[-1].company if inside else subject


def _clause_owner(sentence: str, place: int, companies: Companies, subject: str, language: str) -> str:
    begin = 0
    for match in _CLAUSES.finditer(sentence, max(0, place - 260), place):
        rest = sentence[match.end() : place]
        if _PRONOUN.match(rest) or before_verb(rest, companies, language):
            begin = match.end()
    clause = sentence[begin:place] + " is"
    if _PRONOUN.match(clause):
        return subject
    named = before_verb(clause, companies, language)
    return named or subject
