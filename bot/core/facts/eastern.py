"""Whose news a title in Chinese, Japanese or Korean tells, by its grammar."""

from __future__ import annotations

import re

from bot.core.companies import Companies
from bot.core.facts import names
from bot.core.facts.names import Name

# of "前 OpenAI 高管的新公司" and "Ann Lee 新公司 Tarnwell" the company comes next
_FORMERLY = re.compile(r"(?<![此之目])前\s*$")
_NEXT = ("新公司", "的新公", "创办的", "创立的", "创业公", "的创业", "旗下")
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
    r"(?:[^，。：|｜]{0,24}?(?:公司|企业|厂商|品牌|平台|独角兽|创企|初创|巨头|服务商|开发商|团队|新秀|黑马"
    r"|消息称|曝|传|旗下))?"
    r"[「“\"]?(?!完成|获|宣布|拟|正|寻求|洽谈|被|曝|据|最新|成立|这家"
    r"|该)([\u4e00-\u9fff·]{2,8}?)[」”\"]?\s*(?:近日|日前|今日|正式|已经|已|再|据悉|据传|据称|据报道"
    r"|计划|目标|打算|考虑|有意|预计|即将|有望|开始|力争|瞄准|最快|最早|或|欲|刚|连续|连|又|港股IPO"
    r"|科创板IPO|A股IPO|IPO|(?:在|于|赴)?香港|港股|拟|正在|正"
    r"|年内|将){0,4}\s*"
    r"(?:宣布|完成|获得|获|拿下|寻求|估值|市值|洽谈|融资|营收|上市|启动|以|入局|冲刺|赴|收获|斩获|迎来"
    r"|递表|官宣|创立|成立|发布|推出|通过港交所|通过聆讯|招股|配股|配售|定价|洽购|竞购|回购"
    r"|收购|募资|筹资|集资|出售|开启|否认|回应|辟谣|澄清|被)"
)
# the name that a Chinese title has in quotes and says a deal of
_QUOTED = re.compile(
    r"[「“]([^」”，。]{2,14})[」”]\s*(?:（[^）]{1,20}）)?(?:近日|日前|已|再|又|连续|宣布|正式)*"
    r"(?:完成|获|拿下|融资|估值|募资|斩获|收获|寻求|拟|洽谈)"
)
# those around a company are not the company
_HANGER_ON = re.compile(
    r"(?:据悉|据传|据称|据报道|股东|创始人|CEO|股价|总裁|董事长|方面|公司|全年|去年|今年|[上下]半年|[一二三四前]+季度|港股|美股"
    r"|[AH]股|科创板|创业板)+$"
)
_KOREAN_NAME = re.compile(r"([\w&.]+)(?:이|가|은|는)?\s*[,，]|^([\w&.]+?)(?:이|가|은|는)\s")
_JAPANESE_NAME = re.compile(
    r"^(?:[^、。「」]{0,20}(?:企業|会社|ベンチャー|スタートアップ"
    r"|大手)の?)?[「]?(?![がはをにの])([^、。「」\s]{2,20}?)[」]?(?:、|が"
    r"|は|の(?:評価|時価|売上|企業価値)|，)"
)


# the one that is bought or invested in
_KOREAN_TARGET = re.compile(r"[,，]\s*([\w&.]+?)(?:을|를)?\s+[^,，]{0,24}에?\s?인수")
# who turns an offer down is the one that somebody would buy
_REFUSED = re.compile(r"인수\s?(?:제안|제의)[^,]{0,6}(?:거절|거부)")
_JAPANESE_TARGET = re.compile(
    r"(?:^|[、　])(?:米|英|独|仏|中国"
    r"|韓国)?(?:[^、。「」\s]{1,10}の)?([^、。「」\s]{2,20}?)(?:を[^、。]{0,20}(?:買収|子会社化)"
    r"|に[^、。]{0,16}出資|への[^、。]{0,20}(?:出資|投資))"
)


def of_title(title: str, text: str, companies: Companies, language: str) -> str:
    """Whose news a title in Chinese, Japanese or Korean tells; "" where its grammar doesn't say."""
    if language == "zh":
        lead = text[:600]
        if _FOUNDED.search(title) and (named := _NAMED.search(lead)):
            return named.group(1).strip()
        return _target(title, companies) or _chinese(title, lead, companies)
    own = companies.find(title.partition(",")[0]) if language == "ko" and _REFUSED.search(title) else []
    if own:
        return own[0].company
    if target := (_KOREAN_TARGET if language == "ko" else _JAPANESE_TARGET).search(title):
        meant = companies.find(target.group(1))
        return meant[0].company if meant else target.group(1)
    known = companies.find(title)
    if known:
        return known[0].company
    if language == "ja":
        return _japanese(title)
    match = _KOREAN_NAME.search(title)
    return next((group for group in match.groups() if group), "") if match else ""


# "法務AIのミナモ" is ミナモ, and 新興企業 nobody's name
_WHAT_IT_IS = re.compile(r"^[^、。]{1,16}の(?=[ァ-ヶA-Za-z])")
_NO_NAME = re.compile(r"(?:企業|会社|ベンチャー|スタートアップ|大手|各社)$")


def _japanese(title: str) -> str:
    """The name that a Japanese title opens with; "" where it only says what kind of company."""
    match = _JAPANESE_NAME.search(title)
    name = _WHAT_IT_IS.sub("", match.group(1)) if match else ""
    return "" if _NO_NAME.search(name) else name


def _target(title: str, companies: Companies) -> str:
    """The company that a Chinese title has bought, bid for or backed; "" without one."""
    if quoted := _TAKEN.search(title):
        return companies.canonical(quoted.group(1)) or quoted.group(1)
    return _backed(title, companies) or _bought(title, companies)


def _backed(title: str, companies: Companies) -> str:
    """The one that a Chinese title says money is put into; "" without one."""
    if (given := _GIVEN.search(title)) and (takers := names.find_latin(given.group(1), companies)):
        return takers[-1].company
    if (led := _LED.search(title)) and (known := companies.find(led.group(1))):
        return known[-1].company
    if beside := _BESIDE.search(title):
        return companies.canonical(beside.group(1)) or beside.group(1)
    put = _PUT.search(title)
    behind = names.find_latin(title[put.end() :][:24], companies) if put else []
    return behind[0].company if behind and behind[0].start < 2 else ""


def _bought(title: str, companies: Companies) -> str:
    """The one that a Chinese title has bought, or bid for; "" without one."""
    bought = re.search(r"收购|并购|洽购|竞购|买下|入股|要约", title)
    if not bought:
        return ""
    if passive := _PASSIVE.search(title):
        ahead = names.find_latin(passive.group(1), companies)
        return ahead[-1].company if ahead else passive.group(2)
    behind = names.find_latin(title[bought.end() :], companies)
    if behind and behind[0].start <= 12:
        return behind[0].company
    known = companies.find(title[bought.end() :]) or companies.find(title)[1:]
    if known:
        return known[0].company
    unknown = _UNKNOWN.match(title, bought.end())
    return unknown.group(1) if unknown else ""


# who is bought stands before 被
_PASSIVE = re.compile(
    r"^((?:[^，。：]*[，。：])?([^，。：]{2,20}?)(?:否认|回应|或|将|拟|正式|已|传|曝|宣布|有望)*)被[^，。]{2,30}"
    r"(?:收购|并购|买下|入股)"
)
# a name that nobody knows, with nothing behind it
_UNKNOWN = re.compile(
    r"了?([\u4e00-\u9fff·]{2,6}?)"
    r"(?<!公司|业务|股权|股份|资产|要约|意向|计划|报道|传闻|交易|协议|谈判|企业|对手|完成|邀约|提议|方案"
    r"|消息)(?:$|[，。；])"
)
# the one that money is put into: "向 Tarnwell 投资"
_GIVEN = re.compile(r"向([^，。]{2,30}?)(?:追加|再)?(?:投资|注资|出资)")
# whose round is talked of: "与其供应商 Tarnwell 商讨融资"
_BESIDE = re.compile(
    r"[与同]其(?:AI|[^，。A-Za-z]){2,12}([A-Z][\w.]*(?: [A-Z][\w.]*)*)\s?"
    r"(?:商讨|洽谈|商谈|讨论|磋商|谈判)[^，。]{0,4}(?:融资|投资)"
)
# "追加投资 Tarnwell"
_PUT = re.compile(r"(?<!获)(?:追加|继续|再次?|斥资|战略)(?:投资|注资)(?:了)?\s*(?=[A-Za-z])")
# whose round somebody leads
_LED = re.compile(r"(?:领投|参投)(?:了)?([^，。]{2,16}?)(?:新一轮|首轮|本轮|[A-Z]\+?轮|的|\d)")
# the one in quotes behind a verb of giving
_TAKEN = re.compile(r"(?:领投|投资|收购|入股|并购|注资)(?:了)?[^「，。]{0,8}「([^」]{2,14})」")
_BOUGHT = re.compile(r"(?:收购|并购|洽购|竞购|买下|入股)(?!要约|意向|价)")


def _chinese(title: str, lead: str, companies: Companies) -> str:
    """The first name that acts in a Chinese title, known or in Latin letters or before a verb of dealing."""
    if bought := _BOUGHT.search(title):
        target = names.find_latin(title[bought.end() :][:24], companies)
        if target and target[0].start <= 10:
            return target[0].company
    if quoted := _QUOTED.search(title):
        return companies.canonical(quoted.group(1)) or quoted.group(1)
    acting = _acting(title, companies)
    ahead = title[: acting.start] if acting else title
    # whole clauses before it, in which somebody else's deal is told
    for clause in re.split(r"[，。：丨|｜！]", ahead)[:-1] if acting else ():
        if _DEAL.search(clause) and (match := _CHINESE_NAME.match(clause.strip())):
            return _HANGER_ON.sub("", match.group(1).strip())
    if acting and (longer := _longer(title[acting.start :], title[acting.start : acting.end])):
        return longer
    return acting.company if acting else _unknown(title, lead) or _parent(title, companies)


# these say what a known company is, and make no other name of it
_SAME = re.compile(
    r"^(?:集团|科技|公司|汽车|电子|股份|控股|中国|股价|旗下|方面|手机|业务|部门|云业务|\d|[A-Za-z])|^.?$"
)


def _longer(title: str, name: str) -> str:
    """The name that goes on behind a known one in Chinese signs ("小鹏汇天"); "" when it doesn't."""
    match = _CHINESE_NAME.match(title)
    if not match or name.isascii() or not match.group(1).startswith(name):
        return ""
    whole = _HANGER_ON.sub("", match.group(1))
    return "" if _SAME.match(whole[len(name) :]) else whole


_DEAL = re.compile(r"融资|估值|市值|募资|[A-Z\d]轮")


def _parent(title: str, companies: Companies) -> str:
    """The company that a title tells as the parent of its product ("Cursor母公司"), for want of its name."""
    first = next(iter(names.find_latin(title, companies)), None)
    return first.company if first and title[first.end :].startswith("母公司") else ""


def _acting(title: str, companies: Companies) -> Name | None:
    """The first name in a Chinese title that gives no money and is not only mentioned."""
    for name in names.find_latin(title, companies):
        behind, ahead = title[name.end : name.end + 5].lstrip(), title[: name.start].rstrip()
        if not behind.startswith(_ASIDE) and not (
            _GIVES.search(ahead) or _FORMERLY.search(ahead) or behind.startswith(_NEXT)
        ):
            return name
    return None


# behind a name: it backs somebody, or somebody is told by it
_ASIDE = ("、", "和", "等", "母公司", "对手", "之父", "及", "支持", "投资的", "领投", "参投", "加持", "系")


def _unknown(title: str, lead: str) -> str:
    """The company of a Chinese title without a name that we know, before a verb of dealing."""
    if short := _SHORT.search(lead):
        return short.group(1)
    for segment in re.split(r"[，。：丨|｜！]", title):
        if match := _CHINESE_NAME.match(segment.strip()):
            return _HANGER_ON.sub("", match.group(1).strip())
    return ""
