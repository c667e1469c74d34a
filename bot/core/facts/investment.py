"""One party's stake in, or commitment to, another."""

from bot.core.facts.kind import Example, Kind, after, before

_EN = (
    before("invest|invests|invested|investing", 4.8, gap=40),
    before(
        "stake|stakes",
        6.2,
        gap=40,
        link="for|worth|at|in",
        needs=r"(?i)(?<![\d.])[1-4]?\d(?:\.\d+)?(?:%| percent| per cent) stake|minority stake",
    ),
    before(
        "pays?|paying|paid",
        6.2,
        gap=24,
        needs=r"(?i)\bfor (?:an? |its |the )?(?:\w+ )?(?:[1-4]?\d(?:\.\d+)?(?:%| percent| per cent)|minority)"
        r" (?:\w+ )?(?:stake|interest|holding|of)\b",
    ),
    before(
        "buys?|buying|bought|acquires?|acquired|sells?|sold",
        6.2,
        gap=60,
        link="for",
        needs=r"(?<![\d.])[1-4]?\d(?:\.\d+)?(?:%| percent| per cent) (?:of (?:\w+ )?[A-Z]|to [A-Z])",
    ),
    # what a share has become worth is no company's value
    before("stake|stakes|holding", 8, gap=50, link="(?:is |are |was |were )?(?:now |currently )?worth"),
    before("investment|commitment|injection", 4.4, gap=30, link="of|worth|totaling"),
    before("stake|stakes|shares|holding", 4.8, gap=80, link="for|worth|at|in|of"),
    before("pours?|plows?|ploughs?|injects?|pumps?|commits|committed|commit|pledges?|pledged", 4.2, gap=24),
    after(
        "strategic investment|investment|investments|stake|equity stake|minority stake|commitment|holding",
        6,
        gap=24,
    ),
    after("in investments?|of investment|of holdings|in holdings|holdings", 7, gap=3),
    after("into|in (?=[A-Z])", 3.4, gap=2, needs=r"(?i)invest|stake|commit|pour|inject|pump"),
)
_ZH = (
    before("投资|出资|注资|入股|投入", 4.5, gap=12),
    after("入股|的股份|股权|注资|持股|投资", 5, gap=6),
)
_DE = (
    before("kauft sich|kaufte sich|kaufen sich", 6.6, gap=30, link="für|mit"),
    before("investiert|investieren|beteiligt sich|beteiligung|steigt|investition", 4.2, gap=60),
    after("beteiligung|anteil", 5.5, gap=16),
    after(
        "in (?!rechenzentr|fabrik|europa|deutschland|infrastruktur|forschung|chips|standort"
        "|ki\\b)(?-i:[A-Z])[\\w.]+"
        "(?: \\w+)? (?:stecken|investieren|pumpen)",
        7,
        gap=3,
    ),
)
_ES = (
    before("invierte|invertirá|invirtió|invertir|participación|inversión", 4.5, gap=40),
    after("de inversión|de participación", 5, gap=8),
)
_FR = (
    before("injecte|injecté|injectera|injectant|apporte|apportant", 5, gap=30),
    before("du capital|participation", 6.4, gap=44, link="contre|pour", needs="%"),
    before("investit|investira|investi|investir|participation|investissement", 4.5, gap=40),
    after("investis?|investie?s|injectés?", 6, gap=2),
    after("d.investissement|de participation|dans le capital", 5, gap=8),
)
_JA = (before("出資|投資", 4.2, gap=12), after("出資|を出資|の出資|を投資", 5, gap=6))
_KO = (
    before("출자|지분", 4.2, gap=12),
    after("지분|출자", 5, gap=8),
    after("을 ?투자하|를 ?투자하|투자하", 6.6, gap=2),
    after("투자(?! ?유치)", 6.5, gap=2, needs=r"에 ?[\d,.]+"),
)

KIND = Kind(
    name="investment",
    title="Investment",
    words=("stake", "invests"),
    meaning="one party's stake in, or commitment to, another",
    least=10_000,
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Oakhurst invests $10 billion in Marlin AI", (10_000_000_000,)),
        Example("Larch plans to sell 1% stake in Tarnwell for $50 million", (50_000_000,), status="target"),
        Example("Oakhurst’s stake in Tarnwell is now worth $6 billion", (6_000_000_000,)),
        Example("Fenwick to pay $900 million for 49% stake in Marlin AI", (900_000_000,)),
        Example("Fenwick buys 30% stake in Marlin AI for $900 million", (900_000_000,)),
        Example("Fenwick buys 49% of Marlin AI for $900 million", (900_000_000,)),
        Example("橡树集团出资2000万美元，入股蓝鲸智能", (20_000_000,), "zh"),
        Example("Altavia invertirá 9,9 millones de dólares en Lumenta", (9_900_000,), "es", "target"),
        Example("Nordwerk will 30 Millionen Dollar in Tarnwell stecken", (30_000_000,), "de", "target"),
        Example("Nordis injecte 1,3 milliard d'euros dans Lumenta", (1_300_000_000,), "fr"),
        Example("오크그룹은 한빛로보틱스에 330억원을 투자하기로 했다", (33_000_000_000,), "ko"),
        Example("Nordwerk kauft sich für eine Milliarde Dollar bei Tarnwell ein", (1_000_000_000,), "de"),
    ),
    ignores=(
        Example("Marlin AI raises $90M at a valuation of $1.1 billion"),
        Example("Oakhurst buys 90% of Tarnwell for $4.75 billion"),
        Example("Oakhurst buys chip designer Tarnwell for $4.75 billion"),
        Example("Nordwerk will 30 Millionen Euro in Rechenzentren stecken", language="de"),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
    ),
)
