"""What the stock market says that a traded company is worth."""

from bot.core.facts.kind import Example, Kind, after, before

_EN = (
    before(
        "market cap|market capitalisation|market capitalization|market value|m-cap|mcap"
        "|stock market value|market valuation|capitalization",
        7.5,
        gap=48,
    ),
    before(
        "tops|hits|crosses|passes|surpasses|reaches|joins|breaks|first",
        4.6,
        gap=20,
        needs=r"(?i)market (?:cap|value)|shares|stock",
    ),
    after(
        "market cap|market capitalisation|market capitalization|market value"
        "|in market value|market valuation|stock market value"
        "|(?<!all-)stock(?! (?:deal|swap|merger|transaction|purchase))",
        8,
        gap=20,
    ),
    before(
        "worth",
        6,
        gap=16,
        needs=r"(?i)\bpublic(?:ly[- ]traded)? company|\b(?:shares|stock) (?:rose|fell|climb|jump"
        r"|gain|surg|soar|clos|were|are)|\bNasdaq\b|Wall Street|market (?:cap|value)",
    ),
    after(
        "company|dollar company|club|mark|debut|chipmaker|giant",
        4.2,
        gap=10,
        needs=r"(?i)market|shares|stock|nasdaq|trillion-dollar (?:club|company|debut)"
        r"|\$\d trillion company",
    ),
)
_ZH = (
    before("市值|总市值|估值市值", 7, gap=18),
    after("市值|总市值", 8, gap=8),
)
_DE = (
    before("marktkapitalisierung|börsenwert|marktwert|börsenbewertung", 7.5, gap=60),
    after("marktkapitalisierung|börsenwert|marktwert|börsenbewertung|an der börse wert", 8, gap=14),
    after(
        "wert|schwer",
        7.5,
        gap=2,
        needs=r"(?i)börse|aktie|marktkapital|erstes? (?:us-)?(?:unternehmen|konzern)",
    ),
)
_ES = (
    before(
        "capitalización|capitalización bursátil|capitalización de mercado|valor de mercado|valor bursátil",
        7.5,
        gap=60,
    ),
    after("de capitalización|en bolsa|de valor de mercado|de valor bursátil", 8, gap=14),
)
_FR = (
    before("capitalisation|capitalisation boursière|valeur en bourse|valeur boursière", 7.5, gap=60),
    after("de capitalisation|en bourse|de valeur boursière", 8, gap=14),
)
_JA = (
    before("時価総額", 7.5, gap=14),
    after("の時価総額|時価総額", 8, gap=6),
)
_KO = (
    before("시가총액|시총", 7.5, gap=14),
    after("시가총액|시총|의 시가총액", 8, gap=6),
)

KIND = Kind(
    name="market_cap",
    title="Market cap",
    words=("capitalisation", "capitalization"),
    meaning="what the stock market says that a traded company is worth",
    least=10_000_000,
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Oakhurst becomes first chipmaker with a market cap of $5 trillion", (5_000_000_000_000,)),
        Example("Oakhurst tops $4 trillion in market value for the first time", (4_000_000_000_000,)),
        Example("Oakhurst lists at 3% discount; m-cap at $15 billion", (15_000_000_000,)),
        Example("Oakhurst becomes the first public company worth $5 trillion", (5_000_000_000_000,)),
        Example(
            "Nordwerk als erster Konzern vier Billionen Euro wert, Aktie im Plus", (4_000_000_000_000,), "de"
        ),
        Example("蓝鲸电子总市值首次突破1万亿美元", (1_000_000_000_000,), "zh"),
        Example("Nordwerk erreicht einen Börsenwert von 300 Milliarden Euro", (300_000_000_000,), "de"),
        Example(
            "La capitalización bursátil de Altavia supera los 90.000 millones de dólares",
            (90_000_000_000,),
            "es",
        ),
        Example(
            "La capitalisation boursière de Nordis dépasse 300 milliards d'euros", (300_000_000_000,), "fr"
        ),
        Example("ミナモ電機が上場、時価総額は8630億円", (863_000_000_000,), "ja"),
        Example("ミナモ電機の時価総額が10兆円を超えた", (10_000_000_000_000,), "ja"),
        Example("한빛전자 시가총액 500조원 돌파", (500_000_000_000_000,), "ko"),
    ),
    ignores=(
        Example("Oakhurst to buy Tarnwell in $9 billion all-stock deal"),
        Example("Chip stocks lost $500 billion of market value in a day."),
        Example("Marlin AI hits $4.5 billion valuation"),
        Example("隔夜美股市值蒸发2.3万亿美元", language="zh"),
        Example("Der Umsatz stieg auf 2 Milliarden Euro.", language="de"),
        Example("Los ingresos superan los 90 millones de dólares.", language="es"),
        Example("Le chiffre d'affaires dépasse 300 millions d'euros.", language="fr"),
        Example("売上高が10兆円を超えた", language="ja"),
        Example("매출 500조원 돌파", language="ko"),
    ),
)
