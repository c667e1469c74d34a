"""The section on chat commands of docs/commands.md, as the command table has it.

`python -m tests.commands.reference` writes it into the file.
"""

from pathlib import Path

from bot.commands.command import Command
from bot.commands.table import ALL, COMMANDS, SAME

DOCS = Path(__file__).parents[2] / "docs"
FILE = DOCS / "commands.md"
BEGIN = "<!-- chat commands: written from the command table -->"
END = "<!-- end of chat commands -->"


_ABOUT = (
    "The same on Slack, Discord and the terminal. On Slack and in the terminal everything behind the verb is "
    "taken as it is typed, and a last word `in:#channel` names another channel. On Discord each part is an "
    "option. Answers are for the person who typed alone."
)


def section() -> str:
    """The section in Markdown."""
    parts = ["## Chat commands", "", _ABOUT, ""]
    for command in ALL.values():
        parts += _command(command)
    return "\n".join(parts)


def _command(command: Command) -> list[str]:
    same = [word for word, name in SAME.items() if name == command.name]
    notes = []
    if command.changes:
        notes.append("Changes something: on Discord it needs Manage Channels.")
    if command.name not in COMMANDS:
        notes.append("Typed on Slack and in the terminal only.")
    if same:
        notes.append(f"Also typed as `{same[0]}`.")
    return [
        f"### `/newsbell {command.usage}`",
        "",
        " ".join([f"{command.summary}.", *_about(command), *notes]),
        "",
        *(f"- `/newsbell {example}`" for example in command.examples),
        "",
    ]


def _about(command: Command) -> list[str]:
    if command.name == "watch":
        # its help is the language in short, which a page of its own tells whole
        return ["[Watching](watching.md) describes the language of queries."]
    return command.help.splitlines()


def write() -> None:
    """Put the section into the file, between its marks, or at its end."""
    before = FILE.read_text("utf-8") if FILE.exists() else "# Commands\n\n"
    head, _, rest = before.partition(BEGIN)
    _, _, tail = rest.partition(END)
    FILE.write_text(f"{head}{BEGIN}\n\n{section()}\n{END}{tail or chr(10)}", "utf-8")


if __name__ == "__main__":
    write()
