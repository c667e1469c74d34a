"""Redirects, statuses and certificates: what a server may answer instead of a feed."""

from __future__ import annotations

import httpx
import pytest
from aiohttp import web

from bot.core.model import Verdict
from bot.sources.addresses import Failed
from bot.sources.http import Client
from tests.sources.fixtures import (
    CERTIFICATES,
    RSS,
    FakeResolver,
    Handler,
    answering,
    ask,
    fail,
    serving,
)


def to(location: str, status: int = 301) -> Handler:
    return answering(b"", status, Location=location)


async def test_a_permanent_move_is_reported() -> None:
    async with serving(("/old", to("/mid")), ("/mid", to("/new", 308)), ("/new", answering())) as address:
        answer = await ask(f"{address}/old")
    assert answer.address == answer.moved_to == f"{address}/new"


async def test_a_passing_redirect_is_followed_but_not_remembered() -> None:
    for status in (302, 303, 307):
        async with serving(("/old", to("/new", status)), ("/new", answering())) as address:
            answer = await ask(f"{address}/old")
        assert answer.moved_to is None
        assert answer.address == f"{address}/new"


async def test_only_the_permanent_start_of_a_chain_is_remembered() -> None:
    async with serving(
        ("/old", to("/mid")), ("/mid", to("/now", 302)), ("/now", to("/new")), ("/new", answering())
    ) as address:
        answer = await ask(f"{address}/old")
    assert answer.moved_to == f"{address}/mid"


async def test_a_circle_is_left() -> None:
    failure = await fail(("/feed", to("/other")), ("/other", to("/feed")))
    assert failure.result.verdict is Verdict.STATUS
    assert "circle" in failure.result.reason


async def test_an_endless_chain_is_left() -> None:
    async def onward(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": request.path + "x"})

    failure = await fail(("/{any:.*}", onward))
    assert "more than 3 times" in failure.result.reason


async def test_a_redirect_to_nowhere_is_named() -> None:
    failure = await fail(("/feed", answering(b"", 302)))
    assert "nowhere" in failure.result.reason
    failure = await fail(("/feed", answering(b"", 302, Location="http://[oops/")))
    assert failure.result.verdict is Verdict.REFUSED_ADDRESS


async def test_a_move_from_https_to_http_is_not_remembered() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "https":
            return httpx.Response(301, headers={"Location": "http://feeds.example.test/feed"})
        return httpx.Response(200, content=RSS)

    client = Client(transport=httpx.MockTransport(handler))
    answer = await client.get("https://feeds.example.test/feed")
    await client.close()
    assert answer.moved_to is None
    assert answer.body == RSS


@pytest.mark.parametrize(
    ("status", "verdict", "permanent"),
    [
        (204, Verdict.EMPTY, False),
        (206, Verdict.STATUS, False),
        (401, Verdict.STATUS, False),
        (403, Verdict.STATUS, False),
        (404, Verdict.STATUS, False),
        (410, Verdict.GONE, True),
        (429, Verdict.RATE_LIMITED, False),
        (500, Verdict.STATUS, False),
        (503, Verdict.STATUS, False),
        (599, Verdict.STATUS, False),
    ],
)
async def test_each_status_has_its_verdict(status: int, verdict: Verdict, permanent: bool) -> None:
    failure = await fail(("/feed", answering(b"" if status == 204 else b"no", status)))
    assert failure.result.verdict is verdict
    assert failure.result.permanent is permanent
    assert str(status) in failure.result.reason


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "120"}, 120),
        ({"Retry_After": "0"}, 0),
        ({"Retry_After": " 7 "}, 7),
        ({"Date": "Tue, 12 May 2026 09:00:00 GMT", "Retry_After": "Tue, 12 May 2026 09:05:00 GMT"}, 300),
        ({"Date": "Tue, 12 May 2026 09:00:00 GMT", "Retry_After": "Tue, 12 May 2026 08:00:00 GMT"}, 0),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "1e9"}, None),
        ({"Retry_After": "9" * 400}, 366 * 86_400),
        ({"Retry_After": "²"}, None),
        ({}, None),
    ],
)
async def test_retry_after_is_read_in_both_forms(headers: dict[str, str], seconds: float | None) -> None:
    for status in (429, 503):
        failure = await fail(("/feed", answering(b"", status, **headers)))
        assert failure.result.retry_after == seconds


async def test_retry_after_counts_for_429_and_503_alone() -> None:
    failure = await fail(("/feed", answering(b"", 500, Retry_After="60")))
    assert failure.result.retry_after is None


async def test_a_reason_never_shows_the_query() -> None:
    failure = await fail(("/feed", answering(b"", 403)), path="/feed?token=hush")
    assert "hush" not in failure.result.reason


async def test_a_certificate_of_an_unknown_authority_is_a_matter_of_tls() -> None:
    async with serving(("/feed", answering()), certificate=CERTIFICATES / "server.pem") as address:
        with pytest.raises(Failed) as failure:
            await ask(f"{address}/feed")
    assert failure.value.result.verdict is Verdict.TLS


async def test_ssl_cert_file_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    async with serving(("/feed", answering()), certificate=CERTIFICATES / "server.pem") as address:
        assert (await ask(f"{address}/feed")).body == RSS


async def test_a_certificate_for_another_name_is_a_matter_of_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    async with serving(("/feed", answering()), certificate=CERTIFICATES / "server.pem") as address:
        client = Client(allow_private=True, resolver=FakeResolver("127.0.0.1"))
        with pytest.raises(Failed) as failure:
            await client.get(address.replace("127.0.0.1", "other.example.test") + "/feed")
        await client.close()
    assert failure.value.result.verdict is Verdict.TLS
