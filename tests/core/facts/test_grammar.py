"""Whose news a title tells, whose a sum is, which round, which investors."""

from __future__ import annotations

import pytest

from bot import shipped
from bot.core.facts import investors, names, titles
from bot.core.facts import round as rounds
from bot.core.facts.cues import alternatives
from bot.core.facts.subject import alike
from tests.core.facts.reading import read


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Insurance startup Tarnwell hits $1.3B valuation", "Tarnwell"),
        ("Radiology Startup Gleamworth Scores $230M Sale", "Gleamworth"),
        ("London-based Intropia raises €9.5 million", "Intropia"),
        ("Siskin’s valuation doubles to $21B in a month", "Siskin"),
        ("Prentice, new AI lab co-founded by Jo Hart, Max Pool in talks to raise $100M", "Prentice"),
        ("How accounting startup Rilletta raised $100M", "Rilletta"),
        ("Pine’s Ann Lee leads $1B round for nuclear startup Valoria Atomics", "Valoria Atomics"),
        ("Oakhurst buys chip designer Siskin for $2 billion", "Siskin"),
        ("Oakhurst makes $5.5B takeover offer for Siskin", "Siskin"),
        ("Siskin has been acquired by Oakhurst for $2 billion", "Siskin"),
        ("Tender offer values Oakhurst at $60 billion", "Oakhurst"),
        ("Sources: Tarnwell in talks to raise $50M", "Tarnwell"),
        ("Ex-Oakhurst engineer raises $42M", ""),
        ("Microsoft-backed Siskin raises $40M", "Siskin"),
        ("DeepSeek valued at $45 billion", "DeepSeek"),
        ("Tarnwell CEO Ann Lee to raise prices", "Tarnwell"),
    ],
)
def test_whose_news_an_english_title_tells(title: str, company: str) -> None:
    assert titles.of_title(title, "", shipped.companies(), "en") == company


@pytest.mark.parametrize(
    ("language", "title", "text", "company"),
    [
        ("zh", "深度求索完成首轮融资", "", "DeepSeek"),
        ("zh", "视频平台 Clipwell 从高盛、英特尔等处融资 4 亿美元", "", "Clipwell"),
        ("zh", "新型减速器厂商完成超亿元融资", "青石智能有限公司（以下简称“青石”）近日完成融资。", "青石"),
        ("zh", "软银拟推AI新实体年内上市", "软银拟设立实体“Rozetta AI”。", "Rozetta AI"),
        ("de", "Nachhilfefirma Lernwerk: drei Milliarden Euro", "", "Lernwerk"),
        ("de", "Impact-Fonds Larche sammelt 60 Millionen Euro ein", "", "Larche"),
        ("es", "Altavia compra Lumenta por 700 millones de dólares", "", "Lumenta"),
        ("fr", "La start-up Lumenta lève 40 millions d'euros", "", "Lumenta"),
        ("ko", "글로벌 공략 나선 스타트업 다온, 20억원 투자 유치", "", "다온"),
        ("ja", "ミナモ、30億円を調達", "", "ミナモ"),
    ],
)
def test_whose_news_a_title_tells_in_other_languages(
    language: str, title: str, text: str, company: str
) -> None:
    assert titles.of_title(title, text, shipped.companies(), language) == company


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("OpenAI, valued at $852 billion, is not part of it.", "OpenAI"),
        ("The deal values Anthropic at $60 billion.", "Anthropic"),
        ("It is valued at $60 billion.", "Tarnwell"),
        ("The round, led by Nvidia, values the startup at $3 billion.", "Tarnwell"),
    ],
)
def test_whose_a_sum_in_the_text_is(sentence: str, owner: str) -> None:
    reading = read("Tarnwell raises money", sentence)
    assert [fact.company for fact in reading.facts] == [owner]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a $160 million Series B", "Series B"),
        ("series a extension", "Series A"),
        ("1.2亿元C轮融资", "Series C"),
        ("its first-ever fundraising", "first round"),
        ("首轮融资", "first round"),
        ("天使轮融资", "angel"),
        ("a pre-seed round", "pre-seed"),
        ("种子轮", "seed"),
        ("Pre-A轮", "pre-A"),
        ("bridge round", "bridge"),
        ("a series of mistakes", ""),
    ],
)
def test_rounds_are_named_as_a_reader_would(text: str, name: str) -> None:
    assert rounds.name(text) == name


def test_investors_are_those_who_lead_and_join() -> None:
    assert investors.names("a round led by Pine Ventures, Larch Capital and Birch") == (
        "Pine Ventures",
        "Larch Capital",
        "Birch",
    )
    assert investors.names("本轮融资由松柏资本领投") == ("松柏资本",)
    assert investors.names("The market led by example.") == ()


def test_descriptions_are_no_part_of_a_name() -> None:
    assert names.trim("Insurance Startup Tarnwell") == "Tarnwell"
    assert names.trim("Paris") == ""
    assert names.trim("Tarnwell AI") == "Tarnwell AI"
    assert names.trim("Tarnwell’s") == "Tarnwell"


def test_a_name_cut_short_is_alike() -> None:
    assert alike("Peecly", "Peecly AI")
    assert not alike("Marlin", "Oakhurst")


def test_bars_inside_brackets_do_not_split_a_cue() -> None:
    assert alternatives("a(?:b|c)|d") == ["a(?:b|c)", "d"]
