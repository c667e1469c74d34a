"""Whole articles: what is read, whose it is, and which one figure rings."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from bot.core.model import Status
from tests.core.facts.reading import of_kind, read

PADDED = """Home / News / Chinese AI Lab DeepSeek Valued at $45 Billion After First Funding Round

Chinese AI Lab DeepSeek Valued at $45 Billion After First Funding Round

DeepSeek, a laboratory in Hangzhou known for thrifty language models, has closed its first
investment round at a valuation of about $45 billion, TechCrunch reported on May 6, 2026. How much
money came in was not disclosed.

The deal places DeepSeek among the few AI startups valued in the tens of billions of dollars. Firms
and governments worldwide are allocating billions to new AI capabilities, and its 671B-parameter
model needs fewer chips than most.

Its multibillion-dollar valuation after one single round shows how fast the field moves, according
to TechCrunch.

Written by: a collective of writers

Additional Context

Analysts expect $900 billion of AI spending next year. Leave a Reply"""


def test_a_company_that_calls_a_report_false_denies_its_sums() -> None:
    title = "Marlin seeks $1 billion at $40 billion valuation, report says"
    for reading in (
        read(f"{title}. Company calls it false"),
        read(title, "The paper cited two people. A spokesperson for Marlin said the report was inaccurate."),
        read(title, "The company denied the report."),
    ):
        assert [fact.status for fact in reading.facts] == [Status.DENIED, Status.DENIED]
        assert reading.headline is None
    for text in (
        "The company did not deny the report.",
        "The company declined to confirm or deny the talks.",
    ):
        assert read(title, text).headline is not None


def test_what_a_title_denies_its_text_names() -> None:
    reading = read(
        "Marlin denies the report", "It says that Marlin seeks $1 billion at a $40 billion valuation."
    )
    assert [fact.status for fact in reading.facts] == [Status.DENIED, Status.DENIED]


def test_a_former_value_close_to_the_new_one_is_another_claim() -> None:
    reading = read("Marlin tops $7 billion valuation", "It was valued at $6.8 billion in March 2025.")
    assert [(int(fact.amount or 0), fact.status) for fact in reading.facts] == [
        (7_000_000_000, Status.REPORTED),
        (6_800_000_000, Status.PREVIOUS),
    ]


def test_what_was_raised_before_a_listing_is_former_and_before_a_value_is_not() -> None:
    listing = read("Marlin files for IPO after raising $800M at $20B valuation")
    assert {fact.status for fact in listing.facts} == {Status.PREVIOUS}
    value = read("Marlin hits $20B valuation after raising $800M")
    assert {fact.status for fact in value.facts} == {Status.REPORTED}


def test_a_denial_of_what_is_talked_of_leaves_what_is_done() -> None:
    reading = read(
        "Marlin raises $1 billion", "It dismissed the rumours that it had offered itself for sale."
    )
    assert [fact.status for fact in reading.facts] == [Status.REPORTED]


def test_the_padded_article_holds_one_valuation() -> None:
    reading = read("Chinese AI Lab DeepSeek Valued at $45 Billion After First Funding Round", PADDED)
    (fact,) = of_kind(reading, "valuation")
    assert (fact.amount, fact.currency, fact.company) == (Decimal(45_000_000_000), "USD", "DeepSeek")
    assert (fact.status, fact.round) == (Status.REPORTED, "first round")
    assert reading.headline == fact
    assert reading.company == "DeepSeek"


def test_tens_of_billions_and_allocated_billions_are_no_facts() -> None:
    reading = read("Chinese AI Lab DeepSeek Valued at $45 Billion After First Funding Round", PADDED)
    assert [fact.kind for fact in reading.facts] == ["valuation"]


def test_a_raise_at_a_valuation_is_two_facts() -> None:
    reading = read("Marlin AI raises $2B at a $45B valuation led by Pine Ventures and Larch Capital")
    (raised,) = of_kind(reading, "raised")
    (value,) = of_kind(reading, "valuation")
    assert raised.amount == Decimal(2_000_000_000)
    assert raised.investors == ("Pine Ventures", "Larch Capital")
    assert reading.headline == value


def test_another_company_in_passing_keeps_its_value_to_itself() -> None:
    reading = read(
        "Marlin AI raises $80 million to build voice agents",
        "Marlin AI has raised $80 million. While OpenAI, valued at $852 billion, sells to everybody, "
        "Marlin AI sells to banks.",
    )
    (value,) = of_kind(reading, "valuation")
    assert value.company == "OpenAI"
    assert reading.headline is None
    assert reading.company == "Marlin AI"


def test_a_value_that_only_describes_rings_nobody() -> None:
    reading = read(
        "Cameras of Flockhart stolen in three towns",
        "Flockhart, based in Georgia and valued at $8.4 billion, says that it will replace them.",
    )
    assert [fact.amount for fact in of_kind(reading, "valuation")] == [Decimal("8.4") * 10**9]
    assert reading.headline is None


def test_the_former_value_is_previous_and_the_new_one_rings() -> None:
    reading = read(
        "Marlin AI hits $21B valuation",
        "Marlin AI has raised $700 million at a $21 billion valuation. It was last valued at $5 billion.",
    )
    assert reading.headline is not None
    assert reading.headline.amount == Decimal(21_000_000_000)
    former = [fact for fact in of_kind(reading, "valuation") if fact.status is Status.PREVIOUS]
    assert [fact.amount for fact in former] == [Decimal(5_000_000_000)]


def test_a_round_of_an_earlier_month_is_previous() -> None:
    reading = read(
        "Marlin AI's valuation doubles to $21B",
        "Marlin AI raised a $300 million Series C at a $10.3 billion valuation in February.",
        published=datetime(2026, 8, 18, tzinfo=UTC),
    )
    assert {str(fact.status) for fact in reading.facts if fact.amount != 21_000_000_000} == {"previous"}


def test_a_price_for_the_whole_company_is_an_acquisition_and_no_headline() -> None:
    reading = read("Oakhurst to buy Siskin in deal valuing the chip designer at $2 billion")
    assert [fact.kind for fact in reading.facts] == ["acquisition"]
    assert reading.facts[0].company == "Siskin"
    assert reading.headline is None


def test_a_market_value_rings_only_when_it_is_the_news() -> None:
    record = read("Oakhurst tops $4 trillion in market value for the first time")
    assert record.headline is not None
    passing = read("Oakhurst opens a school", "Oakhurst, with a market cap of $4 trillion, opened a school.")
    assert passing.headline is None


def test_a_list_gives_each_company_its_own_sums() -> None:
    reading = read(
        "The boom in numbers",
        "Larch raised $13 billion at a $183 billion valuation, Tarnwell $10 billion, and Marlin AI "
        "$2 billion at $11 billion.",
    )
    assert [(fact.company, fact.kind, int(fact.amount or 0) // 10**9) for fact in reading.facts] == [
        ("Larch", "raised", 13),
        ("Larch", "valuation", 183),
        ("Tarnwell", "raised", 10),
        ("Marlin AI", "raised", 2),
        ("Marlin AI", "valuation", 11),
    ]


def test_a_title_of_the_most_valuable_is_one_of_deals() -> None:
    reading = read(
        "Larch becomes one of Europe’s most valuable startups",
        "Larch has raised €600 million in a round led by Fenwick, at a valuation of €12 billion.",
    )
    assert reading.headline is not None
    assert reading.headline.amount == Decimal(12_000_000_000)


def test_computing_power_that_is_bought_is_no_company() -> None:
    reading = read("Larch commits $30 billion to buy Oakhurst compute")
    assert [fact.kind for fact in reading.facts] == ["investment"]


def test_a_denied_value_rings_nobody() -> None:
    reading = read("Fenwick Labs denies that it is raising at a $50 billion valuation")
    assert [fact.status for fact in reading.facts] == [Status.DENIED]
    assert reading.headline is None


def test_a_sum_said_again_in_another_currency_counts_once() -> None:
    reading = read("Bijli raises $200 million (approx. ₹1,780 Cr) in Series B")
    assert [(fact.amount, fact.currency) for fact in reading.facts] == [(Decimal(200_000_000), "USD")]


def test_a_range_keeps_both_ends() -> None:
    (fact,) = read("Marlin AI in talks to raise $1.5 billion to $2 billion").facts
    assert (fact.amount, fact.amount_max) == (Decimal(1_500_000_000), Decimal(2_000_000_000))
    assert fact.status is Status.TALKS


def test_other_currencies_are_in_dollars_at_the_day_of_the_article() -> None:
    (fact,) = read("Lumenta lève 100 millions d'euros en série A", language="fr").facts
    assert fact.currency == "EUR"
    assert fact.usd is not None
    assert Decimal(90_000_000) < fact.usd < Decimal(140_000_000)


def test_known_companies_get_their_canonical_name() -> None:
    reading = read("深度求索完成首轮融资，估值达450亿美元", language="zh")
    assert reading.company == "DeepSeek"
    assert reading.headline is not None
    assert reading.headline.company == "DeepSeek"


def test_the_text_of_a_title_without_names_tells_whose_news_it_is() -> None:
    reading = read(
        "Newsletter #12: A record round in Europe",
        "Lumenta, the French maker of sensors, has raised €300 million, valuing the company at €2 billion.",
    )
    assert reading.company == "Lumenta"
    assert reading.headline is not None


def test_nothing_is_read_from_nothing() -> None:
    reading = read("", "")
    assert (reading.company, reading.facts, reading.headline) == ("", (), None)


def test_a_text_of_sums_without_words_has_no_facts() -> None:
    assert read("Prices", "$1 " * 2000).facts == ()


def test_an_endless_line_is_read_in_pieces() -> None:
    reading = read("Marlin AI raises $90M", "word " * 4_000 + "at a valuation of $2 billion")
    assert [fact.kind for fact in reading.facts] == ["raised", "valuation"]


def test_a_sale_of_shares_values_and_buys_no_company() -> None:
    reading = read("Marlin AI valued at $35 billion as company agrees to buy shares from employees")
    assert [fact.kind for fact in reading.facts] == ["valuation"]
    assert reading.headline is not None


def test_an_aside_in_a_title_is_no_headline() -> None:
    reading = read("Marlin AI, valued at $1.5 billion, lays off a third of its staff")
    assert [fact.kind for fact in reading.facts] == ["valuation"]
    assert reading.headline is None


def test_the_round_that_a_title_tells_of_with_after_is_news() -> None:
    reading = read("Marlin AI hits $4bn valuation after raising $300 million")
    (raised,) = of_kind(reading, "raised")
    assert raised.status is Status.REPORTED


def test_names_are_found_behind_datelines_compounds_and_verbs() -> None:
    wire = "Madrid, 28 feb (EFE).- Altavia cierra una ronda de 120 millones de euros"
    assert read(wire, language="es").company == "Altavia"
    sold = "Apple-Zulieferer Lumira geht für 420 Millionen Euro an Nordwerk"
    assert read(sold, language="de").company == "Lumira"
    assert read("前OpenAI高管的新公司 Tarnwell 融资2亿美元", language="zh").company == "Tarnwell"
    assert read("Oakhurst 宣布收购网络安全公司 Tarnwell", language="zh").company == "Tarnwell"
    assert read("オーク社、ミナモを約2兆円で買収", language="ja").company == "ミナモ"
    assert read("오크그룹, 한빛로보틱스 3000억원에 인수", language="ko").company == "한빛로보틱스"


def test_a_sum_without_a_currency_has_that_of_its_neighbour() -> None:
    spanish = read("Altavia capta 300 millones de dólares a una valoración de 2.750 millones", language="es")
    assert {fact.currency for fact in spanish.facts} == {"USD"}
    later = read(
        "Altavia negocia una ronda de 90 millones de dólares",
        "La empresa fue valorada en 900 millones en enero.",
        language="es",
    )
    assert {fact.currency for fact in later.facts} == {"USD"}
    # the lead says in what currency the title counts
    title = read("Altavia cierra una ronda de 30 millones", "Levantó 30 millones de dólares.", language="es")
    assert [fact.currency for fact in title.facts] == ["USD"]


def test_the_one_that_gets_the_money_is_the_company() -> None:
    assert read("Oakhurst to invest $2 billion in OpenAI rival Marlin").company == "Marlin"
    assert read("橡树集团考虑向 Tarnwell 投资10亿美元", language="zh").company == "Tarnwell"
    assert read("Nordwerk invierte 5 millones de euros en Lumenta", language="es").company == "Lumenta"


def test_counted_things_are_no_money_in_romance_languages() -> None:
    assert not read("Altavia capta 3 millones de clientes", language="es").facts


def test_an_owner_a_backer_or_an_empty_shell_is_not_the_company() -> None:
    assert read("Salesforce Ventures-backed Lumen raises $36 million").company == "Lumen"
    assert read("橡树集团旗下蓝鲸智能完成2亿元融资", language="zh").company == "蓝鲸智能"
    assert read("Lumen to go public in $40 billion SPAC merger with Oakhurst").company == "Lumen"


def test_a_change_of_market_value_is_no_market_value() -> None:
    reading = read("Oakhurst cuts staff; its market value has fallen by $100 billion")
    assert not of_kind(reading, "market_cap")
