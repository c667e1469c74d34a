"""An answer may only phrase: each figure, name and claim is the article's."""

import pytest

from bot import shipped
from bot.core.phrasing import Checker
from bot.ports import Matter

CHECKER = Checker(companies=shipped.companies(), rates=shipped.rates())
ROUND = Matter(
    title="DeepSeek valued at $45 billion after first funding round",
    text="DeepSeek has raised $2 billion in its first funding round, led by Nordwind, three people said on "
    "Monday. The round values the laboratory at $45 billion. Its model has 671 billion parameters, and sales "
    "grew by 20 percent to 1,500 customers in 2025.",
    language="en",
)
TALKS = Matter(
    title="Moonshot in talks to raise money at a $20 billion valuation",
    text="Moonshot is in talks to raise money at a $20 billion valuation. Nothing has been signed.",
    language="en",
)


@pytest.mark.parametrize(
    "summary",
    [
        "DeepSeek is valued at $45B after its first funding round, led by Nordwind.",
        "DeepSeek raised $2bn in its first round. The round values it at 45 billion dollars.",
        "According to three people, DeepSeek closed its first funding round on Monday.",
        "DeepSeek, whose model has 671B parameters, is now valued at $45 billion after a funding round.",
        "After its first funding round DeepSeek has 1500 customers, 20% more sales and 3 sources.",
    ],
)
def test_what_only_phrases_holds(summary: str) -> None:
    assert CHECKER.fault(summary, ROUND) == ""


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("DeepSeek is valued at $46 billion after its first funding round.", "$46 billion"),
        ("DeepSeek is valued at €45 billion after its first funding round.", "€45 billion"),
        ("DeepSeek is valued at more than $45 billion after its first funding round.", "$45 billion"),
        ("DeepSeek is valued at $45-50 billion after its first funding round.", "$45-50 billion"),
        ("DeepSeek's funding round values its 671M parameters highly.", "671m"),
        ("DeepSeek's first funding round follows sales that grew by 30 percent.", "30 percent"),
        ("DeepSeek's first funding round was signed by seven people.", "seven"),
        ("DeepSeek's sales doubled before its first funding round.", "doubled"),
        ("DeepSeek's first funding round was paid in euros.", "EUR"),
        ("DeepSeek, valued anew in a funding round, competes with OpenAI.", "OpenAI"),
        ("DeepSeek's first funding round was led by Nimbus Partners.", "Nimbus"),
        ("Nimbus led the first funding round of DeepSeek.", "Nimbus"),
        ("DeepSeek closed its first funding round on Tuesday.", "Tuesday"),
        ("DeepSeek closed its funding round in 2024.", "2024"),
        ("DeepSeek is valued anew after its first funding round, see https://evil.example.", "address"),
        ("DeepSeek is valued anew after its first funding round, see evil.example.", "address"),
        ("@everyone DeepSeek is valued anew after its first funding round.", "address"),
        ("DeepSeek ist nach der ersten Runde mit 45 Milliarden Dollar bewertet worden.", "another language"),
        ("I am happy to help.", "something else"),
        ("DeepSeek raised $45 billion in its first funding round.", "claim"),
        ("", "no whole sentence"),
    ],
)
def test_what_adds_or_turns_anything_falls(summary: str, wrong: str) -> None:
    assert wrong in CHECKER.fault(summary, ROUND)


def test_talks_must_not_be_told_as_done() -> None:
    assert "claim" in CHECKER.fault("Moonshot has been valued at $20 billion in a new round.", TALKS)
    assert CHECKER.fault("Moonshot is in talks to raise money at a $20 billion valuation.", TALKS) == ""


@pytest.mark.parametrize(
    ("language", "title", "text", "good", "bad"),
    [
        (
            "zh",
            "深度求索估值达450亿美元",
            "据三位知情人士透露，深度求索完成首轮融资，估值达450亿美元，由两家国有基金领投。",
            "深度求索完成首轮融资，估值达450亿美元，两家国有基金领投。",
            "深度求索完成首轮融资，估值达540亿美元，五家国有基金领投。",
        ),
        (
            "de",
            "DeepSeek wird mit 45 Milliarden Dollar bewertet",
            "DeepSeek wird nach der ersten Runde mit 45 Milliarden Dollar bewertet. Das sagte der Chef.",
            "DeepSeek wird nach einer Runde mit 45 Milliarden Dollar bewertet, wie der Chef sagte.",
            "DeepSeek wird nach zwei Runden mit 45 Milliarden Dollar bewertet, wie OpenAI sagte.",
        ),
    ],
)
def test_other_languages_are_held_to_the_same(
    language: str, title: str, text: str, good: str, bad: str
) -> None:
    matter = Matter(title=title, text=text, language=language)
    assert CHECKER.fault(good, matter) == ""
    assert "doesn't give" in CHECKER.fault(bad, matter)


CORVEN = Matter(
    title="Corven Robotics valued at $9 billion after new round",
    text="Corven Robotics raised $600 million at a valuation of $9 billion on May 6, the company said. "
    "Revenue rose 40%. Northlight Capital led the round. It employs 400 people in Oslo.",
    language="en",
)
KEWEN = Matter(
    title="科文机器人估值90亿美元",
    text="科文机器人完成6亿美元融资，估值90亿美元。收入增长40%。北光资本领投。",
    language="zh",
)


@pytest.mark.parametrize(
    ("matter", "invented"),
    [
        (CORVEN, "six hundred and fifty million dollars"),
        (CORVEN, "half a billion dollars"),
        (CORVEN, "$600 million, with revenue up forty-five percent"),
        (CORVEN, "６５０ million dollars"),
        (CORVEN, "$٦٥٠ million"),
        (CORVEN, "6.5亿美元"),
        (CORVEN, "Ⅸ billion dollars"),
        (CORVEN, "$600 million on May 7"),
        (CORVEN, "$600 million in the third quarter"),
        (CORVEN, "$600 million, a third of it debt"),
        (CORVEN, "$600 million from Zentrix Partners"),
        (KEWEN, "六点五亿美元"),
        (KEWEN, "6亿元人民币"),
        (KEWEN, "6亿美元，收入增长四成五"),
        (KEWEN, "6亿美元，红杉资本领投"),
        (KEWEN, "6亿美元，于5月7日完成"),
    ],
)
def test_an_invention_is_found_in_words_in_other_digits_and_in_other_scripts(
    matter: Matter, invented: str
) -> None:
    said = f"Corven Robotics raised {invented}." if matter is CORVEN else f"科文机器人完成{invented}融资。"
    assert CHECKER.fault(said, matter)
    assert (
        CHECKER.fault(said.replace(invented, "$600 million" if matter is CORVEN else "6亿美元"), matter) == ""
    )
