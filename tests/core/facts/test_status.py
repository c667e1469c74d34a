"""How far from done a sum is, by the words around it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.facts import status
from bot.core.model import Status

DAY = datetime(2026, 8, 18, tzinfo=UTC)


def _of(sentence: str, sum_: str, language: str = "en") -> Status:
    start = sentence.index(sum_)
    return status.of(sentence, start, start + len(sum_), language=language, published=DAY)


@pytest.mark.parametrize(
    ("sentence", "sum_", "wanted"),
    [
        ("Marlin AI has raised $90 million.", "$90 million", "reported"),
        ("Marlin AI is in early talks to raise $90 million.", "$90 million", "talks"),
        ("Marlin AI could raise $90 million.", "$90 million", "talks"),
        ("Marlin AI is weighing a round of $90 million.", "$90 million", "talks"),
        ("Marlin AI is nearing a $90 million round.", "$90 million", "talks"),
        ("Marlin AI plans to raise $90 million.", "$90 million", "target"),
        ("Marlin AI seeks $90 million.", "$90 million", "target"),
        ("It raised $90 million, exceeding its $70 million target, at $2 billion.", "$2 billion", "reported"),
        ("In talks with investors, Marlin AI is targeting $90 million.", "$90 million", "target"),
        ("Marlin AI denied that it raised $90 million.", "$90 million", "denied"),
        ("Marlin AI is not raising $90 million, its founder said.", "$90 million", "denied"),
        ("Reports of a $90 million round are false.", "$90 million", "denied"),
        ("There are no plans to raise $90 million.", "$90 million", "denied"),
        ("Marlin AI was last valued at $5 billion.", "$5 billion", "previous"),
        ("It is worth $9 billion, up from $5 billion.", "$5 billion", "previous"),
        ("Its valuation rose from $5 billion to $9 billion.", "$5 billion", "previous"),
        ("Its valuation rose from $5 billion to $9 billion.", "$9 billion", "reported"),
        ("It raised $90 million six months ago.", "$90 million", "previous"),
        ("It raised $90 million in March.", "$90 million", "previous"),
        ("It raised $90 million in August.", "$90 million", "reported"),
        ("It raised $90 million in 2023.", "$90 million", "previous"),
        ("Founded in 2023, it has raised $90 million.", "$90 million", "reported"),
        ("It raised $90 million at $8 billion, up from $2 billion a year ago.", "$8 billion", "reported"),
        ("Marlin AI raises $90 million, denies sale rumours", "$90 million", "reported"),
        ("Marlin AI, valued at $9 billion, said it would hire.", "$9 billion", "reported"),
        (
            "Marlin AI, which was valued at $9 billion last year, is raising $90 million.",
            "$90 million",
            "talks",
        ),
        ("Marlin AI, which is seeking $9 billion, posted revenue of $90 million.", "$90 million", "reported"),
        ("It closed a round of close to $90 million.", "$90 million", "reported"),
        ("The round is at $8 billion, double its valuation in March.", "$8 billion", "reported"),
        ("Revenue grew to over $5 billion in August from about $1 billion.", "$1 billion", "previous"),
        ("Marlin AI had been in talks to raise at $9 billion.", "$9 billion", "previous"),
        ("In January it raised $90 million.", "$90 million", "previous"),
        ("It was last valued at $9 billion and has revenue of $90 million.", "$90 million", "reported"),
        ("Marlin AI, last valued at $5 billion, plots a raise at $9 billion", "$9 billion", "target"),
        ("A year ago Marlin AI was raising at $90 million.", "$90 million", "previous"),
        ("Marlin AI said to be raising $90 million", "$90 million", "talks"),
        ("Siskin's $90 million bid for Marlin AI rejected by shareholders", "$90 million", "denied"),
        ("Siskin's $90 million talks with Marlin AI collapse", "$90 million", "denied"),
        ("Marlin AI raises $90 million after a deal with Siskin falls apart", "$90 million", "reported"),
        ("Siskin's $90 million acquisition of Marlin AI is off", "$90 million", "denied"),
        ("Marlin AI files for an IPO after $9 billion valuation", "$9 billion", "previous"),
        ("A tender offer would let staff of Marlin AI sell at $9 billion", "$9 billion", "talks"),
        ("Marlin AI close to $9 billion valuation", "$9 billion", "talks"),
        ("Marlin AI will probably invest $90 million.", "$90 million", "target"),
        ("Marlin AI closes $90 million round, plots profits in 2027", "$90 million", "reported"),
        ("Siskin sells Marlin AI, two years after paying $90 million", "$90 million", "previous"),
        ("Siskin agrees to invest $90 million in Marlin AI", "$90 million", "reported"),
        ("Siskin to invest $90 million in Marlin AI", "$90 million", "target"),
        ("Legal startup Marlin AI raising $90 million", "$90 million", "talks"),
        ("Marlin AI shelves plan to raise $90 million", "$90 million", "denied"),
        ("Siskin won't invest $90 million", "$90 million", "denied"),
        ("Siskin drops its bid of $90 million", "$90 million", "denied"),
        ("Marlin AI finalizes $90 million round", "$90 million", "reported"),
        ("Marlin AI is finalizing a $90 million round", "$90 million", "talks"),
        ("It raised $90 million, more than double its last round in March", "$90 million", "reported"),
        ("It has raised $90 million, including a seed round in August 2024", "$90 million", "reported"),
        ("It trebled the value set after raising $90 million.", "$90 million", "previous"),
    ],
)
def test_english_words_of_status(sentence: str, sum_: str, wanted: str) -> None:
    assert _of(sentence, sum_) == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "sum_", "wanted"),
    [
        ("zh", "公司正与投资人洽谈，估值约20亿美元", "20亿美元", "talks"),
        ("zh", "公司拟募资20亿美元", "20亿美元", "target"),
        ("zh", "公司否认以20亿美元估值融资", "20亿美元", "denied"),
        ("zh", "公司此前估值为20亿美元", "20亿美元", "previous"),
        ("zh", "公司在2024年以20亿美元估值融资", "20亿美元", "previous"),
        ("zh", "此前有报道称公司拟以20亿美元估值融资", "20亿美元", "target"),
        ("zh", "公司寻求以20亿美元估值融资，创始人：假消息", "20亿美元", "denied"),
        ("zh", "公司暂无以20亿美元估值上市的计划", "20亿美元", "denied"),
        ("zh", "公司拒绝20亿美元的收购要约", "20亿美元", "denied"),
        ("zh", "公司融资20亿美元，拒绝置评", "20亿美元", "reported"),
        ("zh", "英伟达不会向公司投资20亿美元", "20亿美元", "denied"),
        ("zh", "公司估值达20亿美元", "20亿美元", "reported"),
        ("zh", "2021年，公司完成了20亿美元融资", "20亿美元", "previous"),
        ("zh", "今年3月，公司以20亿美元估值融资", "20亿美元", "previous"),
        ("zh", "2014年，他成立了公司，如今估值20亿美元", "20亿美元", "reported"),
        ("zh", "此前，公司估值为20亿美元", "20亿美元", "previous"),
        ("zh", "估值超20亿美元，蓝鲸智能冲刺上市", "20亿美元", "reported"),
        ("zh", "原点智能完成20亿美元融资", "20亿美元", "reported"),
        ("es", "La empresa fue valorada en 900 millones de dólares en marzo", "900 millones", "previous"),
        ("fr", "La société a levé 40 millions d'euros en mars", "40 millions", "previous"),
        ("de", "Das Start-up verhandelt über 20 Millionen Euro", "20 Millionen Euro", "talks"),
        ("de", "Das Start-up will 20 Millionen Euro einsammeln", "20 Millionen Euro", "target"),
        ("de", "Das Start-up dementiert eine Runde von 20 Millionen Euro", "20 Millionen Euro", "denied"),
        ("de", "Eine Runde von 20 Millionen Euro ist im Gespräch", "20 Millionen Euro", "talks"),
        ("de", "Zuvor war es 20 Millionen Euro wert", "20 Millionen Euro", "previous"),
        ("es", "La empresa negocia 20 millones de euros", "20 millones de euros", "talks"),
        ("es", "La empresa espera captar 20 millones de euros", "20 millones de euros", "target"),
        ("es", "La empresa no está negociando 20 millones de euros", "20 millones de euros", "denied"),
        ("es", "La empresa descarta invertir 20 millones de euros", "20 millones de euros", "denied"),
        ("es", "La empresa niega que valga 20 millones de euros", "20 millones de euros", "denied"),
        (
            "es",
            "Captó 20 millones de euros y se negó a comentar más",
            "20 millones de euros",
            "reported",
        ),
        (
            "es",
            "Hace un año valía 20 millones, antes 20 millones de euros",
            "20 millones de euros",
            "previous",
        ),
        ("fr", "La société discute d'une levée de 20 millions d'euros", "20 millions d'euros", "talks"),
        ("fr", "On la valorise 9 milliards, contre 6 milliards en juin 2024", "9 milliards", "reported"),
        ("fr", "La société vise 20 millions d'euros", "20 millions d'euros", "target"),
        ("fr", "La société dément lever 20 millions d'euros", "20 millions d'euros", "denied"),
        ("ja", "同社は20億円の調達を協議", "20億円", "talks"),
        ("ja", "同社は20億円を調達へ", "20億円", "target"),
        ("ja", "同社は20億円の調達報道を否定した", "20億円", "denied"),
        ("ja", "同社は買収提案20億円を拒否", "20億円", "denied"),
        ("ja", "前回の評価額は20億円", "20億円", "previous"),
        ("ko", "회사는 20억원 투자 유치를 협의 중", "20억원", "talks"),
        ("ko", "회사는 20억원 투자설을 부인했다", "20억원", "denied"),
        ("ko", "회사는 20억원 인수 제안을 거절했다", "20억원", "denied"),
        ("ko", "기업가치 20억원 상장설은 사실 아니다", "20억원", "denied"),
        ("ko", "회사의 한때 몸값 20억원", "20억원", "previous"),
        ("ko", "지난해 기업가치 20억원", "20억원", "previous"),
    ],
)
def test_words_of_status_in_other_languages(language: str, sentence: str, sum_: str, wanted: str) -> None:
    assert _of(sentence, sum_, language) == wanted


def test_an_offer_is_talk_until_it_is_accepted() -> None:
    made, taken = "Oakhurst offered $2 billion for Siskin", "Siskin agreed to an offer of $2 billion"
    start = made.index("$"), taken.index("$")
    assert status.of(made, start[0], start[0] + 10, language="en", offer=True) is Status.TALKS
    assert status.of(taken, start[1], start[1] + 10, language="en", offer=True) is Status.REPORTED
