import pytest

from bot.core.model import Bound
from bot.core.money import find

# language → texts with one amount each that is a lower end, an upper end, and neither
LEAST = {
    "en": (
        "at least $5B",
        "more than about $5B",
        "well over $5B",
        "$5B or more",
        "topped $5B",
        "worth over the $5B",
    ),
    "zh": ("逾5亿美元", "至少5亿美元", "突破5亿美元", "5亿美元以上", "超过约5亿美元", "5亿多美元"),
    "de": ("mindestens 5 Mrd. Euro", "mehr als rund 5 Mrd. Euro", "über 5 Mrd. Euro"),
    "fr": ("au moins 5 M€", "plus de 5 M€", "pas moins de 5 M€"),
    "es": (
        "al menos 5 millones de euros",
        "supera los 5 millones de euros",
        "no menos de 5 millones de euros",
    ),
    "ja": ("5億ドル以上", "少なくとも5億ドル", "5億ドル超の"),
    "ko": ("5억 달러 이상", "최소 5억 달러", "5억 달러를 넘는"),
}
MOST = {
    "en": (
        "up to $5B",
        "as much as $5B",
        "no more than $5B",
        "less than $5B",
        "$5B or less",
        "up to an estimated $5B",
    ),
    "zh": ("最高5亿美元", "不超过5亿美元", "不到5亿美元", "5亿美元以内", "高达约5亿美元"),
    "de": ("bis zu 5 Mrd. Euro", "höchstens 5 Mrd. Euro", "weniger als 5 Mrd. Euro"),
    "fr": ("jusqu'à 5 M€", "moins de 5 M€", "pas plus de 5 M€"),
    "es": ("hasta 5 millones de euros", "menos de 5 millones de euros", "no más de 5 millones de euros"),
    "ja": ("最大5億ドル", "5億ドル未満"),
    "ko": ("최대 5억 달러", "5억 달러 이하", "5억 달러 미만"),
}
EXACT = {
    "en": (
        "nearly $5B",
        "almost $5B",
        "around $5B",
        "about $5B",
        "a takeover of $5B",
        "a setup, $5B",
        "moreover $5B",
    ),
    "zh": ("约5亿美元", "近5亿美元", "5亿美元"),
    "de": ("knapp 5 Mrd. Euro", "rund 5 Mrd. Euro"),
    "fr": ("environ 5 M€", "près de 5 M€"),
    "es": ("casi 5 millones de euros", "unos 5 millones de euros"),
    "ja": ("約5億ドル",),
    "ko": ("약 5억 달러",),
}
CASES = [
    (language, text, bound)
    for bound, table in ((Bound.AT_LEAST, LEAST), (Bound.AT_MOST, MOST), (Bound.EXACT, EXACT))
    for language, texts in table.items()
    for text in texts
]


@pytest.mark.parametrize(("language", "text", "bound"), CASES)
def test_the_words_beside_an_amount_make_its_bound(language: str, text: str, bound: Bound) -> None:
    assert [amount.bound for amount in find(text, language)] == [bound]
