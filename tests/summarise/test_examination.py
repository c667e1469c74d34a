"""`newsbell doctor` says of a model's endpoint what is wrong and what to set, and never a key."""

import socket

import pytest
from aiohttp import web

from bot.summarise import examine
from tests.summarise.endpoint import Endpoint, says

KEY = "sk-very-secret-key"


def refuses(status: int) -> Endpoint:
    return Endpoint(lambda _: web.Response(status=status))


async def test_an_endpoint_that_knows_key_and_model_is_well() -> None:
    async with Endpoint(says("yes")) as running:
        running.key = KEY
        found = await examine(url=running.url, key=KEY, model="small")
        assert found == [
            ("endpoint", True, "answers"),
            ("key", True, "is accepted"),
            ("name", True, "small is known"),
        ]
        # nothing was spent for it
        assert not running.asked


@pytest.mark.parametrize("suffix", ["/", "/chat/completions"])
async def test_the_address_may_be_written_as_for_the_summaries(suffix: str) -> None:
    async with Endpoint(says("yes")) as running:
        found = await examine(url=running.url + suffix, key="", model="small")
        assert all(well for _, well, _ in found)


async def test_a_wrong_key_is_told_without_it() -> None:
    async with Endpoint(says("yes")) as running:
        running.key = "another"
        found = await examine(url=running.url, key=KEY, model="small")
        assert found[1:] == [
            ("key", False, "isn't accepted (401): put a valid one into NEWSBELL_LLM_KEY"),
        ]
        assert KEY not in str(found)


async def test_an_unknown_model_is_told_with_those_that_are_known() -> None:
    async with Endpoint(says("yes")) as running:
        running.models = ["tiny", "large:latest"]
        name, well, said = (await examine(url=running.url, key="", model="smal"))[-1]
        assert (name, well) == ("name", False)
        assert said.startswith("smal isn't known there: it offers tiny, large:latest")
        assert (await examine(url=running.url, key="", model="large"))[-1][1]


async def test_where_no_list_is_given_the_model_is_asked() -> None:
    async with Endpoint(says("yes")) as running:
        running.models = None
        found = await examine(url=running.url, key="", model="small")
        assert found[-1] == ("name", True, "small answers")
        assert len(running.asked) == 1


@pytest.mark.parametrize(
    ("status", "words"), [(404, "mostly ends in /v1"), (429, "credit"), (308, "no redirect is followed")]
)
async def test_an_endpoint_that_refuses_a_question_is_told(status: int, words: str) -> None:
    async with refuses(status) as running:
        running.models = None
        _, well, said = (await examine(url=running.url, key=KEY, model="small"))[-1]
        assert not well
        assert words in said
        assert str(status) in said


async def test_an_endpoint_that_is_not_there_is_told_without_its_address() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        found = await examine(url=f"http://{KEY}@127.0.0.1:{port}/v1", key="", model="small")
    ((name, well, said),) = found
    assert (name, well) == ("endpoint", False)
    assert "is it running" in said
    assert KEY not in said


@pytest.mark.parametrize("url", ["ftp://nowhere", "http://[half/v1", "no address"])
async def test_an_address_that_is_none_is_told(url: str) -> None:
    assert not (await examine(url=url, key="", model="small"))[0][1]
