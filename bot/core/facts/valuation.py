"""What a whole company that isn't traded is said to be worth."""

from bot.core.facts.kind import Example, Kind, after, before

_EN = (
    before("valuation|valuations", 5.5, gap=45),
    before("valuation|valuations", 6, gap=80, link="to|at|of|from|above|over|around", across=True),
    before("valuation", 6, gap=95, link="it was|it is|it at|that it was|was", across=True),
    before("valued|values|valuing|value", 6.5, gap=90, link="at|to|around|between|above|over|near"),
    before("valued|valuing|values", 4, gap=45),
    before("valued", 7.6, gap=20, link="at"),
    # the two that merge are worth it together; neither is bought for it
    before(
        "combined (?:company|entity|group|firm|business|giant)|merged (?:company|entity|group|firm|business)"
        "|resulting (?:company|entity|group)|enlarged (?:company|group)",
        10.5,
        gap=30,
        link="at|worth|of|valued",
    ),
    before("valuation|valuations", 8.2, gap=16, link="of|at|to"),
    before(
        "valuation|valuations",
        8.2,
        gap=34,
        link="(?:top|exceed|reach|hit|surpass|near|pass|cross)(?:s|es|ed|ing)?"
        "|(?:jump|rise|soar|climb|double|triple|balloon|fall|drop|slip|swell|surge)(?:s|d|ed|ing)? to",
    ),
    before(
        "worth",
        6.2,
        gap=16,
        needs=r"(?i)\bworth [^.;]{2,20} (?:in|after|following) (?:[\w-]+ ){0,3}"
        r"(?:seed|round|funding|fundraising|deal|raising)",
    ),
    before("marked|marks|marking", 5, gap=60, link="to|at|down to|up to"),
    before("mark|peak", 4.6, gap=14, link="of", needs="(?i)valu"),
    before(
        "worth",
        5,
        gap=16,
        needs=r"\w, worth [^,]{2,24},|\b(?:now|is|be|are|was|were|been|startup|company|lab|firm|itself"
        r"|being|maker|it[’']s)"
        r" (?:\w+ )?worth",
    ),
    before(
        "raise|raises|raised|raising|raise money|funding|round|financing|investment"
        "|shares|stock|stake|money|tender offer",
        5,
        gap=70,
        link="at",
        across=True,
    ),
    before("back|backs|backing|invest in", 5, gap=30, link="at"),
    before("circling|circles|courting|chasing", 5, gap=40, link="at", needs="(?i)investor|backers|VCs"),
    # "lands $50M at $1B"
    before(
        "gets?|lands?|nabs?|secures?|bags?|seeks?|seeking|sought|wants|scores?|snags?|draws?",
        5,
        gap=30,
        link="at",
        across=True,
    ),
    before(
        "jump|leap|increase|step-up|up",
        3.4,
        gap=10,
        link="from",
        needs=r"(?i)valuation|\bvalu(?:es|ed|ing)\b",
    ),
    before("deal|talks|discussions|in at|investors", 6, gap=16, link="at"),
    before("price tag|pricetag", 4.5, gap=25),
    before("fully[- ]diluted value|fully[- ]diluted basis", 6, gap=20),
    before("pre-money|post-money", 5.5, gap=25),
    after("valuation|valuations|valuation cap", 8, gap=40),
    after("deal|merger|SPAC", 8, gap=24, needs=r"(?i)\bSPAC\b|blank[- ]check"),
    after("value", 7, gap=1),
    after("in valuation", 8, gap=2),
    before("most valuable (?:[\\w-]+ ){0,2}?(?:start-?up|company|unicorn|firm|lab)", 6.5, gap=8, link="at"),
    after(
        "price tag",
        7,
        gap=4,
        needs=r"(?i)\bIPO\b|valuation|round|investors|funding"
        r"|\b(?:rais|secur|bag|land|nab)\w* [^.;]{0,12}[$€£¥₹]",
    ),
    after("pre-money|post-money|premoney|postmoney", 8, gap=14),
    after(
        "unicorn|decacorn|startup|start-up|darling|upstart|juggernaut|powerhouse|AI company|AI lab",
        4.5,
        gap=22,
    ),
)
_ZH = (
    before("融资后|投后", 7, gap=4),
    before("估值|估價|身价|作价", 6, gap=18),
    before("合并后的?(?:新?公司|新?实体|企业|集团)?(?:整体)?(?:估值|价值)", 10, gap=8),
    before("估值", 5, gap=40, link="至|到|达|为|约|超|破"),
    before("估值", 4.8, gap=90, link="较|从|高于|低于|月的?|年的?|此前的?|上轮的?", across=True),
    after("估值|身价", 8, gap=8),
    after("独角兽", 4, gap=6),
)
_DE = (
    before("bewertungseinbruch|bewertungssprung|bewertungsplus|bewertungsrekord|bewertungsmarke", 6, gap=45),
    before("bewertung|unternehmenswert|firmenwert", 6, gap=45, inside=True),
    before("bewertung", 6, gap=80, link="auf|von|bei|mit|zu", across=True, inside=True),
    before("bewertet|bewerten|bewertete", 6, gap=70, link="mit|auf|zu|bei"),
    before("nach zuvor|nach zuletzt|nach bisher", 5.5, gap=14, needs="(?i)bewert"),
    before("wert", 4.5, gap=10, needs=r"(?:ist|sind|sei|inzwischen|nun|jetzt|damit) .{0,60}wert\b"),
    after("bewertung|unternehmensbewertung|milliardenbewertung|firmenbewertung", 8, gap=18),
    after("bewertet|bewerten", 7, gap=30),
    before("noch", 5, gap=10, needs=r"(?i)bewert[\s\S]*\bwert\b|\bwert\b[\s\S]*bewert"),
    after("wertvollste[sr]?", 6, gap=4),
    after(
        "wert",
        5,
        gap=2,
        needs=r"(?:ist|sind|sei|inzwischen|nun|jetzt|damit|unternehmen|start-?up|will|könnte"
        r"|soll|dürfte) .{0,90}wert\b",
    ),
)
_ES = (
    before("valoración|valoracion|valuación|valuacion|valorización", 6, gap=45),
    before(
        "valorad[oa]s?|valora|valoran|valorando|valoraría|valorarían|valoró|valoraron"
        "|valuad[oa]|valúa|valorizad[oa]|avaluad[oa]",
        6.5,
        gap=90,
        link="en|a|por",
    ),
    before("su valor|valor de la (?:empresa|compañía|firma)", 6, gap=30, link="a|en|hasta"),
    before("marca|nivel|cota|cifra", 4.6, gap=26, link="de|en", needs="(?i)valora|valuaci"),
    before("estimad[oa]|tasad[oa]|cifrad[oa]", 4.6, gap=14, link="en", needs="(?i)valora|valuaci"),
    before("vale|valdría|valdría ya", 4.5, gap=14),
    after("de valoración|de valuación|valoración", 8, gap=6),
)
_FR = (
    before("valorisation", 6, gap=45),
    before(
        "valorisée?|valorisés|valorise|valorisant|valorisent|valoriserait|valoriser",
        6.5,
        gap=80,
        link="à|a|de|autour de",
    ),
    before("valorisée?s?", 5, gap=14),
    before("valorise|valorisent|valorisait|valorisant", 6.2, gap=40),
    before("contre", 5.2, gap=12, needs="(?i)valoris"),
    before("vaut|vaudrait|vaut désormais", 4.5, gap=14),
    after("de valorisation|valorisation", 8, gap=6),
)
_JA = (
    before("評価額|企業価値|バリュエーション|時価評価", 6, gap=18),
    after("評価額|企業価値|バリュエーション|と評価", 8, gap=8),
)
_KO = (
    before("기업가치(?!로)|기업 가치(?!로)|회사 가치(?!로)|몸값(?!에)|평가액|밸류에이션|밸류", 6, gap=18),
    after("였던 (?:기업 ?|회사 ?)?가치|이던 (?:기업 ?|회사 ?)?가치|하던 (?:기업 ?|회사 ?)?가치", 9, gap=1),
    after(
        "기업가치|기업 가치|회사 가치|가치로|가치에|가치로 평가|가치를 인정|몸값|밸류|가치 인정|평가",
        8,
        gap=8,
    ),
)

KIND = Kind(
    name="valuation",
    title="Valuation",
    words=("valued", "worth"),
    meaning="what a company that isn't traded is said to be worth",
    least=1_000_000,
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Marlin AI hits $4.5 billion valuation in first-ever fundraising", (4_500_000_000,)),
        Example("Chip designer Tarnwell is now worth $12bn after a share sale.", (12_000_000_000,)),
        Example("Oakhurst raises $90M at a valuation of $1.1 billion", (1_100_000_000,)),
        Example("The round values the maker of legal software at $800 million.", (800_000_000,)),
        Example(
            "Fenwick Labs in talks to raise money at a $30B valuation", (30_000_000_000,), status="talks"
        ),
        Example(
            "Oakhurst buys Tarnwell in a deal that values the combined company at $12B", (12_000_000_000,)
        ),
        Example("Tarnwell targets valuation of up to $26 billion in IPO", (26_000_000_000,), status="target"),
        Example("Tarnwell, founded just three years ago, tops $5.5bn in valuation", (5_500_000_000,)),
        Example("Marlin AI to get $1.2B at $8.6B from Oakhurst", (8_600_000_000,), status="reported"),
        Example("Marlin AI valuation could top $9 billion in new round", (9_000_000_000,), status="talks"),
        Example("Tarnwell becomes Japan’s most valuable startup at $2.65B", (2_650_000_000,)),
        Example("Tarnwell, valued at $11bn, buys research startup Oakhurst", (11_000_000_000,)),
        Example("Tarnwell cuts valuation to $50 bln in London IPO bid", (50_000_000_000,)),
        Example("Investors are circling Marlin AI at $11 billion", (11_000_000_000,), status="talks"),
        Example("Marlin AI draws offers at $8 billion valuation", (8_000_000_000,), status="talks"),
        Example("Investors offer to back Marlin AI at $8 billion", (8_000_000_000,), status="talks"),
        Example(
            "Marlin AI says it has no plans for IPO at $1 trillion valuation", (10**12,), status="denied"
        ),
        Example("Marlin AI worth $12B in seed round", (12_000_000_000,)),
        Example("Marlin AI now worth $12bn after first funding round", (12_000_000_000,)),
        Example("Tarnwell worth $3 billion after raising $200 million", (3_000_000_000,)),
        Example("Oakhurst bags $500M from Larch at an $11 billion price tag", (11_000_000_000,)),
        Example("Oakhurst aims for $20 billion-plus valuation in IPO", (20_000_000_000,), status="target"),
        Example("Tarnwell worth $3 billion following fresh funding", (3_000_000_000,)),
        Example("La operación eleva su valor a 900 millones de dólares.", (900_000_000,), "es"),
        Example("蓝鲸智能完成B轮融资，投后估值达15亿美元", (1_500_000_000,), "zh"),
        Example("消息称青禾机器人以约20亿美元估值洽谈融资", (2_000_000_000,), "zh", "talks"),
        Example("Das Münchner Start-up wird mit 3 Milliarden Euro bewertet.", (3_000_000_000,), "de"),
        Example("La ronda valora a la empresa en 900 millones de dólares.", (900_000_000,), "es"),
        Example(
            "Altiva lève des fonds sur la base d'une valorisation de 2 milliards d'euros.",
            (2_000_000_000,),
            "fr",
        ),
        Example(
            "Altiva lève 90 millions à un prix valorisant l'entreprise 1,1 milliard d'euros",
            (1_100_000_000,),
            "fr",
        ),
        Example(
            "La valoración supera su anterior marca de 300 millones de euros",
            (300_000_000,),
            "es",
            "previous",
        ),
        Example("지난해 1570억원이던 가치가 뛰었다", (157_000_000_000,), "ko", "previous"),
        Example("新興企業ミナモ、評価額20億ドルで資金調達", (2_000_000_000,), "ja"),
        Example("ミナモ、30億円調達　企業価値400億円に", (40_000_000_000,), "ja"),
        Example("한빛로보틱스, 기업가치 2조원 인정", (2_000_000_000_000,), "ko"),
    ),
    ignores=(
        Example("Marlin AI raises $90 million in Series B funding."),
        Example("Oakhurst licenses its chips to Tarnwell in a deal valued at $2 billion"),
        Example("Oakhurst’s stake in Tarnwell is now worth $6 billion"),
        Example("Each camera is valued for its picture, and costs $3,000."),
        Example("The model has 671B parameters."),
        Example("It joins startups valued in the tens of billions of dollars."),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
        Example("Der Umsatz stieg auf 2 Milliarden Euro.", language="de"),
        Example("Es un unicornio (valoración superior a 1.000 millones de euros).", language="es"),
        Example("Les licornes, ces start-up dont la valorisation dépasse le milliard.", language="fr"),
        Example("La compañía obtuvo 75 millones de dólares.", language="es"),
        Example("La société a levé 40 millions d'euros.", language="fr"),
        Example("売上高は20億ドルだった。", language="ja"),
        Example("20억원 시드 투자 유치", language="ko"),
    ),
)
