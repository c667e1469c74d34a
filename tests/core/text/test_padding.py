import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import body
from tests.core.text.articles import ONE_LINE, PAGE, TITLE

LEAD = (
    "Acme raised $2 billion in a round led by Example Ventures, the company said on Monday. The money "
    "will pay for a data center in Ohio, and for the people who run it. The company was founded in 2019 "
    "by two former engineers of a chip maker, and it sells its software to hospitals in nine countries, "
    "among them Spain and Norway. Its revenue has doubled each year since then, and it expects to break "
    "even by the end of next year, its founder said."
)
MORE = "The round was the largest in the state this year. Acme will hire 300 people."


@pytest.mark.parametrize("page", [PAGE, ONE_LINE], ids=["page", "one line"])
def test_nothing_of_the_padded_article_remains_behind_its_author(page: str) -> None:
    text = body(page, title=TITLE)
    assert text.startswith("DeepSeek, the Hangzhou company")
    assert text.endswith("in a single round, according to TechCrunch.")
    for word in (
        "Written by",
        "Additional Context",
        "Industry",
        "Looking Ahead",
        "Tagged",
        "Reply",
        "Home /",
    ):
        assert word not in text


@pytest.mark.parametrize("page", [PAGE, ONE_LINE], ids=["page", "one line"])
def test_outlet_names_of_lost_links_go_and_credits_stay(page: str) -> None:
    text = body(page, title=TITLE)
    assert text.count("TechCrunch") == 3
    assert "rivals in the United States use." in text
    assert "report by TechCrunch." in text
    assert ".." not in text


def test_all_news_of_the_padded_article_stays() -> None:
    text = body(PAGE, title=TITLE)
    for words in ("about $45 billion", "tens of billions", "allocating billions", "Harder years may follow"):
        assert words in text
    assert text.count("\n\n") == 11


TAILS = [
    "Written by Jane Doe",
    "About the author",
    "About the Author: Jane Doe",
    "Contact: jane@example.com",
    "Media Contact:",
    "Leave a Reply",
    "Leave a comment",
    "Your email address will not be published. Required fields are marked *",
    "Tagged:",
    "Tags: AI, funding",
    "Filed under: Startups",
    "12 Comments",
    "###",
    "- END -",
    "Über den Autor",
    "Schlagwörter: KI, Start-up",
    "Schreibe einen Kommentar",
    "À propos de l'auteur",
    "Laisser un commentaire",
    "Sobre el autor",
    "Deja un comentario",
    "Etiquetas: IA",
    "Sull’autore",
    "责任编辑：张三",
    "（责任编辑：李四）",
    "版权声明：本文版权归原作者所有",
    "著者について",
    "コメントを書く",
    "기자 소개",
    "무단전재 및 재배포 금지",
]


@pytest.mark.parametrize("label", TAILS)
def test_a_tail_ends_the_article(label: str) -> None:
    tail = "She lives in a quiet town with two cats and writes about whatever comes her way, by night."
    assert body(f"{LEAD}\n\n{label}\n\n{tail}") == LEAD


LINES = [
    "Share this article",
    "Share on Facebook",
    "Facebook Twitter LinkedIn Email",
    "Tweet",
    "Advertisement",
    "Subscribe to our newsletter",
    "Sign up for our daily newsletter to get the best stories",
    "Get the news in your inbox every morning.",
    "We use cookies to make this site better.",
    "By continuing to use this site you agree to our use of cookies.",
    "Read more",
    "Read more: Acme hires a new chief",
    "Also read: Acme hires a new chief",
    "Continue reading on Example",
    "© 2026 Example Media",
    "Copyright 2026 Example Media. All rights reserved.",
    "Image Credits: Getty Images",
    "Photo: Jane Doe / Example",
    "3 min read",
    "By Jane Doe",
    "By Jane Doe, Senior Reporter",
    "Disclosure: The author owns shares of no company named here.",
    "Skip to main content",
    "TechCrunch",
    "Anzeige",
    "Jetzt Newsletter abonnieren und nichts verpassen",
    "Lesen Sie auch: Acme sucht Chefs",
    "Alle Rechte vorbehalten",
    "Lire aussi : Acme recrute",
    "Abonnez-vous à notre lettre",
    "Tous droits réservés",
    "Lee también: Acme busca jefes",
    "Suscríbete a nuestro boletín",
    "Leia também: Acme contrata",
    "Leggi anche: Acme assume",
    "原标题：某公司完成融资",
    "本文来自微信公众号，作者：张三",
    "更多精彩内容，请关注我们",
    "微信公众号：某某科技",
    "来源：某某网",
    "图源：视觉中国",
    "点赞 收藏 转发",
    "続きを読む",
    "無断転載を禁じます",
    "기사 공유",
    "사진=회사 제공",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_page_goes_wherever_it_stands(line: str) -> None:
    assert body(f"{LEAD}\n{line}\n{MORE}") == f"{LEAD}\n\n{MORE}"


ENDS = [
    "Read more",
    "Read more at Example News",
    "Read more »",
    "Continue reading",
    "Read the full story at Example.",
    "Click here to read the rest.",
    "[…]",
    "[...]",
    "The post Acme raises money appeared first on Example News.",
    "This article originally appeared on Example News.",
    "Der Beitrag Acme sammelt Geld erschien zuerst auf Beispiel.",
    "L’article Acme lève est apparu en premier sur Exemple.",
    "La entrada Acme recauda se publicó primero en Ejemplo.",
    "O post Acme levanta apareceu primeiro em Exemplo.",
    "Subscribe to our newsletter for more.",
    "Weiterlesen …",
    "Lire la suite",
    "Leer más",
    "阅读全文",
    "続きを読む",
    "더보기",
    "TechCrunch.",
]


@pytest.mark.parametrize("end", ENDS)
def test_an_invitation_behind_the_last_sentence_goes(end: str) -> None:
    assert body(f"{LEAD} {end}") == LEAD


LINK_LISTS = [
    "Related Articles",
    "You may also like",
    "Mehr zum Thema",
    "À lire aussi",
    "Noticias relacionadas",
]
LINK_LISTS += ["相关阅读", "関連記事", "관련 기사"]


@pytest.mark.parametrize("heading", LINK_LISTS)
def test_a_list_of_links_goes_and_the_article_goes_on(heading: str) -> None:
    text = f"{LEAD}\n{heading}\nAcme hires a new chief\nTen chips to watch\n{MORE}"
    assert body(text) == f"{LEAD}\n\n{MORE}"


NEWS = [
    "Written by its founders, the letter said Acme is worth $2 billion.",
    "Read more than a million books: that is what the model did, for $3 million.",
    "Subscribe numbers rose to 40 million, Acme said.",
    "Contact lenses that listen: Acme raises $30M.",
    "Share prices fell by 4% after Acme cut its forecast.",
    "Share buybacks of $10 billion will follow.",
    "Copyright holders sued Acme for $1.5 billion.",
    "Comments by the chief executive moved the stock.",
    "Cookies are on the way out, and Acme wants $2 billion to replace them.",
    "By then it failed.",
    "By Monday Acme Had Sold It.",
    "The post of chief executive stays empty, and a new board first appeared on Monday.",
    "Follow the money: Acme took $5 billion from the state.",
    "Print is dead, Acme says.",
    "Looking ahead, Acme expects revenue of $4 billion.",
    "Tags on clothing will be read by machines, Acme says.",
    "About the author of the law little is known, but it costs Acme $1 billion.",
    "The company was sold to TechCrunch.",
    "Der Beitrag der Investoren liegt bei 300 Mio. Euro.",
    "Teilen will der Konzern nichts, sagte der Chef.",
    "下载量突破1亿次。",
    "转发量创下新高，公司估值达到20亿美元。",
    "作者的新书卖出了300万册。",
    "公众号平台收入达到10亿元。",
    "点击率上升了三成。",
    "関連記事の数は100万件を超えた。",
    "댓글 수가 100만 개를 넘었다.",
]


@pytest.mark.parametrize("sentence", NEWS)
def test_a_sentence_of_news_is_never_cut(sentence: str) -> None:
    assert body(f"{LEAD}\n{sentence}\n{MORE}") == f"{LEAD}\n\n{sentence}\n\n{MORE}"
    assert body(sentence) == sentence
    assert body(f"{LEAD} {sentence}") == f"{LEAD} {sentence}"


def test_a_byline_under_the_headline_ends_nothing() -> None:
    assert body(f"Written by Jane Doe\n{LEAD}\n{MORE}") == f"{LEAD}\n\n{MORE}"


def test_a_byline_in_the_middle_ends_nothing_when_news_follows() -> None:
    later = (
        "Acme also bought a maker of sensors in Norway for $40 million, two people who know of the deal said."
    )
    text = f"{LEAD}\nWritten by Jane Doe\n" + "\n".join([later] * 6)
    assert body(text).count("maker of sensors") == 6


def test_a_section_of_news_under_a_generic_heading_stays() -> None:
    section = (
        "In May the board of Acme will vote on a second round, which Example Ventures wants to lead again."
    )
    assert section in body(f"{LEAD}\nLooking Ahead\n{section}")


@pytest.mark.parametrize(
    "crumbs",
    ["Home / News / Acme raises", "Home > Technology > Funding", "Start » Wirtschaft", "首页 > 科技 > 正文"],
)
def test_breadcrumbs_go(crumbs: str) -> None:
    assert body(f"{crumbs}\n{LEAD}", title="Acme raises") == LEAD


@pytest.mark.parametrize(
    "repeat", ["Acme raises $2 billion for hospitals", "ACME RAISES $2 BILLION FOR HOSPITALS!"]
)
def test_a_repeated_title_goes(repeat: str) -> None:
    title = "Acme raises $2 billion for hospitals"
    assert body(f"{repeat}\n{LEAD}", title=title) == LEAD


def test_a_title_before_the_first_words_goes() -> None:
    title = "Acme raises $2 billion for hospitals"
    assert body(f"{title} {LEAD}", title=title) == LEAD
    assert body(f"{title}. {LEAD}", title=title) == LEAD


def test_a_first_sentence_that_begins_like_the_title_stays() -> None:
    title = "Acme raises $2 billion for hospitals"
    text = f"{title}, its largest round, and {MORE}"
    assert body(text, title=title) == text
    assert body("Acme Chief Jane Doe left.", title="Acme") == "Acme Chief Jane Doe left."


def test_a_chinese_text_loses_its_head_credits() -> None:
    text = "文｜张三 李四 编辑｜王五 某公司今日宣布完成20亿元融资。"
    assert body(text) == "某公司今日宣布完成20亿元融资。"


def test_a_single_outlet_at_the_end_of_a_sentence_stays() -> None:
    text = "The publisher wants to sell a storied brand, TechCrunch. Nobody knows who would buy it."
    assert body(text) == text


@given(st.text(max_size=400))
def test_body_takes_any_text(text: str) -> None:
    assert set(re.findall(r"\w+", body(text))) <= set(re.findall(r"\w+", text))


@given(
    st.lists(
        st.sampled_from([*TAILS, *LINES, *NEWS, LEAD, MORE, "Looking Ahead", "Related Articles"]), max_size=12
    )
)
def test_body_of_a_body_is_itself(lines: list[str]) -> None:
    once = body("\n".join(lines))
    assert body(once) == once


@pytest.mark.parametrize(
    "piece", ["Written by x\n", "Home > ", "x TechCrunch. ", "The post ", "\n", "Tags: a\n", "["]
)
def test_hostile_repeats_end(piece: str) -> None:
    assert isinstance(body(piece * 20_000), str)
