import pytest

from bot.commands import COMMANDS, Command, parse
from bot.commands.table import ALL, SAME
from tests.commands.desk import ANN, HERE
from tests.commands.reference import BEGIN, END, FILE, section
from tests.core.query.asking import ask

COMMAND_LIST = list(ALL.values())


def test_discord_gets_exactly_these_options() -> None:
    offered = {name: [each.name for each in command.parameters] for name, command in COMMANDS.items()}
    assert offered == {
        "watch": ["query", "channel"],
        "watches": ["page", "channel"],
        "unwatch": ["number"],
        "edit": ["number", "query"],
        "pause": ["number"],
        "resume": ["number"],
        "try": ["query"],
        "latest": ["query"],
        "why": ["link"],
        "sources": ["page"],
        "follow": ["address"],
        "unfollow": ["name"],
        "status": [],
        "help": ["command"],
        "test": [],
    }


def test_what_only_lines_offer_is_no_option() -> None:
    assert {name for name, command in ALL.items() if command.typed_only} == set(ALL) - set(COMMANDS)


def test_numbers_and_channels_are_options_of_their_kind() -> None:
    kinds = {"number": "number", "page": "number", "channel": "channel"}
    for command in COMMAND_LIST:
        for parameter in command.parameters:
            assert parameter.kind == kinds.get(parameter.name, "text")


def test_what_changes_something_is_marked() -> None:
    assert {command.name for command in COMMAND_LIST if command.changes} == {
        "watch",
        "unwatch",
        "edit",
        "pause",
        "resume",
        "follow",
        "unfollow",
        "subscribe",
        "alias",
        "test",
    }


@pytest.mark.parametrize("command", COMMAND_LIST, ids=lambda command: command.name)
def test_descriptions_keep_to_discords_limits(command: Command) -> None:
    assert 1 <= len(command.summary) <= 100
    assert command.name.islower()
    required = [parameter.required for parameter in command.parameters]
    assert required == sorted(required, reverse=True)
    for parameter in command.parameters:
        assert 1 <= len(parameter.description) <= 100


@pytest.mark.parametrize("command", COMMAND_LIST, ids=lambda command: command.name)
def test_every_example_can_be_typed(command: Command) -> None:
    assert command.examples
    for example in command.examples:
        request = parse(example, channel=HERE, person=ANN)
        assert request.verb == command.name
        if query := request.arguments.get("query"):
            assert ask(query).words()


def test_other_words_name_commands() -> None:
    assert set(SAME.values()) <= set(ALL)
    assert not set(SAME) & set(ALL)


def test_every_command_is_documented_as_the_table_has_it() -> None:
    text = FILE.read_text("utf-8")
    assert BEGIN in text, "docs/commands.md lacks the chat commands: python -m tests.commands.reference"
    written = text.partition(BEGIN)[2].partition(END)[0].strip()
    assert written == section().strip(), "docs/commands.md is old: python -m tests.commands.reference"
