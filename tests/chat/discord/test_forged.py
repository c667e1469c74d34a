"""What a crafted interaction can't do, through the real discord.py and the commands themselves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.chat.discord import endpoint
from bot.commands import handle, suggest
from bot.core.model import Channel, Reply, Watch
from bot.ports import Request
from bot.store import open_store
from tests.chat.discord import guild
from tests.chat.discord.guild import EVERYTHING, MEMBER, Place
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import eventually, made_for, serving
from tests.commands.desk import Desk

MINE, SISTER, FOREIGN = "123", "124", "900"
OTHER_GUILD = "201"
NOTHING = "0"
_CHANNEL_OPTION, _TEXT_OPTION = 7, 3


@dataclass
class Town:
    """Our server with #deals and #news, and another server with a channel; two watches in each channel."""

    discord: DiscordServer
    desk: Desk

    async def kept(self) -> list[Watch]:
        return await self.desk.store.watches()

    async def send(
        self, data: dict[str, Any], kind: int = 2, *, manage_channels: bool = True, **forged: Any
    ) -> str:
        """Send a crafted interaction; what it was answered with, in words."""
        number = await self.discord.send(
            data, kind, channel=MINE, manage_channels=manage_channels, forged=forged
        )
        answer = await self.discord.answer(number)
        return str(answer["embeds"][0]["description"])

    def command(
        self, verb: str, value: str, *, permissions: str = EVERYTHING, kind: int = _CHANNEL_OPTION
    ) -> dict[str, Any]:
        """A command whose channel option holds whatever was put there."""
        query = [{"name": "query", "type": 3, "value": "new"}] if verb == "watch" else []
        place = self.discord.channels.get(value) or Place(value, "theirs")
        resolved = {value: {**place.info(), "permissions": permissions}} if kind == _CHANNEL_OPTION else {}
        options = [*query, {"name": "channel", "type": kind, "value": value}]
        return {
            "id": "500",
            "name": "newsbell",
            "type": 1,
            "options": [{"name": verb, "type": 1, "options": options}],
            "resolved": {"channels": resolved},
        }


@asynccontextmanager
async def settled(folder: Path) -> AsyncIterator[Town]:
    store = await open_store(f"sqlite:///{folder}/newsbell.db")
    desk = Desk(store)

    async def answer(request: Request) -> Reply:
        return await handle(desk.context, request)

    class Suggesting:
        async def __call__(self, *asked: Any) -> list[tuple[str, str]]:
            return await suggest(desk.context, *asked)

    for ident in (SISTER, SISTER, FOREIGN, FOREIGN):
        channel = Channel("discord", ident)
        await store.add_watch(channel=channel, query="secret", made_by="bob", now=desk.clock.now())
    async with DiscordServer() as discord:
        chat = made_for(discord, answer, Suggesting())  # type: ignore[arg-type]  # the real ones, not the noted
        async with serving(chat):
            await discord.ready()
            foreign = guild.server([Place(FOREIGN, "theirs")])
            foreign["roles"][0]["id"] = foreign["id"] = OTHER_GUILD
            await discord.dispatch("GUILD_CREATE", foreign)
            client = chat._open()
            await eventually(lambda: client.get_channel(int(FOREIGN)))
            yield Town(discord, desk)
        await chat.close()
    await store.close()
    endpoint.aim("")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with settled(tmp_path) as made:
        yield made


@pytest.mark.parametrize("verb", ["watch", "watches"])
async def test_a_channel_of_another_server_cannot_be_named(town: Town, verb: str) -> None:
    before = await town.kept()
    said = await town.send(town.command(verb, FOREIGN))
    assert "isn't one of this server" in said
    assert await town.kept() == before


@pytest.mark.parametrize("value", [SISTER, FOREIGN, f"discord:{SISTER}", f"<#{SISTER}>", "slack:C0OTHER000"])
@pytest.mark.parametrize("verb", ["watch", "watches"])
async def test_a_channel_in_words_carries_no_rights(town: Town, verb: str, value: str) -> None:
    before = await town.kept()
    said = await town.send(town.command(verb, value, kind=_TEXT_OPTION))
    assert "Pick the channel from Discord's list" in said
    assert await town.kept() == before


async def test_a_channel_that_the_person_cannot_see_is_not_shown(town: Town) -> None:
    said = await town.send(town.command("watches", SISTER, permissions=NOTHING))
    assert "You may not look there" in said
    assert "secret" not in said
    assert "#news" not in said


@pytest.mark.parametrize("permissions", [NOTHING, MEMBER, str(1 << 4)])
async def test_a_channel_that_the_person_does_not_manage_is_not_changed(town: Town, permissions: str) -> None:
    before = await town.kept()
    said = await town.send(town.command("watch", SISTER, permissions=permissions))
    assert "You may not" in said
    assert await town.kept() == before


async def test_who_sees_the_channel_may_look(town: Town) -> None:
    said = await town.send(town.command("watches", SISTER, permissions=MEMBER), manage_channels=False)
    assert "2 watches in discord" in said


@pytest.mark.parametrize("ident", [f"newsbell:{FOREIGN}", f"newsbell:discord:{SISTER}", "newsbell:unwatch 1"])
async def test_the_button_lists_the_channel_in_which_it_is_pressed_whatever_its_id_says(
    town: Town, ident: str
) -> None:
    before = await town.kept()
    number = await town.discord.send(
        {"custom_id": ident, "component_type": 2},
        3,
        channel=MINE,
        message=guild.message("1", Place(MINE, "deals"), {}),
    )
    answer = await town.discord.answer(number)
    assert "no watches here" in answer["embeds"][0]["description"]
    assert await town.kept() == before


@pytest.mark.parametrize("verb", ["watch", "watches"])
async def test_a_direct_message_is_no_place_for_commands(town: Town, verb: str) -> None:
    before = await town.kept()
    command = town.command(verb, SISTER)
    private = {"id": "777", "type": 1, "recipients": [guild.ADA], "permissions": EVERYTHING}
    crafted: dict[str, Any] = {"guild_id": None, "member": None, "user": guild.ADA, "context": 1}
    said = await town.send(command, **crafted, channel=private, channel_id="777")
    assert "not in direct messages" in said
    assert await town.kept() == before


async def test_an_interaction_of_one_server_in_a_channel_of_another_is_refused(town: Town) -> None:
    before = await town.kept()
    data = town.command("watches", SISTER)
    data["options"][0]["options"] = []
    theirs = {**Place(FOREIGN, "theirs").info(), "permissions": EVERYTHING}
    said = await town.send(data, channel_id=FOREIGN, channel=theirs)
    assert "isn't one of this server" in said
    assert await town.kept() == before


UNFOLLOW = {
    "id": "500",
    "name": "newsbell",
    "type": 1,
    "options": [{"name": "unfollow", "type": 1, "options": [{"name": "name", "type": 3, "value": "Wire"}]}],
}


async def wire(town: Town, followed_in: str) -> None:
    await town.desk.follows("Wire", where=Channel("discord", followed_in))


async def test_who_manages_one_channel_unfollows_what_that_channel_followed_alone(town: Town) -> None:
    await wire(town, SISTER)
    manager = guild.member(guild.ADA, str(discord.Permissions(view_channel=True, manage_channels=True).value))
    said = await town.send(UNFOLLOW, member=manager)
    assert "up to the people of the channel that followed it" in said
    assert await town.desk.store.sources()
    for source in await town.desk.store.sources():
        await town.desk.store.remove_source(source.id)
    await wire(town, MINE)
    assert "followed no more" in await town.send(UNFOLLOW, member=manager)


async def test_a_forged_channel_option_makes_nobody_one_of_its_people(town: Town) -> None:
    await wire(town, SISTER)
    manager = guild.member(guild.ADA, str(discord.Permissions(view_channel=True, manage_channels=True).value))
    data = town.command("unfollow", SISTER)
    data["options"][0]["options"] += UNFOLLOW["options"][0]["options"]  # type: ignore[index]  # as it's written above
    await town.discord.send(data, 2, channel=MINE, forged={"member": manager})
    await town.send(town.command("watches", MINE))
    assert len(await town.desk.store.sources()) == 1


async def test_manage_server_counts_for_all_while_the_bot_is_on_no_other_server(town: Town) -> None:
    await wire(town, SISTER)
    said = await town.send(UNFOLLOW)
    assert "you need its terminal" in said
    assert len(await town.desk.store.sources()) == 1
    await town.discord.dispatch("GUILD_DELETE", {"id": OTHER_GUILD})
    await eventually(lambda: len(town.discord.acks) > 0)
    assert "followed no more" in await town.send(UNFOLLOW)


async def test_nothing_is_completed_for_a_channel_of_another_server(town: Town) -> None:
    option = {"name": "number", "type": 4, "value": "", "focused": True}
    data = {
        "id": "500",
        "name": "newsbell",
        "type": 1,
        "options": [{"name": "unwatch", "type": 1, "options": [option]}],
    }
    theirs = {**Place(FOREIGN, "theirs").info(), "permissions": EVERYTHING}
    number = await town.discord.send(data, 4, channel=MINE, forged={"channel_id": FOREIGN, "channel": theirs})
    await eventually(lambda: number in town.discord.acks)
    assert town.discord.acks[number]["data"]["choices"] == []
