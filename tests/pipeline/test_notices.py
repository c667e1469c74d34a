"""What the operators must know reaches their channel, when they have named one."""

import pytest

from bot.core.model import Channel
from bot.errors import ChatDown
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
