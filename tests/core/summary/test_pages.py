"""What people read of whole pages: padding out, no sentence that hangs on a missing one, no lead lost."""

import pytest

from bot import shipped
from bot.core.model import Item
from bot.pipeline import judge
from tests.core.stories.tell import START

JUDGE = judge.Judge(companies=shipped.companies(), rates=shipped.rates())


def summary(title: str, text: str, language: str = "") -> str:
    made = judge.article(
        Item(id="", link="https://example.com/a", title=title, text=text, language=language), START
    )
    return judge.started(made, JUDGE.read(made)).summary


PAGES = [
    (
        "Corven Robotics valued at $9 billion after Series D",
        [
            "By Jane Doe",
            "May 6, 2026 at 9:00 AM EDT",
            "Corven Inc. is now valued at $9 billion in the U.S., it said. Dr. Holm led the round.",
            "Read more: The 50 robot makers to watch",
            "Sign up for our newsletter to get robot news in your inbox. You can unsubscribe at any time.",
        ],
        "Corven Inc. is now valued at $9 billion in the U.S., it said. Dr. Holm led the round.",
    ),
    (
        "Lumen buys Forge for $2.1 billion",
        [
            "Subscribe to continue reading",
            "Already a subscriber? Sign in",
            "Lumen Corp. agreed to buy Forge Inc. for $2.1 billion.",
            "Advertisement",
            "Share this article",
        ],
        "Lumen Corp. agreed to buy Forge Inc. for $2.1 billion.",
    ),
    (
        "Halden AI in talks to raise at $4 billion",
        [
            "We use cookies to improve this site. By clicking Accept, you agree to cookies.",
            "Halden AI is in talks to raise $300 million at a $4 billion value.",
            "Key points:",
            "- Halden makes models\n- It was last valued at $1.2 billion",
            "It declined to comment.",
        ],
        "Halden AI is in talks to raise $300 million at a $4 billion value. It declined to comment.",
    ),
    (
        "U.S. clears sale of chips",
        [
            "WASHINGTON, May 6 (Reuters) - The U.S. Commerce Dept. cleared a sale at 5 p.m. on Friday.",
            "Reporting by John Smith; Editing by Mary Jones",
        ],
        "The U.S. Commerce Dept. cleared a sale at 5 p.m. on Friday.",
    ),
    (
        "科文机器人完成6亿美元融资，估值90亿美元",
        [
            "记者 张三 5月6日 10:00",
            "科文周二称，投资方共投入6亿美元，公司现值90亿美元。“我们卖的是时间。”米勒说。",
            "点击阅读全文",
            "责任编辑：李四",
        ],
        "科文周二称，投资方共投入6亿美元，公司现值90亿美元。“我们卖的是时间。”米勒说。",
    ),
    (
        "Corven wird mit 9 Mrd. Dollar bewertet",
        [
            "Von Max Muster, Berlin",
            "06.05.2026, 09:00 Uhr",
            "Der Hersteller Corven wird mit 9 Mrd. Dollar bewertet. Die Runde führte u. a. Northlight an.",
            "Lesen Sie auch: Warum Roboter teurer werden",
            "Mit Material der dpa",
        ],
        "Der Hersteller Corven wird mit 9 Mrd. Dollar bewertet. Die Runde führte u. a. Northlight an.",
    ),
    (
        "Corven valorisé 9 milliards de dollars",
        [
            "Par Jean Dupont",
            "Publié le 6 mai 2026 à 9h00",
            "Corven est valorisé 9 milliards de dollars, a annoncé M. Martin mardi.",
            "Lire aussi : Pourquoi les robots coûtent plus cher",
            "(Avec AFP)",
        ],
        "Corven est valorisé 9 milliards de dollars, a annoncé M. Martin mardi.",
    ),
    (
        "コーベン、評価額90億ドルに",
        [
            "2026年5月6日 9:00 [有料会員限定]",
            "米コーベンは6日、6億ドルを調達したと発表した。評価額は90億ドルに達した。",
            "関連記事：ロボットはなぜ高くなるのか",
        ],
        "米コーベンは6日、6億ドルを調達したと発表した。評価額は90億ドルに達した。",
    ),
    (
        "코벤, 기업가치 90억달러",
        [
            "[서울=뉴스1] 홍길동 기자 = 코벤의 기업가치가 90억달러에 이르렀다. 노스라이트가 주도했다.",
            "hong@news.example",
            "<저작권자 ⓒ 뉴스1코리아, 무단전재 및 재배포 금지>",
        ],
        "코벤의 기업가치가 90억달러에 이르렀다. 노스라이트가 주도했다.",
    ),
]


@pytest.mark.parametrize(("title", "paragraphs", "said"), PAGES, ids=[title for title, _, _ in PAGES])
def test_a_page_is_told_by_its_own_sentences_alone(title: str, paragraphs: list[str], said: str) -> None:
    assert summary(title, "\n\n".join(paragraphs)) == said


LEAD = "Lumen agreed to buy Forge for $2.1 billion in cash and stock."
ABOUT = "Forge, founded by two students, employs 300 people in three towns."


def test_a_sentence_that_points_back_comes_with_the_one_that_it_points_to() -> None:
    text = f"{LEAD} The sale needs approval. {ABOUT} It lost $40 million last year."
    said = summary("Lumen buys Forge for $2.1 billion", text)
    assert said.startswith(LEAD)
    assert ("It lost" in said) == (ABOUT in said)


def test_the_news_is_cut_rather_than_left_out() -> None:
    long = "Corven Robotics of Oslo" + ", after talks that took a year and two summers," * 8
    text = f"{long} agreed to buy Halden AI. Corven rose 3%."
    said = summary("Corven buys Halden", text)
    assert said.startswith("Corven Robotics of Oslo, after talks")
    assert said.endswith("…")
    assert len(said) <= 350


def test_a_sum_that_the_title_told_leads_to_the_sentence_that_tells_it_in_other_words() -> None:
    filler = " ".join(
        f"Room {number} of the new office looks out on the harbour of Oslo." for number in range(9)
    )
    text = f"Corven Robotics opened an office. {filler} Investors put its worth at $9bn, Miller said."
    assert "$9bn" in summary("Corven Robotics valued at $9 billion", text)
