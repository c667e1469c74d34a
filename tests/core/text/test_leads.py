"""Whom an article's first sentences link to for its news."""

import pytest

from bot.core.text.leads import linked

REPORT = "https://www.bloomberg.com/news/articles/2026-05-06/corven-in-talks"
OTHER = "https://techcrunch.com/2026/05/06/corven-round/"


def link(said: str, address: str = REPORT) -> str:
    return f'<a class="x" href="{address}" target="_blank">{said}</a>'


@pytest.mark.parametrize(
    ("markup", "outlet"),
    [
        (f"<p>Corven is {link('in talks')} to raise $2 billion.</p><p>It makes robots.</p>", "Bloomberg"),
        (f"<p>Corven raises money. That's according to a new {link('report')}.</p>", "Bloomberg"),
        (f"<p>Corven raises money, {link('reportedly')} $2 billion.</p>", "Bloomberg"),
        (f"<p>科文机器人正洽谈融资，据{link('报道')}，估值达20亿美元。</p>", "Bloomberg"),
        (f"<p>Corven verhandelt, wie es in einem {link('Bericht')} heißt.</p>", "Bloomberg"),
        (f"<p>Selon {link('nos confrères')}, Corven cherche un acquéreur.</p>", "Bloomberg"),
        (f"<p>コーベンは資金調達中だと{link('報じられた')}。</p>", "Bloomberg"),
        (f"<p>코벤이 매각된다고 {link('보도')}됐다.</p>", "Bloomberg"),
        # a report beside a link to the background
        (
            f"<p>Corven {link('raised $50M', OTHER)} last year. It is for sale, {link('reports say')}.</p>",
            "Bloomberg",
        ),
    ],
)
def test_a_link_in_the_lead_is_a_credit(markup: str, outlet: str) -> None:
    assert linked(markup) == outlet


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "Corven is in talks.",
        # the background of the news, the company's own page, an outlet's front page
        f"<p>Corven, which {link('raised $50M')} last year, opens an office.</p>",
        f"<p>Corven opens an office. It {link('raised $50M')} in May.</p>",
        f"<p>Corven {link('opens an office', 'https://corven.example/news/a-new-office')}.</p>",
        f"<p>Corven and {link('Bloomberg', 'https://www.bloomberg.com/')} work together.</p>",
        # two outlets, neither of them credited
        f"<p>Corven {link('hires')} and {link('opens offices', OTHER)}.</p>",
        # far down
        f"<p>Corven opens an office.</p><p>It is large.</p><p>A {link('report')} said so.</p>",
        "<a href=<a href='https://www.bloomberg.com",
    ],
)
def test_other_links_are_none(markup: str) -> None:
    assert linked(markup) == ""


def test_an_outlets_links_to_itself_are_no_credit() -> None:
    own = f"<p>Corven is in talks, we {link('reported', OTHER)}.</p>"
    assert linked(own) == "TechCrunch"
    assert linked(own, "https://techcrunch.com/2026/05/07/corven-closes/") == ""


def test_the_link_is_looked_for_at_the_beginning_alone() -> None:
    assert linked("Corven opens an office " * 500 + link("report")) == ""
