"""Which outlet a text credits for its news.

A known outlet, or one whose name says that it is one ("The Example Times"), counts only where a phrase of credit
stands directly before or behind it. People, companies and data firms are sources of an article, never its origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.text.outlets import Mention, mentions, named

# a credit for the news stands in the lead; further down outlets are credited for background
_LEAD = 1500
_LONGEST = 20_000
_LEFT, _RIGHT = 110, 60

_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|\d{1,2}(?:st|nd|rd|th)?,?|20\d\d,?"
)
_REPORT = r"(?:news )?(?:report(?:s|ing)?|article|story|stories|scoop|exclusive|piece|investigation)"
# strong: says outright that another outlet had it first
_FIRST_LEFT = re.compile(
    r"(?:(?:first|originally|previously|initially) (?:been )?(?:reported|revealed|published|appeared|broken)(?: [\w,]+){0,3} "
    r"(?:by|in|on)|news (?:was|were) (?:first )?(?:broken|reported) by|zuerst (?:hatte|hatten|berichtete|berichteten)|"
    r"(?:最早|最先|首先|率先)由)\s*(?:the |die |das |der )?[\"“„«《]?$",
    re.I,
)
_FIRST_RIGHT = re.compile(
    r"^['’]?s?[\"”»》]?,? (?:was (?:the )?first to report|(?:had |has )?(?:first|originally|previously|earlier) "
    r"(?:reported|revealed|broke)|broke the (?:news|story))|^(?:最早|率先|首先|独家)(?:报道|披露|报导|獲悉|获悉)",
    re.I,
)
_LEFT_CUES = re.compile(
    r"(?:"
    rf"according to (?:(?:a|an|the|its|one|this|new|recent|[\w’']+['’]s|{_DAY})[ ,]+){{0,6}}"
    rf"(?:{_REPORT}(?: published| released| out)?(?: on)?(?:,? (?:{_DAY}))*,? (?:by|from|in|of|at) )?"
    rf"|{_REPORT}(?: published| released| out)?(?: on)?(?:,? (?:{_DAY}))*,? (?:by|from|in|at) "
    rf"|reported(?: earlier| exclusively)?(?: on)?(?:,? (?:{_DAY}))*,? (?:by|in) "
    r"|(?:told|tells|tell|telling|informed) "
    r"|(?:interview|statement|comments?|email|conversation|op-ed|speaking|spoke|talking) (?:with|to|in|for|on|published in) "
    r"|\b(?:per|via|citing|cites|cited by|as|quoting|quoted by|source:|credit:|h/t|hat tip:?) "
    r"|(?:seen|obtained|reviewed|viewed|confirmed|revealed|published|leaked) (?:by|to|in) "
    # German, Dutch
    r"|\b(?:laut|gemäß|nach (?:einem )?(?:bericht|angaben|informationen)(?:en)? (?:von|des|der)|volgens|aldus|meldt) "
    r"(?:(?:einem|einer|dem|der|den|des|das|die|het|de|bericht(?:s|en)?|recherchen|informationen|von|vom|in|im) ){0,5}"
    r"|\b(?:berichte(?:t|te|ten|n)?|schreibt|meldet(?:e)?|zitiert|gegenüber|unter berufung auf|bezug auf|sagte|so) "
    r"(?:(?:zuvor|zuerst|am \w+|der|die|das|dem|den|unter anderem) ){0,3}"
    # French
    r"|\b(?:selon|d['’]après|rapporte(?:nt)?|révèle|écrit|indique|annonce|cité par|citant|confié (?:à|au)|déclaré (?:à|au)) "
    r"(?:(?:un|une|le|la|les|des|du|de|article|enquête|informations?|quotidien|journal|site|média|agence|l['’]) ?){0,5}"
    # Spanish, Portuguese, Italian
    r"|\b(?:según|de acuerdo (?:con|a)|informa|informó|publica|publicó|reporta|reportó|dijo a|adelantó|cita(?:ndo)? a|"
    r"segundo|de acordo com|informou|disse (?:à|ao)|publicou|secondo|riporta|stando a|ha detto (?:a|al)) "
    r"(?:(?:un|una|um|uma|el|la|los|las|lo|il|i|gli|o|a|os|as|al|le|de|del|da|do|della|dal|diario|periódico|jornal|agencia|"
    r"agência|informe|artículo|reporte|quanto riportato|quotidiano) ){0,5}"
    # Chinese
    r"|(?:据|根据|據|根據|援引|引述|引用|综合|告诉|接受|来源|來源|转自|编译自|对)[:：]?(?:外媒|媒体|美媒|英媒|日媒|美国|英国|日本|韩国|知名|"
    r"科技媒体|科技|财经|\d{1,2}月\d{1,2}日|[一-龥]{0,2}媒体)*"
    r")[\"“„«‘'《「『]?(?:the |die |das |der )?[\"“„«‘'《「『]?$",
    re.I,
)
_RIGHT_CUES = re.compile(
    r"^[\"”»’'》」』]*(?:"
    rf",? (?:(?:first|has|had|have|also|previously|earlier|exclusively|on|{_DAY}) ){{0,4}}"
    r"(?:reports?|reported|reporting|writes|wrote|revealed|reveals|learned|learnt|learns|scooped)\b(?! (?:\w+ ){0,3}"
    r"(?:earnings|revenue|profit|results|loss|sales|net|quarterly))"
    r"|['’]s? (?:\w+ ){0,2}(?:report|reporting|scoop|story|article)\b"
    r"|,? (?:says|said)[.,]?$"
    # German, French, Spanish
    r"|[ ,]+(?:zufolge|berichtet|berichtete|meldet|meldete|schreibt|erfuhr)\b|[ ,]+(?:rapporte|révèle|écrit|affirme|a révélé)\b"
    r"|[ ,]+(?:informó|reportó|informa|reporta|publicó|adelantó|riporta|informou)\b"
    # Chinese
    r"|(?:（[^）]{1,40}）|\([^)]{1,40}\))?(?:网站|记者|中文网|英文网|财经|社)?[^，。；,;]{0,14}(?:报道|報道|报导|報導|消息|获悉|獲悉|独家|"
    r"援引|披露|透露|爆料|指出|引述)(?!会)"
    r"|(?:称|稱|讯|訊)[，,：:]"
    # Japanese
    r"|(?:紙|通信|新聞|電子版|など|が|は|の|に|によ|[（(][^）)]{1,30}[）)]){0,4}[^。]{0,24}(?:によると|によれば|報じた|報じている|伝えた|報道|報じ)"
    # Korean
    r"|(?:\([^)]{1,30}\))?(?:은|는|이|가|의|등|에|\s|통신|외신|보도|지난|현지시간|현지시각|\d{1,2}일|\(|\)){0,10}(?:보도에 따르면|에 따르면|보도했다|"
    r"보도를|따르면|전했다|인용)"
    r")",
    re.I,
)
# the outlet's name goes on to something else: a data desk, an index, an event
_NOT_NEWS = re.compile(
    r"^['’]?s? (?:data|calculations?|estimates?|analys|survey|poll|index|list|rank|billionaires|terminal|intelligence|"
    r"economics|consensus|\d)|^(?:平均|指数|指數|终端|終端|亿万富翁|富豪|データ|데이터)",
    re.I,
)
_GOES_ON = re.compile(rf"^ (?!(?:{_DAY})\b)[A-Z][\w’']+")
_UNKNOWN = re.compile(
    r"\b(?:[Tt]he )?(?:[A-Z][\w&’'-]{0,30} ){1,4}(?:Times|Post|Journal|News|Herald|Tribune|Gazette|Chronicle|Daily|Weekly|Magazine|"
    r"Review|Press|Observer|Mail|Telegraph|Courier|Examiner|Inquirer|Dispatch|Sentinel|Bulletin|Newspaper|Wire|Radio|TV|Zeitung|"
    r"Nachrichten|Anzeiger|Tagblatt|Rundschau)\b(?![\w’']* [A-Z])"
    r"|(?<=《)[^《》]{2,16}(?:报|報|时报|新闻|新聞|周刊|週刊|日报|晚报|财经|财讯|杂志|独家|智能涌现)(?=》)"
    r"|[가-힣]{2,8}(?:일보|신문|뉴스|경제)(?=(?:에|의|은|는|이|가| 보도))"
)
_TITLE_SUFFIX = re.compile(r"\s[-–—|]\s+([^-–—|]{2,40})$|^([^:：|]{2,30})[:：]\s")


def origin(title: str, text: str, *, publisher: str = "") -> str:
    """The outlet that a text credits for its news, by its usual name ("TechCrunch").

    "" when it credits none or only itself; `publisher` is its own domain or name.
    """
    own = named(publisher) or publisher
    lead = f"{title}\n{text[:_LEAD]}"
    whole = f"{title}\n{text[:_LONGEST]}"
    first = next(_credited(whole, own, first_only=True), "")
    if first and first != own:
        return first
    credited = list(_credited(lead, own, first_only=False))
    if own in credited:
        # its own reporters were told; the others it names are background
        return ""
    return credited[0] if credited else _trailing(whole, own) or _titled(title, own)


def _credited(text: str, own: str, *, first_only: bool) -> Iterator[str]:
    for mention in _candidates(text):
        left, right = (
            text[max(0, mention.start - _LEFT) : mention.start],
            text[mention.end : mention.end + _RIGHT],
        )
        if _NOT_NEWS.match(right) or (_GOES_ON.match(right) and not right[1:].startswith(mention.name)):
            continue
        if _FIRST_LEFT.search(left) or _FIRST_RIGHT.match(right) or (not first_only and (_LEFT_CUES.search(left) or _RIGHT_CUES.match(right))):
            yield mention.name


def _candidates(text: str) -> list[Mention]:
    known = mentions(text)
    taken = {position for mention in known for position in range(mention.start, mention.end)}
    unknown = [
        Mention(hit.start(), hit.end(), re.sub(r"^the ", "The ", hit[0]))
        for hit in _UNKNOWN.finditer(text)
        if hit.start() not in taken and hit.end() - 1 not in taken
    ]
    return sorted(known + unknown, key=lambda mention: mention.start)


def _trailing(text: str, own: str) -> str:
    """The outlet whose bare name stands behind the last words of two paragraphs or more, as link credits leave it."""
    counts: dict[str, int] = {}
    for line in text.split("\n"):
        for mention in mentions(line[-60:]):
            if re.fullmatch(r"[.\s]*", line[-60:][mention.end :]):
                counts[mention.name] = counts.get(mention.name, 0) + 1
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] > 1 and best != own else ""


def _titled(title: str, own: str) -> str:
    """The outlet in "Headline - TechCrunch" or "TechCrunch: Headline"."""
    found = _TITLE_SUFFIX.search(title)
    name = named(found[1] or found[2]) if found else ""
    return name if name != own else ""
