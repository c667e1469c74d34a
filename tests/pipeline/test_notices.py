"""What the operators must know reaches their channel, when they have named one."""

import pytest

from bot.core.model import Channel
from bot.errors import ChatDown, TryLater
from bot.pipeline import Notices
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import FakeClock

ADMIN = Channel("slack", "CADMIN")


async def test_a_notice_stands_in_the_admin_channel() -> None:
    chat = RecordingChat()
    await Notices(ADMIN, {"slack": chat}, FakeClock())("slack:C1: The channel is archived.")
    ((_, message),) = chat.stands[ADMIN]
    assert message.headline == "slack:C1: The channel is archived."
    assert message.notice


async def test_without_an_admin_channel_the_log_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    await Notices(None, {}, FakeClock())("slack:C1: The channel is archived.")
    assert "The channel is archived." in capsys.readouterr().out


async def test_an_admin_channel_that_fails_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    chat = RecordingChat()
    chat.faults = [ChatDown("no connection")]
    await Notices(ADMIN, {"slack": chat}, FakeClock())("words")
    assert "no connection" in capsys.readouterr().out


async def test_an_admin_channel_on_a_platform_that_is_not_set_up_is_no_error() -> None:
    await Notices(Channel("discord", "1"), {"slack": RecordingChat()}, FakeClock())("words")


async def test_a_notice_waits_for_its_platform_and_is_posted_once() -> None:
    chat, clock = RecordingChat(), FakeClock()
    chat.connected = False
    notices = Notices(ADMIN, {"slack": chat}, clock)
    await notices("first")
    await notices("second")
    chat.connected = True
    chat.faults = [ChatDown("no connection"), TryLater(5)]
    for _ in range(40):
        await notices.tick()
        clock.advance(seconds=1)
    assert chat.said(ADMIN) == ["first", "second"]
    assert len({key for key, _ in chat.stands[ADMIN]}) == 2


async def test_what_a_dead_platform_can_not_take_is_bounded() -> None:
    chat = RecordingChat()
    chat.connected = False
    notices = Notices(ADMIN, {"slack": chat}, FakeClock())
    for number in range(100):
        await notices(f"notice {number}")
    chat.connected = True
    await notices.tick()
    assert chat.said(ADMIN) == [f"notice {number}" for number in range(80, 100)]
