"""Discord bans an address that it turns away too often; long before, nothing more is sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs

from bot.chat.discord import DiscordChat, budget
from bot.chat.discord.budget import Budget
from bot.errors import ChannelGone, ChatDown, TokenRejected, TryLater
from tests.chat.discord import faults
from tests.chat.discord.examples import ALERT
from tests.chat.discord.server import DiscordServer
from tests.chat.discord.support import DEALS, KEY, NEWS, Answering, eventually, lately, made_for, serving
from tests.fakes.clock import FakeClock


class Counting:
    """A budget of four, its clock, and the rests that it asked for."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.rests: list[float] = []
        self.budget = Budget(self.clock, self.rests.append, most=4)

    def turned_away(self, times: int, status: int = 403) -> None:
        for _ in range(times):
            self.budget.note(status, {})


@pytest.mark.parametrize("status", [401, 403, 404, 429])
def test_what_is_turned_away_too_often_rests_until_the_window_has_room(status: int) -> None:
    counting = Counting()
    counting.turned_away(3, status)
    assert counting.budget.rest() == 0
    counting.turned_away(1, status)
    counting.clock.advance(599)
    assert (counting.rests, counting.budget.rest()) == ([600], 1)
    counting.clock.advance(1)
    assert counting.budget.rest() == 0


def test_the_rest_ends_when_half_of_them_are_over_and_the_next_four_begin_another() -> None:
    counting = Counting()
    for _ in range(4):
        counting.turned_away(1)
        counting.clock.advance(100)
    assert counting.rests == [500]
    counting.clock.advance(400)
    assert counting.budget.rest() == 0
    counting.turned_away(2)
    assert len(counting.rests) == 1
    counting.turned_away(1)
    assert len(counting.rests) == 2


def test_answers_of_more_than_ten_minutes_ago_count_no_more() -> None:
    counting = Counting()
    counting.turned_away(3)
    counting.clock.advance(600)
    counting.turned_away(3)
    assert counting.rests == []


def test_good_answers_and_limits_shared_with_others_do_not_count() -> None:
    counting = Counting()
    counting.turned_away(9, 200)
    counting.turned_away(9, 500)
    for _ in range(9):
        counting.budget.note(429, {"X-RateLimit-Scope": "shared"})
    assert counting.rests == []


def test_a_clock_that_is_set_back_prolongs_no_rest() -> None:
    counting = Counting()
    counting.turned_away(4)
    counting.clock.advance(-3_600)
    assert counting.budget.rest() == 0
    counting.turned_away(3)
    assert len(counting.rests) == 1


class Wary:
    """A connected chat with a clock to be moved, and what the operators were told."""

    def __init__(self, discord: DiscordServer) -> None:
        self.clock = FakeClock()
        self.told: list[str] = []
        self.chat = made_for(discord, Answering(), clock=self.clock, notify=self.hear)

    async def hear(self, words: str) -> None:
        self.told.append(words)


@pytest.fixture
async def wary(discord: DiscordServer) -> AsyncIterator[Wary]:
    made = Wary(discord)
    async with serving(made.chat):
        yield made
        await made.chat.close()


async def test_posting_and_looking_rest_before_discord_bans_us_and_go_on_afterwards(
    discord: DiscordServer, wary: Wary
) -> None:
    refused = [faults.refused(403, 50001)] * budget.MOST
    discord.fail("POST messages", *refused)
    with capture_logs() as logs:
        for start in range(0, budget.MOST, 100):
            posts = [wary.chat.post(NEWS, ALERT, f"{KEY[:-4]}{start + n}") for n in range(100)]
            ended = await asyncio.gather(*posts, return_exceptions=True)
            assert {type(error) for error in ended} == {ChannelGone}
    for ask in (wary.chat.post(DEALS, ALERT, KEY), wary.chat.find(DEALS, KEY, lately())):
        with pytest.raises(TryLater, match="600") as caught:
            await ask
        assert caught.value.everywhere
    assert (discord.calls["POST messages"], discord.calls["GET messages"]) == (budget.MOST, 0)
    assert [line["event"] for line in logs if line["event"] == "discord.resting"] == ["discord.resting"]
    await eventually(lambda: wary.told)
    assert len(wary.told) == 1
    wary.clock.advance(600)
    await wary.chat.post(DEALS, ALERT, KEY)
    assert len(discord.messages("123")) == 1


@pytest.mark.parametrize("looking", [False, True])
async def test_a_token_that_is_rejected_once_is_used_no_more(
    discord: DiscordServer, answering: Answering, *, looking: bool
) -> None:
    chat = made_for(discord, answering)

    async def ask() -> object:
        return await (chat.find(DEALS, KEY, lately()) if looking else chat.post(DEALS, ALERT, KEY))

    async with serving(chat) as task:
        discord.fail("GET messages" if looking else "POST messages", faults.refused(401, 0))
        with pytest.raises(TokenRejected, match="DISCORD_TOKEN"):
            await ask()
        assert not chat.connected
        with pytest.raises(ChatDown):
            await chat.post(NEWS, ALERT, KEY)
        assert discord.calls["POST messages"] == (0 if looking else 1)
        assert not discord.messages("123")
        with pytest.raises(TokenRejected, match="DISCORD_TOKEN"):
            await asyncio.wait_for(asyncio.shield(task), 10)


async def test_after_a_rest_a_token_that_works_again_serves_again(
    discord: DiscordServer, chat: DiscordChat
) -> None:
    discord.fail("POST messages", faults.refused(401, 0))
    with pytest.raises(TokenRejected):
        await chat.post(DEALS, ALERT, KEY)
    async with serving(chat):
        await chat.post(DEALS, ALERT, KEY)
        assert len(discord.messages("123")) == 1
