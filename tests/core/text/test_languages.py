import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import language

TEXTS = [
    ("The company raised $2 billion in a round that values it at more than its rival.", "en"),
    ("Acme’s Open Models Are Challenging Silicon Valley’s Playbook", "en"),
    ("Stocks open lower in subdued trade; Dow Jones down 0.28%", "en"),
    ("Das Unternehmen hat zwei Milliarden Euro von Investoren erhalten und will wachsen.", "de"),
    ("Start-up knackt Umsatzmarke von zwei Milliarden Euro", "de"),
    ("La société a levé deux milliards d'euros auprès de fonds, selon la presse.", "fr"),
    ("La bulle de l'IA expliquée en profondeur", "fr"),
    ("La empresa obtuvo 75 millones de dólares de financiación para crecer en el país.", "es"),
    ("A empresa levantou dois bilhões em uma rodada, segundo uma pessoa que não quis falar.", "pt"),
    ("La società ha raccolto due miliardi di euro dai fondi, secondo il giornale.", "it"),
    ("Het bedrijf heeft twee miljard euro opgehaald en is nu meer waard dan de rivaal.", "nl"),
    ("深度求索完成首轮融资，估值达450亿美元。", "zh"),
    ("LG 电子 600kW CDU 获得 NVIDIA AI Factory 认证", "zh"),
    ("OpenAI 发布 GPT-5 模型", "zh"),
    ("ソフトバンクがOpenAIに追加出資、評価額は45兆円", "ja"),
    # without a letter of kana
    ("Minamo AI、200億円調達 評価額4000億円", "ja"),
    ("日経平均、AI株の上昇で最高値", "ja"),
    ("오픈AI, 기업가치 450억 달러로 투자 유치", "ko"),
    ("OpenAI 투자 유치", "ko"),
    ("Компания привлекла два миллиарда долларов", "ru"),
    ("DeepSeek (深度求索) raises $2 billion in its first round, the company said on Monday.", "en"),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_a_text_shows_its_language(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_a_wrong_hint_loses_against_another_script(text: str, code: str) -> None:
    wrong = "en" if code in {"zh", "ja", "ko", "ru"} else "zh"
    assert language(text, wrong) == code


@pytest.mark.parametrize(
    ("text", "hint", "code"),
    [
        ("GPT-5", "", "en"),
        ("GPT-5", "de", "de"),
        ("GPT-5", "de-AT", "de"),
        ("GPT-5", "EN_us", "en"),
        ("GPT-5", "nonsense", "en"),
        ("GPT-5", "zh-CN", "en"),
        ("", "fr", "fr"),
        ("", "zh-Hans", "zh"),
        ("", "jp", "ja"),
        ("Die Firma ist nicht mehr das, was sie war, und der Chef will gehen.", "en", "de"),
        ("Компанія залучила кошти", "uk", "uk"),
        ("Acme kapar 2 miljarder", "sv", "sv"),
    ],
)
def test_a_hint_helps_where_the_text_says_little(text: str, hint: str, code: str) -> None:
    assert language(text, hint) == code


@given(st.text(max_size=300), st.text(max_size=10))
def test_language_is_always_two_letters(text: str, hint: str) -> None:
    assert len(language(text, hint)) == 2
