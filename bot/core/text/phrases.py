"""Phrases with which an outlet is credited for a report, one a line.

LEFT ones end where the outlet's name begins, RIGHT ones start where it ends. `{day}` is a part of a date.
"""

from __future__ import annotations

from bot.core.text.tables import either, rows

DAY = "(?:(?:{}),?)".format(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|\d{1,2}(?:st|nd|rd\
|th)?|20\d\d"
)
# what may stand between a phrase and the name itself
_OPEN = r"\s?[\"“„«‘'《「『]?(?:the |die |das |der )?[\"“„«‘'《「『]?$"
_CLOSE = r"^[\"”“»«’'》」』]?"


def _left(table: str) -> list[str]:
    return [f"(?:{row})" + _OPEN for row in rows(table.replace("{day}", DAY))]


def _right(table: str) -> list[str]:
    return [_CLOSE + f"(?:{row})" for row in rows(table.replace("{day}", DAY))]


# another outlet had it first, said outright
FIRST_LEFT = either(
    _left(r"""
(?:first|originally|previously|initially) (?:been )?(?:reported|revealed|published\
|appeared|broken)(?: [\w,]+){0,3} (?:by|in|on)
news (?:was|were) (?:first )?(?:broken|reported)(?: [\w,]+){0,2} by
zuerst (?:hatte|hatten|berichtete|berichteten)(?: darüber)?
(?:information|nouvelle) (?:(?:a|avait) été )?(?:d'abord )?(?:révélée|dévoilée) par (?:le |la |les |l['’])?
(?:最早|最先|首先|率先)由
""")
)
FIRST_RIGHT = either(
    _right(r"""
,? (?:was|were) (?:the )?first to report
,? (?:(?:had|has|have|which) )?(?:first|originally|previously|earlier) (?:reported|revealed|broke)
,? broke the (?:news|story)
[ ,]+hatten? (?:zuvor|zuerst|bereits|als erstes?) [^.]{0,60}berichtet
(?:最早|率先|首先)(?:报道|披露|报导|獲悉|获悉)
が(?:最初に|初めて)報じた
가 (?:처음|최초로) 보도
""")
)

# a report, a conversation or an announcement of the outlet
LEFT = either(
    _left(r"""
# English
according to (?:(?:a|an|the|its|one|this|new|recent|exclusive|[\w’']+['’]s|{day}) ?,? ?){0,6}
(?:report(?:s|ing)?|article|story|stories|scoop|exclusive|piece|investigation)(?: published| out)?(?: on)?\
(?:,? {day}){0,4},? (?:by|from|in|at)
reported(?: earlier| exclusively)?(?: on)?(?:,? {day}){0,4},? (?:by|in)
\b(?:told|tells|telling|informed|(?:sources?|people|insiders?|executives?|officials?|bankers|investors?) tell)
\b(?:confirmed|disclosed|revealed) (?:(?!will|sell|sale|pay|licen|suppl|offer)[\w’'-]+ ){0,4}to
, (?:reports|reported|writes)
(?:interview|statement|comments?|emails?|speaking|spoke|talking|conversation|described|shown\
|shared) (?:with|to)
\bspeaking on
\bin (?:a|an|its) (?:\w+ )?(?:report|story|article)(?: (?:on )?{day}){0,3},
\b(?:per|via|citing|cites|cited by|quoting|quoted by|source:|credit:|h/t)
\bas (?:first )?(?:reported|noted|revealed) (?:by|in)
(?:seen|obtained|reviewed|viewed|confirmed|leaked|revealed|disclosed) (?:by|to)
# German, Dutch
\b(?:laut|gemäß|volgens|aldus) (?:(?:einem|einer|dem|der|den|des|das|die|het|de|von|vom|in|im|bericht(?:s\
|en)?\
|medienbericht(?:s|en)?|recherchen|informationen|angaben) ){0,5}
(?:^|[.!?\n] ?)dem
(?:interview|gespräch) mit(?: dem| der)?
\bnach (?:einem |den )?(?:bericht(?:en?)?|angaben|informationen|recherchen) (?:von|des|der|im|in der)
\b(?:berichte(?:t|te|ten|n)?|schreibt|meldet(?:e)?|zitiert|gegenüber|unter berufung auf|sagte|meldt|schrijft)\
 (?:(?:zuvor|zuerst|am \w+|der|die|das|dem|den|de|het|(?:us-)?(?:nachrichten|tages|wirtschafts|presse)?\
(?:agentur|zeitung|magazin|dienst|sender)) ){0,4}
# French
\b(?:selon|d['’]après|rapporte(?:nt)?|révèle|écrit|indique|a (?:rapporté|révélé|affirmé|indiqué)\
|cité par|citant|confié (?:à|au)|déclaré (?:à\
|au)) ?\
(?:(?:(?:un|une|le|la|les|des|du|de|nos|confrères|article|enquête|informations?|quotidien|journal|site|média\
|agence) )\
|l['’]){0,5}
# Spanish, Portuguese, Italian
\b(?:según|de acuerdo (?:con|a)|informa|informó|publica|publicó|reporta|reportó|dij(?:o|eron) a(?:l)?\
|adelantó|citando a\
|segundo\
|de acordo com|informou|disse (?:à|ao)|publicou|secondo|riporta|stando a|ha detto (?:a|al)) \
(?:(?:un|una|um|uma|el|la|los|las|lo|il|i|gli|o|a|os|as|al|le|de|del|da|do|della|dal|diario|periódico|jornal\
|agencia|agência|informe|artículo|reporte|informó|publicó|publica|informa|informaciones|quotidiano|quanto\
|riportato) ){0,5}
# Chinese
(?:据|根据|據|根據|援引|引述|引用|告诉|接受|来源[:：]|來源[:：]|转自|对)(?:外媒|美媒|英媒|日媒|美国|英国\
|日本|韩国|科技|财经\
|知名|[一-龥]{0,4}媒体|\d{1,2}月\d{1,2}日|最新){0,3}
""")
)
RIGHT = either(
    _right(r"""
# English
,? (?:(?:has|had|have|also|exclusively|on|later|this week|{day}) ){0,4}(?:reports?|reported|reporting|writes\
|wrote\
|reveals?|revealed|learn(?:s|ed|t))\b\
(?! (?:\w+ ){0,3}(?:earnings|revenue|profit|results|loss(?:es)?|sales|quarterly|income))
(?: said|,? in a report,?)(?: (?:on )?{day}){0,3},? (?:citing|that (?!it\b|its\b|they\b))
[ ]understands\b
['’]s (?:\w+ ){0,2}(?:report|reporting|scoop|story|article)\b
['’]s? (?-i:[A-Z][\w.’'-]+ ){1,3}(?:reports|reported|writes)\b
# German, Dutch, French, Spanish, Portuguese, Italian
[ ,]+(?:(?:aus|von|unter) (?:[\w-]+ ){1,3})?(?:zufolge|berichtet|berichtete|berichten|meldet|meldete|schreibt\
|erfuhr|meldt|schrijft)\b
[ ,]+(?:rapporte|révèle|écrit|affirme|a révélé|a rapporté)\b
[ ,]+(?:informó|reportó|informa|reporta|publicó|adelantó|riporta|scrive|informou|publicou)\b
# Chinese
(?:（[^）]{1,40}）|\([^)]{1,40}\))?(?:网站|中文网|网|社|记者)?[^，。；,;]{0,14}\
(?:报道|報道|报导|報導|获悉|獲悉|披露|透露|爆料|消息)
独家|援引|引述|(?:称|稱|讯|訊)[，,：:]
# Japanese
(?:紙|電子版)?(?:[（(][^）)]{1,30}[）)])?(?:など|の報道|の記事)?に(?:よると|よれば)
(?:紙|電子版|通信|テレビ)?(?:[（(][^）)]{1,30}[）)])?(?:など)?[がは][^。]{0,40}(?:報じた|報じている|伝えた|伝えている)
(?:紙|電子版)?の?(?:報道|取材)
(?:通信|紙)?に(?:対し)?[^。]{0,12}(?:明らかにした|語った|述べた)
# Korean
(?:\([^)]{1,30}\))?(?: ?통신| ?등| ?외신|은|는|이|가|의)? ?(?:[^.]{0,24} )?(?:보도에|보도를|취재에|에)\
 ?(?:따르면\
|인용)
(?:\([^)]{1,30}\))?(?:은|는|이|가) [^.]{0,60}(?:보도했다|전했다)
(?:\([^)]{1,30}\))?에 (?:이같이 |이렇게 )?(?:밝혔다|말했다|전했다)
""")
)

# an outlet's own dateline: "36氪5月6日消息，…" names who writes, not who is credited
DATELINE = either(rows(r"^ ?(?:\d{1,2} ?月 ?\d{1,2} ?日)? ?(?:消息|讯|訊)[，,：:]"))

# the outlet's name goes on to something else: a data desk, an index
NOT_NEWS = either(
    rows(r"""
^['’]?s? (?:data|calculations?|estimates?|analysts?|analysis|survey|poll|index|list|rank|billionaires\
|terminal\
|consensus|\d)
^(?:平均|指数|指數|终端|終端|亿万富翁|富豪|データ|데이터)
""")
)
