"""The company that something is done to: bought, backed, valued, invested in."""

from __future__ import annotations

import re

from bot.core.companies import Companies
from bot.core.facts import names
from bot.core.facts.grammar import before_verb
from bot.core.sought import Sought

# what follows is the one that is bought, backed or invested in
_OBJECT = {
    "en": re.compile(
        r"\b(?:raises? (?:\S+ ){1,3}?for(?=\s+(?:[\w-]+ ){0,3}?(?:start-?up|venture|company|lab) (?-i:[A-Z]))"
        r"|valu(?:es|e|ing|ed)(?=\s+[A-Z][\w .&’'-]{1,40}? at\b)|acquisition of"
        r"|takeover of|deal (?:for|to (?:buy|acquire))|purchase of|buyout of|bid for"
        r"|offer for|offer to (?:buy|acquire)"
        r"|(?:to |will )?(?:reportedly )?(?:acquires?|acquired|buys?|bought|purchases?"
        r"|snaps up|acquiring|buying|take over|takes over)(?: [\d.]+(?:%| percent) of)?|merger with"
        r"|round for|round in(?= [A-Z])|funding for|investment in|invests? (?:\S+ ){1,7}?in(?:to)?"
        r"|invested (?:\S+ ){1,7}?in(?:to)?|invest in(?=\s+(?-i:[A-Z])[\w.]+(?: \w+)? at\b)"
        r"|(?:puts?|pours?|plows?|pumps?|injects?|sinks?|commits?) (?:\S+ ){1,6}?into"
        r"|(?:commits?|committed|pledges?|pledged) (?:up to )?[$€£¥₹]\S+ (?:\w*illion )?to(?= (?-i:[A-Z]))"
        r"|stake in|stakes in|bets? (?:\S+ ){1,3}on"
        r"|(?:offers?|offered|bids?|pays?|paid)"
        r" (?:(?:about|around|nearly|over|up to|roughly|more than) )?"
        r"[$€£¥₹]\S+ (?:\w*illion |[bmt]n? )?(?:in cash )?for"
        r"|sale of|sell(?:ing)?|(?:sells|sold"
        r"|offloads)(?=\s+(?-i:[A-Z])[^.;$€£¥₹]{1,40} for (?:[\w-]+ ){0,3}[$€£¥₹])|backs?)\s+",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:(?:legt|legte|blättert|zahlt|bietet) für|bewerten?|bewertet(?=\s+(?:den |die "
        r"|das )?[A-Z][\w .&-]{1,40}? mit\b)"
        r"|übernahme (?:von|des|der)|kauft(?! sich)|übernimmt|kauf von|kauf des|erwirbt"
        r"|schluckt|kauft sich [^.;]{0,50}? bei|in(?=\s+(?-i:[A-Z])[\w.]+(?: \w+)? (?:stecken|investieren"
        r"|pumpen))|steigt bei"
        r"|beteiligt sich an)\s+",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:valora(?:n|ría)? a(?: la \w+)?|adquiere|compra|adquisición de|comprar"
        r"|compra de|adquirir|participación (?:\w+ )?en|(?:invertirá|invierte|invertir|inyecta) (?:[^.]"
        r"|\.\d){0,40}? en)\s+",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:valorise(?:nt)?|rachète|rachat d[e’']|s[’']offrir|acquérir|acquisition d[e’']|acquiert"
        r"|s[’']offre|racheter)\s*",
        re.IGNORECASE,
    ),
}
_OBJECT_END = re.compile(
    r"\s(?:for|in|at|by|from|with|to|as|für|um|von|por|en|pour|à|par|-|–|—)\s|[,;:(|]"
    r"|\s(?=[$€£¥₹])|\sAn\b|\san$"
)
_RIVAL = re.compile(r"^(?:-\w+)?\s(?:rival|competitor|challenger|backer|supplier|spin-?off|spinout|parent)\b")
# "valuing AI DevOps company at": the one whose news it is
_NAMELESS = re.compile(r"(?:^|\s)(?:company|start-?up|firm|maker|lab|business|developer|unicorn)$")
# "Tarnwell's $2 billion sale to Oakhurst"
_SOLD = Sought(
    rf"({names._WORD}(?: {names._WORD}){{0,2}})[’']s? (?:[$€£¥₹]\S+ (?:\w*illion )?)?(?:\w+ )?"
    r"(?:sale|takeover|buyout|acquisition) (?:to|by)\b"
)
_WHOSE = re.compile(r"^[’']s (?=[A-Z])")
_SALE = re.compile(r"^(?:[$€£¥₹]?\S+ )?(?:shares?|stock|stakes?|bonds?|debt|more|up|\d)", re.IGNORECASE)
# "$2B Manus deal", "eBay takeover"
_MODIFIER = re.compile(
    rf"(?:[BMbnk]|illion|dollar|USD"
    rf"|€)\s+({names._WORD}(?: {names._WORD}){{0,2}})\s+(?:deal|acquisition|takeover"
    rf"|merger|sale|buyout|bid)\b"
)


# "lifts Tarnwell bid", "sells entire Tarnwell stake"
_MENDED = re.compile(
    r"\b(?:lifts|raises|sweetens|boosts|ups|extends|drops|weighs|launches|makes|blocks|clears|approves"
    r"|completes"
    rf"|closes|mulls|considers|abandons) ({names._WORD}(?: {names._WORD}){{0,2}})"
    r" (?:bid|offer|takeover|acquisition"
    r"|buyout|purchase|merger)\b"
    rf"|\b(?:marks (?:down|up)|sells|sold|dumps|exits|trims|takes|buys|bought|builds|increases) (?:(?:its"
    rf"|entire|whole"
    rf"|remaining|\d+%) )*"
    rf"({names._WORD}(?: {names._WORD}){{0,2}}) (?:stake|holding)\b"
)


def object_of(text: str, companies: Companies, language: str) -> str:
    """The company that is bought, backed or invested in by the words of the text; "" without one."""
    pattern = _OBJECT.get(language)
    if not pattern:
        return _chinese_object(text, companies)
    match = _SOLD.search(text) or _MODIFIER.search(text) or _MENDED.search(text)
    if match and (found := names.find(match.group(1) or match.group(2), companies)):
        return found[0].company
    for match in pattern.finditer(text[:600]):
        rest = text[match.end() : match.end() + 90]
        if rest.startswith("by "):
            # bought by somebody: the one that the verb is said of
            return before_verb(text, companies, language)
        if _SALE.match(rest):
            continue
        if meant := _meant(rest, companies):
            return meant
    return ""


def _meant(rest: str, companies: Companies) -> str:
    """The company in the words behind a verb of buying, backing or valuing; "" where they name none."""
    end = _OBJECT_END.search(rest)
    if end and _NAMELESS.search(rest[: end.start()]):
        return ""
    found = names.find(rest[: end.start()] if end else rest, companies)
    found = [name for name in found if not names.OWNED.match(rest[name.end :])]
    if len(found) > 1 and (_RIVAL.match(rest[found[0].end :]) or _WHOSE.match(rest[found[0].end :])):
        # "invest in OpenAI rival Marlin", "in Ann Lee's Marlin"
        found = found[1:]
    if not found:
        return ""
    return found[-1].company if end or len(found) == 1 else found[0].company


def _chinese_object(text: str, companies: Companies) -> str:
    match = re.search(
        r"(?:收购|并购|洽购|竞购|买下|入股|投资|出售|向|領投|领投)(?:了)?(?:电商平台|公司|初创公司|企业|该)?\s*",
        text,
    )
    while match:
        mentions = names.find_latin(text[match.end() : match.end() + 24], companies)
        if mentions and mentions[0].start <= 12:
            return mentions[0].company
        match = re.compile(r"(?:收购|并购|洽购|竞购|买下|入股|出售)\s*").search(text, match.end())
    return ""
