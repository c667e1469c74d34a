"""Whose news a text tells, where grammar alone says so: the names are of no company that we know."""

from __future__ import annotations

import pytest

from bot.core.model import Status
from tests.core.facts.reading import read

# title, language, the company whose news it is
TITLES = (
    (
        "Larch Labs, Ann Lee’s brain startup, comes out of hiding with OpenAI as lead backer",
        "en",
        "Larch Labs",
    ),
    ("Google-backed Marlin rival Oakhurst walks away from $1.2B sale talks", "en", "Oakhurst"),
    ("Marlin’s rocket rival Tarnwell denies it is raising at $3 billion", "en", "Tarnwell"),
    ("Oakhurst marks down Tarnwell’s valuation by 36% to $5.6 billion", "en", "Tarnwell"),
    ("Larch prices IPO at $22 a share, valuing Pebble Rush maker at $7.1 billion", "en", "Larch"),
    ("Fenwick Pay IPO: Walmart-backed fintech eyes issue at $15 billion valuation", "en", "Fenwick Pay"),
    (
        "While Oakhurst, valued at $852B, makes headlines, Tarnwell raises $160M at $8 billion",
        "en",
        "Tarnwell",
    ),
    (
        "Unlike Oakhurst, which is worth $852 billion, tiny Tarnwell is now worth $1.2 billion",
        "en",
        "Tarnwell",
    ),
    ("As Oakhurst, now worth $38 billion, files for IPO, bankers line up", "en", "Oakhurst"),
    ("Oakhurst in talks to invest in Tarnwell at $3.5 billion valuation", "en", "Tarnwell"),
    ("Larch buys 49% of Tarnwell for $1.4 billion at $2.9 billion valuation", "en", "Tarnwell"),
    (
        "Nordwerk prüft Börsengang in den USA, Bewertung könnte bei fünf Milliarden Dollar liegen",
        "de",
        "Nordwerk",
    ),
    ("青禾智能被Meta以超20亿美元收购", "zh", "青禾智能"),
    ("零一万物否认被阿里收购", "zh", "01.AI"),
    ("퓨리오사AI, 메타 1.2조 인수 제안 거절", "ko", "FuriosaAI"),
    ("法務AIのミナモが50億円を調達、評価額は500億円", "ja", "ミナモ"),
    ("翻訳企業が50億円を調達、評価額は500億円", "ja", ""),
    ("Berlin’s n8n bags €210 million at €4.3 billion valuation", "en", "n8n"),
    ("Oakhurst co-founder’s defense bet Tarnwell set to be valued at $18B", "en", "Tarnwell"),
    ("Larch Partners leads $12 Mn round in Fenwick Stays.", "en", "Fenwick Stays"),
    ("Larch closes $500M round, hits $5B valuation and completes $1B Fenwick acquisition", "en", "Larch"),
    ("Salesforce Materials raises $36 million", "en", "Salesforce Materials"),
    ("Nordwerk: Getränke-Lieferdienst bekommt 52 Millionen Dollar", "de", "Nordwerk"),
    ("小鹏蓝天冲刺港股IPO，估值或超50亿美元", "zh", "小鹏蓝天"),
    ("Nordlicht-Chef: Bewertung von drei Milliarden Euro ist gerechtfertigt", "de", "Nordlicht"),
    ("Nordwerk legt für Larch eine Milliarde Dollar auf den Tisch", "de", "Larch"),
    ("Larch’s $32 billion sale to Google closes", "en", "Larch"),
    ("Larch in talks for a round that would value Ann Lee’s startup at $5 billion", "en", "Larch"),
    ("Oakhurst buys Larch, valuing the combined company at $1.2 trillion", "en", "Oakhurst"),
    ("月之暗面计划以180亿美元估值融资", "zh", "Moonshot AI"),
    ("阶跃星辰目标估值100亿美元，正筹备上市", "zh", "StepFun"),
    ("Larch to license its chips to Google", "en", "Larch"),
    ("Ann Lee says Anthropic is not raising at $200 billion valuation", "en", "Anthropic"),
    ("Fenwick commits up to $40 billion to Anthropic", "en", "Anthropic"),
    ("Larch lands $240M, valuing AI DevOps company at $5.5B", "en", "Larch"),
    ("Oakhurst to invest as much as $2 billion in Ann Lee’s Tarnwell", "en", "Tarnwell"),
    ("Altavia invertirá hasta 100.000 millones de dólares en Lumenta", "es", "Lumenta"),
    ("Nordwerk will 30 Milliarden Dollar in Larch stecken", "de", "Larch"),
    ("青禾科技港股上市首日收涨76%，市值超800亿港元", "zh", "青禾科技"),
    ("Larch shares jump as Google signs $21 billion deal", "en", "Larch"),
    ("Bericht: Larch Pay bei Anteilsverkauf mit 12 Milliarden Euro bewertet", "de", "Larch Pay"),
    ("ソフトバンクG、米ラーチを65億ドルで買収完了", "ja", "ラーチ"),
    ("Oakhurst sells entire Larch stake for $5.8 billion", "en", "Larch"),
    ("红杉中国正洽谈领投月之暗面新一轮10亿美元融资", "zh", "Moonshot AI"),
    ("青禾科技全年营收预计突破110亿元", "zh", "青禾科技"),
    ("ソフトバンクG、OpenAIへの400億ドル出資完了", "ja", "OpenAI"),
    ("Nordis débourse 2 milliards de dollars pour s’offrir Larch", "fr", "Larch"),
    ("Nordwerk kauft sich für eine Milliarde Dollar bei Larch ein", "de", "Larch"),
    ("Oakhurst could pay up to $2.5 billion for Larch, report says", "en", "Larch"),
    ("Oakhurst sells Larch for less than $10 million", "en", "Larch"),
    ("Oakhurst marks down Larch stake, valuing it at $37.6B", "en", "Larch"),
    ("Larch’s FY25 revenue rises 17% to $8 billion", "en", "Larch"),
    ("腾讯音乐拟24亿美元收购青禾", "zh", "青禾"),
    ("亚马逊追加投资Anthropic 40亿美元", "zh", "Anthropic"),
    ("青禾时代港股IPO募资约356亿港元", "zh", "青禾时代"),
    ("Larch acquired Oakhurst, raises $130M at $1.3B valuation", "en", "Larch"),
    ("Larch was valued at $230 billion before merger with Oakhurst", "en", "Larch"),
    ("Ann Lee raises $25 Mn for brain startup Larch at $190 Mn valuation", "en", "Larch"),
    ("Cursor母公司估值有望达500亿美元", "zh", "Anysphere"),
    ("青禾智能预计年内启动IPO，目标估值20亿美元", "zh", "青禾智能"),
    ("美团拟出资1亿美元领投「青禾智能」，后者估值达15亿美元", "zh", "青禾智能"),
    ("Oakhurst to put up to $40 billion into Anthropic at $350 billion valuation", "en", "Anthropic"),
    ("Cursor rejects an offer of $5 billion", "en", "Anysphere"),
    ("被曝估值3500亿元，阶跃星辰：不予置评", "zh", "StepFun"),
    ("Ann Lee’s Tarnwell seeks $50 billion valuation", "en", "Tarnwell"),
    ("The company behind Devin is now worth $10 billion", "en", "Cognition"),
    ("Nordlicht droht Bewertungseinbruch: Nur noch 3 Milliarden Dollar", "de", "Nordlicht"),
    ("「青禾智能」连续完成两轮融资，英伟达是其客户", "zh", "青禾智能"),
    ("机器人公司青禾智能获2亿元融资，英伟达领投", "zh", "青禾智能"),
    ("Kimi母公司月之暗面完成20亿美元融资", "zh", "Moonshot AI"),
)


@pytest.mark.parametrize(("title", "language", "company"), TITLES, ids=[row[0] for row in TITLES])
def test_a_title_tells_whose_news_it_is(title: str, language: str, company: str) -> None:
    assert read(title, language=language).company == company


def test_alumni_who_founded_a_lab_are_not_the_lab() -> None:
    reading = read(
        "Sources: Humans& in talks for giant seed",
        "A neolab started by alumni of Anthropic and Google has held discussions about a round of up to"
        " $1 billion, at roughly a $4 billion valuation.",
    )
    assert reading.company == "Humans&"
    assert reading.headline is not None
    assert reading.headline.amount == 4_000_000_000


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("Larch raises $950M", "Ann Lee’s software startup said the round values it at $15 billion.", "en"),
        (
            "Larch schließt Finanzierungsrunde ab",
            "Damit wird das Start-up mit 6,6 Milliarden Dollar bewertet.",
            "de",
        ),
        ("Larch peilt bei Börsengang Bewertung von bis zu einer Billion Dollar an", "", "de"),
    ],
)
def test_a_person_or_a_word_that_opens_a_sentence_has_no_value(title: str, text: str, language: str) -> None:
    reading = read(title, text, language)
    assert reading.headline is not None
    assert reading.headline.company == "Larch"


def test_initials_mean_the_company_that_the_text_spells_out() -> None:
    reading = read(
        "A seed round for world models",
        "With $1B in seed funding, Advanced Machine Intelligence (AMI) launches as a $3.5B unicorn.",
    )
    assert reading.company == "AMI Labs"
    assert "AMI" not in {fact.company for fact in reading.facts}
    assert read("A seed round", "Alpine Mining Institute (AMI) raises $1B.").company != "AMI Labs"


def test_an_office_once_held_dates_no_sum() -> None:
    reading = read("Tarnwell, founded by former Oakhurst CEO Ann Lee, nabs $100M at $740M valuation")
    assert [fact.status for fact in reading.facts] == [Status.REPORTED, Status.REPORTED]


def test_a_valuation_tripling_to_a_sum_is_the_new_one() -> None:
    reading = read("Tarnwell in talks to raise $1.4B, tripling its valuation to about $14B")
    assert reading.headline is not None
    assert reading.headline.amount == 14_000_000_000
    assert reading.headline.status is Status.TALKS


def test_a_valuation_that_the_new_one_triples_is_a_former_one() -> None:
    reading = read(
        "Tarnwell raises $700M", "The deal nearly triples the $1.6 billion valuation of last year."
    )
    assert [fact.status for fact in reading.facts if fact.kind == "valuation"] == [Status.PREVIOUS]


def test_an_offer_that_is_walked_away_from_is_off() -> None:
    reading = read("Oakhurst walks away from Tarnwell’s $23B acquisition offer")
    assert [(fact.kind, fact.status) for fact in reading.facts] == [("acquisition", Status.DENIED)]
    assert reading.headline is None


def test_who_gives_the_money_is_not_who_gets_it() -> None:
    reading = read(
        "This two-person startup just raised $30M from Sequoia to replace spreadsheets",
        "Paradine Labs, whose founders met at Stripe, put its valuation at $250 million.",
    )
    assert reading.company == "Paradine Labs"


def test_who_stands_in_an_apposition_only_describes() -> None:
    reading = read("Larch, la start-up de Jean Lenoir, valorisée 3,5 milliards de dollars", language="fr")
    assert reading.headline is not None
    assert reading.headline.company == "Larch"


def test_a_value_for_which_money_is_raised_stands_before_it() -> None:
    reading = read("한빛로보틱스, 8520억 달러 가치로 1220억 달러 투자 유치", language="ko")
    assert reading.headline is not None
    assert reading.headline.amount == 852_000_000_000


def test_what_a_company_says_it_had_raised_is_news() -> None:
    reading = read(
        "Larch, the AI startup, is now valued at $2B", "Larch said on Monday it had raised $150 million."
    )
    assert {fact.status for fact in reading.facts} == {Status.REPORTED}


def test_what_is_to_be_raised_is_a_target() -> None:
    (fact,) = read("Fenwick to raise $250 million in Series D").facts
    assert fact.status is Status.TARGET


def test_a_backlog_that_lifts_a_stock_is_no_market_cap() -> None:
    assert read("Fenwick stock pops 30% as server backlog reaches $43 billion").headline is None


def test_an_escaped_sign_is_a_sign() -> None:
    reading = read(r"Fenwick IPO could value company at \$36 billion")
    assert reading.headline is not None


def test_a_day_s_peak_is_news_and_a_peak_of_old_is_not() -> None:
    (peak,) = read("青禾电子市值一度突破万亿港元", language="zh").facts
    assert peak.status is Status.REPORTED
    (former,) = read("青禾智能走向破产，估值一度达15亿美元", language="zh").facts
    assert former.status is Status.PREVIOUS


def test_what_a_value_is_up_from_is_the_former_one() -> None:
    facts = read("", "Larch said the round values it at $2.6 billion, up from $1.25 billion in 2025.").facts
    assert [fact.status for fact in facts] == [Status.REPORTED, Status.PREVIOUS]


def test_a_round_up_of_headlines_is_no_ones_news() -> None:
    assert read("早报：青禾发布V4；月桂估值8520亿美元；松柏市值超2万亿", language="zh").headline is None
