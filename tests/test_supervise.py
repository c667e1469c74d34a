"""A chat that is lost is connected again, whatever ended it, and its trouble stays its own."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot import supervise
from bot.errors import ChatDown, TokenRejected
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import FakeClock


class Flaky(RecordingChat):
    """Fails to connect as told, then stays connected."""

    def __init__(self, *ends: Exception | None) -> None:
        super().__init__()
        self.ends = list(ends)
        self.tries = 0

    async def serve(self) -> None:
        self.tries += 1
        if self.ends:
            end = self.ends.pop(0)
            if end is not None:
                raise end
            return
        await asyncio.Event().wait()


async def unheard(words: str) -> None:
    pass


async def keep(
    chat: Flaky,
    notify: Callable[[str], Awaitable[None]] = unheard,
    *,
    leaving: bool = False,
) -> None:
    ends = asyncio.Event()
    if leaving:
        ends.set()
    await supervise.keep(chat, FakeClock(), notify=notify, leaving=ends, first_rest=0.001)


async def kept(
    chat: Flaky, until: Callable[[], bool], notify: Callable[[str], Awaitable[None]] = unheard
) -> None:
    task = asyncio.create_task(keep(chat, notify))
    async with asyncio.timeout(10):
        while not until():  # noqa: ASYNC110 - the fake counts its tries, and tells nobody
            await asyncio.sleep(0.001)
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_platform_that_cannot_be_reached_at_start_is_tried_again() -> None:
    chat = Flaky(ChatDown("no network"), OSError("refused"), ValueError("a library's own bug"))
    await kept(chat, lambda: chat.tries == 4)


async def test_a_connection_that_ends_by_itself_is_made_again() -> None:
    chat = Flaky(None, None)
    await kept(chat, lambda: chat.tries == 3)


@pytest.mark.parametrize("end", [None, ChatDown("Newsbell is leaving Discord")])
async def test_a_connection_that_ends_because_we_leave_is_no_trouble(
    end: Exception | None, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = Flaky(end)
    await keep(chat, leaving=True)
    assert (chat.tries, capsys.readouterr().out) == (1, "")


async def test_the_cause_of_a_lost_connection_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    chat = Flaky(ChatDown("Slack rejects the token"))
    await kept(chat, lambda: chat.tries == 2)
    assert "Slack rejects the token" in capsys.readouterr().out


async def test_a_rejected_token_is_told_and_waits_for_the_longest_rest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[str] = []

    async def hear(words: str) -> None:
        told.append(words)

    chat = Flaky(TokenRejected("Discord rejects the token"))
    await kept(chat, lambda: bool(told), hear)
    assert (told, chat.tries) == (["Discord rejects the token"], 1)
    assert "again_in='300 s'" in capsys.readouterr().out


async def test_one_chat_that_fails_leaves_another_alone() -> None:
    broken, well = Flaky(*[ChatDown("down")] * 50), Flaky()
    tasks = [asyncio.create_task(keep(chat)) for chat in (broken, well)]
    await asyncio.sleep(0.05)
    assert well.tries == 1
    assert broken.tries > 1
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
