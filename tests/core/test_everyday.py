import pytest

from bot.core.everyday import everyday


@pytest.mark.parametrize(
    "name",
    [
        "market",
        "Markets",
        "AI",
        "ipo",
        "the",
        "The Company",
        "Big Tech",
        "New York",
        "new money",
        "人工智能",
        "投資",
        "투자",
    ],
)
def test_everyday_words_are_no_names(name: str) -> None:
    assert everyday(name)


@pytest.mark.parametrize(
    "name",
    [
        "Deep Seek",
        "Deep Seek Labs",
        "Zeta",
        "zeta",
        "Klod",
        "深度求索",
        "OpenAI 中国",
        "딥시크",
        "the zeta",
        "Öko Labor",
    ],
)
def test_names_are_no_everyday_words(name: str) -> None:
    assert not everyday(name)
