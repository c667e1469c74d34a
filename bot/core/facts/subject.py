"""Whose news it is, and whose each sum is."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.companies import Companies
from bot.core.facts import names
from bot.core.facts.names import Name

_VERBS = {
    "en": (
        "raises? raised raising hits? reaches reached valued values valuation is are "
        "seeks? seeking"
        " eyes eyeing closes closed secures? secured lands landed nabs nabbed bags "
        "bagged scores scored snags launches launched"
        " emerges emerged tops surpasses becomes became nears nearing doubles triples "
        "quadruples doubled tripled"
        " soars jumps jumped climbs plans aims targets wants wanted files prices buys "
        "acquires acquired bought reportedly just gets got"
        " announces announced says said tells will could may might would has had was "
        "were worth now completes completed confirms considers"
        " weighs mulls explores denies denied sells joins joined crosses crossed passes "
        "reports debuts debuted goes went set looks draws pulls adds signs makes"
        " made agrees agreed invests invested leads led backs backed bags inks picks "
        "quietly still rockets surges slips falls dips unveils expects grew generates"
        " did paid spends saw nets wins won claims rejects dismisses grabs hauls "
        "attracts delivers commands fetches"
    ),
    "de": (
        "sammelt sammelte erhält holt kauft übernimmt knackt will plant peilt steigt "
        "wird ist bekommt sichert schließt erreicht verkauft"
        " investiert verhandelt könnte soll gelingt macht steckt zahlt hat sucht strebt "
        "wächst verdoppelt verdreifacht nimmt erzielt meldet"
        " überschreitet übertrifft legt geht kommt wurde setzt dementiert steht erwägt"
    ),
    "es": (
        "obtiene obtuvo recauda recaudó levanta levantó capta captó consigue cierra "
        "cerró anuncia anunció adquiere adquirió compra compró alcanza"
        " alcanzó logra invierte registra le se busca negocia planea recibe recibió vale "
        "es supera duplica triplica ya está estaría podría niega"
        " desmiente vende prepara estudia ha dice"
    ),
    "fr": (
        "lève boucle annonce rachète acquiert investit atteint vaut obtient décroche "
        "veut serait est s'offre réunit négocie devient dépasse"
        " double triple a dément vise prépare discute pourrait cherche valorisée? signe "
        "récolte franchit envisage"
    ),
}
_PREPOSITION = re.compile(
    r"^(?:with|after|in|as|while|when|despite|following|by|on|at|for|from|since|under"
    r"|according|mit|nach|bei|con|tras|según|avec|après|selon|how|why|but|and)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:[’']s)?\s+(?:CEO|CTO|CFO|chief|president|founder|co-?founder|boss|chair\w*"
    r"|executive|cofounder)\b",
    re.IGNORECASE,
)
# a name behind an office is a person's
_TITLED = re.compile(
    r"(?i)\b(?:CEO|CTO|CFO|president|founders?|co-?founder|boss|chairman|executive"
    r"|prince|judge|entrepreneur|by)\s+$"
)
_WITHIN = re.compile(r"\b(?:with|against|for|over|about|from|after|on|into|than|gegen|contra|contre)\b")
_SPEAKS = re.compile(r"(?:says|said|tells|told|thinks|on|leaves|joins|wants)$", re.IGNORECASE)
_SEGMENT = re.compile(r"\s[|–—-]\s|[|｜丨:：?？]\s*")
# "How Rillet raised …" tells of Rillet
_ASKS = re.compile(r"^(?:how|why|inside|exclusive:|sources?:|update:|report:)\s+", re.IGNORECASE)
_OUTLET = re.compile(r"\s(?:[|–—-])\s[^|–—]{2,40}$")
# what follows is the one that is bought, backed or invested in
_OBJECT = {
    "en": re.compile(
        r"\b(?:valu(?:es|e|ing|ed)(?=\s+[A-Z][\w .&’'-]{1,40}? at\b)|acquisition of"
        r"|takeover of|purchase of|buyout of|bid for|offer for|offer to (?:buy|acquire)"
        r"|(?:to |will )?(?:reportedly )?(?:acquires?|acquired|buys?|bought|purchases?"
        r"|snaps up|acquiring|buying|take over|takes over)|merger with"
        r"|round for|funding for|investment in|invests? (?:\S+ ){1,4}in(?:to)?"
        r"|invested (?:\S+ ){1,4}in(?:to)?|stake in|stakes in|bets? (?:\S+ ){1,3}on"
        r"|sale of|sell(?:ing)?|backs?)\s+",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:bewerten?|bewertet(?=\s+(?:den |die |das )?[A-Z][\w .&-]{1,40}? mit\b)"
        r"|übernahme (?:von|des|der)|kauft|übernimmt|kauf von|kauf des|erwirbt"
        r"|schluckt)\s+",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:valora(?:n|ría)? a(?: la \w+)?|adquiere|compra|adquisición de|comprar"
        r"|compra de|adquirir|participación (?:\w+ )?en|invertirá [^.]{0,30} en)\s+",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:valorise(?:nt)?|rachète|rachat d[e’']|acquisition d[e’']|acquiert|s[’']offre|racheter)\s*",
        re.IGNORECASE,
    ),
}
_OBJECT_END = re.compile(
    r"\s(?:for|in|at|by|from|with|to|as|für|um|von|por|en|pour|à|par|-|–|—)\s|[,;:(|]"
    r"|\s(?=[$€£¥₹])|\sAn\b|\san$"
)
_SALE = re.compile(r"^(?:[$€£¥₹]?\S+ )?(?:shares?|stock|stakes?|bonds?|debt|more|up|\d)", re.IGNORECASE)
# "$2B Manus deal", "eBay takeover"
_MODIFIER = re.compile(
    rf"(?:[BMbnk]|illion|dollar|USD"
    rf"|€)\s+({names._WORD}(?: {names._WORD}){{0,2}})\s+(?:deal|acquisition|takeover"
    rf"|merger|sale|buyout|bid)\b"
)

_FOUNDED = re.compile(
    r"(?:打造|成立|创立|创办|筹建|组建|孵化|新设|拟推|分拆|拆分)[^，。]{0,24}(?:公司|企业|实验室|新实体|实体)"
)
_NAMED = re.compile(
    r"(?:名为|命名为|取名为?|叫做?|暂名|(?:公司|企业|实体"
    r"|实验室)(?=[「“\"]))\s*[「“\"《]?([A-Za-z][\w .&-]*\w"
    r"|[^，。“”「」《》（）\s]{2,10}?)[」”\"》]?(?=[\s，。的（(」”]|$)"
)
_SHORT = re.compile(r"[（(](?:以下|下文)?简?称[：:]?[「“\"]([^」”\"]{2,12})[」”\"]")
# the money comes from, or the word goes to, the one named next
_GIVES = re.compile(r"(?:从|由|向|被|据|获|援引|联合|携手|[、和及与])$")
_CHINESE_NAME = re.compile(
    r"(?:[^，。：|｜]{0,24}?(?:公司|企业|厂商|品牌|平台|独角兽|创企|初创|巨头|服务商|开发商|团队|新秀|黑马|消息称|曝|传))?"
    r"[「“\"]?([\u4e00-\u9fff·]{2,8}?)[」”\"]?\s*(?:近日|日前|今日|正式|已|再|连续|连|又|拟|正在|正|将)?\s*"
    r"(?:宣布|完成|获得|获|拿下|寻求|估值|市值|洽谈|融资|营收|上市|启动|以|入局|冲刺|赴|收获|斩获|迎来|递表|官宣|创立|成立|发布|推出"
    r"|收购|募资|出售|开启)"
)
# those around a company are not the company
_HANGER_ON = re.compile(r"(?:股东|创始人|CEO|股价|总裁|董事长|方面|公司)+$")
_KOREAN_NAME = re.compile(r"([\w&.]+)(?:이|가|은|는)?\s*[,，]|^([\w&.]+?)(?:이|가|은|는)\s")
_JAPANESE_NAME = re.compile(
    r"^(?:[^、。「」]{0,20}(?:企業|会社|ベンチャー|スタートアップ|大手)の?)?[「]?([^、。「」\s]{2,20}?)[」]?(?:、|が"
    r"|は|の(?:評価|時価|売上|企業価値)|，)"
)


# verbs that are such only before certain words
_VERBS_BEFORE = {
    "en": r"in (?:\w+ )?(?:talks|discussions|negotiations)|more than (?:doubl|tripl"
    r"|quadrupl)\w+"
    r"|to (?:raise|buy|acquire|invest|sell|be valued|go public|lead|hit|reach|pay"
    r"|merge|seek|double|launch)|on (?:track|the cusp|the verge)"
}


@lru_cache(maxsize=16)
def _verbs(language: str) -> re.Pattern[str]:
    words = "|".join(_VERBS.get(language, _VERBS["en"]).split())
    if language in _VERBS_BEFORE or language not in _VERBS:
        words = f"{_VERBS_BEFORE['en']}|{words}"
    return re.compile(rf"(?<=[\w’'\"”),])\s+(?:{words})(?![\w’'-])", re.IGNORECASE)


def _head(phrase: str, found: list[Name]) -> list[Name]:
    """The names up to the first preposition behind one: "Oakhurst's feud with Marlin" is Oakhurst's."""
    for place in range(1, len(found)):
        if _WITHIN.search(phrase[found[place - 1].end : found[place].start]):
            return found[:place]
    return found


def _pick(phrase: str, companies: Companies, verb: str) -> str:
    """The company in the noun phrase before a verb: its last name, unless that is a person's."""
    found = [
        name
        for name in names.find(phrase, companies)
        if not re.match(r"-(?:backed|owned|based|led|funded)", phrase[name.end :])
        and not _TITLED.search(phrase[: name.start])
        and not phrase[: name.start].casefold().endswith(("ex-", "former "))
    ]
    if not found:
        return ""
    found = _head(phrase, found)
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
    phrases = [part.strip(" 🧠👋👀") for part in re.split(r",\s+|\s–\s|\s—\s", text[: verb.start()])]
    guesses = [
        (phrase, _pick(phrase, companies, verb.group()))
        for phrase in phrases
        if not _PREPOSITION.match(phrase)
    ]
    guesses = [(phrase, name) for phrase, name in guesses if name]
    bare = [name for phrase, name in guesses if len(phrase) <= len(name) + 3]
    if guesses and bare and guesses[0][1] != bare[0] and "of" in guesses[0][0].split():
        # "One of Berlin's young startups, Lumen, just crossed …"
        return bare[-1]
    return guesses[0][1] if guesses else ""


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
        if rest.startswith("by "):
            # bought by somebody: the one that the verb is said of
            return before_verb(text, companies, language)
        if _SALE.match(rest):
            continue
        end = _OBJECT_END.search(rest)
        found = names.find(rest[: end.start()] if end else rest, companies)
        if found:
            return found[-1].company if end or len(found) == 1 else found[0].company
    return ""


def _chinese_object(text: str, companies: Companies) -> str:
    match = re.search(
        r"(?:收购|并购|买下|入股|投资|出售|向|領投|领投)(?:了)?(?:电商平台|公司|初创公司|企业|该)?\s*", text
    )
    while match:
        mentions = companies.find(text[match.end() : match.end() + 24])
        if mentions and mentions[0].start <= 12:
            return mentions[0].company
        match = re.compile(r"(?:收购|并购|买下|入股|出售)\s*").search(text, match.end())
    return ""


def of_title(title: str, text: str, companies: Companies, language: str) -> str:
    """Whose news the title tells; "" where its grammar doesn't say."""
    if language in ("zh", "ja", "ko"):
        return _eastern(title, text, companies, language)
    stripped = _ASKS.sub("", _OUTLET.sub("", title))
    for segment in _SEGMENT.split(stripped):
        if not re.search(
            r"(?i)\b(?:acqui|buy|bought|takeover|merger|valu|bewert|valor|round (?:for|in)"
            r"|stake|invest|kauf|übern|compra|adqui|rach|acqui|deal|bid|offer)",
            segment,
        ):
            continue
        if found := object_of(segment, companies, language):
            return found
    for segment in _SEGMENT.split(stripped):
        if found := before_verb(segment, companies, language):
            return found
    known = companies.find(title)
    if known:
        return known[0].company
    first, *rest = _SEGMENT.split(stripped)
    if rest and len(first) < 60 and language == "de":
        return next((name.company for name in reversed(names.find(first, companies))), "")
    return ""


def guess(title: str, companies: Companies, language: str) -> str:
    """The first name of a title that says nothing of anybody, for want of better; "" without one."""
    if language in ("zh", "ja", "ko"):
        return ""
    stripped = _ASKS.sub("", _OUTLET.sub("", title))[:80]
    found = names.find(stripped, companies)
    return _pick(stripped[: found[0].end + 12], companies, "") if found and found[0].start < 30 else ""


def _eastern(title: str, text: str, companies: Companies, language: str) -> str:
    lead = text[:600]
    if language == "zh":
        if _FOUNDED.search(title) and (named := _NAMED.search(lead)):
            return named.group(1).strip()
        if bought := re.search(r"收购|并购|买下|入股|要约", title):
            target = companies.find(title[bought.end() :]) or companies.find(title)[1:]
            if target:
                return target[0].company
    if language == "zh":
        return _chinese(title, lead, companies)
    known = companies.find(title)
    if known:
        return known[0].company
    match = (_KOREAN_NAME if language == "ko" else _JAPANESE_NAME).search(title)
    return next((group for group in match.groups() if group), "") if match else ""


def _chinese(title: str, lead: str, companies: Companies) -> str:
    """The first name that acts in a Chinese title, known or in Latin letters or before a verb of dealing."""
    for name in names.find_latin(title, companies):
        behind, ahead = title[name.end : name.end + 3].lstrip(), title[: name.start].rstrip()
        if not behind.startswith(("、", "和", "等", "及", "支持", "投资的")) and not _GIVES.search(ahead):
            return name.company
    if short := _SHORT.search(lead):
        return short.group(1)
    for segment in re.split(r"[，。：丨|｜！]", title):
        if match := _CHINESE_NAME.match(segment.strip()):
            return _HANGER_ON.sub("", match.group(1).strip())
    return ""


# between a name and the cue that speaks of it
_SPOKEN_OF = re.compile(
    r"^(?:[’']s(?: [\w-]+){0,3}|\s*[,(—–-]?\s*(?:which|that|who)?\s*(?:is|was|were"
    r"|has been|had been|been)?\s*(?:now|last|most recently|reportedly|recently"
    r"|already|currently|since|itself)?)\s*$",
    re.IGNORECASE,
)


def alike(one: str, other: str) -> bool:
    """Whether one name is the other cut short: "Peec" and "Peec AI", "AMI" and "AMI Labs"."""
    short, full = sorted((_letters(one), _letters(other)), key=len)
    return len(short) > 1 and full.startswith(short)


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


_VALUES = re.compile(r"(?i)valu\w+\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}$")
_VALUED = re.compile(
    r"(?i)valued|worth|valuation|market|bewert|wert|valorad|valorisé|last valued|IPO|revenue|shares"
)
_GENERIC = re.compile(
    r"(?i)\b(?:the|this|der|die|das|la|el|le|l’|l')\s?(?:[\w-]+\s+){0,3}?(?:company"
    r"|startup|start-up|firm|maker|lab|business|group|unternehmen|start-up|firma"
    r"|compañía|empresa|entreprise|société)\b"
)
_NEAR_PRONOUN = re.compile(
    r"(?i)\b(?:(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:company|startup|start-up|firm|lab"
    r"|maker)|it|they)(?:\s+(?:has|had|have|was|is|just|also|recently|now|been"
    r"|already|would|will|could|be|announced|said))*\s+$"
)
_PRONOUN = re.compile(
    r"^\W*(?:(?:the|this|der|die|das|la|el|le|l’|l'|cette"
    r"|esta)\s+(?:[\w-]+\s+){0,2}?(?:company|startup|start-up|firm|lab|round|deal"
    r"|investment|funding|maker|raise|transaction|financing|unternehmen|start-up"
    r"|firma|runde|compañía|empresa|ronda|entreprise|société|opération)|it|its|they)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r";\s|\s(?:while|whereas|although)\s|[,，]\s(?:while|whereas|but|and)\s|—|–")
_INVESTOR = re.compile(
    r"(?:led by|backed by|from|by|with|investors?|including|joined by"
    r"|participation of|von|por|par)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def spoken_of(sentence: str, cue: int, start: int, found: list[Name], subject: str) -> str:
    """The name right beside the cue that it must mean: "OpenAI, valued at", "values OpenAI at"; "" for none."""
    first = min(cue, start)
    for name in reversed(found):
        if cue < name.start and name.end <= start and name.company != subject:
            if _VALUES.match(sentence[cue : name.start]) and not _INVESTOR.search(sentence[: name.start]):
                return name.company
        if name.end <= first and first - name.end < 70 and _VALUED.match(sentence, cue):
            if _SPOKEN_OF.match(sentence[name.end : first]):
                return name.company
    return ""


def owner(
    sentence: str,
    cue: int,
    start: int,
    *,
    subject: str,
    found: list[Name],
    language: str,
    companies: Companies,
) -> str:
    """Whose sum it is that stands at `start` under the cue at `cue`."""
    first = min(cue, start)
    if subject and (
        _NEAR_PRONOUN.search(sentence[max(0, first - 60) : first])
        or (cue < start and _GENERIC.search(sentence[cue:start]))
    ):
        return subject
    if name := spoken_of(sentence, cue, start, found, subject):
        return name
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
        if _PRONOUN.match(rest) or before_verb(rest.split(",")[0], companies, language):
            begin = match.end()
    clause = sentence[begin:place] + " is"
    if _PRONOUN.match(clause):
        return subject
    named = before_verb(clause, companies, language)
    if subject and named and named != subject and not companies.canonical(named) and subject in clause:
        # a guess never outweighs the one whose news it is
        return subject
    return named or subject
