"""The words of denial, memory, talk and intent, by language, as regular expressions."""

from __future__ import annotations

DENIED = {
    "en": r"\bden(?:y|ies|ied|ying|ial)\b|\bnot in (?:\w+ )?(?:talks|discussions)"
    r"|\bno (?:plans?|intention) (?:to|of|for)\b"
    r"|\bwalk(?:s|ed|ing)? away from|\bcalls? off|\bcalled off|\bscrap(?:s|ped|ping)\b|\bshel(?:ves|ved"
    r"|ving)\b"
    r"|\b(?:won[’']t|will not) (?:raise|invest|sell|buy|acquire|seek)\b"
    r"|\b(?:drops?|dropped|ends?|ended) (?:its |the |a )?(?:plans?|bid|pursuit|talks|attempt|offer)\b"
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
    "zh": "否认|辟谣|不实|不会[^，。]{0,20}(?:投资|融资|收购|出售|上市|分拆)|并非事实|不属实|虚假|(?:没有"
    "|暂无|并无|尚无)[^，。]{0,20}(?:计划|打算|安排)"
    "|拒绝(?!置评|评论|透露|回应|表态)"
    "|未.{0,4}(?:洽谈|计划)|子虚乌有|无中生有|澄清|告吹|破裂|泡汤|假消息|假新闻|谣言",
    "de": r"(?i)dementier|bestreite|weist .{0,60}zurück|wies .{0,60}zurück|\bfalsch"
    r"|keine (?:pläne|gespräche)|nicht in gesprächen",
    # who refuses to comment denies nothing
    "es": r"(?i)\bniega(?!n? a )|\bnegó(?! a )|\bdesmient|\bdesmint|\brechaz(?!\w+ (?:hacer )?coment)"
    r"|\bno (?:está|planea|busca"
    r"|negocia)|\bfals[oa]|sin planes|\bdescart(?:a|ó|an|aron)\b",
    "fr": r"(?i)\bdément|\bnie\b|\bniée?\b|\bréfut|\bn[’']est pas en|\bn[’']envisage pas|\bne (?:compte"
    r"|cherche|souhaite|prévoit|veut|négocie) pas|\bpas l'intention|\bfaux\b|\bfausse",
    "ja": "拒否|撤回|断念|破談|否定|事実ではない|事実無根|誤り|誤報",
    "ko": "거절|거부|무산|부인|사실이? ?아니|사실무근|아니라고|허위|반박",
}
TALKS = {
    "en": r"\b(?:in (?:\w+ ){0,3}(?:talks|discussions|negotiations)|talks|discuss(?:es|ed"
    r"|ing|ions)|negotiat\w+"
    r"|near(?:s|ing)|close to(?! ?¤)|(?<!at )(?<!of )(?<!for )(?<!with )close to ¤ (?:\w+ )?(?:valuation"
    r"|deal|round)|clos(?:es|ing) in|consider(?:s|ing|ed)|weigh(?:s|ing"
    r"|ed)|mull(?:s|ing|ed)"
    r"|explor(?:es|ing|ed)|could|would|(?-i:may)(?! \d)|might|is said to|are said to"
    r"|reportedly|reported to be|rumou?red"
    r"|(?:is|are|be|been|was) raising|(?<!was )(?<!were )said to (?:be|have|near|seek|plan|weigh|value)"
    r"|(?-i:(?:^|(?:startup|company|firm|lab|maker|rival) )[A-Z]\w+(?: [A-Z]\w+)? raising)"
    r"|prepar(?:es|ing) (?:to|an?|its)|ey(?:es|eing|ing)|circl(?:es|ing)|court(?:s|ing)"
    r"|(?:dr[ae]ws?|gets?|got|receiv\w+|field(?:s|ed)|attract(?:s|ed)|investors|backers)"
    r" (?:\w+ )?offer(?:s|ed)?"
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
    r"|ofrec\w+|ultima\w*|rozará"
    r"|estudia|baraja|considera|tendría\w*|valoraría|busca"
    r"|sonde\w*|\w{3,}[ai]rían?|explora\w*|analiza\w*|en suspenso"
    r"|propuesta)\b",
    "fr": r"(?i)\b(?:discussions?|pourparlers|négoci\w*|pourrai\w*|serait|seraient"
    r"|envisage\w*|offre|propos\w+|évoqu\w+|étudie"
    r"|discute\w*|aurait|\w{3,}[^t\W]rait|\w{3,}raient|valoriserait|proche d)\b",
    "ja": "交渉|協議|検討|可能性|模索|との見方|打診|提案|見込み",
    "ko": "성사될|성사되|협상|논의|검토|추진|협의|타진|가능성|제안|알려졌|전망|조율|눈앞",
}
TARGET = {
    "en": r"\b(?:(?<!agrees )(?<!agreed )to invest|valuation to (?:reach|hit|touch)"
    r"|(?-i:^[A-Z][\w.&’']*(?: [A-Z][\w.&]*)? to (?:raise|put|pour|commit))"
    r"|plan(?:s|ned|ning)? to|plans|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|seek(?:s"
    r"|ing)?|sought|look(?:s|ing) to|hop(?:es|ing) to"
    r"|wants to|want to|intend(?:s|ed)?|goal|request for|expect(?:s|ed)?|forecast(?:s|ed)?"
    r"|project(?:s|ed)|projection|propos(?:es|ed|al)"
    r"|by 20[2-4]\d|pledg\w+|promis\w+|on track|ahead of (?:its|an) IPO"
    r"|plots|plotting|sees (?:\w+ )?(?:revenue|sales)|will (?:(?:\w+ly|likely) )?(?:invest|spend|reach"
    r"|sell|hit|be worth)|price target"
    r"|set to)\b",
    "zh": "拟|计划|目标|瞄准|预计|力争|冲刺|欲|将达|可达|料其|望达|有意|将投资|将收购|打算|准备",
    "de": r"(?i)\b(?:peilt|will|wollen|plan(?:t|en)|ziel|anstreb\w*|strebt|bis 20[2-4]\d"
    r"|erwartet|soll bis|möchte|beabsichtigt)\b",
    "es": r"(?i)\b(?:prepara su|planea\w*|prevé\w*|espera|apunta|meta|objetivo|quiere"
    r"|pretende|proyecta|aspira|alcanzará|(?:invertir|recaudar|captar|levantar|destinar|desembolsar"
    r"|facturar|superar)án?)\b",
    "fr": r"(?i)\b(?:vise|prépare|veut|prévoit|objectif|compte(?= \w+[ei]r\b)|souhaite|espère|ambitionne"
    r"|projette|autorise|cherche|investira)\b",
    "ja": "計画|目標|目指|予定|見通し|方針|(?:出資|調達|買収|上場|投資|増資|売却)へ",
    "ko": "목표|준비|계획|예정|나선다|방침|예상|추정",
}
# before the amount, within its clause
BEFORE = {
    "en": r"\b(?:last valued|previous(?:ly)?|prior|earlier|formerly (?:valued|worth)"
    r"|former (?:\w+ )?(?:valuation|round|price|value|figure|high|peak|mark|record)"
    r"|had (?:been "
    r"|previously |also )?(?:raised|valued|closed|announced|secured|reached|sold|hit)"
    r"|having|up from|down from|leap from|jump from|increase from|compared (?:with"
    r"|to)|since (?:raising|closing)|after (?:raising|closing|nabbing|hitting"
    r"|being valued|its|a|an|the|securing|reaching)"
    r"|original|once|wanted|(?-i:peak)|half (?:of )?(?:its|the)"
    r"|(?:double|doubling|twice|triple|tripling|tripled|doubled"
    r"|quadrupled) (?:its|the|from|that of)(?![^,;]{0,50}\bto\b)"
    r"|(?<!reported that the company )(?<!said the company )(?<!said that it )was (?:last )?valued"
    r"|were valued"
    r"|had been in (?:\w+ )?talks|than its"
    r"|most recent(?:ly)?|last (?:round|raise|year|month)"
    r"|months? after|weeks? after|days? after|years? after|compares"
    r"|just (?:\w+ ){1,3}(?:months?|weeks?|years?) (?:after|ago)|versus"
    r"|last(?! (?:year|month|quarter)[’'])|acquired in|bought in|dismantling|unwind"
    r"|when (?:it|they) (?:was|were|had))\b"
    r"|\bmarket cap was\b",
    "zh": "此前|(?<!IPO)(?<!上市)之前|曾以|曾|上一轮|上轮|去年|早前|先前|前一轮|较|相比|当时|前次"
    "|今年(?:早些|年?初|一轮|上一轮)|一度(?!突破|超|站上|冲|涨|触|逼近|达到)|原(?=估值|计划|定|价|拟)|原先|原来|以前|年前|个月前",
    "de": r"(?i)\b(?:zuvor|zuletzt|bisher|früher|ehemals|nach zuvor|statt|gegenüber|vorher"
    r"|vor (?:einem|zwei|drei) (?:jahr|monat)\w*|im vorjahr|letzte\w*)\b",
    "es": r"(?i)\b(?:anterior\w*|previamente|antes|frente a|desde los?|había|última ronda"
    r"|en comparación)\b",
    "fr": r"(?i)\b(?:précédent\w*|auparavant|contre|avait|dernière levée|précédemment|par rapport à)\b",
    "ja": "以前|前回|従来|これまで|昨年|前年",
    "ko": "당시|한때|기존|이전|지난해|앞서|직전|종전|작년",
}
# behind the amount, within its clause
BEHIND = {
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
