"""Money that investors put into a company in a round, or all rounds to date."""

from bot.core.facts.kind import EVERY, Example, Kind, after, before

_EN = (
    before("raise|raises|raised|raising|raising as much as", 5, gap=45),
    before(
        "secure|secures|secured|securing|land|lands|landed|nab|nabs|nabbed|nabbing|bag"
        "|bags|bagged|snag|snags|snagged|scores|scored|scoops|picks up|hauls in|pulls in"
        "|attracts|attracted|nets|netted|closes|closed|closing|lines up|locks in|banks"
        "|brings? in|bringing in|pockets",
        3.6,
        gap=30,
    ),
    before(
        "funding|financing|fundraise|fundraising|round|seed|equity",
        4,
        gap=28,
        link="of|at|worth|totaling|totalling|to|round",
    ),
    before(
        "launches|launched|emerges|emerged|exits stealth|comes out of stealth|debuts",
        3.2,
        gap=22,
        link="with",
    ),
    before("seeks|seeking|seek|sought", 5.2, gap=12),
    before("series [A-K]|seed round|seed", 5, gap=14, link="with"),
    before("eyes|eyeing", 4, gap=8),
    before("round|financing|series [A-K]", 6.6, gap=12, link="to"),
    before("total (?:capital|funding|equity) raised|total funding|raised in total", 7, gap=26),
    after("raise|fundraise", 8, gap=2),
    before("lead|leads|led|leading|co-led|joins|backs", 3, gap=20),
    before("with", 4.2, gap=10, needs=r"(?m)^With [$€£₹]\S+ (?:\w*illion )?(?:from|led by|in backing)\b"),
    before(
        "takes|took",
        4.2,
        gap=4,
        needs=r"\b[Tt](?:akes|ook) [$€£¥₹]\S+ (?:\w*illion )?(?:more )?from [A-Z]\w+(?![\w’'])",
    ),
    before("adds|added|adding|add", 4.4, gap=14, needs=r"(?i)\b(?:round|funding|series|extension)\b"),
    after("to (?:its |the |a |an )?(?:[\\w-]+ ){0,2}(?:round|series [a-k])", 6, gap=3),
    before("get|gets|got|receives|received|announces|announced", 2.4, gap=20),
    after(
        "series|seed|pre-seed|venture round|round|funding|financing|fundraise"
        "|fundraising|raise|investment round|growth round|extension|mega-round"
        "|bridge round",
        5.5,
        gap=34,
    ),
    after(
        "in (?:\\w+ ){0,3}(?:funding|financing|equity|seed|series|capital|fresh capital"
        "|venture capital|new money|backing|round)|in an? (?:[\\w-]+ ){0,3}(?:round"
        "|raise|funding|financing|seed|series)|from investors|funding|to date",
        5.5,
        gap=3,
    ),
)
_ZH = (
    before("筹集了?|募集了?|筹得|融得|募得|融资了?|募资", 7.5, gap=3),
    before("再融|又融|已融|连融", 5, gap=4),
    before("融资|募资|募集|筹集|筹资|集资|净筹|获投|融到", 5, gap=14),
    before("完成|获得|获|拿到|拿下|宣布", 3.4, gap=8),
    after(
        "融资|募资|战略投资|天使轮|种子轮|首轮|A ?\\+?轮|B ?\\+?轮|C ?\\+?轮|D ?\\+?轮"
        "|E ?\\+?轮|F ?\\+?轮|Pre",
        6,
        gap=10,
    ),
    after("投资", 6.5, gap=2, needs="获[^。，]{0,40}投资"),
)
_DE = (
    before(
        "sammelt|sammelte|sammeln|eingesammelt|erhält|erhielt|erhalten|holt|bekommt"
        "|sichert|kassiert|nimmt|schließt|finanzierung|finanzierungsrunde|kapitalrunde"
        "|investiert|stecken|steckt",
        3.8,
        gap=60,
    ),
    before("finanzierungsrunde|kapitalrunde|wachstumskapital", 4.5, gap=40, inside=True),
    before("runde", 5, gap=14, link="über|von|in höhe von"),
    before("verhandelt|verhandeln", 4, gap=60, link="über"),
    after(
        "ein|eingesammelt|einsammeln|finanzierung|finanzierungsrunde|wachstumskapital"
        "|wagniskapital|risikokapital|von investoren|seed",
        5,
        gap=34,
    ),
    after("finanzierungsrunde|kapital|runde", 4.5, gap=16, inside=True),
)
_ES = (
    before(
        "recauda|recaudó|recaudar|recaudado|recaudaron|levanta|levantó|levantar"
        "|levantado|capta|captó|captar|captado|obtiene|obtuvo|obtener|consigue|consiguió"
        "|cierra|cerró|recibe|recibió|logra",
        4.6,
        gap=45,
    ),
    before("busca|buscan|buscaría", 4.2, gap=12),
    before(
        "financiación|financiamiento|financiacion|ronda|inversión|inversion|serie [A-K]",
        4.4,
        gap=40,
        link="de|por",
    ),
    after(
        "en (?:una )?(?:nueva )?(?:ronda|financiación|financiamiento|capital|serie"
        "|su ronda)|de financiación|de financiamiento|liderada por|en inversión"
        "|captados|recaudados|levantados|obtenidos",
        5.5,
        gap=12,
    ),
)
_FR = (
    before(
        "lève|lever|levé|levée|lèvent|boucle|bouclé|obtient|décroche|annonce|réunit|récolte|sécurise",
        4.6,
        gap=45,
    ),
    before("levée de fonds|tour de table|financement|série [A-K]", 4.6, gap=40),
    after("levés|lors d'un tour|auprès d|en série|de levée|pour sa série|en amorçage", 5, gap=20),
)
_JA = (
    before("調達|資金調達|増資", 4.5, gap=14),
    after(
        "調達|の資金|を調達|を追加調達|を追加で調達|を新たに調達|資金調達|の出資を受け|シリーズ", 5.5, gap=10
    ),
)
_KO = (
    before("투자 유치|투자유치|조달|시드|시리즈|투자금|투자액|누적 투자", 4.5, gap=14),
    after("투자|유치|시드|시리즈|조달|규모", 5, gap=14),
)
_ANY = (after("series [A-K]", 6, gap=20),)

KIND = Kind(
    name="raised",
    title="Raised",
    words=("raise", "raises", "funding"),
    meaning="money put into a company in a round, or in all rounds to date",
    least=10_000,
    cues={EVERY: _ANY, "en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Marlin AI takes $500M from Oakhurst for its model", (500_000_000,)),
        Example("Marlin AI raises $90M at a valuation of $1.1 billion", (90_000_000,)),
        Example("Oakhurst has secured a $12 million seed round led by Pine Ventures.", (12_000_000,)),
        Example("Tarnwell is in talks to raise $2 billion.", (2_000_000_000,), status="talks"),
        Example("The startup has raised $268 million in funding to date.", (268_000_000,)),
        Example("It takes total capital raised to $380 million.", (380_000_000,)),
        Example("Marlin AI tops up Series A with $115M from Oakhurst", (115_000_000,)),
        Example("Marlin AI eyes $10 million", (10_000_000,), status="talks"),
        Example("Marlin AI raises $400M pre-IPO round", (400_000_000,)),
        Example("Marlin AI adds $100 million to round", (100_000_000,)),
        Example("ミナモ、19億円を追加調達", (1_900_000_000,), "ja"),
        Example("ミナモ、30億円調達　企業価値400億円に", (3_000_000_000,), "ja"),
        Example("한빛로보틱스, 20억원을 유치하며 기업가치 300억원 인정", (2_000_000_000,), "ko"),
        Example("蓝鲸智能完成1.2亿元B轮融资", (120_000_000,), "zh"),
        Example("蓝鲸智能再融5亿元", (500_000_000,), "zh"),
        Example("青禾机器人获5000万美元战略投资", (50_000_000,), "zh"),
        Example("Fintech Quandt sammelt 60 Millionen Euro ein", (60_000_000,), "de"),
        Example("Altavia obtuvo 75 millones de dólares en una ronda de serie B.", (75_000_000,), "es"),
        Example("Altavia busca 20.000 millones de dólares", (20_000_000_000,), "es", "talks"),
        Example("La jeune pousse Lumenta lève 40 millions d'euros", (40_000_000,), "fr"),
        Example("ミナモ、シリーズBで30億円を調達", (3_000_000_000,), "ja"),
        Example("한빛로보틱스, 20억원 시드 투자 유치", (2_000_000_000,), "ko"),
    ),
    ignores=(
        Example("Marlin AI takes $500M from Oakhurst’s sales"),
        Example("Marlin AI hits $4.5 billion valuation"),
        Example("Oakhurst Bank seeks to raise over $25B in its first bond deal since 2021"),
        Example("Ann Lee seeks up to $134 billion from Oakhurst in lawsuit"),
        Example("The price was raised to $20 a month."),
        Example("Pine Ventures raises $500 million fund for robotics."),
        Example("三月营收约410亿元，同比增长17%", language="zh"),
        Example("Der Umsatz stieg auf 2 Milliarden Euro.", language="de"),
        Example("La multa asciende a 75 millones de dólares.", language="es"),
        Example("Le chiffre d'affaires atteint 40 millions d'euros.", language="fr"),
        Example("売上高は20億円だった。", language="ja"),
        Example("매출 20억원 달성", language="ko"),
    ),
)
