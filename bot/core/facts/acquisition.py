"""A company, or a part of one, changes hands at a price."""

from bot.core.facts.kind import Example, Kind, after, before

_DEALING = (
    r"(?i)acqui|merge|buyout|takeover|take over|\bbuy|bought|unwind|antitrust|\bsale\b|\bsell|\bbids? for\b"
    r"|\b(?:complet|clos|finali|clear|approv|seal|block)\w* (?:its )?[$€£¥₹]\S+ (?:\w*illion )?"
    r"(?-i:(?!Series|Seed)[A-Z])\w+ deal\b"
)
# a whole company changes hands at the price; a round or a stake values, but sells nothing whole
_WHOLE = (
    r"(?i)^(?![^\n]*, (?:last )?valued at [^,\n]{2,24},)(?![^\n]*\b(?:minority|stake|rounds?|funding"
    r"|rais\w+|tender|secondary"
    r"|share sale|last valued|previously|was valued|were valued|had been|employees?|insiders?"
    r"|(?:buy|sell|purchase)\w* (?:back )?(?:\w+ ){0,2}(?:shares|stock))\b)"
    r"[^\n]*(?:\bacqui|takeover|buyout|\bbuy\b|\bbuys\b|merger|\bmerge\b|\bsale\b)"
)
_OFFERING = (
    r"\b(?:[Oo]ffer|[Bb]id)\w* (?:(?:about|around|nearly|over|up to|roughly|more than) )?"
    r"[$€£¥₹][\d.,]+ ?(?:[a-z]+ |[BbMmTtkn]{1,2} )(?:in cash )?for (?:[\w-]+ ){0,4}[A-Z]"
)
_EN = (
    before("valuing|valued|values|value", 8.5, gap=90, link="at", needs=_WHOLE),
    before(
        "acquire|acquires|acquired|acquiring|acquisition|buy|buys|buying|bought|purchase"
        "|purchases|purchased|snaps up|scoops up|takes over|take over|swallows",
        5,
        gap=90,
        link="for|in|at|worth|of|with|by paying",
    ),
    before("acquire|acquires|acquisition|buyout|takeover|takeover bid|merger", 4.4, gap=28),
    before(r"sell|sells|sold|selling|(?<!share )(?<!stock )(?<!secondary )sale", 4.8, gap=80, link="for|at"),
    before("sells|sold", 4.8, gap=110, link="for", across=True),
    before(
        "pay|pays|paid|paying",
        6,
        gap=20,
        needs=r"\b[Pp]a(?:ys?|id"
        r"|ying) [^$€£¥₹]{0,16}[$€£¥₹]\S+ (?:\w*illion )?for (?:[a-z-]+ ){0,4}[A-Z]"
        r"(?:[^.;]*\bdeal\b|\w+(?:,|$| [-–—]))",
    ),
    before("pay|pays|paid|paying", 4.6, gap=20, needs=_DEALING),
    before("offers?|offered|bid|bids", 4.2, gap=25, needs=_DEALING),
    # "offers $9 billion for Tarnwell"
    before(
        "offers|offered|bids",
        6,
        gap=20,
        needs=_OFFERING,
    ),
    before(
        "deal valued|deal worth|deal that values|transaction valued|sale valued|acquisition valued",
        8,
        gap=30,
        needs=_DEALING,
    ),
    before("deal", 4.6, gap=25, needs=_DEALING),
    before(
        "bid|offer|takeover|acquisition|deal",
        5.4,
        gap=70,
        link="top|exceed|fetch|surpass|be worth",
        needs=_DEALING,
    ),
    before("spending|spends|spend", 6.5, gap=20, needs=r"(?i)on an? (?:\w+ ){1,3}(?:company|startup|firm)\b"),
    after(
        r"acquisition|takeover|buyout|merger|(?<!tender )offer|bid"
        r"|(?<!share )(?<!stock )(?<!secondary )sale|purchase|buy|tie-up|acquisition offer|takeover offer"
        r"|approach",
        6,
        gap=45,
    ),
    after("deal|transaction", 5.5, gap=45, needs=_DEALING),
    after(
        # computing power that is bought is no company
        r"to (?:buy|acquire|purchase|take over)"
        r"(?! (?:\w+ ){0,3}?(?:comput\w+|capacity|chips|GPUs|TPUs|credits|servers|energy|power|services)\b)"
        "|in cash and stock|all-stock|all-cash|cash-and-stock",
        6,
        gap=24,
    ),
    after(
        r"deal for(?= (?-i:[A-Z]))"
        r"(?![^,.;]*\b(?:chips?|comput\w+|capacity|cloud|servers|GPUs|power|energy|rights)\b)",
        5.5,
        gap=10,
    ),
    after("for (?:\\w+ )?(?:rival|startup|company)", 4.5, gap=4, needs=_DEALING),
)
_THIS_DEAL = (
    r"(?:这笔|该笔|此次|本次|上述)(?:收购|合并)|(?:收购|合并)[\s\S]*(?:这笔|该笔|此次|本次|上述)交易"
    r"|(?:这笔|该笔|此次|本次|上述)交易[\s\S]*(?:收购|合并)"
)
_ZH = (
    before("估值|价值", 8.5, gap=14, needs=_THIS_DEAL),
    before("收购|并购|洽购|竞购|买下|收購|拿下|现金收购|要约|全资收购", 5, gap=28),
    before(
        "总价|作价|对价|交易价格|交易金额|交易估值|交易对价|交易价值",
        8.5,
        gap=12,
        needs="收购|并购|洽购|竞购|出售",
    ),
    before("(?<!股份)(?<!股票)(?<!老股)出售(?!交易)", 4.6, gap=18),
    after("出售", 6, gap=2),
    after("出售给|卖给|售予", 6, gap=2),
    before("出价|报价|开价", 5, gap=8, needs="收购|并购"),
    after("估值收购|的估值收购|价格收购|收购价", 9.5, gap=2),
    after("收购|并购|买下|现金收购|的价格收购|要约|的收购|交易", 6, gap=8),
)
_DE = (
    before(
        "deal|geschäft|transaktion",
        6,
        gap=40,
        needs="(?i)übernahme|übern[ai]mm|kauf",
        link="wert|bewertet mit|volumen von",
    ),
    before(
        "kauft|kaufte|kaufen|übernimmt|übernahm|übernehmen|erwirbt|erwerben|übernahme|kauf|schluckt",
        5,
        gap=80,
        link="für|von|um|mit|in höhe von|rund|knapp",
    ),
    before(
        "legt|legte|legen|blättert|blätterte", 6, gap=60, needs=r"(?i)\bfür\b[^.]*\b(?:auf den tisch|hin)\b"
    ),
    # "will für 2 Milliarden Euro den Rivalen Tarnwell übernehmen"
    after(
        "übernehmen|übernommen|schlucken|aufgekauft|(?<!zurück)kaufen|gekauft|erwerben|erworben",
        6,
        gap=90,
        needs=r"(?i)\bfür (?:\w+ )?\d",
    ),
    before(
        "volumen des (?:deals|geschäfts)|volumen der (?:transaktion|übernahme)|transaktionsvolumen|kaufpreis",
        7,
        gap=40,
        needs="(?i)übernahme|übern[ai]mm|kauf|deal|offert|biet",
    ),
    before("offerte?|angebot|gebot", 5, gap=90, link="insgesamt(?: \\w+)?", across=True),
    before("geht|gehen|ging", 5, gap=12, link="für", needs=r"(?i)\bfür [^.]{3,40} an\b"),
    before("zahlt|zahlen|bezahlt", 5, gap=50, needs="(?i)übernahme|übern[ai]mm|kauf"),
    before("verkauft|verkaufen|verkauf", 4.8, gap=70, link="für|an|um"),
    before("übernahme|übernahmeangebot", 4.4, gap=30, inside=True),
    after("übernahme|kauf|angebot", 5, gap=40, inside=True),
    after("geschäft|deal|schwer", 4.5, gap=6, needs="(?i)übernahme|kauf|übern"),
)
_ES = (
    before(
        "acuerdo valuado|acuerdo valorado|operación valorada|operación valuada"
        "|transacción valorada|transacción valuada|acuerdo por",
        8.5,
        gap=30,
    ),
    before(
        "adquiere|adquirió|adquirir|adquisición|compra|compró|comprar|comprará|adquirirá|fusión",
        5,
        gap=90,
        link="por|en|de",
    ),
    before(
        "ofrec\\w+|oferta",
        5,
        gap=30,
        needs=r"(?i)\bofert|\bofrec\w+ (?:[^.;]|\.\d){0,60} (?:por|para comprar) (?-i:[A-Z])",
    ),
    before("vende|vendió|vender|venta", 4.6, gap=70, link="por|en"),
    after("por la compra|para comprar|para adquirir|de compra", 5.5, gap=24),
)
_FR = (
    before(
        "rachète|racheter|racheté|rachat|acquiert|acquérir|acquisition|achète|s'offre|reprend|rachetée?",
        5,
        gap=80,
        link="pour|de|à hauteur de|contre",
    ),
    before(
        "transaction|opération|montant|offre",
        5,
        gap=44,
        link="à|à la bagatelle de|à hauteur de|de|porte sur",
        needs="(?i)rach[ea]t|rachet|acquisition|acquérir|s[’']offrir|\\bOPA\\b",
    ),
    before("propos\\w+|débours\\w+|mis\\w* sur la table", 5, gap=24, needs="(?i)rach[ea]t|acqu[ié]"),
    before("vend|vendu|vendre|à vendre|cède|cession|vente", 4.6, gap=60, link="pour|à"),
    after("pour racheter|pour acquérir|pour s'offrir", 5.5, gap=20),
)
_JA = (
    before("買収|売却", 4.6, gap=14),
    after("で買収|買収|で売却|での買収", 6.5, gap=6),
    after(r"で[^。、で]{1,20}?を(?:買収|子会社化|取得)", 6.5, gap=2),
)
_KO = (
    before("인수|매각", 4.6, gap=14),
    after("인수|에 인수|매각|에 매각", 6.5, gap=8),
)

KIND = Kind(
    name="acquisition",
    title="Acquisition",
    words=("acquires", "buys", "takeover"),
    meaning="the price at which a company, or a part of one, changes hands",
    least=100_000,
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Oakhurst’s $9 billion deal for Tarnwell collapses", (9_000_000_000,), status="denied"),
        Example("Oakhurst buys chip designer Tarnwell for $4.75 billion", (4_750_000_000,)),
        Example("Fenwick makes $5.5bn takeover offer for Oakhurst", (5_500_000_000,), status="talks"),
        Example("Group led by Oakhurst offers $9.4 billion for Marlin AI", (9_400_000_000,), status="talks"),
        Example("Marlin has been acquired by Oakhurst in a deal valued at €230 million.", (230_000_000,)),
        Example("橡树集团拟以20亿美元收购蓝鲸智能", (2_000_000_000,), "zh", "target"),
        Example("Nordwerk legt für Tarnwell eine Milliarde Dollar auf den Tisch", (1_000_000_000,), "de"),
        Example("Oakhurst to buy Tarnwell for about $1.6 billion including debt", (1_600_000_000,)),
        Example("Oakhurst to pay about $1 billion for Tarnwell in largest deal yet", (1_000_000_000,)),
        Example("Oakhurst completes $2.4 billion Tarnwell deal", (2_400_000_000,)),
        Example(
            "Oakhurst could pay up to $2.5 billion for Tarnwell, report says",
            (2_500_000_000,),
            status="talks",
        ),
        Example("Oakhurst to buy Tarnwell for $3 billion upfront", (3_000_000_000,)),
        Example("Nordwerk kauft Rivalen Tarnwell für knapp 28 Milliarden Dollar", (28_000_000_000,), "de"),
        Example(
            "Nordwerk will für 4,8 Milliarden Euro den Rivalen Tarnwell übernehmen",
            (4_800_000_000,),
            "de",
            "target",
        ),
        Example("Nach der Übernahme: Das Volumen des Deals liegt bei 669 Mio. Dollar", (669_000_000,), "de"),
        Example("Rachat de Lumenta : la transaction s'élève à 3,9 milliards d'euros", (3_900_000_000,), "fr"),
        Example(
            "Nordis veut racheter Lumenta : un montant de 16 milliards d'euros est évoqué",
            (16_000_000_000,),
            "fr",
            "talks",
        ),
        Example("オーク社、約2億ドルでミナモを買収", (200_000_000,), "ja"),
        Example("Altavia ofreció 30.000 millones de dólares por Lumenta", (30_000_000_000,), "es", "talks"),
        Example("橡树集团据悉洽购蓝鲸智能，交易估值约60亿美元", (6_000_000_000,), "zh"),
        Example("橡树集团以40亿美元出售蓝鲸零售", (4_000_000_000,), "zh"),
        Example("Altavia compra Lumenta por US$705 millones", (705_000_000,), "es"),
        Example(
            "Lumenta n'envisage pas de se vendre pour 300 millions d'euros", (300_000_000,), "fr", "denied"
        ),
        Example("Nordis annonce le rachat de Lumenta pour 300 millions d'euros", (300_000_000,), "fr"),
        Example("オーク社、ミナモを20億ドルで買収", (2_000_000_000,), "ja"),
        Example("오크그룹, 한빛로보틱스 3000억원에 인수", (300_000_000_000,), "ko"),
    ),
    ignores=(
        Example("Oakhurst signs $9 billion deal for Tarnwell compute"),
        Example("Marlin AI raises $90M at a valuation of $1.1 billion"),
        Example("The county signed a deal worth $400 million with Oakhurst to run its software."),
        Example("Ann Lee turned down a $2 million pay offer from Oakhurst, which buys startups"),
        Example("Buy the Max 2 camera for $369 today."),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
        Example("蓝鲸智能完成员工股份出售交易，规模约70亿美元", language="zh"),
        Example("Der Umsatz stieg auf 2 Milliarden Euro.", language="de"),
        Example("Nordwerk will für 2 Milliarden Euro eigene Aktien zurückkaufen", language="de"),
        Example("Altavia obtuvo 75 millones de dólares en una ronda.", language="es"),
        Example("Lumenta lève 40 millions d'euros.", language="fr"),
        Example("ミナモ、30億円を調達", language="ja"),
        Example("한빛로보틱스, 20억원 투자 유치", language="ko"),
    ),
)
