"""`newsbell explain`: what Newsbell reads in a text, an address or a file, as a person wants to see it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import config, logs, shipped
from bot.chat.text import neutral
from bot.cli.given import taken
from bot.config import Settings
from bot.core import matching
from bot.core.companies import Companies
from bot.core.message.claim import amount
from bot.core.model import Article, Fact, Item, Reading, Story, Watch
from bot.core.query import compile as compile_query
from bot.core.stories import Stories, Telling
from bot.errors import NewsbellError, QueryError
from bot.pipeline import judge
from bot.store import open_store

# characters of a quote that its row shows
_QUOTE = 60

_NOW_AND_BEFORE = timedelta(days=4)


async def explain(what: str) -> int:
    """Print the reading of `what`: an address, a file's path, or the text itself; "" reads stdin."""
    settings = config.load()
    logs.set_up(level="error", as_json=False, secrets=settings.secrets)
    title, body, link = await taken(what.strip(), settings)
    judging = judge.Judge(companies=await _companies(settings), rates=shipped.rates())
    item = Item(id="", link=link, title=title, text=body, published=None)
    article = judge.article(item, datetime.now(UTC))
    story = judge.started(article, reading := judging.read(article))
    out = Console(highlight=False)
    _show_text(out, article, reading)
    _show_facts(out, reading)
    out.print(
        Text.assemble(
            ("summary  ", "bold"), neutral(story.summary) or "none: there is no text beside the title"
        )
    )
    await _show_database(out, story, judging.telling(article, reading), judging, settings)
    return 0


async def _companies(settings: Settings) -> Companies:
    """The companies with the names that people added to this installation, where its database can be read."""
    try:
        store = await open_store(settings.database_url.get_secret_value(), exclusive=False)
    except NewsbellError:
        # `_show_database` says why
        return shipped.companies()
    try:
        return shipped.companies().with_aliases(await store.aliases())
    finally:
        await store.close()


def _show_text(out: Console, article: Article, reading: Reading) -> None:
    shown = Text(neutral(article.title), "bold")
    if article.text:
        shown.append("\n\n" + neutral(article.text), "not bold")
    for fact in reading.facts:
        shown.highlight_words(
            [neutral(fact.quote)], "black on yellow" if fact == reading.headline else "underline"
        )
    out.print(shown)
    out.print()
    said = [
        ("language", article.language),
        ("company", reading.company),
        ("origin", article.origin or "reports by itself"),
    ]
    out.print(
        Text.assemble(
            *(
                part
                for label, value in said
                for part in ((f"{label}  ", "bold"), f"{neutral(value) or 'none'}   ")
            )
        )
    )


def _show_facts(out: Console, reading: Reading) -> None:
    if not reading.facts:
        out.print("No deal facts.")
        return
    table = Table(box=None, header_style="dim")
    for column in ("kind", "company", "amount", "status", "round"):
        table.add_column(column)
    table.add_column("quote")
    for fact in reading.facts:
        style = "bold" if fact == reading.headline else ""
        table.add_row(*(Text(" ".join(neutral(value).split())) for value in _row(fact)), style=style)
    out.print(table)
    if (leading := reading.headline) is not None:
        said = f"compares {leading.kind.replace('_', ' ')} {amount(leading)}"
        out.print(Text.assemble(("threshold  ", "bold"), said))
    if untold := _untold(reading):
        out.print(Text.assemble(("raised  ", "bold"), f"{untold}: the amount isn't told"))


def _untold(reading: Reading) -> str:
    """The round whose value is told and whose amount isn't; "" for none."""
    if any(fact.kind == "raised" for fact in reading.facts):
        return ""
    return next((fact.round for fact in reading.facts if fact.kind == "valuation" and fact.round), "")


def _row(fact: Fact) -> tuple[str, ...]:
    # the whole quote is marked in the text above
    quote = fact.quote if len(fact.quote) <= _QUOTE else fact.quote[: _QUOTE - 1].rstrip() + "…"
    return (fact.kind, fact.company, amount(fact), fact.status, fact.round, quote)


async def _show_database(
    out: Console, story: Story, told: Telling, judging: judge.Judge, settings: Settings
) -> None:
    """The story that it would join, and the watches that would ring, by the database of this installation."""
    try:
        store = await open_store(settings.database_url.get_secret_value(), exclusive=False)
    except NewsbellError as error:
        out.print(Text(neutral(f"stories and watches: {error}")))
        return
    try:
        known = await store.stories(since=story.first_seen - _NOW_AND_BEFORE)
        watches = await store.watches()
    finally:
        await store.close()
    out.print(Text.assemble(("story  ", "bold"), neutral(_place(told, known, judging))))
    rings = [said for watch in watches if (said := _ringing(watch, story, judging))]
    for said in rings:
        out.print(Text.assemble(("would ring  ", "bold green"), neutral(said)))
    if not rings:
        said = f"none of the {len(watches)} watches" if watches else "nothing: there is no watch yet"
        out.print(Text.assemble(("would ring  ", "bold"), said))


def _ringing(watch: Watch, story: Story, judging: judge.Judge) -> str:
    """The watch and what would meet it; "" when it wouldn't ring."""
    try:
        query = compile_query(watch.query, companies=judging.companies, rates=judging.rates)
    except QueryError:
        return ""
    why = matching.meets(query, story, story.articles)
    if why is None:
        return ""
    paused = f", but it is {watch.paused}" if watch.paused else ""
    return f"{watch.channel} watch {watch.number} ({watch.query}): {', '.join(why)}{paused}"


def _place(told: Telling, known: list[Story], judging: judge.Judge) -> str:
    stories = Stories(companies=judging.companies)
    for story in known:
        for one in story.articles:
            stories.add(story.id, judging.telling(one, judging.read(one)))
    placement = stories.place(told)
    titles: dict[int | None, str] = {story.id: story.title for story in known}
    if placement.story in titles:
        return f"joins “{titles[placement.story]}” ({placement.why})"
    if placement.follows in titles:
        return f"a new one, which follows “{titles[placement.follows]}” ({placement.why})"
    return "a new one: no story of the last days is like it"
