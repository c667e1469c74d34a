"""What every kind of source must do, whichever it is: a sample, 304, 429, 410 and garbage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest

from bot.core.model import Fetched, FetchFailed, FetchResult, NotModified, Validators, Verdict
from bot.sources import HttpFetcher, Kind, kinds
from tests.sources.fixtures import RSS, source

# one recorded answer of our own making for each kind; a new kind must add its own
SAMPLES: dict[str, bytes] = {"feed": RSS}

Serve = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
async def loaded() -> AsyncIterator[dict[str, Kind]]:
    found = kinds.load()
    yield found
    for kind in found.values():
        await kind.close()


@pytest.fixture(params=sorted(SAMPLES))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def poll(kind: str, serve: Serve, **state: Any) -> FetchResult:
    fetcher = HttpFetcher(transport=httpx.MockTransport(serve))
    try:
        return await fetcher.poll(source(kind=kind, **state))
    finally:
        await fetcher.close()


async def test_every_kind_has_a_sample(loaded: dict[str, Kind]) -> None:
    assert sorted(loaded) == sorted(SAMPLES)
    assert all(name == kind.name for name, kind in loaded.items())


async def test_a_sample_becomes_items_and_validators(kind: str) -> None:
    result = await poll(
        kind,
        lambda _: httpx.Response(
            200, content=SAMPLES[kind], headers={"ETag": '"v1"', "Last-Modified": "yesterday"}
        ),
    )
    assert isinstance(result, Fetched)
    assert result.items
    assert all(item.title and item.link.startswith("https://") for item in result.items)
    assert result.validators.etag == '"v1"'
    assert result.validators.last_modified == "yesterday"
    assert result.validators.body_hash
    assert result.moved_to is None


async def test_validators_are_sent_back_and_304_is_no_change(kind: str) -> None:
    known = Validators(etag='"v1"', last_modified="yesterday", body_hash="abc")

    def serve(request: httpx.Request) -> httpx.Response:
        assert request.headers["If-None-Match"] == '"v1"'
        assert request.headers["If-Modified-Since"] == "yesterday"
        return httpx.Response(304, headers={"ETag": '"v2"'})

    result = await poll(kind, serve, validators=known)
    assert result == NotModified(validators=replace(known, etag='"v2"'))


async def test_the_same_body_again_is_no_change(kind: str) -> None:
    first = await poll(kind, lambda _: httpx.Response(200, content=SAMPLES[kind]))
    assert isinstance(first, Fetched)
    again = await poll(
        kind, lambda _: httpx.Response(200, content=SAMPLES[kind]), validators=first.validators
    )
    assert isinstance(again, NotModified)
    assert again.validators == first.validators


async def test_304_to_someone_who_asked_nothing_is_a_failure(kind: str) -> None:
    result = await poll(kind, lambda _: httpx.Response(304))
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.STATUS


async def test_429_waits_as_long_as_told(kind: str) -> None:
    result = await poll(kind, lambda _: httpx.Response(429, headers={"Retry-After": "90"}))
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.RATE_LIMITED
    assert result.retry_after == 90


async def test_410_is_gone_for_good(kind: str) -> None:
    result = await poll(kind, lambda _: httpx.Response(410))
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.GONE
    assert result.permanent


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        (b"", Verdict.EMPTY),
        (b" \r\n\t", Verdict.EMPTY),
        (b"<html><head><title>Parked</title></head><body>Buy this domain</body></html>", Verdict.NOT_A_FEED),
        (b"\x00\xff\xfe garbage \x80\x81", Verdict.NOT_A_FEED),
        (b"{", Verdict.NOT_A_FEED),
        (b'{"items": 3}', Verdict.NOT_A_FEED),
        (b"<rss", Verdict.NOT_A_FEED),
        (b"\x1f\x8b\x08\x00 broken", Verdict.NOT_A_FEED),
        (b"[" * 100_000, Verdict.NOT_A_FEED),
        (b'{"items":' + b"[" * 100_000, Verdict.NOT_A_FEED),
    ],
)
async def test_garbage_has_a_verdict(kind: str, body: bytes, verdict: Verdict) -> None:
    result = await poll(kind, lambda _: httpx.Response(200, content=body))
    assert isinstance(result, FetchFailed)
    assert result.verdict is verdict
    assert result.reason


async def test_a_server_that_does_not_answer_is_a_timeout(kind: str) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too slow", request=request)

    result = await poll(kind, serve)
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.TIMEOUT


async def test_a_permanent_move_is_told_with_the_items(kind: str) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/feed.xml":
            return httpx.Response(301, headers={"Location": "/new.xml"})
        return httpx.Response(200, content=SAMPLES[kind])

    result = await poll(kind, serve)
    assert isinstance(result, Fetched)
    assert result.moved_to == "https://feeds.example.test/new.xml"


async def test_a_move_to_something_else_is_not_followed_for_good(kind: str) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/feed.xml":
            return httpx.Response(301, headers={"Location": "/parked"})
        return httpx.Response(200, content=b"<html><body>For sale</body></html>")

    result = await poll(kind, serve)
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.NOT_A_FEED


async def test_a_fault_of_our_own_is_a_failure_and_no_exception(kind: str) -> None:
    def serve(_: httpx.Request) -> httpx.Response:
        raise ZeroDivisionError

    result = await poll(kind, serve)
    assert isinstance(result, FetchFailed)
    assert "fault" in result.reason


async def test_an_unknown_kind_is_a_failure() -> None:
    result = await poll("carrier pigeon", lambda _: httpx.Response(200, content=RSS))
    assert isinstance(result, FetchFailed)
    assert "carrier pigeon" in result.reason
