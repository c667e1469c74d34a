"""The small web server: what it answers, whom it refuses, and that a taken port stops nothing."""

import asyncio
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.core.health import Check, Survey
from bot.errors import StoreDown
from bot.lookout import Lookout, Meters
from tests.lookout.test_meters import SURVEY

WELL = Check(name="loop", well=True, said="It moves.")
ILL = Check(name="database", well=False, said="The database can't be written: it is locked.")


class Bot:
    """What a lookout looks at."""

    def __init__(self) -> None:
        self.alive: list[Check] = [WELL]
        self.ready: list[Check] = [WELL]
        self.down = False
        self.counted = 0

    async def is_alive(self) -> list[Check]:
        return self.alive

    async def is_ready(self) -> list[Check]:
        return self.ready

    async def survey(self) -> Survey:
        self.counted += 1
        if self.down:
            raise StoreDown("gone")
        return SURVEY


def lookout(bot: Bot, port: int = 0, *, host: str = "127.0.0.1", named: bool = True) -> Lookout:
    return Lookout(
        host=host,
        port=port,
        named=named,
        mark="0123abcd",
        meters=Meters(),
        alive=bot.is_alive,
        ready=bot.is_ready,
        survey=bot.survey,
    )


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def address(bot: Bot) -> AsyncIterator[str]:
    post = lookout(bot)
    with capture_logs() as lines:
        await post.listen()
    yield f"http://127.0.0.1:{lines[0]['port']}"
    await post.close()


async def get(address: str, path: str, **headers: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(address + path, headers=headers) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Server"] == "newsbell"
        return answer.status, await answer.text()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_all_well_is_200_and_anything_else_503_with_the_sentence(
    path: str, address: str, bot: Bot
) -> None:
    status, said = await get(address, path)
    assert status == 200
    assert "It moves." in said
    bot.alive = bot.ready = [WELL, ILL]
    status, said = await get(address, path)
    assert status == 503
    assert ILL.said in said


async def test_figures_are_shown_and_counted_anew_every_few_seconds_only(address: str, bot: Bot) -> None:
    for _ in range(3):
        status, said = await get(address, "/metrics")
    assert status == 200
    assert "newsbell_oldest_owed_seconds 41.5" in said
    assert bot.counted == 1


async def test_figures_are_shown_without_a_database(address: str, bot: Bot) -> None:
    bot.down = True
    status, said = await get(address, "/metrics")
    assert status == 200
    assert "newsbell_database_readable 0.0" in said


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "127.0.0.1.evil.example", "localhost.evil.example"]
)
async def test_a_page_whose_name_was_made_to_lead_here_learns_nothing(host: str, address: str) -> None:
    status, said = await get(address, "/readyz", Host=host)
    assert status == 421
    assert "checks" not in said


@pytest.mark.parametrize(
    "host", ["localhost:8642", "127.0.0.1", "10.1.2.3:8642", "[::1]:8642", "newsbell:8642"]
)
async def test_addresses_and_names_of_the_house_are_answered(host: str, address: str) -> None:
    assert (await get(address, "/healthz", Host=host))[0] == 200


async def test_anything_else_is_told_what_there_is(address: str) -> None:
    status, said = await get(address, "/admin")
    assert status == 404
    assert "/healthz" in said
    async with aiohttp.ClientSession() as session, session.post(address + "/healthz") as answer:
        assert answer.status == 405


@pytest.mark.parametrize(("named", "level"), [(True, "error"), (False, "info")])
async def test_a_taken_port_is_told_once_and_taken_when_it_is_free(named: bool, level: str, bot: Bot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        post = lookout(bot, port, named=named)
        with capture_logs() as lines:
            await post.listen()
            await post.listen()
        (line,) = lines
        assert (line["event"], line["log_level"]) == ("lookout.no_port", level)
        assert "NEWSBELL_HTTP" in line["say"]
    await post.listen()
    try:
        assert (await get(f"http://127.0.0.1:{port}", "/healthz"))[0] == 200
        # a second call of one that listens changes nothing
        await post.listen()
    finally:
        await post.close()
    with pytest.raises(aiohttp.ClientConnectorError):
        await get(f"http://127.0.0.1:{port}", "/healthz")


async def test_an_address_that_this_machine_has_not_stops_nothing(bot: Bot) -> None:
    with capture_logs() as lines:
        await lookout(bot, 8642, host="192.0.2.1").listen()
    assert [line["event"] for line in lines] == ["lookout.no_port"]


async def test_an_answer_that_hangs_does_not_keep_the_bot_from_ending(bot: Bot) -> None:
    async def hang() -> list[Check]:
        await asyncio.Event().wait()
        return []

    bot.is_ready = hang  # type: ignore[method-assign]  # the fake's own method, for this one test
    post = lookout(bot)
    with capture_logs() as lines:
        await post.listen()
    asking = asyncio.create_task(get(f"http://127.0.0.1:{lines[0]['port']}", "/readyz"))
    await asyncio.sleep(0.1)
    await asyncio.wait_for(post.close(), 10)
    with pytest.raises(aiohttp.ClientError):
        await asking
