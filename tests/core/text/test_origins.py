import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import body, origin
from tests.core.text.articles import ONE_LINE, PAGE, TITLE

CREDITS = [
    ("The deal closed on Monday, according to TechCrunch.", "TechCrunch"),
    ("It is worth $45 billion, according to a May 6, 2026, report by TechCrunch TechCrunch.", "TechCrunch"),
    (
        "It is worth more, according to a report published on Tuesday in the Wall Street Journal.",
        "The Wall Street Journal",
    ),
    ("“We are not selling,” the founder told Bloomberg on Friday.", "Bloomberg"),
    ("People familiar with the matter told the Financial Times.", "Financial Times"),
    ("The talks were first reported by The Information.", "The Information"),
    ("As first reported by Axios, Acme will list.", "Axios"),
    ("Acme is raising, per Reuters.", "Reuters"),
    ("A report from the Wall Street Journal said Acme wants more money.", "The Wall Street Journal"),
    ("The Wall Street Journal earlier reported the talks.", "The Wall Street Journal"),
    ("Citing people familiar, Bloomberg reported on Tuesday that Acme is for sale.", "Bloomberg"),
    ("Bloomberg News has learned that Acme raised.", "Bloomberg"),
    ("The CEO said in an interview with CNBC on Tuesday that it is done.", "CNBC"),
    ("The memo was seen by Reuters.", "Reuters"),
    ("Acme and its rival held talks, Reuters’ report said.", "Reuters"),
    ("The mine is sold, according to The Example Times.", "The Example Times"),
    ("The mayor told the Springfield Gazette about it.", "The Springfield Gazette"),
    ("据彭博社报道，深度求索正在融资。", "Bloomberg"),
    ("据《金融时报》报道，某公司估值达到450亿美元。", "Financial Times"),
    ("IT之家消息，据科技媒体 The Information 今日报道，某公司融资。", "The Information"),
    ("《智能涌现》独家获悉，该公司已开启创业。", "Intelligence Emergence"),
    ("36氪获悉，公司完成融资。", "36Kr"),
    ("路透社援引知情人士消息称，公司正在谈判。", "Reuters"),
    ("據路透社報導，該公司估值上升。", "Reuters"),
    ("据《某某晚报》报道，公司将裁员。", "某某晚报"),
    ("Das Startup ist laut Handelsblatt zwei Milliarden wert.", "Handelsblatt"),
    ("Das Startup ist laut einem Bericht des Handelsblatts mehr wert.", "Handelsblatt"),
    ("Wie das Handelsblatt berichtet, hat das Unternehmen Geld erhalten.", "Handelsblatt"),
    ("Der Gründer sagte der FAZ, er verkaufe nicht.", "Frankfurter Allgemeine Zeitung"),
    ("La start-up vaut deux milliards, selon Les Echos.", "Les Echos"),
    ("Selon les informations de La Tribune, la société lève.", "La Tribune"),
    ("Le Monde rapporte que la société vaut plus.", "Le Monde"),
    ("La empresa negocia una ronda, según El País.", "El País"),
    ("La empresa, según informó Expansión, negocia una ronda.", "Expansión"),
    ("Segundo a Folha, a empresa vale mais.", "Folha de S.Paulo"),
    ("Secondo il Corriere della Sera, la società vale di più.", "Corriere della Sera"),
    ("Volgens Het Financieele Dagblad is het bedrijf meer waard.", "Het Financieele Dagblad"),
    ("日経新聞によると、同社は資金を調達した。", "Nikkei"),
    ("ロイターは、同社が資金調達すると報じた。", "Reuters"),
    ("블룸버그 보도에 따르면 회사는 투자를 유치했다.", "Bloomberg"),
    ("조선일보에 따르면 회사는 투자를 유치했다.", "Chosun Ilbo"),
]


@pytest.mark.parametrize(("text", "outlet"), CREDITS)
def test_a_credited_outlet_is_the_origin(text: str, outlet: str) -> None:
    assert origin("", text) == outlet


OTHERS = [
    "The round is done, according to CEO Jane Miller.",
    "Deals fell, according to PitchBook.",
    "Salesforce bought Slack, according to a person who asked not to be named.",
    "Yields rose, according to Bloomberg data.",
    "The fortune grew, according to the Bloomberg Billionaires Index.",
    "Bloomberg reported earnings growth of its terminal.",
    "Fortune 500 companies buy more, according to Fortune 500 figures.",
    "Acme, which counts Axios and Forbes among its customers, raised $2B.",
    "The Information Commissioner said it would look into it.",
    "She told The Information Commissioner about it.",
    "It took time, according to time sheets, and the wired rooms were per fortune cheap.",
    "Snap's chief, Evan Spiegel, told investors that it sells.",
    "彭博亿万富翁指数显示，他的财富增加。",
    "日経平均は上昇した。",
    "据知情人士透露，公司正在谈判。",
    "Laut dem Vorstand ist das Geschäft fertig.",
    "Selon la société, la levée est finie.",
    "",
]


@pytest.mark.parametrize("text", OTHERS)
def test_people_companies_and_data_are_no_origin(text: str) -> None:
    assert origin("", text) == ""


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Acme raises $2B, TechCrunch reports", "TechCrunch"),
        ("Acme eyes $2B - Reuters", "Reuters"),
        ("Bloomberg: Acme eyes $2B", "Bloomberg"),
        ("Acme eyes $2B – report", ""),
        ("Acme: the next Forbes of machines", ""),
    ],
)
def test_a_title_may_credit(title: str, outlet: str) -> None:
    assert origin(title, "Nothing more is known.") == outlet


@pytest.mark.parametrize("page", [PAGE, ONE_LINE, body(PAGE, title=TITLE)], ids=["page", "one line", "body"])
def test_the_padded_article_credits_techcrunch(page: str) -> None:
    assert origin(TITLE, page, publisher="news.example") == "TechCrunch"


def test_names_that_lost_links_leave_behind_are_credits() -> None:
    text = "Acme is worth more now TechCrunch.\n\nIts models need less power TechCrunch."
    assert origin("", text) == "TechCrunch"
    assert origin("", text.split("\n", maxsplit=1)[0]) == ""


@pytest.mark.parametrize("publisher", ["techcrunch.com", "TechCrunch"])
def test_an_outlet_that_credits_itself_has_no_origin(publisher: str) -> None:
    text = "Acme told TechCrunch that the round is done. Reuters reported on the talks in May."
    assert origin("", text, publisher=publisher) == ""


def test_who_was_first_is_credited_even_by_an_outlet_with_words_of_its_own() -> None:
    text = "Acme told TechCrunch so. The talks were first reported by The Information."
    assert origin("", text, publisher="techcrunch.com") == "The Information"


def test_credits_far_below_the_lead_are_background() -> None:
    text = "Acme opened an office. " * 90 + "Its rival is for sale, according to Reuters."
    assert origin("", text) == ""


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=30))
def test_origin_takes_any_text(title: str, text: str, publisher: str) -> None:
    assert isinstance(origin(title, text, publisher=publisher), str)
