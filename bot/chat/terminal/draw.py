"""What the terminal shows: rich panels for people, plain lines for pipes."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.chat.limits import MOST_LINK, MOST_SPAN, clip
from bot.chat.text import lead, some, web
from bot.core.model import Entry, Line, Message, Reply

_STYLES = {"plain": "", "bold": "bold", "code": "cyan", "quiet": "dim", "link": "underline"}

# wider lines are hard to read, however wide the window
_WIDEST = 100


class Screen:
    """Draws lines, replies and messages on a stream, with colour and boxes or without."""

    def __init__(self, stream: TextIO | None = None, *, plain: bool, width: int | None = None) -> None:
        self._plain = plain
        # without a stream, rich asks for the current sys.stdout at each print, which a prompt replaces
        self._console = Console(
            file=stream, no_color=plain, highlight=False, soft_wrap=plain, width=width, emoji=False
        )

    def lines(self, lines: tuple[Line, ...]) -> None:
        """Print lines as they are."""
        for line in lines:
            self._console.print(_spans(line))

    def reply(self, reply: Reply) -> None:
        """Print the answer to a command."""
        if self._plain:
            self.lines(reply.lines)
        else:
            body = Text("\n").join(_spans(line) for line in reply.lines)
            self._console.print(self._panel(body, border="red" if reply.failed else "blue"))
        if reply.sample is not None:
            self.message(reply.sample)

    def message(self, message: Message) -> None:
        """Print an alert, a batch, or a notice."""
        parts: list[RenderableType] = [_spans(line) for line in message.notice]
        single = len(message.entries) == 1
        parts += [_whole(entry, message.headline) if single else _brief(entry) for entry in message.entries]
        if self._plain:
            self._console.print(Text(f"* {some(message.label or 'Alert')}"))
            for part in parts:
                self._console.print(part)
            return
        self._console.print(self._panel(Group(*parts), title=message.label or "Alert", border="yellow"))

    def _panel(self, body: RenderableType, *, border: str, title: str | None = None) -> Panel:
        return Panel(
            body,
            title=Text(some(title)) if title else None,
            title_align="left",
            border_style=border,
            padding=(0, 1),
            width=min(self._console.width, _WIDEST),
        )


def _spans(line: Line) -> Text:
    out = Text()
    for span in line:
        shown = clip(some(span.text), MOST_LINK if span.link else MOST_SPAN)
        _append(out, shown, Style.parse(_STYLES.get(span.style, "")), span.link)
    return out


def _append(out: Text, shown: str, style: Style, link: str) -> None:
    """Add words, linked where they have an address of the web that they don't belie."""
    address = web(link) if link else ""
    before, linked = lead(shown, address) if address else (shown, "")
    out.append(before, style)
    out.append(linked, style + Style(link=address or None))


def _whole(entry: Entry, headline: str) -> RenderableType:
    parts: list[RenderableType] = [Text(some(headline), style="bold")]
    title = some(entry.title)
    if title != some(headline):
        told = Text()
        _append(told, title, Style(underline=True), entry.link)
        parts.append(told)
    if entry.follows:
        parts.append(Text(some(entry.follows), style="italic"))
    if entry.summary:
        parts += [Text(""), Text(some(entry.summary))]
    if entry.rows:
        parts += [Text(""), _table(entry)]
    parts += [Text(""), Text(" · ".join(filter(None, (some(entry.outlets), entry.age))), style="dim")]
    if entry.link:
        parts.append(Text(some(entry.link), style="dim"))
    parts += [Text(f"why: {some(why)}", style="green") for why in entry.why]
    return Group(*parts)


def _table(entry: Entry) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()
    for label, value in entry.rows:
        table.add_row(Text(some(label)), Text(some(value)))
    return table


def _brief(entry: Entry) -> RenderableType:
    line = Text("• ")
    _append(line, some(entry.title), Style(bold=True), entry.link)
    tail = " · ".join(filter(None, (some(entry.outlets), entry.age)))
    line.append(f"  {tail}", "dim")
    if entry.follows:
        line.append(f"\n  {some(entry.follows)}", "italic")
    for why in entry.why:
        line.append(f"\n  why: {some(why)}", "green")
    return line
