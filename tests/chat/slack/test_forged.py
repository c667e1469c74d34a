"""What a crafted command can't do, through the real slack-bolt and the commands themselves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.commands import handle
from bot.core.model import Channel, Reply, Watch
from bot.ports import Request
from bot.store import open_store
from tests.chat.slack.server import Place, SlackServer
from tests.chat.slack.support import made_for, serving
from tests.commands.desk import Desk

MINE, OTHERS = Channel("slack", "C0DEALS000"), Channel("slack", "C0OTHER000")
ON_DISCORD = Channel("discord", "123456789012345678")


@asynccontextmanager
async def town(folder: Path) -> AsyncIterator[tuple[SlackServer, Desk]]:
    """Slack with a channel of ada's and one that she isn't in; one watch in each and one on Discord."""
    store = await open_store(f"sqlite:///{folder}/newsbell.db")
    desk = Desk(store)

    async def answer(request: Request) -> Reply:
        return await handle(desk.context, request)

    for channel in (MINE, OTHERS, OTHERS, ON_DISCORD):
        await store.add_watch(channel=channel, query="secret", made_by="bob", now=desk.clock.now())
    async with SlackServer() as slack:
        slack.channels[MINE.id] = Place(MINE.id, "deals")
        slack.channels[OTHERS.id] = Place(OTHERS.id, "others", members=["U0", "U7"])
        chat = made_for(slack, answer)  # type: ignore[arg-type]  # the real answers in place of the noted ones
        async with serving(chat, slack):
            yield slack, desk
        await chat.close()
    await store.close()


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[tuple[SlackServer, Desk]]:
    async with town(tmp_path) as made:
        yield made


async def kept(desk: Desk) -> list[Watch]:
    return await desk.store.watches()


CHANGES = ("watch new", "unwatch 1", "edit 1 new", "pause 1", "test")
ADDRESSES = (
    f"in:slack:{OTHERS.id}",
    f"in:#{OTHERS.id}",
    f"in:{OTHERS.id}",
    f"in:<#{OTHERS.id}|deals>",
    f"in:<#{OTHERS.id}|{MINE.id}>",
    f"in:slack:{OTHERS.id}&amp;amp;",
    f"in:slack:<\u200b#{OTHERS.id}|x>",
    f"in:slack:slack:{OTHERS.id}",
    f"in:slack:&lt;#{OTHERS.id}&gt;",
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("verb", CHANGES)
async def test_no_spelling_of_a_channel_reaches_one_that_the_person_is_not_in(
    here: tuple[SlackServer, Desk], verb: str, address: str
) -> None:
    slack, desk = here
    before = await kept(desk)
    answer = await slack.type(f"/newsbell {verb} {address}", channel=MINE.id)
    assert [watch for watch in await kept(desk) if watch.channel != MINE] == [
        watch for watch in before if watch.channel != MINE
    ]
    assert not desk.slack.stands[OTHERS]
    assert "secret" not in answer["text"]


@pytest.mark.parametrize("address", ADDRESSES)
async def test_no_spelling_of_a_channel_shows_its_watches_to_an_outsider(
    here: tuple[SlackServer, Desk], address: str
) -> None:
    slack, _ = here
    answer = await slack.type(f"/newsbell watches {address}", channel=MINE.id)
    assert "2 watches" not in answer["text"]
    assert "secret" not in answer["text"]


@pytest.mark.parametrize("verb", ["watches", *CHANGES])
@pytest.mark.parametrize("address", [f"in:{ON_DISCORD}", "in:terminal:here"])
async def test_another_platform_is_out_of_reach(
    here: tuple[SlackServer, Desk], verb: str, address: str
) -> None:
    slack, desk = here
    before = await kept(desk)
    answer = await slack.type(f"/newsbell {verb} {address}", channel=MINE.id)
    assert await kept(desk) == before
    assert "secret" not in answer["text"]


async def test_the_number_of_another_channels_watch_means_nothing_here(
    here: tuple[SlackServer, Desk],
) -> None:
    slack, desk = here
    before = await kept(desk)
    answer = await slack.type("/newsbell unwatch 2", channel=MINE.id)
    assert "There is no watch 2 here" in answer["text"]
    assert await kept(desk) == before


@pytest.mark.parametrize("verb", ["watches", *CHANGES])
async def test_people_of_another_workspace_are_refused(here: tuple[SlackServer, Desk], verb: str) -> None:
    slack, desk = here
    before = await kept(desk)
    answer = await slack.type(f"/newsbell {verb}", channel=MINE.id, team_id="T9")
    assert "belongs to another workspace" in answer["text"]
    assert await kept(desk) == before


async def test_another_workspace_cannot_name_our_organisation_where_there_is_none(
    here: tuple[SlackServer, Desk],
) -> None:
    slack, _ = here
    answer = await slack.type("/newsbell watches", channel=MINE.id, team_id="T9", enterprise_id="E1")
    assert "belongs to another workspace" in answer["text"]


SHARED = ("unfollow Wire", "alias Whale Lab =", "alias 深度求索 = OpenAI")


async def share(desk: Desk) -> None:
    await desk.follows("Wire", where=OTHERS)
    await desk.type("alias Whale Lab = DeepSeek", OTHERS)


@pytest.mark.parametrize("verb", SHARED)
@pytest.mark.parametrize("address", ["", ADDRESSES[0], ADDRESSES[4]])
async def test_what_all_channels_share_is_not_changed_from_one_that_it_does_not_belong_to(
    here: tuple[SlackServer, Desk], verb: str, address: str
) -> None:
    slack, desk = here
    await share(desk)
    await slack.type(f"/newsbell {verb} {address}", channel=MINE.id, user_name="boss")
    assert len(await desk.store.sources()) == 1
    assert await desk.store.aliases() == {"Whale Lab": "DeepSeek"}


@pytest.mark.parametrize("verb", SHARED)
async def test_an_admin_of_the_workspace_changes_what_all_channels_share(
    here: tuple[SlackServer, Desk], verb: str
) -> None:
    slack, desk = here
    await share(desk)
    slack.admins.add("U1")
    before = (await desk.store.sources(), await desk.store.aliases())
    await slack.type(f"/newsbell {verb}", channel=MINE.id)
    assert (await desk.store.sources(), await desk.store.aliases()) != before


async def test_where_slack_does_not_say_who_is_an_admin_nobody_is(here: tuple[SlackServer, Desk]) -> None:
    slack, desk = here
    await share(desk)
    slack.admins.add("U1")
    slack.scopes = slack.scopes.replace("users:read,", "")
    answer = await slack.type("/newsbell unfollow Wire", channel=MINE.id)
    assert "to be an admin of the workspace, and Slack doesn't say whether you are one" in answer["text"]
    assert "users:read" in answer["text"]
    assert len(await desk.store.sources()) == 1


@pytest.mark.parametrize("channel", ["terminal:here", "here", "", "D0DIRECT00", "slack:C0OTHER000"])
async def test_an_odd_channel_in_the_payload_gives_nobody_more_rights(
    here: tuple[SlackServer, Desk], channel: str
) -> None:
    slack, desk = here
    before = await kept(desk)
    for verb in (f"unwatch 1 in:{OTHERS}", f"unwatch 1 in:{ON_DISCORD}", f"watches in:{OTHERS}"):
        answer: dict[str, Any] = await slack.type(f"/newsbell {verb}", channel=channel)
        assert "secret" not in answer["text"]
    assert await kept(desk) == before
