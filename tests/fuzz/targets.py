"""What is fuzzed: five functions of bytes, which raise for whatever must never be.

Each takes any bytes at all, as text, its parts parted by `PART`. hypothesis (`test_targets.py`) and the
coverage-guided fuzzer (`make fuzz`) run the same ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from bot import shipped
from bot.core import facts, money, text
from bot.core import query as watching
from bot.core.model import Entry, Message, Reply
from bot.core.query import Document, Query
from bot.core.spans import bold, code, line, link, quiet
from bot.core.spans import text as plain
from bot.core.summary import summarise
from bot.errors import QueryError, ReadError
from bot.sources.feed.read import read
from tests.chat.checks import check_message, check_reply

# a control, which no part could hold and be shown
PART = "\x1e"

DAY = datetime(2026, 5, 6, 12, tzinfo=UTC)
LANGUAGES = ("en", "de", "zh", "ja", "fr", "es", "ko", "pt", "hi", "")

_COMPANIES, _RATES = shipped.companies(), shipped.rates()


def feeds(data: bytes) -> None:
    """A body is a feed whose items can be shown, or refused."""
    with suppress(ReadError):
        feed = read(data, address="https://harbour.example/feed")
        for item in feed.items:
            assert item.link == "" or item.link.startswith(("http://", "https://"))
            assert item.published is None or item.published.utcoffset() is not None
            assert "\n" not in item.title
            assert not _controls(item.title + item.text)


def queries(data: bytes) -> None:
    """A watch is asked or refused with advice; what it lacks is said exactly when it isn't met."""
    typed, title, body, *_ = _parts(data, 3)
    query = _compiled(typed)
    if isinstance(query, QueryError):
        assert query.advice
        assert query.column >= 1
        return
    document = Document(title, body)
    reasons = query.match(document)
    assert reasons is None or all(reasons)
    assert bool(query.lacks(document)) == (reasons is None)
    assert query.words()


def _compiled(typed: str) -> Query | QueryError:
    try:
        return watching.compile(typed, companies=_COMPANIES, rates=_RATES)
    except QueryError as error:
        return error


def sums(data: bytes) -> None:
    """Amounts lie in order within the text; facts carry figures that can be said, and their own words."""
    tongue, title, body, *_ = _parts(data, 3)
    language = LANGUAGES[len(tongue) % len(LANGUAGES)]
    done = 0
    for amount in money.find(body, language):
        assert done <= amount.start < amount.end <= len(body)
        assert amount.low > 0
        assert amount.high is None or amount.high > amount.low
        assert money.say(amount.low, amount.currency, high=amount.high)
        done = amount.end
    threshold = money.parse_threshold(title)
    assert threshold is None or (threshold[0].is_finite() and len(threshold[1]) == 3)
    found = facts.read(title, body, language=language, published=DAY, companies=_COMPANIES, rates=_RATES)
    assert found.headline is None or found.headline in found.facts
    for fact in found.facts:
        assert fact.amount is None or (fact.amount.is_finite() and fact.amount > 0)
        assert _squeezed(fact.quote.removesuffix("…")) in _squeezed(f"{title}\n{body}")


def texts(data: bytes) -> None:
    """Markup becomes clean text, of which no sentence is lost; whatever is made of it is of its words."""
    markup, title, address, *_ = _parts(data, 3)
    clean = text.plain(markup)
    assert clean == clean.strip()
    assert "\n\n\n" not in clean
    assert not _controls(clean)
    assert unicodedata.is_normalized("NFC", clean)
    body = text.body(clean, title=title)
    assert set(re.findall(r"\w+", body)) <= set(re.findall(r"\w+", clean))
    language = text.language(f"{title}\n{body}")
    assert len(language) == 2
    sentences = text.sentences(body, language)
    assert _squeezed("".join(sentences)) == _squeezed(body)
    assert len(summarise(title, clean, language=language, limit=350)) <= 350
    assert text.fold(text.fold(clean)) == text.fold(clean)
    text.origin(title, body, publisher=address)
    assert text.publisher(address, "given")
    once = text.canonical(address)
    assert once == "" or once.startswith(("http://", "https://"))
    assert text.canonical(once) == once


def messages(data: bytes) -> None:
    """An alert, a batch, a notice or an answer is drawn for every chat, and does no harm in any."""
    kind, title, address, headline, summary, label, value, follows, why, *_ = _parts(data, 9)
    entry = Entry(
        title=title,
        link=address,
        summary=summary,
        company=label,
        rows=((label, value), ("Valuation", value)),
        outlets=value,
        age="12 min ago",
        follows=follows,
        why=(why, summary),
    )
    spans = (plain(title), bold(summary), quiet(value), code(follows), link(label, address))
    lines = (line("before ", *spans, " after"), *(line(span) for span in spans))
    match len(kind) % 4:
        case 0:
            check_message(Message(entries=(entry,), headline=headline, label=label))
        case 1:
            check_message(Message(entries=(entry,) * 3, headline=headline))
        case 2:
            check_message(Message(entries=(), headline=headline, label=label, notice=lines))
        case _:
            check_reply(Reply(lines=lines))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "feeds": feeds,
    "queries": queries,
    "sums": sums,
    "texts": texts,
    "messages": messages,
}


def _parts(data: bytes, least: int) -> list[str]:
    """The parts, the last of them again where there are too few; what is no UTF-8 is half a character."""
    found = data.decode("utf-8", "surrogateescape").split(PART)
    return found + found[-1:] * max(0, least - len(found))


def _controls(shown: str) -> list[str]:
    return [one for one in shown if one != "\n" and unicodedata.category(one) in ("Cc", "Cs")]


def _squeezed(shown: str) -> str:
    """Without white space; half a character as "?"."""
    return "".join(shown.encode("utf-8", "replace").decode("utf-8").split())
