"""Money that is none of the rest: fines, prices, loans, losses, contracts, market sizes.

Reading these for what they are keeps them out of the other kinds.
"""

from bot.core.facts.kind import Example, Kind, after, before

_EN = (
    before(
        "fine|fined|fines|penalty|settle|settles|settled|settlement|lawsuit|sue|sues"
        "|sued|damages|verdict|refund|refunds|ransom|bounty",
        6,
        gap=70,
    ),
    before(
        "price|prices|priced|pricing|costs?|costing|charges?|starts at|starting at"
        "|discounted|fee|fees|tuition|salary|salaries|pay package|bonus|rent|off|save"
        "|saves|saving|discount",
        5.5,
        gap=40,
    ),
    before("paid|pays|pay", 3.4, gap=26),
    before(
        "seeks?|seeking|sought|demands?|demanding",
        9,
        gap=20,
        needs=r"(?i)\A[^\n]*(?:\blawsuit|\bin damages|\bsu(?:es|ing)\b)",
    ),
    after("pay (?:offer|package|deal)|job offer|compensation package", 8, gap=12),
    before(
        "deal valued|deal worth|agreement valued|agreement worth",
        7.8,
        gap=16,
        needs=r"(?i)\blicen[sc]|partner|contract|suppl|\bcloud\b|comput|\blease|\bchips?\b|capacity",
    ),
    before(
        "property|proving ground|campus|land|headquarters|office building|domain name", 7, gap=60, link="for"
    ),
    before(
        "sells? for|sold for|fetch(?:es|ed)",
        7,
        gap=20,
        needs=r"(?i)auction|collect|comic|painting|trading card|memorabilia|sealed|vintage|rare",
    ),
    before("house|home|mansion|penthouse|yacht|painting|apartment", 7, gap=20),
    before(
        "loss|losses|lost|loses|losing|profit|profits|income|net income|earnings|ebitda|margin"
        "|cash|burn|burned|burning|writedown|write-down|impairment|owe|owes|debt|loan"
        "|loans|bonds?|credit line|line of credit|credit facility|borrow|borrowed|notes"
        "|savings|budget|tariffs?|subsidy|subsidies",
        5.6,
        gap=40,
    ),
    before(
        "contract|contracts|order|orders|grant|grants|award|awarded|prize|partnership"
        "|license|licence|licensing|donation|donates?|donated",
        5,
        gap=60,
    ),
    before(
        "market|industry|opportunity|spending|sector|economy",
        4.6,
        gap=36,
        link="to|at|of|worth|reach|by|from|be",
        needs=r"(?i)market(?!\s+(?:cap|val))|industry|spending|sector|econom",
    ),
    before(
        "wiped?|wipes|wiping|erasing|shedding|losing|erases?|erased|sheds?|evaporates?|evaporated|lost"
        "|loses|adds|added|gained|gains",
        9,
        gap=30,
        needs=r"(?i)market (?:cap|value)|shares|stock",
    ),
    before("backlog|order book|order backlog|purchase commitments|obligations", 7, gap=24),
    before(
        "capex|capital expenditures?|capital spending|spend|spends|spending|spent|build"
        "|building|infrastructure",
        4.7,
        gap=40,
    ),
    before("near|nears|nearing|approaches|approaching", 12, gap=12, needs=r"(?i)market (?:cap|value)"),
    # "pushed its valuation up by $40 billion"
    before(
        r"by(?! (?:\w+ ){0,2}[\d.,]+ ?(?:%|percent|per cent|pc\b))"
        r"(?= (?:(?:a|an|about|around|nearly|roughly|some|whopping|as much as|up to"
        r"|over|more than|at least) ){0,3}[$€£¥₹\d])",
        9,
        gap=30,
        needs=r"(?i)\b(?:up|rose|grew|increase\w*|jump\w*|climb\w*|push\w*|boost\w*|cut|fell|fallen|risen"
        r"|sunk|down"
        r"|dropp?\w*|rais\w+)\b[^.;]{0,40} by\b",
    ),
    after(
        "fine|fines|penalty|settlement|lawsuit|damages|bounty|ransom|verdict|payout|refund|award", 7, gap=26
    ),
    after("a share|per share|per|each|apiece", 12, gap=3),
    after(
        "secondary sale|secondary share sale|share sale|secondary transaction|share buyback|buyback",
        6.5,
        gap=3,
    ),
    after("up ?front", 4.4, gap=4),
    after("in milestones?|in cash from", 7, gap=4),
    before("give|gives|giving|left with", 5.2, gap=44, needs=r"(?i)\bSPAC\b|blank[- ]check"),
    before(
        "capex|capital expenditures?|capital spending|spending plans?|spending forecast",
        7,
        gap=44,
        link="to|at|of",
    ),
    before("orders?|contracts?|partnership|agreement", 7, gap=24, link="worth"),
    after(
        "a month|a year|a piece|an hour|monthly|annually|million tokens|gift card"
        "|worth of|of credit|off|price|price tag|fee|discount|salary|bonus|bundle|for a"
        "|to people|people|more than|less than",
        6,
        gap=4,
    ),
    after(
        "in (?:(?!in )[\\w-]+ ){0,4}(?:bonds?|debt|loans?|notes|credit|grants?|tax|taxes"
        "|fees|fines|damages|savings|losses|profits?|income|costs|contracts?|orders"
        "|penalties|capex|capital expenditures?|subsid\\w+|infrastructure|chips|compute"
        "|spending)|of (?:[\\w-]+ ){0,4}(?:bonds?|debt|notes|loans?|inventory|losses"
        "|chips|compute|credit)",
        9,
        gap=22,
    ),
    after(
        "loan|loans|bond|bonds|debt|line of credit|credit line|credit facility|facility"
        "|grant|contract|contracts|partnership|prize|loss|losses|profit|investment-grade"
        "|order|orders|tax|budget|project|plant|factory|data center|data centre|campus"
        "|supercomputer|market|industry|opportunity|package|pay package|program"
        "|programme|initiative|revenue gap|lawsuit|trade-in|cost|costs|car|phone|device"
        "|laptop|subscription|plan|tier|bill",
        6.4,
        gap=30,
    ),
    after(
        "to (?:settle|people|close)|on (?:ai|chips|infrastructure|compute|capex|data|r&d"
        "|research)|between|off",
        6,
        gap=30,
    ),
    after("each year|every year|annually to|a year to", 5.6, gap=6),
)
_ZH = (
    before(
        "罚款|罚|赔偿|和解|售价|定价|价格|起售价|首发价|补贴|优惠|股价|目标价|每股|报|净利润|利润|亏损"
        "|净亏损|净利|贷款|债券|授信|担保|注册资本"
        "|增资|工资|奖金|订单|合同|成本|预算|资本支出|支出|总投资|投资额|成交额|募投|现汇率约合|约合"
        "|规模达|市场规模|关税|单价|年薪|薪酬",
        7,
        gap=14,
    ),
    before("身家|财富|净资产|资产净值", 9, gap=10),
    before("回购", 8, gap=5),
    # a part of what was just told
    before("其中", 9, gap=2, needs="分配给|支付给|用于"),
    before(
        "投资|投入|斥资", 7, gap=8, needs="基础设施|算力中心|工厂|基地|建设|产线|动工|开工|建厂|数据中心项目"
    ),
    before("逼近|接近|直逼|迫近", 12, gap=3, needs="市值"),
    before("投资建|投资建设|拟投资|合计投资|计划投资|项目投资|建厂", 6.4, gap=14),
    before(
        "蒸发|缩水(?![至到])|损失|跌去|减少(?![至到])|增长(?![至到])|增加(?![至到])|增超|增(?![至到长加])"
        "|大增(?![至到])"
        "|飙升(?![至到])|暴涨(?![至到])|冲去|跌逾|抹去|流失",
        9,
        gap=10,
    ),
    after(
        "罚款|罚单|年薪|薪酬|贷款|债券|债|授信|订单|合同|大单|补贴|奖金|亏损|利润|净利|每股|一股|股价"
        "|的价格|起售|售价|担保|市场|市场规模|工厂"
        "|项目|大楼|成交",
        7,
        gap=6,
    ),
    after("市值", 9, gap=3, needs="(?:冲去|蒸发|跌去|损失|抹去|缩水|增|跌逾)[^，。]{0,14}市值"),
)
_DE = (
    before(
        "verlieren|verliert|verlor|verloren|vernichtet|büßt|büßen",
        9,
        gap=40,
        needs="(?i)börsenwert|marktkapitalisierung|marktwert",
    ),
    before(
        "investiert|investieren|steckt|stecken",
        5.6,
        gap=50,
        needs=r"(?i)(?:investier|steck)\w*[^.]{0,60} in (?:das|die|den|ein|eine|einen|neue|sein"
        r"|seine|ihr|ihre|den ausbau)\b",
    ),
    before(
        "strafen?|bußgeld|geldstrafe|verluste?|gewinne?|kredite?|darlehen|anleihen?|preise?|kosten"
        "|kostet|schulden|investition(?:en)?|auftrag|aufträge|förderung|schaden|jahresgehalt|gehalt"
        "|subvention(?:en)?|fördermittel",
        6,
        gap=50,
        inside=True,
    ),
    after(
        "strafe|bußgeld|verlust|gewinn|kredit|anleihe|schulden|auftrag|förderung|schaden"
        "|gehalt|pro |kosten|subvention(?:en)?|fördermittel",
        7,
        gap=20,
        inside=True,
    ),
)
_ES = (
    before(
        "empresas(?: [^.,;]{0,30})? (?:cuya valoración|valoradas)|startups (?:cuya valoración|valoradas)",
        12,
        gap=34,
    ),
    before("unicornios? [(]?valoración|unicornios? [(]?startups|unicornios? [(]?empresas", 12, gap=60),
    before(
        "pierden?|perdió|perdieron|borran?",
        9,
        gap=40,
        needs="(?i)valor (?:bursátil|de mercado)|capitalización",
    ),
    before(
        "multa|pérdida|pérdidas|beneficio|ganancia|ganancias|utilidad|préstamo|crédito"
        "|deuda|precio|cuesta|bonos|contrato|ebitda|caja|costo|coste|subvención"
        "|presupuesto",
        6,
        gap=60,
    ),
    before(
        "inversión de|invertirá|invierte",
        5.4,
        gap=16,
        needs="(?i)planta|fábrica|centro de datos|tecnología|desde el",
    ),
    after(
        "de multa|de pérdida|de deuda|de beneficio|de ganancia|en bonos|en deuda"
        "|por acción|de presupuesto|en préstamos|al mes|al año",
        7,
        gap=10,
    ),
)
_FR = (
    # what the word means: "ces sociétés dont la valorisation dépasse"
    before(
        "sociétés(?: [^.,;]{0,40})? dont la valorisation|start-?ups(?: [^.,;]{0,40})? dont la valorisation",
        12,
        gap=34,
    ),
    before("perdu|perd|perdent|effacé|effacent", 9, gap=40, needs="(?i)capitalisation|valeur boursière"),
    before(
        "amende|perte|pertes|bénéfice|prêt|dette|créanciers|remboursé|prix|coûte|coût"
        "|contrat|subvention|obligations|budget|emprunt|salaire",
        6,
        gap=60,
    ),
    before("investit|investira", 5.6, gap=30, needs=r"(?i)\bà [A-Z]|usine|site|centre de données"),
    after(
        "d.amende|de perte|de dettes?|de bénéfice|à ses créanciers|par action|par mois"
        "|de budget|d'obligations",
        7,
        gap=10,
    ),
)
_JA = (
    before("保有株|株式", 7, gap=2),
    after("消失|が吹き飛|を失|減少", 9, gap=8, needs="時価総額"),
    before("罰金|損失|赤字|利益|純利益|価格|融資|社債|負債|補助金|コスト|費用|設備投資", 6.5, gap=12),
    after("の損失|の赤字|の利益|の罰金|の融資|の社債|の補助金|の設備投資|の費用|の制裁金", 7.5, gap=6),
)
_KO = (
    before("구주", 7, gap=2),
    after("규모의 구주|규모 구주|어치 구주", 9, gap=2),
    after("증발|날아가", 9, gap=10),
    before("과징금|벌금|손실|이익|영업이익|순이익|대출|채권|부채|가격|지원금|보조금|계약|수주", 6.5, gap=12),
    after("과징금|벌금|손실|적자|이익|대출|채권|팁스|지원|보조금|계약|수주|상금", 7.5, gap=8),
)

KIND = Kind(
    name="other",
    title="Other sum",
    meaning="fines, prices, loans, losses, contracts, market sizes",
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Oakhurst hit with record $625M fine", (625_000_000,)),
        Example(
            "Oakhurst seeks to raise over $25B in first bond deal since 2021",
            (25_000_000_000,),
            status="target",
        ),
        Example("The quarter ended with a net loss of $400 million.", (400_000_000,)),
        Example("橡树集团被罚款5亿元", (500_000_000,), "zh"),
        Example("Nordwerk muss 20 Millionen Euro Strafe zahlen", (20_000_000,), "de"),
    ),
    ignores=(
        Example("Marlin AI raises $90M at a valuation of $1.1 billion"),
        Example("Marlin AI hits $4.5 billion valuation"),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
    ),
)
