"""What a company sells in a period, or the yearly rate at which it sells (ARR, run rate)."""

from bot.core.facts.kind import EVERY, Example, Kind, after, before

_EN = (
    before(
        "revenue|revenues|turnover|annual recurring revenue|recurring revenue|run rate"
        "|run-rate|bookings|annualized revenue|annualised revenue|net sales",
        6,
        gap=50,
    ),
    before(
        "revenue|revenues|run rate|run-rate|sales|ARR",
        5,
        gap=110,
        link="to|to over|to about|to more than",
        across=True,
    ),
    before("sales", 4.6, gap=30, link="of|to|reached|hit|at|were|was|topped|totaled|by"),
    before("generates|generated|generating", 3.2, gap=22),
    after(
        "revenue|revenues|annual recurring revenue|annualized revenue|annualised revenue"
        "|annual revenue|recurring revenue|run rate|run-rate|turnover"
        "|in (?:(?!and |\\d)[\\w-]+ ){0,4}(?:revenues?|sales|turnover|bookings|ARR|run[- ]rate)"
        "|of (?:(?!and )[\\w-]+ ){0,3}revenues?|sales",
        8,
        gap=26,
    ),
)
_ZH = (
    before("营业收入|营业总收入|营收|收入|年化收入|经常性收入|销售额|年收入|总营收", 6.5, gap=16),
    before("营收|收入|销售额", 5.2, gap=40, link="达|达到|至|超|超过|约|破", across=True),
    after("营收|收入|年化收入|销售额|的收入|的营收|年收入", 7, gap=8),
)
_DE = (
    before("umsatz|erlöse|erlös|jahresumsatz|umsätze", 6.5, gap=70, inside=True),
    after("umsatz|erlösen|erlös|jahresumsatz", 7, gap=20, inside=True),
    before("umsatzmarke", 6, gap=20),
)
_ES = (
    before("ingresos|facturación|factura|facturó|ventas|ingreso|ingresos netos|facturar", 6, gap=60),
    after("de facturación|en ventas|de ingresos|en ingresos|de ventas|de ARR", 7, gap=10),
)
_FR = (
    before("chiffre d.affaires|revenus|ventes|recettes|revenu annuel", 6, gap=50),
    after("de chiffre d.affaires|de revenus|de ventes|de recettes|de CA", 7, gap=10),
)
_JA = (
    before("売上高|売上|収益|売上収益|年間売上", 6.5, gap=14),
    after("の売上|の売上高|の収益", 7, gap=6),
)
_KO = (
    before("매출|매출액|연매출", 6.5, gap=14),
    after("매출|의 매출", 7, gap=6),
)
_ANY = (before("ARR", 6.5, gap=30), after("ARR", 8, gap=14))

KIND = Kind(
    name="revenue",
    title="Revenue",
    words=("sales", "arr", "turnover"),
    meaning="what a company sells in a period, or its yearly rate (ARR, run rate)",
    least=10_000,
    cues={EVERY: _ANY, "en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Oakhurst's revenue jumps to $57 billion", (57_000_000_000,)),
        Example("Marlin AI has crossed $10 million in annualized revenue.", (10_000_000,)),
        Example("Marlin AI sees revenue of up to $70 billion in 2028", (70_000_000_000,), status="target"),
        Example("The company reached €30M ARR and 700 hospitals.", (30_000_000,)),
        Example("Marlin AI reached $50 million in ARR in six months.", (50_000_000,)),
        Example("蓝鲸电子4月营收约410亿元", (41_000_000_000,), "zh"),
        Example("Nordwerk knackt Umsatzmarke von zwei Milliarden Euro", (2_000_000_000,), "de"),
        Example("Los ingresos de Altavia alcanzaron 4.000 millones de dólares", (4_000_000_000,), "es"),
        Example("Le chiffre d'affaires de Nordis atteint 40 millions d'euros", (40_000_000,), "fr"),
        Example("ミナモの売上高は20億円だった", (2_000_000_000,), "ja"),
        Example("한빛로보틱스 매출 20억원 달성", (2_000_000_000,), "ko"),
    ),
    ignores=(
        Example("Marlin AI raises $90M at a valuation of $1.1 billion"),
        Example("It raised $110 million in total and says revenue has tripled."),
        Example("Marlin AI loses $8 billion"),
        Example("The quarter ended with a net loss of $400 million."),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
    ),
)
