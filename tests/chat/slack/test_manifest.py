"""slack-manifest.yaml says what the code needs, and docs/slack.md explains all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.chat.slack.errors import BOT_NAME
from bot.chat.slack.examination import HISTORY_SCOPES, RANK_SCOPES, SCOPES

ROOT = Path(__file__).parents[3]


def read(text: str) -> Any:
    """The YAML of the manifest: mappings, lists, plain and quoted scalars, comments on their own line."""
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    # "- a: b" is an item that is a mapping: its dash gets a line of its own
    split: list[tuple[int, str]] = []
    for line in lines:
        indent, content = len(line) - len(line.lstrip()), line.strip()
        if content.startswith("- ") and ": " in content:
            split += [(indent, "-"), (indent + 2, content[2:])]
        else:
            split.append((indent, content))
    value, rest = _block(split)
    assert not rest
    return value


def _block(lines: list[tuple[int, str]]) -> tuple[Any, list[tuple[int, str]]]:
    indent = lines[0][0]
    mapping: dict[str, Any] = {}
    items: list[Any] = []
    while lines and lines[0][0] == indent:
        content, lines = lines[0][1], lines[1:]
        if content == "-":
            item, lines = _block(lines)
            items.append(item)
        elif content.startswith("- "):
            items.append(_scalar(content[2:]))
        elif content.endswith(":"):
            mapping[content[:-1]], lines = _block(lines)
        else:
            key, _, value = content.partition(": ")
            mapping[key] = _scalar(value)
    assert bool(mapping) != bool(items)
    return mapping or items, lines


def _scalar(text: str) -> str | bool:
    if text in ("true", "false"):
        return text == "true"
    return text[1:-1] if text.startswith('"') else text


MANIFEST = read((ROOT / "slack-manifest.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")


def test_it_asks_for_exactly_the_permissions_that_the_code_uses() -> None:
    assert MANIFEST["oauth_config"] == {"scopes": {"bot": [*SCOPES, *RANK_SCOPES, *HISTORY_SCOPES]}}


def test_commands_come_over_socket_mode_with_tokens_that_stay() -> None:
    assert MANIFEST["settings"] == {
        "org_deploy_enabled": False,
        "socket_mode_enabled": True,
        "token_rotation_enabled": False,
    }


def test_the_command_hands_on_channels_by_their_id() -> None:
    (command,) = MANIFEST["features"]["slash_commands"]
    assert command["command"] == "/newsbell"
    assert command["should_escape"] is True
    assert command["usage_hint"].startswith("watch valuation >= 10B")


def test_the_bot_has_the_name_by_which_it_is_invited() -> None:
    assert MANIFEST["features"]["bot_user"]["display_name"] == BOT_NAME
    assert f"/invite @{BOT_NAME}" in GUIDE


def test_the_texts_are_within_slacks_limits() -> None:
    # https://docs.slack.dev/reference/app-manifest
    shown = MANIFEST["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140


def test_the_guide_explains_every_permission_and_both_tokens() -> None:
    for named in (
        *SCOPES,
        *RANK_SCOPES,
        *HISTORY_SCOPES,
        "connections:write",
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
    ):
        assert f"`{named}`" in GUIDE or f"{named}=" in GUIDE


def test_the_guide_names_the_setting_that_does_without_history() -> None:
    assert "NEWSBELL_SLACK_HISTORY=off" in GUIDE
