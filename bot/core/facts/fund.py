"""The size of an investor's vehicle: what its own backers committed, not what a company got."""

from bot.core.facts.kind import Example, Kind, after, before

_EN = (
    before("fund", 4.4, gap=30, link="of|at|worth|with|to|totaling"),
    before(
        r"VC|venture firm|investment firm|venture capital firm|private equity firm|fund manager",
        6.5,
        gap=125,
        link="raises|raised|closes|closed|raising|of",
        across=True,
    ),
    before("first close|final close|oversubscribed close", 7, gap=10),
    before("fund [IVX]+|opportunity fund|growth fund|seed fund|debut fund|new fund", 6, gap=30),
    # a company, too, may raise money "in new funds"
    after(
        "in (?:\\w+ )?new funds",
        8,
        gap=3,
        needs=r"(?i)\bclos(?:es|ed|ing)\b|\b(?:ventures|partners|capital|VC)\b",
    ),
    after(
        "fund|funds|venture fund|vehicle|fund [IVX]+|across (?:\\w+ ){1,2}funds"
        "|for (?:[\\w-]+ ){1,3}fund"
        "|for (?:largest|biggest|first|second|third|fourth|fifth|new|latest|debut|flagship)"
        " (?:\\w+ ){0,3}fund|for (?:its|a|the"
        "|their) (?:[\\w-]+ ){0,4}fund|for (?:its|a) (?:[\\w-]+ ){0,3}vehicle"
        "|first close|final close|in (?:\\w+ )?capital commitments",
        8,
        gap=36,
    ),
)
_ZH = (
    before("出资额|认缴出资|首期规模|募集规模", 8.6, gap=8, needs="基金"),
    before("基金规模|基金总规模|规模", 5, gap=10, needs="基金"),
    before("基金(?:正|拟|计划|寻求|据悉|已|将){0,2}(?:募资|募集|筹集|筹资|募得)", 9, gap=8),
    after("基金|规模的基金|产业基金|母基金|的基金|规模基金", 8.6, gap=8),
)
_DE = (
    before("fonds", 6.5, gap=60, link="sammelt|schließt|von|über|mit|in höhe von|erhält", inside=True),
    after("fonds", 7.5, gap=24, inside=True),
)
_ES = (
    before("fondo", 5.5, gap=50, link="de|por"),
    after("fondo|para su fondo|para un fondo", 6, gap=14),
)
_FR = (
    before(
        "fonds",
        5,
        gap=40,
        link="de|à",
        needs="(?i)closing|fonds d.investissement|véhicule|nouveau fonds|premier fonds",
    ),
    before("closing|premier closing", 7, gap=14),
    after("pour (?:son|un) (?:\\w+ ){0,2}fonds|de closing", 6.5, gap=10),
)
_JA = (after("ファンド|のファンド|規模のファンド", 7, gap=8), before("ファンド", 4.6, gap=14))
_KO = (after("펀드|규모 펀드|규모의 펀드", 7, gap=8), before("펀드", 4.6, gap=14))

KIND = Kind(
    name="fund",
    title="Fund",
    words=("vehicle",),
    meaning="the size of an investor's vehicle",
    least=100_000,
    cues={"en": _EN, "zh": _ZH, "de": _DE, "es": _ES, "fr": _FR, "ja": _JA, "ko": _KO},
    reads=(
        Example("Pine Ventures closes $500 million fund for robotics", (500_000_000,)),
        Example("Pine Ventures closes $15 billion in new funds", (15_000_000_000,)),
        Example("Larch Capital raises $10bn for largest fund yet", (10_000_000_000,)),
        Example("Oakhurst sets aside $100 million for AI startups fund", (100_000_000,)),
        Example("Peak Pine closes $1.3 Bn India fund", (1_300_000_000,)),
        Example("Climate VC Larch announced its first close of €132M.", (132_000_000,)),
        Example(
            "Birch, an investment firm for struggling startups, raises ₹15 Cr from angels", (150_000_000,)
        ),
        Example("Impact-Fonds Larche sammelt 60 Millionen Euro ein", (60_000_000,), "de"),
        Example("松柏资本为首支美元基金募资12亿美元", (1_200_000_000,), "zh"),
        Example("松柏资本设立100亿元产业基金", (10_000_000_000,), "zh"),
    ),
    ignores=(
        Example("Marlin AI raises $90M from the growth fund of Oakhurst."),
        Example("Marlin AI looks to raise $1.5 billion in new funds"),
        Example("Pine Ventures leads $20 million round for Marlin."),
        Example("蓝鲸智能完成1.2亿元融资", language="zh"),
    ),
)
