"""Polls a feed: validators sent, an unchanged body never parsed, parsing kept off the event loop."""

from __future__ import annotations

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor

from bot.core.model import Fetched, FetchFailed, FetchResult, NotModified, Source, Validators, Verdict
from bot.errors import ReadError
from bot.sources.addresses import Failed
from bot.sources.feed.model import Feed
from bot.sources.feed.read import read
from bot.sources.feed.rescue import Rescuer
from bot.sources.http import Answer, Client

# what we can read, for servers that choose by it; some refuse whoever takes no HTML
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)

# bodies parsed at once; a hostile one may keep a thread busy until the rescuer's deadline
_THREADS = 4


class FeedKind:
    """The feeds of the web."""

    name = "feed"

    def __init__(self) -> None:
        self._rescuer = Rescuer()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="feed")

    async def fetch(self, http: Client, source: Source) -> FetchResult:
        """Ask the feed for what is new. Raises Failed for what a server does wrong."""
        answer = await http.get(source.target, headers=_headers(source.validators))
        validators = _validators(answer, source.validators)
        if answer.status == 304:
            if not (source.validators.etag or source.validators.last_modified):
                return FetchFailed(
                    verdict=Verdict.STATUS, reason="the server says “not modified” though nothing was asked"
                )
            return NotModified(validators=validators, moved_to=answer.moved_to)
        digest, feed = await self._read(answer, source.validators.body_hash)
        validators = Validators(
            etag=validators.etag, last_modified=validators.last_modified, body_hash=digest
        )
        if feed is None:
            return NotModified(validators=validators, moved_to=answer.moved_to)
        return Fetched(items=feed.items, validators=validators, title=feed.title, moved_to=answer.moved_to)

    async def parse(self, answer: Answer) -> Feed:
        """The feed in an answer. Raises Failed when it holds none."""
        _, feed = await self._read(answer, None)
        # only a known hash gives no feed
        return feed or Feed(title="", items=())

    async def _read(self, answer: Answer, known: str | None) -> tuple[str, Feed | None]:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._work, answer, known)

    def _work(self, answer: Answer, known: str | None) -> tuple[str, Feed | None]:
        """The body's hash and its feed, None for the body that is known already."""
        digest = hashlib.sha256(answer.body).hexdigest()
        if digest == known:
            return digest, None
        if not answer.body.strip():
            raise Failed(FetchFailed(verdict=Verdict.EMPTY, reason="the answer is empty"))
        try:
            feed = read(
                answer.body,
                address=answer.address,
                content_type=answer.headers.get("content-type", ""),
                rescuer=self._rescuer,
            )
        except Failed:
            raise
        except ReadError as error:
            raise Failed(FetchFailed(verdict=Verdict.NOT_A_FEED, reason=str(error))) from None
        return digest, feed

    async def close(self) -> None:
        """End the threads and the rescuer's process."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._rescuer.close)


def _headers(validators: Validators) -> dict[str, str]:
    headers = {"Accept": ACCEPT}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def _validators(answer: Answer, before: Validators) -> Validators:
    """Those of the answer; a 304 may leave them out, and then the ones before still hold."""
    etag, last_modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    if answer.status == 304:
        etag, last_modified = etag or before.etag, last_modified or before.last_modified
    return Validators(etag=etag, last_modified=last_modified, body_hash=before.body_hash)
