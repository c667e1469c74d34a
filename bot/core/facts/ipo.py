"""What a company takes in, or seeks, by selling shares to the public for the first time."""

from bot.core.facts.kind import Example, Kind, after, before

# the money comes in by the listing itself, not before it
_LISTING = (
    r"(?i)rais\w+[^;]{0,60}\b(?:in|through|from|via|with) (?:its|an?|the"
    r"|their) [^;]{0,40}?(?:\bIPO\b|public offering|listing|debut|float)"
    r"|\b(?:opened at|priced|pricing|began trading|first day of trading"
    r"|went public)\b|\b(?:[Pp]rices?|[Pp]riced|[Pp]ricing|[Ss]ets?) [^\n]{0,24}\bIPO\b"
    r"|(?<!before )(?<!of )(?:the|its|an) initial public offering [^;\n]{0,60}\braising\b"
    r"|\b(?:IPO|listing|flotation|float) (?:that|which) (?:\w+ ){0,3}(?:rais|fetch|bring)"
    r"|rais\w+ [^;]{0,30}\bin (?:[A-Z]\w+ ){1,2}(?:listings?|IPOs?)\b"
    r"|\bIPO, (?:in which|where) [^\n]{0,20}rais|\bIPO [^\n]{0,24}(?:to raise|rais(?:es|ed))"
    r"|\bin (?:its |an )?IPO, to raise"
    r"|\bDRHP\b|\bfresh issue\b|sell \d\S* (?:million )?shares|would raise[^\n]*\n[^\n]*\bIPO\b"
)
_SOUGHT = (
    r"(?i)\A[^\n]*(?:\b(?:files?|filed|filing|registers?|applies) (?:\w+ ){0,4}(?:for|to)\b[^\n;]{0,50}"
    r"(?:(?<!pre-)\bIPO\b|public offering|\blist\b|listing|go public)"
    r"|(?<!pre-)(?<!ahead of )(?<!ahead of its )(?<!before )(?<!before its )\b(?:IPO"
    r"|initial public offering),? "
    r"(?:seeking|targeting|eyeing|to raise)\b|\bIPO (?:price|terms|size)\b)"
)
_EN = (
    before(
        "(?<!pre-)(?<!pre )IPO|(?<!pre-)IPOs|initial public offering|listing|float|public offering"
        "|share sale",
        4.6,
        gap=40,
        link="of|at|for|to|worth|raise|raised|raises|raising",
    ),
    before("IPO (?:target|goal|size)", 7, gap=24, link="to|of|at"),
    before("raise|raises|raised|raising", 5.4, gap=40, needs=_LISTING),
    # what a listing seeks is its proceeds, where no word of value follows
    before("seeks?|seeking|targets?|targeting|eyes|eyeing|to raise", 6.6, gap=16, needs=_SOUGHT),
    after(
        "(?<!pre-)(?<!pre )IPO|initial public offering|listing|float|public offering|stock market debut"
        "|in its IPO|in an IPO|in the IPO|in its initial public offering",
        7,
        gap=18,
    ),
    after("in (?:its |a |an |the )?(?:[\\w.]+ ){0,3}(?:IPO|initial public offering)", 7, gap=3),
    after("in (?:its |a |an |the )?(?:[\\w.]+ ){0,3}(?:listing|debut)", 6, gap=3),
)
_ZH = (
    before(
        "IPO募资|上市募资|IPO拟募资|首次公开募股|募集资金|拟募资|拟募集|募资|集资|上市筹集|上市筹资|IPO筹集|IPO筹资",
        8.5,
        gap=14,
        needs="(?<!前)(?<!Pre-)IPO|(?<!前)上市|招股|科创板|港交所|公开募股|市值目标|目标市值|发行价|公开发售|赴港|赴美",
    ),
    after("(?<!Pre-)IPO|首次公开募股|的IPO", 4.6, gap=5),
)
_DE = (
    before(
        "börsengang|IPO", 6.5, gap=50, needs=r"(?i)nimmt|einnehm|eingenommen|erlös|bringt|spült|einsammel"
    ),
    before("nimmt|nahm|holt|erlöst|sammelt", 6.5, gap=40, needs="(?i)an die börse|börsengang|börsendebüt"),
    before("börsengang|IPO", 4.6, gap=50, link="von|über|mit|für|bei|einnehmen|rund|bis zu"),
    after("börsengang|beim börsengang|IPO|erlösen|eingenommen", 5.5, gap=20, needs="(?i)börsengang|IPO"),
)
_ES = (
    before("salida a bolsa|oferta pública|OPI|IPO", 4.6, gap=50),
    after("en su salida a bolsa|en su oferta pública|en su OPI|en bolsa", 6, gap=10),
)
_FR = (
    before("introduction en bourse|IPO|entrée en bourse", 4.6, gap=50),
    after("lors de son introduction|pour son introduction|en bourse", 6, gap=14),
)
_JA = (after("の新規上場|の上場|IPO|の新規公開", 6, gap=6), before("IPO|新規株式公開|上場", 4.4, gap=14))
_KO = (
    after("규모 상장|공모|(?<!프리)(?<!프리 )IPO|기업공개", 6, gap=8),
    before("공모|(?<!프리)(?<!프리 )IPO|기업공개", 4.4, gap=14),
)

KIND = Kind(
    name="ipo",
    title="IPO",
    words=("listing", "float"),
    meaning="what a company takes in, or seeks, by first selling shares to the public",
    least=100_000,
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Marlin AI lifts IPO target to $4 billion", (4_000_000_000,), status="target"),
        Example("Oakhurst raised $26.5 billion in its IPO", (26_500_000_000,)),
        Example("Tarnwell plans a $5 billion IPO next year", (5_000_000_000,), status="target"),
        Example("Oakhurst files for IPO seeking $2 billion", (2_000_000_000,), status="target"),
        Example(
            "Tarnwell files DRHP; to raise INR 4,250 Cr via fresh issue", (42_500_000_000,), status="target"
        ),
        Example("Tarnwell raises IPO price range, now seeks $4.8 billion", (4_800_000_000,), status="target"),
        Example("Tarnwell could raise $1 billion in Hong Kong listing", (1_000_000_000,), status="target"),
        Example("The chipmaker raised $3 billion in the largest debut of the year.", (3_000_000_000,)),
        Example("Tarnwell prices IPO above range to raise $1.2 billion", (1_200_000_000,)),
        Example("Nordwerk geht an die Börse und nimmt 220 Millionen Euro ein", (220_000_000,), "de"),
        Example("蓝鲸智能寻求通过赴港上市筹集至少10亿美元", (1_000_000_000,), "zh", "target"),
        Example("蓝鲸智能港股IPO定价每股55港元，集资约60亿港元", (6_000_000_000,), "zh"),
        Example("蓝鲸智能科创板上市，拟募资50亿元", (5_000_000_000,), "zh", "target"),
    ),
    ignores=(
        Example("Marlin AI raises $90M at a valuation of $1.1 billion"),
        Example("Oakhurst seeks $2 billion ahead of IPO"),
        Example("Marlin AI raises $400M pre-IPO round"),
        Example("Oakhurst opened at $170 per share after its debut."),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
    ),
)
