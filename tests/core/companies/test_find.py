from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.companies import Companies

COMPANIES = Companies.parse((files("bot.core.companies") / "companies.toml").read_text(encoding="utf-8"))

# text → the companies that it names, in order
NAMED = [
    ("DeepSeek valued at $45B", ["DeepSeek"]),
    ("OpenAI's round and Anthropic’s answer", ["OpenAI", "Anthropic"]),
    ("openai and nvidia, in lower case", ["OpenAI", "Nvidia"]),
    ("HuggingFace, Hugging Face, Hugging-Face, huggingface", ["Hugging Face"] * 4),
    ("Google DeepMind and Google", ["Google DeepMind", "Google"]),
    ("C3.ai, Character.AI and 01.AI", ["C3.ai", "Character.AI", "01.AI"]),
    ("OPENAI TO BUY SCALE AI", ["OpenAI", "Scale AI"]),
    ("OpenAI完成融资", ["OpenAI"]),
    ("深度求索完成融资，字节跳动和英伟达参投", ["DeepSeek", "ByteDance", "Nvidia"]),
    ("智谱AI与月之暗面", ["Zhipu AI", "Moonshot AI"]),
    ("苹果公司与阿里云", ["Apple", "Alibaba"]),
    ("エヌビディアとハギングフェイス", ["Nvidia", "Hugging Face"]),
    ("오픈AI가 딥시크를 제쳤다", ["OpenAI", "DeepSeek"]),
    ("SK海力士与三星电子", ["SK Hynix", "Samsung"]),
    ("Meta plans a Meta data center", ["Meta", "Meta"]),
    ("Meta’s analysis of the market", ["Meta"]),
    ("an Apple spokesperson at Amazon", ["Apple", "Amazon"]),
    ("Figure AI raises $1B. Figure builds robots.", ["Figure AI", "Figure AI"]),
    ("Figure raises $1B", ["Figure AI"]),
    ("Harvey, a legal AI startup, grows", ["Harvey"]),
    ("the startup Sierra grows", ["Sierra"]),
    ("Cursor maker Anysphere", ["Anysphere", "Anysphere"]),
    ("Mistral hits a new high", ["Mistral AI"]),
    ("Weights & Biases and Together AI", ["Weights & Biases", "Together AI"]),
    ("苹果宣布新计划", ["Apple"]),
]
# texts that hold the words and mean no company
NOT_NAMED = [
    "a meta-analysis; Meta-analysis of trials; meta learning",
    "apples and an apple; Apple pie",
    "the Amazon rainforest",
    "See Figure 3. Scale matters. Together we rise.",
    "Writer and editor wanted; Cursor keys; Magic happens",
    "open AI models and essential AI tools",
    "the character of a sierra, a cursor, a runway",
    "an inflection point; Stability returns",
    "a Fourier transform; the minimax algorithm",
    "阿里山的风景，一个字节，小米粥，寒武纪大爆发",
    "メタバースの未来",
    "OpenAIs5, XOpenAI, openairs",
    "Le Mistral souffle",
    "the Greek alphabet; Latin Alphabet",
    "Robinson Crusoe",
    "at scale. AI is next",
    "吃苹果有益健康",
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_a_company_is_found_by_any_of_its_names(text: str, named: list[str]) -> None:
    assert [mention.company for mention in COMPANIES.find(text)] == named


@pytest.mark.parametrize("text", NOT_NAMED)
def test_an_ordinary_word_is_no_company(text: str) -> None:
    assert COMPANIES.find(text) == []


def test_the_span_holds_the_name_without_the_possessive() -> None:
    text = "In OpenAI's view, 深度求索 is ahead of Google DeepMind."
    spans = [text[mention.start : mention.end] for mention in COMPANIES.find(text)]
    assert spans == ["OpenAI", "深度求索", "Google DeepMind"]


def test_the_full_name_vouches_for_the_short_one_wherever_it_stands() -> None:
    assert [mention.company for mention in COMPANIES.find("Scale is big. Scale AI says so.")] == [
        "Scale AI"
    ] * 2


HOSTILE = [
    "OpenAI " * 20_000,
    "Figure " * 20_000,
    "open " * 30_000,
    "A" * 1_000_000,
    "阿" * 100_000,
    "Google Deep" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_hostile_text_comes_to_an_end(text: str) -> None:
    assert all(mention.end <= len(text) for mention in COMPANIES.find(text))


def test_each_of_many_mentions_is_found() -> None:
    assert len(COMPANIES.find(HOSTILE[0])) == 20_000


PIECES = st.sampled_from(
    [
        "OpenAI",
        "Meta",
        "Figure",
        " AI",
        "Apple",
        "深度求索",
        "字节",
        "메타",
        "グーグル",
        " ",
        "-",
        ".",
        "'s",
        " raises",
        "阿",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_mentions_lie_in_order_within_any_text(text: str) -> None:
    done = 0
    for mention in COMPANIES.find(text):
        assert done <= mention.start < mention.end <= len(text)
        assert COMPANIES.canonical(mention.company) == mention.company
        done = mention.end
