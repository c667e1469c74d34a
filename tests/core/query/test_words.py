import pytest

from tests.core.query.asking import met

MEETS = [
    # any case, width and accents
    ("deepseek", "DEEPSEEK ships a model"),
    ("AI", "ＡＩ startups grow"),
    ("ai", "The A.I. boom goes on"),
    ("A.I.", "The AI boom goes on"),
    ("US", "U.S.-based lab opens"),
    ("evaluation", "Une évaluation des lois"),
    ("cafe", "A cafe\u0301 for robots"),
    ("Lodz", "Łódź gets a data centre"),
    # a word ends at punctuation, hyphens, slashes and underscores
    ("AI", "An AI-native bank"),
    ("AI", "ML/AI jobs, #AI_news"),
    ("Meta", "ex-Meta engineer"),
    ("IA", "L'IA expliquée"),
    ("openai", "“OpenAI” said"),
    ("openai,", "OpenAI said"),
    ("claude", "Claude™ is renamed"),
    # plain plurals and possessives
    ("layoff", "Layoffs at the lab"),
    ("company", "Two companies merge"),
    ("tax", "New taxes on chips"),
    ("Meta", "Meta’s glasses"),
    ("Meta", "Meta's glasses"),
    ("chip", "The chips' price"),
    ("H100", "Ten thousand H100s arrive"),
    ("smart glass", "New smart glasses"),
    # versions and symbols
    ("GPT-5", "Here comes GPT-5."),
    ("GPT-5", "GPT‑5 (early) is out"),
    ("GPT-5", "GPT 5 and GPT5"),
    ("GPT-5.6", "GPT-5.6 pricing"),
    ("C++", "A new C++ compiler"),
    ("C#", "C# and Java"),
    (".NET", "The .NET runtime"),
    ("Node.js", "Node.js 30 is out"),
    ("AT&T", "AT&T buys a lab"),
    ("Jersey Mike's", "Jersey Mike’s goes public"),
    # phrases
    ('"data center"', "A data-center boom"),
    ('"data center"', "Data  centers everywhere"),
    ('"Hugging Face"', "HuggingFace raises money"),
    ('"Hugging Face Hub"', "HuggingFace Hub grows"),
    ('"open ai"', "OpenAI is back"),
    ('"US government"', "The U.S. government acts"),
    # Chinese, Japanese, Korean
    ("AI", "支付宝的AI时代"),
    ("AI", "AI로 바꾸는 병원"),
    ("苹果", "今天苹果发布"),
    ("AI芯片", "国产 AI 芯片上市"),
    ('"人工 智能"', "人工智能公司"),
    ("네이버", "네이버가 투자했다"),
    ("ソフトバンク", "ソフトバンクグループが出資"),
    ("ｿﾌﾄﾊﾞﾝｸ", "ソフトバンクが出資"),
    # prefixes
    ("gpt*", "GPT-5 and GPT4"),
    ("quant*", "Quantization explained"),
    ('"open mod*"', "Open models win"),
    # in quotes a star may be part of a name
    ('"Q*"', "OpenAI's Q* project"),
    ('"E*Trade"', "E*Trade adds a chatbot"),
    ('"S&P 500"', "The S&P 500 rises"),
    ("24/7", "A 24/7 helpline"),
]

MISSES = [
    ("AI", "He said the air was fair"),
    ("Intel", "Apple Intelligence"),
    ("valuation", "Une évaluation des lois"),
    ("layoffs", "One layoff at the lab"),
    ("raise", "They raised money"),
    ("OpenAI", "China's open AI models"),
    ("GPT-5", "GPT-5.6 is out"),
    ("GPT-5", "GPT-55 is out"),
    ("5", "Version 5.6 is out"),
    ("GPT-4", "GPT-4o is out"),
    ("C++", "The vitamin C market"),
    (".NET", "A net profit"),
    ("Node.js", "A node for js"),
    ('"data center"', "Data about the center"),
    ('"model S"', "New models arrive"),
    ('"10 20"', "The 1020 model"),
    ('"open ai"', "The door is open. AI enters"),
    ("funding", "A fund-raising dinner"),
    ("苹果", "今天水果上市"),
    ("AI", "SAIC 与 RAID"),
    ("gpt*", "ChatGPT is down"),
    ("us", "It uses a bus"),
]


@pytest.mark.parametrize(("query", "title"), MEETS)
def test_a_word_is_met(query: str, title: str) -> None:
    assert met(query, title)
    assert met(query, "Nothing here", title)


@pytest.mark.parametrize(("query", "title"), MISSES)
def test_a_word_is_not_met(query: str, title: str) -> None:
    assert not met(query, title)


def test_exact_case_is_met_only_as_written() -> None:
    assert met('case:"US"', "The US and China")
    assert met('case:"US"', "U.S. rules")
    assert met("case:Llama", "Two Llamas in one rack")
    assert not met('case:"US"', "Join us")
    assert not met('case:"US"', "The USS Hopper")


def test_exact_case_stands_in_brackets_and_behind_a_minus() -> None:
    assert met('(case:"US" OR case:"EU") chips', "EU chips act")
    assert not met('chips -case:"US"', "US chips")
    assert met('chips -case:"US"', "Chips for us")


def test_a_title_is_searched_alone() -> None:
    assert met('title:"data center"', "Data centers grow", "Nothing")
    assert not met("title:grow", "Data centers", "They grow")


def test_no_phrase_reaches_from_the_title_into_the_text() -> None:
    assert not met('"open ai"', "The door is open", "AI enters")


def test_exclusion_wins() -> None:
    assert met('"series b" OR unicorn -crypto', "A Series B for robots")
    assert not met('"series b" OR unicorn -crypto', "A Series B for a crypto lab")
    assert not met("amazon NOT deal", "Amazon deals of the day")
    assert not met("apple AND -(watch OR phone)", "An Apple phone")


def test_a_space_means_and_or_in_brackets_one_of_them() -> None:
    assert met("anthropic (raises OR valuation)", "Anthropic raises again")
    assert not met("anthropic (raises OR valuation)", "Anthropic hires again")
    assert not met("anthropic valuation", "A valuation for nobody")
    assert met("a | b", "b")


def test_a_regular_expression_is_found_in_any_case() -> None:
    assert met("/gpt-?[5-9]/", "Try GPT7 today")
    assert met("/ai (lab|startup)s?/", "An AI startup")
    assert met(r"/a\/b/", "a/b tests")
    assert not met("case:/gpt/", "GPT")
    assert not met("title:/gpt/", "News", "gpt")


def test_a_regular_expression_stays_linear_on_hostile_text() -> None:
    assert not met("/(a+)+b/", "News", "a" * 100_000)


def test_hostile_text_is_cut_into_words_in_one_pass() -> None:
    assert met('"needle in hay"', "News", "a.b " * 25_000 + "-" * 100_000 + " needle in hay")


def test_half_a_surrogate_pair_breaks_nothing() -> None:
    assert met("/ai lab/", "An AI lab \ud83d")
    assert met("lab", "An AI lab \ud83d")
    assert met("lab \ud83d", "An AI lab")


@pytest.mark.parametrize("text", ["", "\x00", "💥" * 1000, "\u202eevil\u202c", "(((", "'" * 5000, "．．．"])
def test_odd_text_is_only_not_met(text: str) -> None:
    assert not met("deepseek", text, text)
