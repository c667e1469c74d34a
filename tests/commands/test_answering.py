import pytest

from bot.commands import COMMANDS, handle
from bot.core.model import Channel
from bot.core.spans import read
from bot.errors import ChatDown
from bot.ports import Request
from tests.commands.desk import ANN, ELSEWHERE, GUEST, HERE, Desk
from tests.fakes.chat import RecordingChat

ASKED = {
    "watch": {"query": "ai"},
    "unwatch": {"number": "1"},
    "edit": {"number": "1", "query": "robots"},
    "pause": {"number": "1"},
    "resume": {"number": "1"},
    "follow": {"address": "https://lab.example/"},
    "unfollow": {"name": "Wire"},
    "test": {},
}


def request(verb: str, **arguments: str) -> Request:
    return Request(verb=verb, arguments=arguments, channel=HERE, person=GUEST)


@pytest.mark.parametrize("verb", [command.name for command in COMMANDS.values() if command.changes])
async def test_nothing_is_changed_by_who_may_not(desk: Desk, verb: str) -> None:
    await desk.follows("Wire")
    desk.finds("https://lab.example/", "Lab")
    await desk.type("watch ai")
    before = (await desk.store.watches(), await desk.store.sources())
    reply = await handle(desk.context, request(verb, **ASKED[verb]))
    assert reply.failed
    assert "Manage Channels in #deals" in read(reply.lines)
    assert (await desk.store.watches(), await desk.store.sources()) == before
    assert not desk.slack.stands


@pytest.mark.parametrize("verb", [command.name for command in COMMANDS.values() if not command.changes])
async def test_everyone_may_ask(desk: Desk, verb: str) -> None:
    reply = await handle(desk.context, request(verb, query="ai", link="https://wire.example/none"))
    assert "Manage Channels" not in read(reply.lines)


async def test_options_of_a_platform_are_normalised_too(desk: Desk) -> None:
    await handle(
        desk.context,
        Request(verb="watch", arguments={"query": "valuation ≥ １０Ｂ"}, channel=HERE, person=ANN),
    )
    assert [watch.query for watch in await desk.store.watches(HERE)] == ["valuation >= 10B"]


@pytest.mark.parametrize("verb", ["watch", "watches"])
@pytest.mark.parametrize("vouched", [None, HERE, Channel("slack", "C0THIRD000")])
async def test_rights_count_for_the_channel_that_they_were_found_out_for(
    desk: Desk, verb: str, vouched: Channel | None
) -> None:
    arguments = {"query": "ai", "channel": str(ELSEWHERE)}
    asked = Request(verb=verb, arguments=arguments, channel=HERE, person=ANN, vouched=vouched)
    reply = await handle(desk.context, asked)
    assert reply.failed
    assert "was not found out" in read(reply.lines)
    assert not await desk.store.watches()


@pytest.mark.parametrize("verb", ["watch", "watches"])
async def test_rights_in_another_channel_give_none_here(desk: Desk, verb: str) -> None:
    asked = Request(verb=verb, arguments={"query": "ai"}, channel=HERE, person=ANN, vouched=ELSEWHERE)
    assert (await handle(desk.context, asked)).failed


async def test_an_unknown_verb_is_answered(desk: Desk) -> None:
    reply = await handle(desk.context, request("wach"))
    assert reply.failed
    assert "/newsbell watch" in read(reply.lines)


@pytest.mark.parametrize(
    ("channel", "says"),
    [
        ("#deals", "pick the channel from Slack's list"),
        ("slack:deals", "pick the channel from Slack's list"),
        ("matrix:room", "Newsbell has no matrix here"),
        ("discord:123456789012345678", "only channels of slack"),
        ("slack:", "is no channel"),
    ],
)
async def test_a_channel_that_cannot_be_meant_is_refused(desk: Desk, channel: str, says: str) -> None:
    asked = Request(verb="watches", arguments={"channel": channel}, channel=HERE, person=ANN)
    reply = await handle(desk.context, asked)
    assert reply.failed
    assert says in read(reply.lines)


async def test_the_terminal_reaches_every_platform(desk: Desk) -> None:
    said = await desk.type("watches in:discord:123456789012345678", Channel("terminal", "here"))
    assert "no watches in discord:123456789012345678" in said


class Down(RecordingChat):
    async def check(self, channel: Channel) -> str:
        raise ChatDown("the socket is closed")


async def test_a_platform_that_is_down_is_named(desk: Desk) -> None:
    desk.slack = Down()
    assert "the socket is closed" in await desk.fails("watch ai")
