"""Articles in other languages: the value that rings, and whose it is."""

from __future__ import annotations

import pytest

from tests.core.facts.reading import read


@pytest.mark.parametrize(
    ("language", "title", "text", "value"),
    [
        (
            "fr",
            "Lumenta devient la nouvelle licorne du cloud",
            "La société lève 200 millions d'euros. L'opération la valorise à 1,3 milliard d'euros.",
            1_300_000_000,
        ),
        (
            "es",
            "Nébula entra en el club de los unicornios",
            "La startup cerró una ronda de 90 millones de euros y alcanza una valoración de 1.100 millones.",
            1_100_000_000,
        ),
        (
            "ko",
            "한빛로보틱스, 구주 매각 협상",
            "이번 거래에서 한빛로보틱스의 기업가치는 3조원으로 평가된다.",
            3_000_000_000_000,
        ),
    ],
)
def test_a_title_of_a_deal_lets_the_value_in_its_text_ring(
    language: str, title: str, text: str, value: int
) -> None:
    chief = read(title, text, language).headline
    assert chief is not None
    assert chief.amount == value
